"""Words and names as they are compared, and cut so that none of them is syntax."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_LETTERS_THEN_DIGITS = re.compile(r"(?=\d)(?<=[^\W\d_]{2})")

_COMMON = """
a about after all an and any are as at be been before but by can could did do does for
from had has have he her his how i if in into is it its may me more must my no not of on
or our she should so some such than that the their them then there these they this those
to under until up us was we were what when where which who whom whose why will with would
you your
"""
COMMON = frozenset(_COMMON.split())
"""English words that say nothing about the subject of a question."""


def words(text: str) -> list[str]:
    """Lower-case words of a text in order; "GPT-5.6" gives "gpt" and "5.6".

    Only letters, digits and inner dots are left, so that no word has a meaning in SQL or in
    full-text syntax.
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _WORD.findall(plain.casefold())


def folded_name(name: str) -> str:
    """A name as it is compared: its words, letters parted from digits, with single spaces.

    "GPT5.6", "gpt-5.6" and "GPT 5.6" are the same name.
    """
    return _LETTERS_THEN_DIGITS.sub(" ", " ".join(words(name)))


def digits_of(text: str) -> tuple[str, ...]:
    """The numbers in a text, which are never matched approximately."""
    return tuple(re.findall(r"\d+(?:\.\d+)*", text))

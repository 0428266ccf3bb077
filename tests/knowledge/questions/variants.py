"""The same question asked otherwise, and whether it is answered the same."""

from __future__ import annotations

import calendar
import random
import re
import zlib
from collections.abc import Callable, Iterator
from itertools import pairwise

from knowledge.answers import Answer, Answered
from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.language.lexicon import Lexicon
from knowledge.words import COMMON, folded_name
from tests.knowledge.questions.answered import texts

Variant = Callable[[Index, str], str | None]

_MONTHS = frozenset(name.casefold() for name in calendar.month_name)
_WORD = re.compile(r"[A-Za-z]{5,}")
_NEIGHBOURS = {
    letter: row[max(0, n - 1) : n] + row[n + 1 : n + 2]
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for n, letter in enumerate(row)
}


def said(before: str = "", after: str = "") -> Variant:
    """The question with other words before or after it."""
    return lambda index, typed: f"{before}{typed}{after}"


def slipped(index: Index, typed: str) -> str | None:
    """With one slip in a telling word of the base, or None where no word can have one.

    A slip that makes another word of the base, or an English one, is no slip anybody could see.
    """
    chance = random.Random(zlib.crc32(typed.encode("utf-8", "surrogatepass")))  # noqa: S311
    lexicon = index.lexicon
    known = [m for m in _WORD.finditer(typed) if _can_slip(lexicon, m[0].casefold())]
    chance.shuffle(known)
    for match in known:
        for made in _slips(chance, match[0]):
            if made.casefold() != match[0].casefold() and not _is_word(lexicon, made.casefold()):
                return typed[: match.start()] + made + typed[match.end() :]
    return None


def _can_slip(lexicon: Lexicon, word: str) -> bool:
    return word in lexicon.vocabulary and word not in COMMON


def _is_word(lexicon: Lexicon, word: str) -> bool:
    return word in lexicon.vocabulary or word in COMMON or lexicon.english(word)


def _slips(chance: random.Random, word: str) -> Iterator[str]:
    """Two letters in each other's place, one left out, one doubled, one beside it on the keys."""
    at = chance.randrange(1, len(word) - 1)
    ways = [
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[: at + 1] + word[at:],
        word[:at] + chance.choice(_NEIGHBOURS[word[at].casefold()] or "e") + word[at + 1 :],
    ]
    chance.shuffle(ways)
    yield from ways


VARIANTS: dict[str, Variant] = {
    "again": said(),
    "upper case": lambda index, typed: typed.upper(),
    "lower case": lambda index, typed: typed.lower(),
    "capital first": lambda index, typed: typed[:1].upper() + typed[1:],
    "a slip": slipped,
    "please before": said("please "),
    "please after": said("", " please"),
    "hello, thanks": said("hi, ", ", thank you!"),
    "could you tell me": said("could you tell me: "),
    "quick question": said("quick question: "),
    "do you know": said("do you know - "),
    "hey bot": said("hey bot, "),
    "asked before": said("sorry if this was asked before, "),
    "wondering": said("I was wondering, "),
    "anyone know": said("does anyone know "),
    "to know": said("i'd like to know: "),
    "my boss": said("my boss wants to know: "),
    "in advance": said("", " - thanks in advance!"),
    "question marks": said("", "??"),
    "mention": said("<@123456789> "),
    "bold": said("**", "**"),
}


def kept(desk: Desk, index: Index, variant: Variant, typed: str, answer: Answer) -> bool | None:
    """Whether the other wording shows the same statements; None where there is none."""
    other = variant(index, typed)
    if other is None:
        return None
    found = desk.questions.ask(desk, other)
    same = isinstance(found, Answered) is isinstance(answer, Answered)
    return same and set(texts(found)) == set(texts(answer))


def renumbered(index: Index, typed: str) -> str | None:
    """With a version or number that no name of the base has, or None where it names none."""
    words = folded_name(typed.casefold()).split()
    for word, number in pairwise(words):
        if (word, number) not in index.lexicon.versions or word in _MONTHS:
            continue
        for other in _other_numbers(number):
            made = re.sub(
                rf"(?<!\w)({re.escape(word)}[\W_]*){re.escape(number)}(?![\w.]*\d)",
                rf"\g<1>{other}",
                typed,
                flags=re.IGNORECASE,
            )
            if (word, other) not in index.lexicon.versions and made != typed:
                return made
    return None


def _other_numbers(number: str) -> Iterator[str]:
    """The number with its last digit changed, in every way."""
    at = max(n for n, c in enumerate(number) if c.isdigit())
    yield from (f"{number[:at]}{digit}{number[at + 1 :]}" for digit in "7918263450")

"""A question as typed, made plain: no markup, mentions or invisible characters; then its words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from knowledge.questions.language.manners import without_manners
from knowledge.words import folded_name

if TYPE_CHECKING:
    import snowballstemmer

LIMIT = 1_000  # characters of a question that are read; a longer one is somebody's document
_MOST_WORDS = 80  # that are looked up; no question has more
_LONGEST_WORD = 40  # letters; no English word is longer
_MARKUP = re.compile(r"<[@#!:/][^>]{0,120}>|https?://\S+|<[^<>]{0,200}>|[`*_~|]+")
_MARKS = re.compile(r"[<`*_~|]")
_ACRONYM = re.compile(r"\b(?:[a-z]\.){2,}")
_QUOTATION = re.compile(r'["“”][^"“”]{12,}["“”]')
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_NOT = re.compile(r"\b(\w*)n't\b")
_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}  # of "can't", "won't", "shan't"


@dataclass(frozen=True, slots=True)
class Typed:
    """A question's plain text, without manners and closing marks, and its words."""

    text: str
    words: tuple[str, ...]


def normalise(question: str) -> Typed:
    """The plain question; never raises, whatever the text."""
    kept = question[: 10 * LIMIT]
    if not kept.isprintable():
        kept = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in kept)
    kept = unicodedata.normalize("NFKC", kept)
    # A look at single characters first: most texts need none of the rest.
    if "://" in kept or _MARKS.search(kept):
        kept = _MARKUP.sub(" ", kept)
    text = without_manners(kept[:LIMIT]).rstrip("?!., ").lstrip("¿¡ ")
    lowered = text.casefold().replace("’", "'")
    if "." in lowered:
        lowered = _ACRONYM.sub(lambda match: match[0].replace(".", ""), lowered)
    if "'" in lowered:
        lowered = _POSSESSIVE.sub("", lowered)
        lowered = _NOT.sub(lambda match: f"{_WHOLE.get(match[1], match[1])} not", lowered)
    lowered = lowered.replace("cannot", "can not")
    return Typed(text, tuple(folded_name(lowered).split()[:_MOST_WORDS]))


def asking_in(text: str) -> str:
    """A text in lower case without the words that it quotes, which ask for nothing themselves."""
    return " ".join(_QUOTATION.sub(" ", text).split()).casefold()


def stem(word: str) -> str:
    """What the forms of an English word have in common; numbers stay as they are."""
    return _stem(word) if len(word) <= _LONGEST_WORD else word


@lru_cache(maxsize=16_384)
def _stem(word: str) -> str:
    if not word.isascii() or any(c.isdigit() for c in word):
        return word
    found: str = _stemmer().stemWord(word)
    return found


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    import snowballstemmer  # noqa: PLC0415 (it loads all its languages: a start need not wait)

    return snowballstemmer.stemmer("english")

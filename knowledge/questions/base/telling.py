"""What a statement tells, taken apart for comparing: names, days, numbers and words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from knowledge.dates import MONTH_NAMES
from knowledge.model import Statement
from knowledge.questions.asking.expect import NOT_COUNTS
from knowledge.questions.language.normalise import normalise, stem
from knowledge.questions.times.moment import MONTHS
from knowledge.questions.vectors.postings import Arrays
from knowledge.words import COMMON, folded_name

_DAY = re.compile(rf"\b(?:\d{{1,2}} )?(?:{'|'.join(MONTH_NAMES)})(?: \d{{1,2}}\b)?(?: \d{{4}})?")
_DATE = re.compile(rf"\b(?:(\d{{1,2}}) )?({'|'.join(MONTH_NAMES)}) (\d{{4}})\b")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
CAPITAL = re.compile(r"\b[A-Z][\w&'.-]*\w")
_NO_NAMES = COMMON | MONTHS.keys()


@dataclass(frozen=True, slots=True)
class Told:
    """`names` are stems, without those of its entry; `words` are places in the vocabulary."""

    names: frozenset[str]
    days: frozenset[str]
    numbers: frozenset[str]
    words: NDArray[np.intp]


class Telling(Mapping[int, Told]):
    """By row, what each statement tells; it is decoded when it is looked at, and kept."""

    __slots__ = ("_bytes", "_read", "_starts", "_word_starts", "_words")

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        """Take what `arrays` gave."""
        self._bytes = memoryview(arrays["told"].tobytes())
        self._starts: list[int] = arrays["told.starts"].tolist()
        self._words = arrays["told.words"].astype(np.intp)
        self._word_starts: list[int] = arrays["told.words.starts"].tolist()
        self._read: dict[int, Told] = {}

    def __getitem__(self, row: int) -> Told:
        found = self._read.get(row)
        if found is None:
            if not 0 <= row < len(self):
                raise IndexError(row)
            written = self._bytes[self._starts[row] : self._starts[row + 1]]
            names, days, numbers = msgspec.json.decode(written)
            words = self._words[self._word_starts[row] : self._word_starts[row + 1]]
            found = Told(frozenset(names), frozenset(days), frozenset(numbers), words)
            self._read[row] = found
        return found

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self)))

    def __len__(self) -> int:
        return len(self._starts) - 1

    @staticmethod
    def arrays(
        statements: Sequence[Statement], words: Sequence[Sequence[str]], known: Sequence[str]
    ) -> Arrays:
        """What is read from; `words` are those of each statement, all of which are known."""
        place = {word: n for n, word in enumerate(known)}
        written = [msgspec.json.encode(_told(statement)) for statement in statements]
        return {
            "told": np.frombuffer(b"".join(written), dtype=np.uint8),
            "told.starts": _starts(written),
            "told.words": np.array([place[w] for each in words for w in each], dtype=np.int32),
            "told.words.starts": _starts(words),
        }


def names_later(text: str, day: date) -> bool:
    """Whether a statement names a day, or a month that begins, after a day."""
    return any(_later(match, day) for match in _DATE.finditer(text))


def words_told(statement: Statement) -> tuple[str, ...]:
    """The words of a statement with its topic and property, each once."""
    text = f"{statement.topic} {statement.text} {statement.property}"
    return tuple(dict.fromkeys(normalise(text).words))


def _later(match: re.Match[str], day: date) -> bool:
    number, month, year = match.groups()
    named = int(year), MONTH_NAMES.index(month) + 1, int(number or 1)
    return named > (day.year, day.month, day.day)


def _told(statement: Statement) -> tuple[list[str], list[str], list[str]]:
    """Names, days and numbers, each once, in one order for one statement."""
    text = statement.text
    own = {stem(word) for word in statement.subject.replace("-", " ").split()}
    names = folded_name(" ".join(CAPITAL.findall(text))).split()
    told = {stem(word) for word in names if word not in _NO_NAMES and len(word) > 1}
    days = {day.casefold() for day in _DAY.findall(text)}
    numbers = set(_NUMBER.findall(NOT_COUNTS.sub(" ", text)))
    return sorted(told - own), sorted(days), sorted(numbers)


def _starts(parts: Sequence[Sequence[Any]]) -> NDArray[np.int32]:
    return np.cumsum([0, *map(len, parts)], dtype=np.int32)

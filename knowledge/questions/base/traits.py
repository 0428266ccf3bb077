"""What statements have that a question may ask for, as columns: numbers, kinds of things, days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.dates import FuzzyDate
from knowledge.model import Absent, Statement, Unknown
from knowledge.questions.asking.expect import (
    RULES,
    Expected,
    kinds_had,
    near_numbers,
    numbers_in,
    tells_of_a_case,
)
from knowledge.questions.asking.predict import LABELS
from knowledge.questions.language.synonyms import counted_alike, related
from knowledge.questions.vectors.postings import Arrays, Gathered, Postings
from knowledge.vocabulary import Property, Rank

_FIRST, _LAST = 0, date.max.toordinal() + 1  # days before and after all others
_NO_SPAN = (1, 0)  # it ends before it begins
_PLAIN = ("holds", "spoken", "empty", "rule", "case")  # of the traits
_ANY = "#"  # near it stands any number

Days = NDArray[np.int32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Columns:
    """What never changes of the statements, one number a row."""

    label: NDArray[np.int64]  # position of its property among `LABELS`
    preferred: NDArray[np.float32]
    deprecated: NDArray[np.float32]
    summary: NDArray[np.float32]  # it says what its entry is
    quote: NDArray[np.float32]
    length: NDArray[np.float32]  # of 300 characters, at most 1

    @classmethod
    def of(cls, statements: Sequence[Statement]) -> Columns:
        """Read off the statements."""

        def column(values: Iterable[float]) -> NDArray[np.float32]:
            return np.fromiter(values, dtype=np.float32, count=len(statements))

        return cls(
            np.array([LABELS.index(str(s.property)) for s in statements], dtype=np.int64),
            column(s.rank is Rank.PREFERRED for s in statements),
            column(s.rank is Rank.DEPRECATED for s in statements),
            column(s.property is Property.DEFINITION and not s.topic for s in statements),
            column(s.property is Property.QUOTE for s in statements),
            column(min(len(s.text), 300) / 300 for s in statements),
        )

    def arrays(self) -> Arrays:
        """What `read` takes."""
        return {f"columns.{each.name}": getattr(self, each.name) for each in fields(self)}

    @classmethod
    def read(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Columns:
        """What `arrays` gave."""
        parts: dict[str, Any] = {e.name: arrays[f"columns.{e.name}"] for e in fields(cls)}
        return cls(**parts)


@dataclass(frozen=True, slots=True)
class Traits:
    """A row stands for one statement; days are counted from the year 1."""

    holds: Days  # first day on which it can be told, and first on which it no more can
    spoken: Days  # first and last day of what happened, then of what begins
    empty: Flags  # it says that sources do not tell, or that there is none
    rule: Flags  # it says what is to be done
    case: Flags  # it says what was done or not, if it is a rule
    kinds: Postings
    numbers: Postings
    near: Postings  # stems within a few words of a number

    @classmethod
    def of(cls, statements: Sequence[Statement]) -> Traits:
        """Read off the statements."""
        kinds, numbers, near = Gathered(), Gathered(), Gathered()
        for row, statement in enumerate(statements):
            kinds.add(row, kinds_had(statement.text, statement.property))
            numbers.add(row, numbers_in(statement.text))
            beside = near_numbers(statement.text)
            near.add(row, {*beside, _ANY} if beside else ())
        return cls(
            np.array([_holding(s) for s in statements], dtype=np.int32).reshape(-1, 2),
            np.array([_spoken(s) for s in statements], dtype=np.int32).reshape(-1, 4),
            np.array([isinstance(s.value, Unknown | Absent) for s in statements], dtype=bool),
            np.array([s.property in RULES for s in statements], dtype=bool),
            np.array([tells_of_a_case(s) for s in statements], dtype=bool),
            kinds.done(),
            numbers.done(),
            near.done(),
        )

    def arrays(self) -> Arrays:
        """What `read` takes."""
        return {
            **{f"traits.{name}": getattr(self, name) for name in _PLAIN},
            **self.kinds.arrays("traits.kinds"),
            **self.numbers.arrays("traits.numbers"),
            **self.near.arrays("traits.near"),
        }

    @classmethod
    def read(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Traits:
        """What `arrays` gave."""
        parts: dict[str, Any] = {name: arrays[f"traits.{name}"] for name in _PLAIN}
        for name in ("kinds", "numbers", "near"):
            parts[name] = Postings.read(arrays, f"traits.{name}")
        return cls(**parts)

    def holding(self, day: date) -> Flags:
        """Whether each statement can be told of a day."""
        at = day.toordinal()
        return (self.holds[:, 0] <= at) & (at < self.holds[:, 1])

    def speaking_of(self, days: Sequence[date]) -> Flags:
        """Whether each speaks of one of the days."""
        found = np.zeros(len(self.empty), dtype=bool)
        for day in days:
            at = day.toordinal()
            for column in (0, 2):
                found |= (self.spoken[:, column] <= at) & (at <= self.spoken[:, column + 1])
        return found

    def share_of(self, numbers: frozenset[str]) -> NDArray[np.float32]:
        """Which share of some numbers each has; 0 where there are none."""
        found = np.zeros(len(self.empty), dtype=np.float32)
        for number in numbers:
            found += self.numbers.mask(len(found), number) / np.float32(len(numbers))
        return found

    def satisfying(self, asked: Expected) -> Flags:
        """Whether each statement has what a question asks for.

        One that says that sources do not tell, or that there is none, always does.
        """
        size = len(self.empty)
        if "full text" in asked.kinds:
            return self.empty
        good = np.ones(size, dtype=bool)
        for kind in asked.kinds - {"how many"}:
            good &= self.kinds.mask(size, kind)
        if "how many" in asked.kinds:
            nouns = asked.counted.union(*map(related, asked.counted))
            nouns |= nouns.union(*map(counted_alike, asked.counted))
            good &= self.near.mask(size, *(nouns or {_ANY}))
        if asked.done and "when" not in asked.kinds:
            good = np.where(self.rule, self.case, good)
        for version in asked.versions:
            good &= self.numbers.mask(size, version)
        return good | self.empty


def _holding(statement: Statement) -> tuple[int, int]:
    """As `weigh.holds` has it: an event from its day on, the rest for as long as it is true."""
    if statement.property is Property.EVENT and statement.on is not None:
        return statement.on.earliest.toordinal(), _LAST
    begin, end = statement.valid_from, statement.valid_to
    return (
        begin.earliest.toordinal() if begin else _FIRST,
        end.latest.toordinal() if end else _LAST,
    )


def _spoken(statement: Statement) -> tuple[int, ...]:
    return (*_span(statement.on), *_span(statement.valid_from))


def _span(day: FuzzyDate | None) -> tuple[int, int]:
    return (day.earliest.toordinal(), day.latest.toordinal()) if day else _NO_SPAN

"""The time that "what happened" is asked of: "since June", "in summer 2025", "last week"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.dates import FuzzyDate
from knowledge.questions.time import has_year, is_of_a_day, named_days
from knowledge.words import words

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_NUMBERS = {"one": 1, "couple of": 2, "two": 2, "three": 3, "few": 3, "four": 4, "six": 6}
_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}  # days, about
_ROLLING = re.compile(
    rf"\b(?:last|past|previous) (?:(\d{{1,3}}|(?:a )?(?:{'|'.join(_NUMBERS)})) )?"
    rf"({'|'.join(_UNITS)})(s?)\b"
)
_CURRENT = re.compile(r"\b(today|yesterday|this (?:week|month|year)|so far this year)\b")
_PARTS = {  # of a year, by their first and their last month
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
    "first half": (1, 6),
    "second half": (7, 12),
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "start": (1, 1),
    "beginning": (1, 1),
    "end": (12, 12),
}
_YEARS = range(1900, 2101)  # that a period may begin and end in
_NEED_YEAR = "early|mid|late|start|beginning|end"
_PART = re.compile(rf"\b({'|'.join(_PARTS)})(?:,|-| of| in)*(?: ?((?:19|20)\d\d))?\b")
_YEAR = re.compile(r"\b(20\d\d)\b")
_SINCE = re.compile(r"\b(?:since|from|starting(?: in| on)?|ever since)(?: the)? $")
_AFTER = re.compile(r"\b(?:after|following)(?: the)? $")
_BEFORE = re.compile(r"\b(?:before|prior to|earlier than)(?: the)? $")
_UNTIL = re.compile(r"\b(?:until|till|til|up to|through|by|as of|up till)(?: the)?(?: end of)? $")
_TO = re.compile(r" ?(?:and|to|until|till|through|-|–|—)(?: the)? ?")
_FROM_DAY = re.compile(  # of the month of the day that follows: "between 12 and 30 June"
    r"\b(?:(?:between|from)(?: the)? (\d{1,2})(?:st|nd|rd|th)? ?(?:and|to|until|till|through)"
    r"|(\d{1,2})(?:st|nd|rd|th)? ?(?:to|-|–|—))(?: the)? ?$"
)


@dataclass(frozen=True, slots=True)
class Period:
    """From its first day to its last, both included; without a first one, all up to the last."""

    first: date | None
    last: date

    def may_have(self, moment: FuzzyDate) -> bool:
        """Whether a day, a month or a year may lie in it."""
        begun = self.first is None or moment.latest >= self.first
        return begun and moment.earliest <= self.last

    def __str__(self) -> str:
        """As people read it: "from 1 June 2026 to 30 June 2026", "up to 30 June 2026"."""
        if self.first == self.last:
            return f"on {_written(self.last)}"
        begin = f"from {_written(self.first)} " if self.first else "up "
        return f"{begin}to {_written(self.last)}"


@dataclass(frozen=True, slots=True)
class _Named:
    """A time that a text names: where it stands, and its first and last day."""

    start: int
    end: int
    first: date
    last: date
    has_year: bool


def period_of(text: str, today: date, used: AbstractSet[str] = frozenset()) -> Period | None:
    """The period that a text in lower case names, if it names one; of several the last.

    What has only words that are `used` is part of a name, as in "the letter of 12 June".
    """
    found = sorted(
        (one for one in _named(text, today) if not used >= {*words(text[one.start : one.end])}),
        key=lambda one: one.start,
    )
    if not found:
        return None
    last = found[-1]
    if len(found) > 1 and _TO.fullmatch(text[found[-2].end : last.start]):
        return _between(found[-2], last)
    before = text[: last.start]
    if _SINCE.search(before):
        return Period(last.first, max(today, last.last))
    if _AFTER.search(before):
        return Period(last.last + _DAY, max(today, last.last + _DAY))
    if _BEFORE.search(before):
        return Period(None, last.first - _DAY)
    if _UNTIL.search(before):
        return Period(None, last.last)
    return Period(last.first, last.last)


def without_period(text: str, today: date) -> str:
    """A text in lower case without the times that it names."""
    for one in _named(text, today):
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _between(begin: _Named, end: _Named) -> Period:
    """From one to the other; what lacks its year is of the other's, or of the one before it."""
    first = begin.first
    if first > end.last and not begin.has_year:
        first = _of_year(first, end.last.year)
        first = first if first <= end.last else _of_year(first, end.last.year - 1)
    return Period(min(first, end.last), max(first, end.last))


def _named(text: str, today: date) -> Iterator[_Named]:
    """The times that a text names, none of them within another."""
    for found in (_relative, _current, _days, _parts, _years):
        for one in list(found(text, today)):
            yield one
            text = text[: one.start] + "\0" * (one.end - one.start) + text[one.end :]


def _relative(text: str, today: date) -> Iterator[_Named]:
    for match in _ROLLING.finditer(text):
        number, unit, several = match.groups()
        if number is None and not several and match[0].startswith(("last", "previous")):
            first, last = _calendar_before(unit, today)
        else:
            count = _count(number) if number else 1
            first, last = today - timedelta(days=count * _UNITS[unit]), today
        yield _Named(*match.span(), first, last, True)


def _count(number: str) -> int:
    return int(number) if number.isdigit() else _NUMBERS[number.removeprefix("a ")]


def _calendar_before(unit: str, today: date) -> tuple[date, date]:
    """The whole week, month or year before this one; of other units the last to today."""
    begins = _BEGINS.get(unit)
    if begins is None:
        return today - timedelta(days=_UNITS[unit]), today
    last = begins(today) - _DAY
    return begins(last), last


def _current(text: str, today: date) -> Iterator[_Named]:
    for match in _CURRENT.finditer(text):
        unit = match[0].rsplit(" ", maxsplit=1)[-1]
        first = _BEGINS[unit](today) if unit in _BEGINS else today
        day = today - _DAY if unit == "yesterday" else None
        yield _Named(*match.span(), day or first, day or today, True)


def _days(text: str, today: date) -> Iterator[_Named]:
    for match, day in named_days(text, today):
        if day.year not in _YEARS:
            continue
        whole = _months(day.year, day.month, day.month)
        if not is_of_a_day(match):
            yield _Named(*match.span(), *whole, has_year(match))
            continue
        days = _FROM_DAY.search(text[: match.start()])
        number = int(days[1] or days[2]) if days else 0
        if days is not None and 0 < number < day.day:
            yield _Named(days.start(), match.end(), day.replace(day=number), day, has_year(match))
        else:
            yield _Named(*match.span(), day, day, has_year(match))


def _parts(text: str, today: date) -> Iterator[_Named]:
    for match in _PART.finditer(text):
        name, year = match.groups()
        if year is None and name in _NEED_YEAR:
            continue
        begin, end = _PARTS[name]
        first, last = _months(int(year) if year else today.year, begin, end)
        if year is None and first > today:
            first, last = _months(today.year - 1, begin, end)
        yield _Named(*match.span(), first, last, year is not None)


def _years(text: str, today: date) -> Iterator[_Named]:  # noqa: ARG001 (called like the others)
    for match in _YEAR.finditer(text):
        yield _Named(*match.span(), *_months(int(match[1]), 1, 12), True)


def _months(year: int, begin: int, end: int) -> tuple[date, date]:
    return date(year, begin, 1), date(year, end, calendar.monthrange(year, end)[1])


def _of_year(day: date, year: int) -> date:
    """The same day of another year; of 29 February the 28th where there is none."""
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def _written(day: date) -> str:
    return str(FuzzyDate(day, day, day.isoformat()))


_BEGINS: dict[str, Callable[[date], date]] = {
    "week": lambda day: day - timedelta(days=day.weekday()),
    "month": lambda day: day.replace(day=1),
    "year": lambda day: day.replace(month=1, day=1),
}

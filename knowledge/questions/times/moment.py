"""A time that a text names, as its first and its last day, and the arithmetic of days it needs."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from knowledge.dates import FuzzyDate

MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr, ("",) * 9 + ("sept",))
    for number, name in enumerate(names)
    if name
}
"""The number of every month by its name and by what is short for it."""


class Length(Enum):
    """How much of the calendar a text names."""

    DAY = auto()
    MONTH = auto()
    YEAR = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that a text names: where in the text, its first and its last day.

    `day` is the one that stands for it where a single one is needed. `is_fixed` says that no other
    year can be meant.
    """

    start: int
    end: int
    first: date
    last: date
    day: date
    length: Length = Length.OTHER
    is_fixed: bool = True


def next_to_come(one: Moment, today: date) -> Moment:
    """A time without a year that is over, in the year after it."""
    if one.is_fixed or one.last >= today:
        return one
    first, last, day = (of_year(day, day.year + 1) for day in (one.first, one.last, one.day))
    return replace(one, first=first, last=last, day=day)


def masked(text: str, start: int, end: int) -> str:
    """A text, as long as it was, whose part between two places nothing finds a second time."""
    return text[:start] + "\0" * (end - start) + text[end:]


def written(day: date) -> str:
    """A day as people read it: "12 June 2026"."""
    return str(FuzzyDate(day, day, day.isoformat()))


def day_before(day: date) -> date:
    """The day before; the first of the calendar has none."""
    return date.fromordinal(max(day.toordinal() - 1, 1))


def day_after(day: date) -> date:
    """The day after; the last of the calendar has none."""
    return date.fromordinal(min(day.toordinal() + 1, date.max.toordinal()))


def days_from(day: date, count: int) -> date:
    """So many days on, or back; never beyond the calendar."""
    return date.fromordinal(min(max(day.toordinal() + count, 1), date.max.toordinal()))


def of_year(day: date, year: int) -> date:
    """The same day of another year; of 29 February the 28th where there is none."""
    year = min(max(year, date.min.year), date.max.year)
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def months(year: int, begin: int, end: int) -> tuple[date, date]:
    """The first day of one month and the last day of another; from 13 on of the year after."""
    ahead, month = divmod(end - 1, 12)
    of, month = min(year + ahead, date.max.year), month + 1
    return date(year, begin, 1), date(of, month, calendar.monthrange(of, month)[1])


def middle(first: date, last: date) -> date:
    """The day in the middle."""
    return first + (last - first) // 2


def latest_year(month: int, day: int, today: date) -> int:
    """The year of the latest such day up to today."""
    begun = (month, day) <= (today.month, today.day)
    return today.year if begun else max(today.year - 1, date.min.year)

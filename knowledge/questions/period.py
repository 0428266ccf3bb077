"""The time that what happened, or what is due, is asked of: "since June", "next month"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.dates import FuzzyDate
from knowledge.questions.moments import Moment, day_after, day_before, moments
from knowledge.words import words

_SINCE = re.compile(r"\b(?:since|from|starting(?: in| on)?|ever since)(?: the)? $")
_AFTER = re.compile(r"\b(?:after|following)(?: the)? $")
_BEFORE = re.compile(r"\b(?:before|prior to|earlier than)(?: the)? $")
_UNTIL = re.compile(r"\b(?:until|till|til|up to|through|by|as of|up till)(?: the)? $")
JOINS = re.compile(r" ?(?:and|to|until|till|through|-|–|—)(?: the| on)? ?")
"""What stands between the first and the last time of a period."""


_FAR = date(9999, 12, 31)  # the end of what is still open


@dataclass(frozen=True, slots=True)
class Period:
    """From its first day to its last, both included; without a first one, all up to the last."""

    first: date | None
    last: date

    def may_have(self, moment: FuzzyDate) -> bool:
        """Whether a day, a month or a year may lie in it."""
        begun = self.first is None or moment.latest >= self.first
        return begun and moment.earliest <= self.last

    @property
    def middle(self) -> date | None:
        """The day in the middle of it."""
        return self.first + (self.last - self.first) // 2 if self.first else None

    def __str__(self) -> str:
        """As people read it: "from 1 June 2026 to 30 June 2026", "up to 30 June 2026"."""
        if self.first == self.last:
            return f"on {_written(self.last)}"
        if self.last == _FAR and self.first is not None:
            return f"from {_written(self.first)} on"
        begin = f"from {_written(self.first)} " if self.first else "up "
        return f"{begin}to {_written(self.last)}"


def period_of(text: str, today: date, used: AbstractSet[str] = frozenset()) -> Period | None:
    """The period that a text in lower case names, if it names one; of several the last.

    What has only words that are `used` is part of a name, as in "the letter of 12 June".
    """
    return _bounded(text, _named(text, today, used), today)


def period_ahead(text: str, today: date, used: AbstractSet[str] = frozenset()) -> Period | None:
    """The same for what is to come: "December" is the next one, "this month" its rest."""
    for pattern, ends in _AHEAD:
        match = pattern.search(text)
        if match is not None:
            return Period(*ends(today, int(match[1]) if match.groups() else 1))
    found = [_next(one, today) for one in _named(text, today, used)]
    period = _bounded(text, found, _FAR)
    if period is None or period.first is not None:
        return period
    return Period(today, max(period.last, today))


def _named(text: str, today: date, used: AbstractSet[str]) -> list[Moment]:
    named = moments(text, today)
    return [one for one in named if not used >= {*words(text[one.start : one.end])}]


def _next(one: Moment, today: date) -> Moment:
    """The next such time, of one that lacks its year and is over."""
    if one.has_year or one.last >= today:
        return one
    first, last = (_of_year(day, day.year + 1) for day in (one.first, one.last))
    return replace(one, first=first, last=last, has_year=True)


def _bounded(text: str, found: Sequence[Moment], end: date) -> Period | None:
    """The period by the last of the times found and the word before it; an open one has an end."""
    if not found:
        return None
    last = found[-1]
    if len(found) > 1 and JOINS.fullmatch(text[found[-2].end : last.start]):
        return between(found[-2], last)
    before = text[: last.start]
    if _SINCE.search(before):
        return Period(last.first, max(end, last.last))
    if _AFTER.search(before):
        return Period(day_after(last.last), max(end, day_after(last.last)))
    if _BEFORE.search(before):
        return Period(None, day_before(last.first))
    if _UNTIL.search(before):
        return Period(None, last.last)
    return Period(last.first, last.last)


def without_period(text: str, today: date) -> str:
    """A text in lower case without the times that it names."""
    for one in moments(text, today):
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def between(begin: Moment, end: Moment) -> Period:
    """From one to the other; what lacks its year is of the other's, or of the one before it."""
    first = begin.first
    if first > end.last and not begin.has_year:
        first = _of_year(first, end.last.year)
        first = first if first <= end.last else _of_year(first, max(end.last.year - 1, 1))
    return Period(min(first, end.last), max(first, end.last))


def _of_year(day: date, year: int) -> date:
    """The same day of another year; of 29 February the 28th where there is none."""
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def _written(day: date) -> str:
    return str(FuzzyDate(day, day, day.isoformat()))


def _end_of_month(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])


_AHEAD: tuple[tuple[re.Pattern[str], Callable[[date, int], tuple[date, date]]], ...] = (
    (
        re.compile(r"\b(?:next|coming|upcoming) (\d{1,3}) days?\b"),
        lambda day, count: (day, day + timedelta(days=count)),
    ),
    (
        re.compile(r"\b(?:next|coming|upcoming) (\d{1,3}) weeks?\b"),
        lambda day, count: (day, day + timedelta(weeks=count)),
    ),
    (
        re.compile(r"\b(?:next|coming|upcoming) (\d{1,2}) months?\b"),
        lambda day, count: (day, _end_of_month(day, count)),
    ),
    (
        re.compile(r"\b(?:next|coming) week\b"),
        lambda day, _: (day + timedelta(7 - day.weekday()), day + timedelta(13 - day.weekday())),
    ),
    (
        re.compile(r"\b(?:next|coming) month\b"),
        lambda day, _: (day_after(_end_of_month(day, 0)), _end_of_month(day, 1)),
    ),
    (
        re.compile(r"\bthis week\b"),
        lambda day, _: (day, day + timedelta(6 - day.weekday())),
    ),
    (re.compile(r"\btomorrow\b"), lambda day, _: (day_after(day), day_after(day))),
    (re.compile(r"\bthis month\b"), lambda day, _: (day, _end_of_month(day, 0))),
    (
        re.compile(r"\bthis year\b|\b(?:end|rest) of the year\b|\byear[- ]?end\b"),
        lambda day, _: (day, day.replace(month=12, day=31)),
    ),
)

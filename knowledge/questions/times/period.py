"""The time that what happened, or what is due, is asked of: "since June", "next month"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import partial

from knowledge.dates import FuzzyDate
from knowledge.questions.times.moment import (
    MONTHS,
    Moment,
    day_after,
    day_before,
    days_from,
    masked,
    middle,
    months,
    next_to_come,
    of_year,
    written,
)
from knowledge.questions.times.reading import COUNT, WEEKDAYS, counted, moments
from knowledge.words import COMMON, words

JOINS = re.compile(r" ?(?:and|to|until|till|through|-|–|—)(?: the| on| in)? ?")
"""What stands between the first and the last time of a period."""
SINCE = re.compile(r"\b(?:since|on or after|no earlier than|not (?:before|until))(?: the)? $")
AFTER = re.compile(r"(?<!or )\b(?:after|following)(?: the)? $")
BEFORE = re.compile(r"(?<!or )(?<!not )(?<!no )\b(?:before|prior to|earlier than)(?: the)? $")
UNTIL = re.compile(
    r"(?<!not )\b(?:until|till?|up to|through|by|as of|no later than|on or before)(?: the)? $"
)
_FROM = re.compile(r"\b(?:from|starting(?: in| on)?)(?: the)? $")
_FAR = date.max  # the end of what is still open


@dataclass(frozen=True, slots=True)
class Period:
    """From its first day to its last, both included; without a first one, all up to the last."""

    first: date | None
    last: date

    def may_have(self, moment: FuzzyDate | None) -> bool:
        """Whether a day, a month or a year may lie in it; what has no date lies in none."""
        if moment is None:
            return False
        begun = self.first is None or moment.latest >= self.first
        return begun and moment.earliest <= self.last

    @property
    def middle(self) -> date | None:
        """The day in the middle of it."""
        return middle(self.first, self.last) if self.first else None

    def __str__(self) -> str:
        """As people read it: "from 1 June 2026 to 30 June 2026", "up to 30 June 2026"."""
        if self.first == self.last:
            return f"on {written(self.last)}"
        if self.last == _FAR and self.first is not None:
            return f"from {written(self.first)} on"
        begin = f"from {written(self.first)} " if self.first else "up "
        return f"{begin}to {written(self.last)}"


def period_of(text: str, today: date, used: AbstractSet[str] = frozenset()) -> Period | None:
    """The period that a text in lower case names, if it names one; of several the last.

    What has only words that are `used` is part of a name, as in "the letter of 12 June".
    """
    return _bounded(text, _unused(moments(text, today), text, used), today)


def period_ahead(text: str, today: date, used: AbstractSet[str] = frozenset()) -> Period | None:
    """The same for what is to come: "December" is the next one, "this month" its rest."""
    ahead = list(_ahead(text, today))
    plain = _masked(text, ahead)
    named = [next_to_come(one, today) for one in _unused(moments(plain, today), text, used)]
    period = _bounded(text, sorted((*ahead, *named), key=lambda one: one.start), _FAR)
    if period is None or period.first is not None:
        return period
    return Period(today, max(period.last, today))


def telling_words(text: str, today: date, used: AbstractSet[str]) -> set[str]:
    """The words of a text in lower case but common ones, those of times and those of names used."""
    plain = _masked(text, list(_ahead(text, today)))
    return set(words(_masked(plain, moments(plain, today)))) - COMMON - used


def between(begin: Moment, end: Moment) -> Period:
    """From one to the other; what lacks its year is of the other's, or of the one before it."""
    first = begin.first
    if first > end.last and not begin.is_fixed:
        first = of_year(first, end.last.year)
        first = first if first <= end.last else of_year(first, end.last.year - 1)
    return Period(min(first, end.last), max(first, end.last))


def _bounded(text: str, found: Sequence[Moment], end: date) -> Period | None:
    """The period by the last of the times found and the word before it; an open one has an end."""
    if not found:
        return None
    last = found[-1]
    if len(found) > 1 and JOINS.fullmatch(text[found[-2].end : last.start]):
        return between(found[-2], last)
    before = text[: last.start]
    if SINCE.search(before) or _FROM.search(before):
        return Period(last.first, max(end, last.last))
    if AFTER.search(before):
        return Period(day_after(last.last), max(end, day_after(last.last)))
    if BEFORE.search(before):
        return Period(None, day_before(last.first))
    if UNTIL.search(before):
        return Period(None, last.last)
    return Period(last.first, last.last)


def _unused(found: Sequence[Moment], text: str, used: AbstractSet[str]) -> list[Moment]:
    return [one for one in found if not used >= {*words(text[one.start : one.end])}]


def _masked(text: str, found: Sequence[Moment]) -> str:
    for one in found:
        text = masked(text, one.start, one.end)
    return text


def _ahead(text: str, today: date) -> Iterator[Moment]:
    """The times to come that a text names by today: "next month", "the end of the year"."""
    for pattern, ends in _AHEAD:
        match = pattern.search(text)
        if match is not None:
            first, last = ends(today, counted(match[1]) if match.groups() else 1)
            yield Moment(*match.span(), first, last, last)
            return


def _end_of_month(day: date, ahead: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + ahead, 12)
    return months(min(year, date.max.year), month + 1, month + 1)[1]


def _weekday(number: int, day: date, _: int) -> tuple[date, date]:
    following = days_from(day, 7 - (day.weekday() - number) % 7)
    return following, following


def _next_weekend(day: date, _: int) -> tuple[date, date]:
    saturday = _weekday(WEEKDAYS.index("saturday"), day, 0)[0]
    return saturday, day_after(saturday)


def _next_quarter(day: date, _: int) -> tuple[date, date]:
    quarter, year = (day.month - 1) // 3 + 1, day.year
    return months(min(year + quarter // 4, date.max.year), quarter % 4 * 3 + 1, quarter % 4 * 3 + 3)


_NEXT = rf"\b(?:next|coming|upcoming|within|in)(?: the)?(?: next| coming)? ({COUNT})"
_NOT_OF_A_MONTH = "".join(f"(?<!{month} )" for month in MONTHS)
_Ends = Callable[[date, int], tuple[date, date]]
_AHEAD: tuple[tuple[re.Pattern[str], _Ends], ...] = (
    (re.compile(rf"{_NEXT} days?\b"), lambda day, n: (day, days_from(day, n))),
    (re.compile(rf"{_NEXT} weeks?\b"), lambda day, n: (day, days_from(day, 7 * n))),
    (re.compile(rf"{_NEXT} fortnights?\b"), lambda day, n: (day, days_from(day, 14 * n))),
    (re.compile(rf"{_NEXT} months?\b"), lambda day, n: (day, _end_of_month(day, n))),
    (re.compile(rf"{_NEXT} years?\b"), lambda day, n: (day, of_year(day, day.year + n))),
    (
        re.compile(r"\b(?:next|coming) week\b"),
        lambda day, _: (days_from(day, 7 - day.weekday()), days_from(day, 13 - day.weekday())),
    ),
    (re.compile(r"\b(?:next|coming) weekend\b"), _next_weekend),
    (
        re.compile(r"\b(?:next|coming) month\b"),
        lambda day, _: (day_after(_end_of_month(day, 0)), _end_of_month(day, 1)),
    ),
    (re.compile(r"\b(?:next|coming) quarter\b"), _next_quarter),
    (
        re.compile(rf"{_NOT_OF_A_MONTH}\b(?:next|coming) year\b"),
        lambda day, _: months(min(day.year + 1, date.max.year), 1, 12),
    ),
    (
        re.compile(r"\b(?:the )?day after tomorrow\b"),
        lambda day, _: (days_from(day, 2), days_from(day, 2)),
    ),
    *(
        (re.compile(rf"\b(?<!last )(?:(?:next|coming|this) )?{name}\b"), partial(_weekday, number))
        for number, name in enumerate(WEEKDAYS)
    ),
    (re.compile(r"\btomorrow\b"), lambda day, _: (day_after(day), day_after(day))),
    (re.compile(r"\bthis week\b"), lambda day, _: (day, days_from(day, 6 - day.weekday()))),
    (
        re.compile(r"\b(?:(?:the )?(?:end|rest) of )?(?:the|this) month\b"),
        lambda day, _: (day, _end_of_month(day, 0)),
    ),
    (
        re.compile(r"(?<!\d )\b(?:(?:the )?(?:end|rest) of )?(?:the|this) year\b|\byear[- ]?end\b"),
        lambda day, _: (day, day.replace(month=12, day=31)),
    ),
)

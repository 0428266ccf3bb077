"""Dates as sources give them: exact, by month, by year, or about (a part of EDTF, ISO 8601-2)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")
MONTH_NAMES = tuple(calendar.month_name)[1:]
"""January first."""


@dataclass(frozen=True, slots=True, order=True)
class FuzzyDate:
    """A day, a month or a year, known exactly or about.

    `earliest` and `latest` are the first and the last day that it may mean.
    """

    earliest: date
    latest: date
    text: str

    @classmethod
    def parse(cls, text: str) -> FuzzyDate:
        """Read `2026`, `2026-06`, `2026-06-12`, each with an optional `~` for "about".

        Raises ValueError where the text is none of these or no such day exists.
        """
        match = _EDTF.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a date; write 2026-06-12, 2026-06, 2026 or 2026-06~")
        year, month, day = (int(part) if part else None for part in match.group(1, 2, 3))
        assert year is not None
        try:
            if month is None:
                return cls(date(year, 1, 1), date(year, 12, 31), text)
            if day is None:
                last = calendar.monthrange(year, month)[1]
                return cls(date(year, month, 1), date(year, month, last), text)
            return cls(date(year, month, day), date(year, month, day), text)
        except (ValueError, calendar.IllegalMonthError):
            raise ValueError(f"{text!r} is not a day of the calendar") from None

    @property
    def about(self) -> bool:
        """Whether the sources give the date only approximately."""
        return self.text.endswith("~")

    @property
    def exact(self) -> bool:
        """Whether it names one certain day."""
        return self.earliest == self.latest and not self.about

    def __str__(self) -> str:
        """As people read it: "12 June 2026", "June 2026", "about 2026"."""
        words = str(self.earliest.year)
        if self.earliest.month == self.latest.month:
            words = f"{MONTH_NAMES[self.earliest.month - 1]} {words}"
        if self.earliest == self.latest:
            words = f"{self.earliest.day} {words}"
        return f"about {words}" if self.about else words


def overlap(
    first: tuple[FuzzyDate | None, FuzzyDate | None],
    second: tuple[FuzzyDate | None, FuzzyDate | None],
) -> bool:
    """Whether two periods (from, until) share a moment; an open end reaches for ever.

    Periods are half-open: one that ends on the day another begins does not overlap it.
    """
    return _begins_before_end(first[0], second[1]) and _begins_before_end(second[0], first[1])


def _begins_before_end(begin: FuzzyDate | None, end: FuzzyDate | None) -> bool:
    return begin is None or end is None or begin.earliest < end.latest


def holds_on(day: date, begin: FuzzyDate | None, end: FuzzyDate | None) -> bool:
    """Whether a half-open period (from `begin`, until before `end`) covers a day."""
    return (begin is None or begin.earliest <= day) and (end is None or day < end.latest)

"""How a day reads, certain or not."""

from __future__ import annotations

from datetime import date

from bot.reply import Day, Spans
from knowledge.dates import FuzzyDate


def when(moment: FuzzyDate | None) -> Spans:
    """A day that a chat may show in its reader's way; one that is not exact as it is written."""
    if moment is None:
        return ("–",)
    return (Day(moment.earliest, str(moment)),) if moment.exact else (str(moment),)


def when_day(day: date) -> Spans:
    """A day that is certain."""
    return when(FuzzyDate(day, day, day.isoformat()))

"""How a day reads, certain or not."""

from __future__ import annotations

from datetime import UTC, date, datetime

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


def moment_words(moment: datetime) -> str:
    """A day and hour as words, for everyone the same."""
    at = moment.astimezone(UTC)
    return f"{at.day} {at:%B %Y, %H:%M} UTC"

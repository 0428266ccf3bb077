"""What is due, in the time that is asked of or from now on: a query, complete."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import Nothing
from knowledge.model import Statement
from knowledge.questions.analyse import Analysis
from knowledge.questions.index import Index
from knowledge.questions.times.moment import day_after
from knowledge.questions.times.period import period_ahead
from knowledge.vocabulary import Property, Rank

if TYPE_CHECKING:
    from knowledge.desk import Desk

_PAST = re.compile(r"\b(?:was|were|passed|expired|missed|since|ago)\b")


@dataclass(frozen=True, slots=True)
class Due:
    """Deadlines in order of time, the day that they are looked at from, and how it was taken."""

    statements: list[Statement]
    day: date
    remarks: tuple[str, ...]


def due(desk: Desk, index: Index, analysis: Analysis, day: date) -> Due | Nothing | None:
    """What is due of what is named, or at all; that nothing is, where nothing is named."""
    if _PAST.search(analysis.whole):
        return None
    entries = frozenset(analysis.links.entries or index.entries_in(analysis.links.places))
    period = period_ahead(analysis.timed, desk.today, analysis.links.used)
    if period is None:
        statements = _of(desk, entries, day, None)
        return Due(statements, day, ()) if statements else None
    first = period.first or desk.today
    statements = _of(desk, entries, first, day_after(period.last))
    if statements:
        return Due(statements, desk.today, (f"Taken as: what is due {period}.",))
    if entries:
        return None
    reason = f"The base has nothing that is due {period}."
    return Nothing(reason=reason, nearest=(), as_of=desk.today, checked_to=desk.checked_to)


def _of(desk: Desk, entries: frozenset[str], since: date, until: date | None) -> list[Statement]:
    dated = desk.store.dated(Property.DEADLINE, since, until)
    told = [s for s in dated if s.rank is not Rank.DEPRECATED]
    return [s for s in told if not entries or s.subject in entries]

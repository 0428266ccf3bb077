"""Whether a statement is on an entry: one that it concerns, or whom it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from knowledge.model import Statement
from knowledge.questions.index import Index
from knowledge.questions.premise import mentions
from knowledge.vocabulary import THINGS

if TYPE_CHECKING:
    from knowledge.desk import Desk


def is_on(desk: Desk, index: Index, statement: Statement, entries: Sequence[str]) -> bool:
    """Whether a statement is on one of these: it concerns it, or names whoever it is."""
    if not {*entries}.isdisjoint((statement.subject, *statement.about)):
        return True
    parties = (entry for entry in entries if index.kinds[entry] not in THINGS)
    return any(mentions(desk.names, statement, party) for party in parties)

"""Whether a statement is on an entry: one that it concerns, or whom it names."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Statement
from knowledge.names import Names
from knowledge.questions.base.index import Index
from knowledge.vocabulary import THINGS
from knowledge.words import folded_name


def is_on(names: Names, index: Index, statement: Statement, entries: Sequence[str]) -> bool:
    """Whether a statement is on one of these: it concerns it, or names whoever it is."""
    if not {*entries}.isdisjoint((statement.subject, *statement.about)):
        return True
    parties = (entry for entry in entries if index.kinds[entry] not in THINGS)
    return any(mentions(names, statement, party) for party in parties)


def mentions(names: Names, statement: Statement, entry: str) -> bool:
    """Whether a statement concerns a person or a company, or has the last word of its title.

    So are they called in passing.
    """
    if entry in (statement.subject, *statement.about):
        return True
    last = folded_name(names.named(entry).title).split()[-1]
    return last in folded_name(statement.text).split()

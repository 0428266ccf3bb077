"""Statements made an answer: as sentences, as a list, with as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import Answered, Sentences, disputes_of, evidence_of
from knowledge.model import Statement
from knowledge.questions.composing.compose import Chosen

if TYPE_CHECKING:
    from knowledge.desk import Desk

_ROOM = 1_900  # characters of a list, a timeline or deadlines in an answer; commands show all


def sentences(desk: Desk, chosen: Chosen, day: date) -> Answered:
    """What was chosen, as an answer."""
    shown = chosen.statements
    return Answered(
        title="",
        body=Sentences(tuple(evidence_of(desk.store, shown))),
        disputes=disputes_of(desk.store, chosen.disputes),
        entries=desk.named(s.subject for s in shown),
        as_of=day,
        checked_to=desk.checked_to,
    )


def as_list(desk: Desk, statements: Sequence[Statement], day: date) -> Answered:
    """As many of the statements as there is room for, and how many are left."""
    kept, left = within_room(list(statements))
    answer = sentences(desk, Chosen(tuple(kept), ()), day)
    return replace(answer, remarks=(f"The base has {left} more of these.",) if left else ())


def within_room(statements: list[Statement]) -> tuple[list[Statement], int]:
    """As many as an answer has room for, and how many are left."""
    room = _ROOM
    kept: list[Statement] = []
    for statement in {s.text: s for s in statements}.values():
        room -= len(statement.text) + 20
        if room < 0:
            break
        kept.append(statement)
    return kept, len({s.text for s in statements}) - len(kept)

"""Two things of one kind set side by side, where nothing is asked for in particular."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from knowledge import queries
from knowledge.answers import Answered, Comparison
from knowledge.questions.base.index import Index
from knowledge.questions.queries.leftover import left_over, only_names
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import THINGS, Instrument

if TYPE_CHECKING:
    from knowledge.desk import Desk

_COMPARING = frozenset(
    {"compare", "compared", "comparison", "vs", "versus", "apart", "between", "each", "other"}
    | {"difference", "differences", "differ", "different"}
)
_FRAMEWORKS = re.compile(r"\b(?:frameworks?|polic(?:y|ies))\b")
_POLICY = frozenset({"framework", "frameworks", "policy", "policies", "safety", "frontier"})
_MORE_COMPARED = "One statement a side; the command `compare` shows more."


def side_by_side(desk: Desk, index: Index, analysis: Analysis, day: date) -> Answered | None:
    """Two things of one kind, where nothing is asked for in particular."""
    entries, asking = analysis.links.entries, _COMPARING
    if _FRAMEWORKS.search(analysis.asking):
        entries, asking = _frameworks_of(desk, entries), _COMPARING | _POLICY
    more = left_over(analysis, asking, desk.today)
    meant = analysis.links.hinted[:1] if len(entries) == 1 and more else ()
    if meant and only_names(index, more, meant):  # "the accord"
        entries, more = (*entries, *meant), set()
    things = [entry for entry in entries if index.kinds[entry] in THINGS]
    if len(entries) != len(things) or more:
        return None
    if len(things) != 2 or index.kinds[things[0]] is not index.kinds[things[1]]:
        return None
    left, right = desk.named(things)
    return _briefly(queries.compare(desk, left, right, day))


def _frameworks_of(desk: Desk, entries: Sequence[str]) -> tuple[str, ...]:
    """The same entries, with the safety policy of each company, whose id begins with its, in its
    place."""
    forms = desk.store.forms().items()
    policies = [entry for entry, (form, _) in forms if form is Instrument.COMPANY_POLICY]
    return tuple(
        next((policy for policy in policies if policy.startswith(f"{entry}-")), entry)
        for entry in entries
    )


def _briefly(answer: Answered) -> Answered:
    """A comparison with the first statement of each side on a line, and the disputes of these."""
    assert isinstance(answer.body, Comparison)
    lines = [replace(one, left=one.left[:1], right=one.right[:1]) for one in answer.body.lines]
    shown = {evidence for line in lines for evidence in (*line.left, *line.right)}
    return replace(
        answer,
        body=replace(answer.body, lines=tuple(lines)),
        disputes=tuple(d for d in answer.disputes if shown & {s.evidence for s in d.sides}),
        remarks=(*answer.remarks, _MORE_COMPARED),
    )

"""Which list a question asks for: what has a thing in common, what happened, what is due, words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import (
    Answered,
    Deadlines,
    Nothing,
    evidence_of,
)
from knowledge.model import Statement
from knowledge.questions.asking.operations import Operation
from knowledge.questions.base.index import Index
from knowledge.questions.composing.shown import as_list, within_room
from knowledge.questions.queries import catalogue
from knowledge.questions.queries.due import Due, coming, due
from knowledge.questions.queries.history import has_history, timeline
from knowledge.questions.queries.model_states import Stood, standing_so
from knowledge.questions.queries.newest import newest
from knowledge.questions.queries.news import happened
from knowledge.questions.queries.of_each import OfEach, of_each
from knowledge.questions.queries.parts import all_of_a_part
from knowledge.questions.queries.reasons import reasons
from knowledge.questions.queries.reports import of_reports
from knowledge.questions.queries.said import said_by
from knowledge.questions.queries.side_by_side import side_by_side
from knowledge.questions.ranking.rank import Ranked
from knowledge.questions.reading.analyse import Analysis

if TYPE_CHECKING:
    from knowledge.desk import Desk

_NEWEST_FIRST = "The newest first, of the models that the base has."


def listed(
    desk: Desk, index: Index, analysis: Analysis, ranked: Sequence[Ranked], day: date
) -> Answered | Nothing | None:
    """A timeline, coming deadlines or a list by what is common, where that is asked for."""
    queried = _queried(desk, index, analysis, day)
    if queried is not None:
        return queried
    if analysis.operation is Operation.QUOTE:
        return said_by(desk, index, analysis, day)
    if analysis.operation is Operation.COMPARE:
        return side_by_side(desk, index, analysis, day)
    news = happened(desk, index, analysis, day)
    if isinstance(news, Nothing):
        return news
    if news is not None:
        answer = as_list(desk, news.events, news.day)
        return replace(answer, remarks=(news.remark, *answer.remarks))
    if analysis.operation is Operation.TIMELINE and has_history(analysis):
        return timeline(desk, index, analysis, ranked, day)
    if analysis.operation is Operation.DEADLINES:
        found = due(desk, index, analysis, day)
        return _due(desk, found) if isinstance(found, Due) else found
    return None


def _queried(desk: Desk, index: Index, analysis: Analysis, day: date) -> Answered | Nothing | None:
    """What the words of a question ask for to the last one: a query, complete."""
    ahead = coming(desk, index, analysis, day)
    if ahead is not None:
        return _due(desk, ahead) if isinstance(ahead, Due) else ahead
    common = catalogue.in_common(desk, index, analysis, day)
    if common is not None:
        return as_list(desk, common, day)
    latest = newest(desk, index, analysis, day)
    if latest is not None:
        answer = as_list(desk, latest, day)
        return replace(answer, remarks=(_NEWEST_FIRST, *answer.remarks))
    each = of_each(index, analysis, day)
    if each is not None:
        return _each(desk, index, each, day)
    stood = standing_so(desk, index, analysis, day)
    if stood is not None:
        return _stood(desk, stood, day)
    part = all_of_a_part(index, analysis, day)
    if part is not None:
        return _whole_part(desk, index, part, day)
    why = reasons(index, analysis, day)
    if why is not None:
        return _whole_part(desk, index, why, day)
    return of_reports(desk, index, analysis, day)


def _each(desk: Desk, index: Index, each: OfEach, day: date) -> Answered:
    told = (index.told_of(entry) for entry in each.entries)
    disputes = (one for of in told for one in desk.disputes(of, {each.property}, day))
    answer = replace(as_list(desk, each.statements, day), disputes=tuple(disputes))
    missing = "; ".join(named.title for named in desk.named(each.missing))
    remark = f"The base tells no {each.name} of {missing}."
    return replace(answer, remarks=(remark, *answer.remarks)) if missing else answer


def _stood(desk: Desk, stood: Stood, day: date) -> Answered | Nothing:
    if not stood.statements:
        return Nothing(reason=stood.remark, nearest=(), as_of=day, checked_to=desk.checked_to)
    answer = as_list(desk, stood.statements, day)
    return replace(answer, remarks=(*filter(None, (stood.remark,)), *answer.remarks))


def _whole_part(desk: Desk, index: Index, part: Sequence[Statement], day: date) -> Answered:
    """The statements on which sources agree as a list, the others beside it as disagreements."""
    entry, of = part[0].subject, part[0].property
    disputes = desk.disputes(index.told_of(entry), {of}, day)
    disputed = {side.evidence.statement for dispute in disputes for side in dispute.sides}
    agreed = [statement for statement in part if statement not in disputed]
    title = f"{desk.names.named(entry).title}: {of.meaning}"
    return replace(as_list(desk, agreed, day), title=title, disputes=disputes)


def _due(desk: Desk, found: Due) -> Answered:
    kept, left = within_room(found.statements)
    more = (f"{left} more: the command `deadlines` shows all.",) if left else ()
    return Answered(
        title="",
        body=Deadlines(
            tuple(evidence_of(desk.store, kept)),
            desk.store.titles([s.subject for s in kept]),
            found.day,
        ),
        entries=desk.named(s.subject for s in kept)[:10],
        remarks=(*found.remarks, *more),
        as_of=found.day,
        checked_to=desk.checked_to,
    )

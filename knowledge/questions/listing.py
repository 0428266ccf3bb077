"""Answers that are lists: of sentences, of what happened, of what is due, of what has a thing in
common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from knowledge import queries
from knowledge.answers import (
    Answered,
    Comparison,
    Deadlines,
    Nothing,
    Sentences,
    Timeline,
    disputes_of,
    evidence_of,
)
from knowledge.lists import quotes_on
from knowledge.model import Statement
from knowledge.questions import catalogue, compose
from knowledge.questions.analyse import Analysis
from knowledge.questions.due import Due, coming, due
from knowledge.questions.index import Index
from knowledge.questions.leftover import left_over, says_all
from knowledge.questions.model_states import Stood, standing_so
from knowledge.questions.newest import newest
from knowledge.questions.news import events_of, happened
from knowledge.questions.operations import Operation
from knowledge.questions.parts import all_of_a_part
from knowledge.questions.premise import mentions
from knowledge.questions.rank import Ranked
from knowledge.questions.reports import of_reports
from knowledge.questions.times.period import Period, period_of
from knowledge.vocabulary import THINGS, Instrument, Kind, Property
from knowledge.weigh import date_of, standing

if TYPE_CHECKING:
    from knowledge.desk import Desk

_SAYING = frozenset(
    {"say", "said", "says", "write", "wrote", "tell", "told", "quote", "quotes", "words", "line"}
    | {"since", "between", "down", "up", "out", "off", "back", "regarding", "concerning"}
)
_COMPARING = frozenset(
    {"compare", "compared", "comparison", "vs", "versus", "apart", "between", "each", "other"}
    | {"difference", "differences", "differ", "different"}
)
_FRAMEWORKS = re.compile(r"\b(?:frameworks?|polic(?:y|ies))\b")
_POLICY = frozenset({"framework", "frameworks", "policy", "policies", "safety", "frontier"})
_NEWEST_FIRST = "The newest first, of the models that the base has."
_MORE_COMPARED = "One statement a side; the command `compare` shows more."
_HAPPENED = re.compile(r"\bwhat happened\b")
_EVENTS_ROOM = 1_900  # characters of a timeline or of deadlines in an answer; commands show all


def sentences(desk: Desk, chosen: compose.Chosen, day: date) -> Answered:
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


def listed(
    desk: Desk, index: Index, analysis: Analysis, ranked: Sequence[Ranked], day: date
) -> Answered | Nothing | None:
    """A timeline, coming deadlines or a list by what is common, where that is asked for."""
    queried = _queried(desk, index, analysis, day)
    if queried is not None:
        return queried
    if analysis.operation is Operation.QUOTE:
        return _said_by(desk, index, analysis, day)
    if analysis.operation is Operation.COMPARE:
        return _side_by_side(desk, index, analysis, day)
    news = happened(desk, index, analysis, day)
    if isinstance(news, Nothing):
        return news
    if news is not None:
        answer = _list(desk, news.events, news.day)
        return replace(answer, remarks=(news.remark, *answer.remarks))
    if analysis.operation is Operation.TIMELINE and _has_history(analysis):
        return _timeline(desk, index, analysis, ranked, day)
    if analysis.operation is Operation.DEADLINES:
        found = due(desk, index, analysis, day)
        return _due(desk, found) if isinstance(found, Due) else found
    return None


def _queried(desk: Desk, index: Index, analysis: Analysis, day: date) -> Answered | Nothing | None:
    """What the words of a question ask for to the last one: a query, complete."""
    ahead = coming(desk, index, analysis, day)
    if ahead is not None:
        return _due(desk, ahead)
    common = catalogue.listed(desk, index, analysis, day)
    if common is not None:
        return _list(desk, common, day)
    latest = newest(desk, index, analysis, day)
    if latest is not None:
        answer = _list(desk, latest, day)
        return replace(answer, remarks=(_NEWEST_FIRST, *answer.remarks))
    stood = standing_so(desk, index, analysis, day)
    if stood is not None:
        return _stood(desk, stood, day)
    part = all_of_a_part(index, analysis, day)
    if part is not None:
        return _whole_part(desk, index, part, day)
    return of_reports(desk, index, analysis, day)


def _has_history(analysis: Analysis) -> bool:
    """Whether a timeline is of a thing in the base; "what happened to" may be of any."""
    links = analysis.links
    named = bool(links.entries or links.places)
    return named or (links.any and not _HAPPENED.search(analysis.asking))


def _list(desk: Desk, statements: Sequence[Statement], day: date) -> Answered:
    kept, left = _room(list(statements))
    answer = sentences(desk, compose.Chosen(tuple(kept), ()), day)
    return replace(answer, remarks=(f"{left} more of these are in the base.",) if left else ())


def _stood(desk: Desk, stood: Stood, day: date) -> Answered | Nothing:
    if not stood.statements:
        return Nothing(reason=stood.remark, nearest=(), as_of=day, checked_to=desk.checked_to)
    answer = _list(desk, stood.statements, day)
    return replace(answer, remarks=(*filter(None, (stood.remark,)), *answer.remarks))


def _whole_part(desk: Desk, index: Index, part: Sequence[Statement], day: date) -> Answered:
    """The statements on which sources agree as a list, the others beside it as disagreements."""
    entry, of = part[0].subject, part[0].property
    disputes = desk.disputes(index.told_of(entry), {of}, day)
    disputed = {side.evidence.statement for dispute in disputes for side in dispute.sides}
    agreed = [statement for statement in part if statement not in disputed]
    title = f"{desk.names.named(entry).title}: {of.meaning}"
    return replace(_list(desk, agreed, day), title=title, disputes=disputes)


def _said_by(desk: Desk, index: Index, analysis: Analysis, day: date) -> Answered | None:
    """What a person said, on all that is named, with every further word, or in a time."""
    entries = analysis.links.entries
    people = [entry for entry in entries if index.kinds[entry] is Kind.PERSON]
    named = index.lexicon.holders
    people = people or list(
        dict.fromkeys(
            entry
            for word in analysis.words
            for entry in named.get(word, ())
            if index.kinds[entry] is Kind.PERSON
        )
    )
    if len(people) != 1:
        return None
    others = [entry for entry in entries if entry not in people]
    rest = left_over(analysis, _SAYING, desk.today)
    more = {word for word in rest if people[0] not in named.get(word, ())}
    period = period_of(analysis.timed, desk.today, analysis.links.used)
    day = desk.today if period else day
    period = period or Period(None, day)
    (person,) = desk.named(people)
    said = [
        s
        for s in quotes_on(desk, person)
        if period.may_have(s.on)
        and s.text.startswith(person.title)  # others speak about the person
        and all(_is_on(desk, index, s, [other]) for other in others)
        and says_all(desk, s, more)
    ]
    return _list(desk, said, day) if said else None


def _side_by_side(desk: Desk, index: Index, analysis: Analysis, day: date) -> Answered | None:
    """Two things of one kind, where nothing is asked for in particular."""
    entries, asking = analysis.links.entries, _COMPARING
    if _FRAMEWORKS.search(analysis.asking):
        entries, asking = _frameworks_of(desk, entries), _COMPARING | _POLICY
    things = [entry for entry in entries if index.kinds[entry] in THINGS]
    if len(entries) != len(things) or left_over(analysis, asking, desk.today):
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


def _timeline(
    desk: Desk, index: Index, analysis: Analysis, ranked: Sequence[Ranked], day: date
) -> Answered | None:
    """The dated statements that fit the question best, and all others of its entries, in order."""
    named = analysis.links.entries
    period = period_of(analysis.timed, desk.today, analysis.links.used)
    if period is not None:  # the days that are named are those to be told of
        day = desk.today
    in_period = events_of(desk, named, day) if period is not None and named else []
    others = (s for entry in named or analysis.links.hinted[:2] for s in index.told_of(entry))
    best = (r.statement for r in ranked if not named or _is_on(desk, index, r.statement, named))
    told = standing(dict.fromkeys((*best, *others, *in_period)), day)
    dated = _dated(told, named, day)
    fitting = [s for s in dated if period is None or period.may_have(s.on)] or dated
    if not fitting:
        return None
    kept, left = _room(fitting)
    kept.sort(key=lambda s: s.on.earliest if s.on else date.min)
    more = (f"{left} more dates: the command `timeline` shows all.",) if left else ()
    is_other = period is not None and fitting is dated
    other = (f"The base has no date on that {period}; these are of other times.",)
    return Answered(
        title="",
        body=Timeline(tuple(evidence_of(desk.store, kept))),
        entries=desk.named(s.subject for s in kept)[:10],
        remarks=(*(other if is_other else ()), *more),
        as_of=day,
        checked_to=desk.checked_to,
    )


def _dated(told: Sequence[Statement], named: Sequence[str], day: date) -> list[Statement]:
    """The events of these, and the dates to come of the entries that are named."""
    events = [s for s in told if s.property is Property.EVENT and s.on is not None]
    coming: dict[date, Statement] = {}
    for one in told:
        on = date_of(one) if one.subject in named else None
        if on is not None and on.earliest > day:
            coming.setdefault(on.earliest, replace(one, on=on))
    return [*events, *coming.values()]


def _is_on(desk: Desk, index: Index, statement: Statement, entries: Sequence[str]) -> bool:
    """Whether a statement is on one of these: it concerns it, or names whoever it is."""
    if not {*entries}.isdisjoint((statement.subject, *statement.about)):
        return True
    parties = (entry for entry in entries if index.kinds[entry] not in THINGS)
    return any(mentions(desk.names, statement, party) for party in parties)


def _due(desk: Desk, found: Due) -> Answered:
    kept, left = _room(found.statements)
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


def _room(statements: list[Statement]) -> tuple[list[Statement], int]:
    """As many as an answer has room for, and how many are left."""
    room = _EVENTS_ROOM
    kept: list[Statement] = []
    for statement in {s.text: s for s in statements}.values():
        room -= len(statement.text) + 20
        if room < 0:
            break
        kept.append(statement)
    return kept, len({s.text for s in statements}) - len(kept)

"""The timeline of what is named: its events and the dates to come, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import Answered, Timeline, evidence_of
from knowledge.model import Statement
from knowledge.questions.base.index import Index
from knowledge.questions.composing.shown import within_room
from knowledge.questions.queries.news import events_of
from knowledge.questions.ranking.concern import is_on, mentions
from knowledge.questions.ranking.rank import Ranked
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.reading.whole import named_as_whole
from knowledge.questions.times.period import period_of
from knowledge.vocabulary import PARTIES, Property
from knowledge.weigh import date_of, standing

if TYPE_CHECKING:
    from knowledge.desk import Desk

_ENOUGH = 2  # dates of what is only hinted at
_HAPPENED = re.compile(r"\bwhat happened\b")


def has_history(analysis: Analysis) -> bool:
    """Whether a timeline is of a thing in the base; "what happened to" may be of any."""
    links = analysis.links
    named = bool(links.entries or links.places)
    return named or (links.any and not _HAPPENED.search(analysis.asking))


def timeline(
    desk: Desk, index: Index, analysis: Analysis, ranked: Sequence[Ranked], day: date
) -> Answered | None:
    """The dated statements that fit the question best, and all others of its entries, in order."""
    named = named_as_whole(index, analysis)
    period = period_of(analysis.timed, desk.today, analysis.links.used)
    if period is not None:  # the days that are named are those to be told of
        day = desk.today
    in_period = events_of(desk, named, day) if period is not None and named else []
    meant = named or _meant(index, analysis)
    others = [s for entry in meant for s in index.told_of(entry)]
    first = [one.statement for one in ranked]
    best = [s for s in first if is_on(desk.names, index, s, meant)]
    told = standing(dict.fromkeys((*best, *others, *in_period)), day)
    dated = _dated(_between(desk, index, told, named) or told, named, day)
    if not named and len(dated) < _ENOUGH:
        dated = _dated(standing(first, day), named, day)
    fitting = [s for s in dated if period is None or period.may_have(s.on)] or dated
    if not fitting:
        return None
    kept, left = within_room(fitting)
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


def _meant(index: Index, analysis: Analysis) -> Sequence[str]:
    """The likeliest of what a question hints at, where it names nothing: in the place it names."""
    places, likeliest = analysis.links.places, analysis.links.hinted[:2]
    return [entry for entry in likeliest if not places or index.places.get(entry) in places]


def _between(
    desk: Desk, index: Index, told: Sequence[Statement], named: Sequence[str]
) -> Sequence[Statement]:
    """What is told in entries on all of the parties, where nothing but parties is named."""
    if len(named) < 2 or not all(index.kinds[entry] in PARTIES for entry in named):
        return told
    found = []
    for subject in dict.fromkeys(statement.subject for statement in told):
        own = index.told_of(subject)
        if all(any(mentions(desk.names, one, party) for one in own) for party in named):
            found += [statement for statement in told if statement.subject == subject]
    return found


def _dated(told: Sequence[Statement], named: Sequence[str], day: date) -> list[Statement]:
    """The events of these, and the dates to come of the entries that are named."""
    events = [s for s in told if s.property is Property.EVENT and s.on is not None]
    coming: dict[date, Statement] = {}
    for one in told:
        on = date_of(one) if one.subject in named else None
        if on is not None and on.earliest > day:
            coming.setdefault(on.earliest, replace(one, on=on))
    return [*events, *coming.values()]

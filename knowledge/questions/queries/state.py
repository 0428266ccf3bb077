"""How one thing stands on a day, where a question asks whether it stands so and nothing more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from knowledge.model import Statement, Unknown
from knowledge.questions.asking.asks import START
from knowledge.questions.base.index import Index
from knowledge.questions.queries.leftover import left_over, only_names
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import THINGS, Audience, Kind, Property, Rank
from knowledge.weigh import holds, standing

_WHETHER = re.compile(
    rf"{START}(?:(?:is|was|are|were|has|have|can|could|may)\b"
    r"|who (?:has|have|can|may|gets?) |(?:what(?:'s| is| was) )?(?:the )?(?:current )?status of )"
    r"|\bstatus$"
)
_OPEN = re.compile(r"\bopen.?(?:source|weight|licen[cs]e)|\bdownload|\bclosed\b|\bproprietary\b")
_ASKING = frozenset(
    {"available", "out", "released", "open", "suspended", "banned", "blocked", "offline", "down"}
    | {"online", "live", "active", "public", "publicly", "restricted", "accessible", "force"}
    | {"effect", "allowed", "use", "used", "access", "still", "already", "currently", "yet"}
    | {"back", "gone", "generally", "anyone", "anybody", "everyone", "everybody", "people"}
    | {"again", "now", "today", "switched", "off", "applicable", "apply", "law"}
    | {"disabled", "limited", "launched", "get", "export", "controlled", "controls", "government"}
    | {"source", "sourced", "weight", "weights", "closed", "proprietary", "download", "downloaded"}
    | {"downloadable", "licence", "license", "model", "status", "current"}
)
_STATES = frozenset(
    {Property.ACCESS, Property.STATUS, Property.BINDINGNESS, Property.DEADLINE, Property.NEXT}
    | {Property.SCOPE}
)
_LICENCES = frozenset({Property.LICENCE, Property.STATUS})


def how_it_stands_on(index: Index, analysis: Analysis, day: date) -> tuple[Statement, ...]:
    """The status of the one thing named and what everyone may do with it, as of a day.

    Its licence where it is asked whether it is open source, and its first status for a day
    before that. Of each model of a family, where that is named. None at all where more is
    asked than whether, or to whom, it is open, out, banned or in force.
    """
    if not asks_how_it_stands(index, analysis, day):
        return ()
    things = _things_named(index, analysis)
    return tuple(s for thing in things for s in _how_one_stands(index, analysis, thing, day))


def _things_named(index: Index, analysis: Analysis) -> Sequence[str]:
    """The one thing named, or the models of the one family that is."""
    entries, hinted = analysis.links.entries, analysis.links.hinted
    if entries:
        return entries if len(entries) == 1 and index.kinds[entries[0]] in THINGS else ()
    return hinted if all(index.kinds[entry] is Kind.MODEL for entry in hinted) else ()


def _how_one_stands(
    index: Index, analysis: Analysis, thing: str, day: date
) -> tuple[Statement, ...]:
    told = index.told_of(thing)
    current = standing(told, day)
    if _OPEN.search(analysis.asking):
        return tuple(s for s in current if s.property is Property.LICENCE)
    status = [s for s in current if s.property is Property.STATUS]
    everyone = [s for s in current if s.access and s.access.audience is Audience.EVERYONE]
    if not status and analysis.days.asked == day:  # the question names it
        return _first_status(told)
    return (*status[:1], *everyone[:1])


def _first_status(told: Sequence[Statement]) -> tuple[Statement, ...]:
    """How a thing first stood, for a day before that."""
    dated = [
        (statement.valid_from.earliest, n, statement)
        for n, statement in enumerate(told)
        if statement.property is Property.STATUS
        and statement.valid_from is not None
        and statement.rank is not Rank.DEPRECATED
    ]
    return (min(dated)[2],) if dated else ()


def leaves_open(statement: Statement) -> bool:
    """Whether a statement says that sources do not tell of something else than how it stands."""
    return isinstance(statement.value, Unknown) and statement.property not in _STATES


def asks_how_it_stands(index: Index, analysis: Analysis, day: date) -> bool:
    """Whether a question asks of one thing, or of one family, only how it stands."""
    if analysis.links.places or not _WHETHER.search(analysis.asking):
        return False
    things = _things_named(index, analysis)
    return bool(things) and only_names(index, left_over(analysis, _ASKING, day), things)


def tells_alike(index: Index, statement: Statement, stands: Sequence[Statement], day: date) -> bool:
    """Whether a statement answers as well, of that day, as those on how the thing stands."""
    subjects = {one.subject for one in stands}
    if index.kinds[statement.subject] is Kind.MODEL and statement.subject not in subjects:
        return False  # it speaks of another model first
    of_licence = any(one.property is Property.LICENCE for one in stands)
    return statement.property in (_LICENCES if of_licence else _STATES) and holds(statement, day)

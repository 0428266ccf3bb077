"""What happened, in a time or lately, to what is named or at all: a query, complete."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import Nothing
from knowledge.model import Statement
from knowledge.questions.asking.operations import Operation
from knowledge.questions.base.index import Index
from knowledge.questions.language.normalise import stem
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.reading.whole import named_as_whole
from knowledge.questions.times.moment import day_after, days_from
from knowledge.questions.times.period import Period, period_of, telling_words
from knowledge.vocabulary import Kind, Property
from knowledge.weigh import standing

if TYPE_CHECKING:
    from knowledge.desk import Desk

_NEW = 30  # days before the newest evidence, where no time is named
_LATEST = 5  # events of what is named, where no time is
_OPENING = re.compile(
    r"(?:and |so |ok )?(?:(?:give|show|tell|list)(?: (?:me|us))?(?: all)? )?(?:"
    r"what(?:['’]?s| is| are| has| have| was| else)? (?:been |is |has )?"
    r"(?:new|changed|changing|happen(?:ed|s|ing)|going on|the (?:latest|news|updates?))\b"
    r"|what (?:took place|went on)\b"
    r"|what (?:did|have) (?:i|we) miss(?:ed)?\b"
    r"|(?:(?:is|are|was|were) there |ha(?:s|ve) there been )?any(?:thing)? (?:ai )?"
    r"(?:new|news|latest|updates?|changes?|changed|happened|happening|developments?)\b"
    r"|(?:did|has) anything (?:new )?(?:changed?|happen(?:ed)?)\b"
    r"|(?:the )?latest\b(?! (?:model|version|release))"
    r"|(?:the )?(?:(?:latest|recent|newest|new|any) )?(?:ai )?"
    r"(?:news|updates?|developments?|events|changes)\b|(?:the )?(?:time ?line|chronology)\b)"
)
_ENDING = re.compile(r"\b(?:news|updates)\W*$")  # "June news", "SB 53 updates"
_IN_OTHER_WORDS = re.compile(  # of what cues make of another language
    r"\bwhat\b.*?\b(?P<verb>happened|happens|changed|new)\b|\b(?P<noun>(?:latest )?news)\b"
)
_ASKS_MORE = re.compile(r"\b(?:who|whom|why|when|where|how|which|then|that|it|them|afterwards)\b")
_CONCERNING = re.compile(  # what is new in a thing is what it says, not what happened to it
    r" ?(?:(?:news|updates?) )?(?:with|on|about|at|from|around|for|to|regarding"
    r"|concerning)\b"
)
_FILLING = frozenset(
    {"new", "news", "latest", "recent", "recently", "lately", "update", "updates", "happened"}
    | {"changes", "changed", "events", "developments", "happen", "happens", "going", "now"}
    | {"else", "here"}
    | {"ai", "rule", "rules", "regulation", "regulations", "law", "policy", "world", "regarding"}
    | {"concerning", "s", "far", "just", "around", "during", "between", "since"}
    | {"till", "through", "prior", "earlier", "starting", "following", "ever"}
    | {"exists"}
)


@dataclass(frozen=True, slots=True)
class Happened:
    """Events, those of a time that is over in order, others the newest first; with a remark.

    `day` is the one that they are looked back at from.
    """

    events: Sequence[Statement]
    day: date
    remark: str


def happened(desk: Desk, index: Index, analysis: Analysis, day: date) -> Happened | Nothing | None:
    """What happened, where nothing else is asked for; where nothing is named, also that it is not
    known of anything."""
    rest = _asked_of(analysis)
    if rest is None or not _says_no_more(index, rest, analysis, desk.today):
        return None
    period = period_of(analysis.timed, desk.today, analysis.links.used)
    entries = named_as_whole(index, analysis)
    named = entries or index.entries_in(analysis.links.places)
    if not named and (analysis.links.used or _ASKS_MORE.search(rest)):
        return None  # it may be about something after all
    if period is None:
        return _lately(desk, named, day) if not entries or _CONCERNING.match(rest) else None
    if period.first is not None and period.first > desk.today:
        return None
    # the days that are named say which events are asked for, not from when it is looked at
    told = events_of(desk, named, desk.today)
    events = [s for s in told if period.may_have(s.on)]
    if not events:  # what is doubted is told as doubted, rather than that nothing happened
        doubted = events_of(desk, named, desk.today, doubted=True)
        events = [s for s in doubted if period.may_have(s.on)]
    if not events:
        return None if named else _nothing(desk, period, told)
    is_over = period.first is not None and period.last < desk.today
    events = _in_order(index, events) if is_over else events
    return Happened(events, desk.today, _taken_as(period))


def _in_order(index: Index, events: Sequence[Statement]) -> list[Statement]:
    """The first first; of a day what happened to a rule before what that did to models."""

    def key(event: Statement) -> tuple[date, bool]:
        on = event.on.earliest if event.on else date.max
        return on, index.kinds[event.subject] is Kind.MODEL

    return sorted(events, key=key)


def _asked_of(analysis: Analysis) -> str | None:
    """What stands beside the words that ask what happened; None where a text does not open so.

    The history of a thing is a timeline.
    """
    asking = analysis.asking
    opening = _OPENING.match(asking)
    if opening is None and analysis.language_note and not _ASKS_MORE.search(asking):
        opening = _IN_OTHER_WORDS.search(asking)
    ending = _ENDING.search(asking) if opening is None else None
    if ending is not None:
        return f" about {asking[: ending.start()]}"
    if opening is None or analysis.operation not in (Operation.GET, Operation.TIMELINE):
        return None
    if analysis.operation is Operation.TIMELINE and analysis.links.entries:
        return None
    start, end = opening.span(opening.lastgroup or 0)
    return f"{asking[end:]} {asking[:start]}"


def _says_no_more(index: Index, rest: str, analysis: Analysis, today: date) -> bool:
    """Whether it has no other telling words than names and times.

    Of another language, words that are no cues and that the base does not have tell nothing.
    """
    told = telling_words(rest, today, analysis.links.used) - _FILLING
    foreign = bool(analysis.language_note)
    return all(foreign and stem(word) not in index.rarity for word in told)


def _lately(desk: Desk, named: Sequence[str], day: date) -> Happened | None:
    told = events_of(desk, named, day)
    if named:
        return Happened(told[:_LATEST], day, "The newest events on that.") if told else None
    period = Period(days_from(min(desk.checked_to or day, day), -_NEW), day)
    events = [s for s in told if period.may_have(s.on)]
    return Happened(events, day, _taken_as(period)) if events else None


def _taken_as(period: Period) -> str:
    return f"Taken as: what happened {period}."


def events_of(
    desk: Desk, named: Sequence[str], day: date, doubted: bool = False
) -> list[Statement]:
    """What happened up to a day to any of these, or at all, or is said to; the newest first."""
    told = desk.store.dated(Property.EVENT, date.min, day_after(day))
    if named:
        told = [s for s in told if not {*named}.isdisjoint((s.subject, *s.about))]
    return [s for s in reversed(standing(told, day)) if doubted or not s.doubt]


def _nothing(desk: Desk, period: Period, told: Sequence[Statement]) -> Nothing:
    newest = next((s.on for s in told if s.on is not None), None)
    known = f" The newest event that it has is of {newest}." if newest else ""
    reason = f"The base has nothing that happened {period}.{known}"
    return Nothing(reason=reason, nearest=(), as_of=desk.today, checked_to=desk.checked_to)

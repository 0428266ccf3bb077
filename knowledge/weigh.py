"""What follows from statements by itself: what holds, confidence, disagreement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.dates import FuzzyDate, holds_on, overlap
from knowledge.model import Absent, Known, Source, Statement, Unknown, Value
from knowledge.vocabulary import (
    SINGLE_VALUED,
    Confidence,
    Property,
    Rank,
    SourceAccess,
    Tier,
)

_RANKS = {Rank.PREFERRED: 0, Rank.NORMAL: 1, Rank.DEPRECATED: 2}
_AUTHORITIES = frozenset({Tier.PRIMARY, Tier.COURT})
_REPORTERS = frozenset({Tier.PRESS, Tier.LAW_FIRM, Tier.TRADE_PRESS, Tier.TRACKER})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A point on which sources differ: the sides, the preferred one first, and why it is."""

    subject: str
    topic: str
    sides: tuple[Statement, ...]
    reason: str
    left: int = 0  # further sides that an answer has no room for

    @property
    def settled(self) -> bool:
        """Whether the base prefers a side."""
        return self.sides[0].rank is Rank.PREFERRED or any(
            side.rank is Rank.DEPRECATED for side in self.sides
        )


def by_rank(statements: Iterable[Statement]) -> list[Statement]:
    """Preferred ones first, deprecated ones last, otherwise as they stand."""
    return sorted(statements, key=lambda statement: _RANKS[statement.rank])


def holds(statement: Statement, day: date) -> bool:
    """Whether a statement can be told of a day: valid then, and no event that was yet to come."""
    if statement.property is Property.EVENT and statement.on is not None:
        return statement.on.earliest <= day
    return holds_on(day, statement.valid_from, statement.valid_to)


def date_of(statement: Statement) -> FuzzyDate | None:
    """The date that a statement has for its value, if it is one; `check` tells of others."""
    if statement.property is not Property.DATE or not isinstance(statement.value, Known):
        return None
    try:
        return FuzzyDate.parse(statement.value.text)
    except ValueError:
        return None


def standing(statements: Iterable[Statement], day: date) -> list[Statement]:
    """What can be told of a day, without what is known to be wrong."""
    return [s for s in statements if s.rank is not Rank.DEPRECATED and holds(s, day)]


def confidence(statement: Statement, sources: Mapping[str, Source]) -> Confidence:
    """How well a statement is supported.

    High: a primary or court source that was seen, or news reporters of two independent origins.
    Medium: one of these, or an authority whose page was not seen. Low: all else, and whatever a
    curator doubts. Outlets that pass on one report (`via`) are one origin.
    """
    if statement.doubt:
        return Confidence.LOW
    cited = [sources[c.source] for c in statement.citations if c.source in sources]
    seen = [source for source in cited if source.access is not SourceAccess.CITED]
    if any(source.tier in _AUTHORITIES for source in seen):
        return Confidence.HIGH
    origins = {source.origin for source in seen if source.tier in _REPORTERS}
    if len(origins) > 1:
        return Confidence.HIGH
    if origins or any(source.tier in _AUTHORITIES | _REPORTERS for source in cited):
        return Confidence.MEDIUM
    return Confidence.LOW


def disagreements(statements: Iterable[Statement], day: date | None = None) -> list[Disagreement]:
    """Where statements about the same point differ in value while both would hold.

    The point is subject, property and topic. Properties that have many values at a time
    (events, duties) differ only under a topic. With a day, only what holds then counts.
    """
    groups: dict[tuple[str, Property, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        comparable = statement.topic or statement.property in SINGLE_VALUED
        if comparable and statement.value is not None and not statement.access:
            groups[statement.subject, statement.property, statement.topic].append(statement)
    found = []
    for (subject, about, topic), group in groups.items():
        sides = _differing([s for s in group if day is None or holds(s, day)])
        if sides:
            name = topic or about.meaning
            reason = next((side.reason for side in sides if side.reason), "")
            found.append(Disagreement(subject, name, tuple(sides), reason))
    return found


def _differing(group: list[Statement]) -> list[Statement]:
    """Those of a group that contradict another one at the same time, the best-ranked first."""
    ordered = by_rank(group)
    return [
        one
        for one in ordered
        if any(
            _plain(one.value) != _plain(other.value)
            and overlap((one.valid_from, one.valid_to), (other.valid_from, other.valid_to))
            for other in ordered
        )
    ]


def _plain(value: Value | None) -> str:
    match value:
        case Known(text):
            return text.casefold()
        case Unknown():
            return "\0unknown"
        case Absent():
            return "\0absent"
        case None:
            return ""

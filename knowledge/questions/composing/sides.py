"""What a comparison sets side by side, and what is shown of each: one property for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.model import Statement
from knowledge.questions.asking.operations import Operation
from knowledge.questions.base.index import Index
from knowledge.questions.ranking.rank import FEATURES, Ranked
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import THINGS, Jurisdiction, Kind, Property
from knowledge.weigh import standing

_PROPERTY, _ALL_NAMED = FEATURES.index("property"), FEATURES.index("all_named")
_EVERY = 0.99  # share of the things named
_SHARE = 0.3  # what the likelihood of a property counts beside the score, in log odds
_PLAINLY = 2.0  # what a word counts that asks for a property by its name
_WHO = re.compile(r"\bwho(?:'s|se|m)?\b")
_RELATED = re.compile(r"\bdiffer(?!en(?:ce|t))|\brelat|\bconfus|\breplac|\bsupersed")
_DOERS = (Property.ISSUER, Property.MAKER)
_FAR = 2.0  # points by which the best of all is far above the next
_MISSING = 2.0  # what a side that lacks the property costs, below the last one ranked
_MOST = 4  # sides
_OF_EACH = 2  # statements


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things compared: an entry, a place, or who acted."""

    entry: str | None
    place: Jurisdiction | None
    belongs: Callable[[Statement], bool]


def sides_of(index: Index, analysis: Analysis, ranked: Sequence[Ranked]) -> list[Side]:
    """The things that a question sets side by side; none where it is about one."""
    links = analysis.links
    things = [e for e in links.entries if index.kinds[e] in THINGS]
    comparing = analysis.operation is Operation.COMPARE
    kinds = [index.kinds[e] for e in things]
    alike = any(kinds.count(kind) > 1 for kind in THINGS) and not _is_on_all(ranked)
    if len(things) > 1 and (comparing or alike):
        return [_entry(each) for each in things[:_MOST]]
    covered = {index.places.get(each) for each in things}
    places = [place for place in links.places if place not in covered]
    if (
        len(things) + len(places) > 1
        and places
        and (comparing or not things)
        and not _over(index, ranked, places)
    ):
        return [*map(_entry, things), *(_in_place(index, place) for place in places)][:_MOST]
    parties = [e for e in links.entries if index.kinds[e] is Kind.ORGANISATION]
    if len(parties) > 1 and comparing:
        return [_party(each) for each in parties[:_MOST]]
    if not comparing:
        return []
    return _nearest(index, analysis, ranked, things)


def all_sides(
    index: Index, analysis: Analysis, sides: Sequence[Side], ranked: Sequence[Ranked], day: date
) -> list[Statement]:
    """The best statement of each side on what is asked for, and one more of each.

    Before them the best of all, where it is far above the others and companies are compared: it
    is on what they did, and so on both.
    """
    of_parties = any(side.entry and index.kinds[side.entry] not in THINGS for side in sides)
    far = len(ranked) > 1 and ranked[0].score - ranked[1].score > _FAR
    on_both = [ranked[0].statement] if of_parties and far else []
    wanted = _wanted(analysis, sides, ranked)
    firsts, seconds = [], []
    for side in sides:
        mine = [one.statement for one in ranked if side.belongs(one.statement)]
        alike = [one for one in mine if one.property is wanted]
        if not alike:  # what a question names only by a number or a place may not be ranked
            alike = [s for s in _all_of(index, side, day) if s.property is wanted]
        shown = list(dict.fromkeys([*alike[:1], *mine, *alike]))[:_OF_EACH]
        firsts += shown[:1]
        seconds += shown[1:]
    return [*on_both, *firsts, *seconds]


def _wanted(analysis: Analysis, sides: Sequence[Side], ranked: Sequence[Ranked]) -> Property:
    """The property on which the sides together have the best statements."""
    lowest = min(one.score for one in ranked) - _MISSING
    text = analysis.text.casefold()
    found: dict[Property, list[float]] = {}
    for number, side in enumerate(sides):
        for one in ranked:
            if not side.belongs(one.statement):
                continue
            scores = found.setdefault(one.statement.property, [lowest] * len(sides))
            score = (
                _added(text, one.statement.property)
                + one.score
                + _SHARE * float(one.features[_PROPERTY])
            )
            scores[number] = max(scores[number], score)
    if not found:
        return ranked[0].statement.property
    return max(found, key=lambda each: sum(found[each]))


def _added(text: str, of: Property) -> float:
    """What speaks for a property beside the score: who did it, but not what else there is."""
    if of is Property.RELATION:
        return 0.0 if _RELATED.search(text) else -_PLAINLY
    return _PLAINLY if of in _DOERS and _WHO.search(text) else 0.0


def _nearest(
    index: Index,
    analysis: Analysis,
    ranked: Sequence[Ranked],
    things: Sequence[str],
) -> list[Side]:
    """Where fewer than two are named: those hinted at that are alike, then those ranked best.

    Where places are named, only rules of these are.
    """
    kinds = {index.kinds[each] for each in analysis.links.entries} & set(THINGS)
    kinds = kinds or {index.kinds[ranked[0].statement.subject]}
    hinted = [e for e in analysis.links.hinted[:2] if index.kinds[e] in kinds]
    places = analysis.links.places
    others = [*hinted, *(one.statement.subject for one in ranked)]
    there = (entry for entry in others if not places or index.places.get(entry) in places)
    entries = dict.fromkeys([*things, *there])
    return [_entry(each) for each in list(entries)[:3]]


def _is_on_all(ranked: Sequence[Ranked]) -> bool:
    """Whether the best statement concerns every thing that is named."""
    return float(ranked[0].features[_ALL_NAMED]) > _EVERY


def _over(index: Index, ranked: Sequence[Ranked], places: Sequence[Jurisdiction]) -> bool:
    """Whether the best statement is itself on all the places."""
    best = ranked[0].statement
    concerned = {index.places.get(each) for each in (best.subject, *best.about)}
    return set(places) <= concerned


def _all_of(index: Index, side: Side, day: date) -> list[Statement]:
    if side.entry is not None:
        return standing(index.told_of(side.entry), day)
    rows = index.in_place.get(side.place) if side.place is not None else None
    return (
        standing([index.statements[row] for row in rows.tolist()], day) if rows is not None else []
    )


def _entry(entry: str) -> Side:
    return Side(entry, None, lambda statement: statement.subject == entry)


def _in_place(index: Index, place: Jurisdiction) -> Side:
    return Side(None, place, lambda statement: index.places.get(statement.subject) is place)


def _party(party: str) -> Side:
    return Side(party, None, lambda statement: party in (statement.subject, *statement.about))

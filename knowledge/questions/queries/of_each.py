"""One property of each thing named, side by side: prices, penalties, licences, thresholds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from knowledge.model import Statement
from knowledge.questions.base.index import Index
from knowledge.questions.queries.leftover import is_negated, left_over
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import THINGS, Property
from knowledge.weigh import by_rank, standing


@dataclass(frozen=True, slots=True)
class _Asked:
    """A property by the words that ask for it, and by the topic where it has several."""

    property: Property
    name: str
    words: frozenset[str]
    topic: re.Pattern[str] = re.compile("")


_PROPERTIES = (
    _Asked(
        Property.PRICE,
        "price",
        frozenset(
            {"price", "prices", "pricing", "priced", "cost", "costs", "cheap", "cheaper", "dearer"}
            | {"cheapest", "expensive", "token", "tokens", "million", "pricier"}
        ),
    ),
    _Asked(
        Property.PENALTY,
        "penalty",
        frozenset({"penalty", "penalties", "fine", "fines", "sanction", "sanctions"}),
    ),
    _Asked(
        Property.LICENCE,
        "licence",
        frozenset({"licence", "licences", "license", "licenses", "open", "source", "weights"}),
    ),
    _Asked(
        Property.QUANTITY,
        "compute threshold",
        frozenset({"compute", "threshold", "thresholds", "flop", "flops"}),
        re.compile(r"\bcompute threshold"),
    ),
)
_COMPARING = frozenset(
    {"compare", "compared", "comparison", "vs", "versus", "between", "each", "other", "difference"}
    | {"differences", "differ", "different", "higher", "lower", "bigger", "both", "show"}
    | {"list", "give", "tell", "two", "three", "per", "amount", "maximum", "much", "one"}
    | {"dollars", "model", "models", "law", "laws"}
)
_MOST = 2  # statements of each


@dataclass(frozen=True, slots=True)
class OfEach:
    """What is told of each thing, in the order named, and the things of which nothing is."""

    statements: tuple[Statement, ...]
    property: Property
    name: str
    entries: tuple[str, ...]
    missing: tuple[str, ...]


def of_each(index: Index, analysis: Analysis, day: date) -> OfEach | None:
    """The property that is asked for of each of several things.

    None where more is asked for, where only one thing is named, or nothing is told of any.
    """
    entries = analysis.links.entries
    if len(entries) < 2 or any(index.kinds[entry] not in THINGS for entry in entries):
        return None
    if analysis.links.places or is_negated(analysis) or analysis.days.mentioned:
        return None  # nothing is told by place, nor of what is not so, nor of another time
    words = left_over(analysis, _COMPARING, day)
    asked = next((one for one in _PROPERTIES if words and words <= one.words), None)
    if asked is None:
        return None
    told: list[Statement] = []
    missing: list[str] = []
    for entry in entries:
        mine = _told_of(index, entry, asked, day)
        told += mine
        if not mine:
            missing.append(entry)
    found = OfEach(tuple(told), asked.property, asked.name, entries, tuple(missing))
    return found if told else None


def _told_of(index: Index, entry: str, asked: _Asked, day: date) -> list[Statement]:
    alike = [
        statement
        for statement in standing(index.told_of(entry), day)
        if statement.property is asked.property and asked.topic.search(statement.topic)
    ]
    return by_rank(alike)[:_MOST]

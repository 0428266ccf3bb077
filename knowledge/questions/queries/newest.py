"""The newest models, of a developer, a place or a family that is named: a query."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from knowledge.model import Statement
from knowledge.questions.base.index import Index
from knowledge.questions.queries.leftover import is_negated, left_over
from knowledge.questions.queries.narrowed import models_of
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import THINGS, Rank
from knowledge.weigh import date_of

if TYPE_CHECKING:
    from knowledge.desk import Desk

_NEWEST = re.compile(r"\b(?:newest|latest|most recent)\b")
_ASKS_ELSE = re.compile(r"\b(?:why|how|when|where|who|whose)\b")
_RELEASED = re.compile(r"\breleas|\bpreview|\bavailab|\bopened\b")
_ASKING = frozenset(
    {"newest", "latest", "most", "recent", "model", "models", "version", "versions", "ai"}
    | {"release", "releases", "released", "llm", "llms", "frontier", "list", "show", "tell", "name"}
)
_MOST = 3  # models that are told of


def newest(desk: Desk, index: Index, analysis: Analysis, day: date) -> tuple[Statement, ...] | None:
    """When the newest models of what is named came out, the newest first.

    None where anything else is asked for than the newest of a developer, a place or a family.
    """
    if not _NEWEST.search(analysis.asking) or _ASKS_ELSE.search(analysis.asking):
        return None
    if is_negated(analysis) or analysis.is_dated:
        return None
    if any(index.kinds[entry] in THINGS for entry in analysis.links.entries):
        return None
    family = left_over(analysis, _ASKING, desk.today)
    if not family and not re.search(r"\b(?:models?|llms?)\b", analysis.asking):
        return None
    models = models_of(desk, index, analysis, family)
    released = [found for model in models if (found := _released(index, model, day)) is not None]
    released.sort(key=lambda one: one[0], reverse=True)
    return tuple(statement for _, statement in released[:_MOST]) or None


def _released(index: Index, model: str, day: date) -> tuple[date, Statement] | None:
    """The first day on which anybody got a model, if it is over, and what tells it."""
    dated = [(on, s) for s in index.told_of(model) if (on := _day_of(s)) is not None and on <= day]
    return min(dated, key=lambda one: one[0]) if dated else None


def _day_of(statement: Statement) -> date | None:
    """The day of a release that a statement dates; None where it dates something else."""
    topic, on = statement.topic, date_of(statement)
    if on is None or statement.rank is Rank.DEPRECATED or "weights" in topic:
        return None
    return on.earliest if _RELEASED.search(topic) else None

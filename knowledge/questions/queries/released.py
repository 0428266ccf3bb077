"""When a model came out, where a question asks that and nothing more."""

from __future__ import annotations

import re
from datetime import date

from knowledge.model import Statement
from knowledge.questions.asking.asks import START
from knowledge.questions.base.index import Index
from knowledge.questions.composing.compose import Chosen
from knowledge.questions.queries.leftover import left_over
from knowledge.questions.ranking.order import is_later
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import Kind, Property, Rank
from knowledge.weigh import date_of, disagreements

_WHEN = re.compile(
    rf"{START}(?:when|what day|what date|which day|on (?:what|which) (?:day|date)"
    r"|since when|how long)\b.*\b(?:out|releas\w*|launch\w*|available|public|open(?:ed)?|live)\b"
    r"|\b(?:release|launch) (?:date|day)s?\b"
)
_ASKING = frozenset(
    {"release", "released", "releases", "launch", "launched", "come", "came", "coming", "out"}
    | {"available", "generally", "publicly", "public", "open", "opened", "live", "go", "went"}
    | {"gone", "made", "become", "became", "date", "dates", "day", "exactly", "first"}
    | {"everyone", "everybody", "long", "exact", "weights", "model", "get", "since"}
)
_STEPS = frozenset(
    {"available", "generally", "public", "publicly", "everyone", "everybody", "open", "opened"}
    | {"weights", "first", "long"}
)
_RELEASE = re.compile(r"\breleas|\bpreview|\bavailab|\bopened\b|\brollout\b")


def when_released(index: Index, analysis: Analysis, day: date, sure: bool = False) -> Chosen | None:
    """What dates the release of the one model named: its preview, its opening, its weights.

    With it where sources differ on one of these. None where more is asked for; or one of these
    alone, of which the best statement is `sure` to tell.
    """
    entries = analysis.links.entries
    if len(entries) != 1 or index.kinds[entries[0]] is not Kind.MODEL:
        return None
    if not _WHEN.search(analysis.asking) or left_over(analysis, _ASKING, day):
        return None
    if sure and not _STEPS.isdisjoint(analysis.words):
        return None
    told = [s for s in index.told_of(entries[0]) if _dates_release(s) and not is_later(s, day)]
    points = disagreements(told)
    others = [side for point in points for side in point.sides[1:]]
    agreed = [s for s in told if s not in others and s.rank is not Rank.DEPRECATED]
    agreed.sort(key=_day_of)
    return Chosen(tuple(agreed), tuple(points)) if agreed else None


def _day_of(statement: Statement) -> date:
    on = date_of(statement)
    return on.earliest if on is not None else date.max


def _dates_release(statement: Statement) -> bool:
    return statement.property is Property.DATE and bool(_RELEASE.search(statement.topic))

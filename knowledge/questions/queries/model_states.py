"""The models that stand in one way on a day: suspended, in preview, withheld, succeeded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from knowledge.model import Known, Statement
from knowledge.questions.asking.asks import START
from knowledge.questions.base.index import Index
from knowledge.questions.queries.leftover import is_negated, left_over
from knowledge.questions.queries.narrowed import models_of, names_of_models
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import THINGS, AccessState, Audience, Property, Rank, ReleaseStatus
from knowledge.weigh import standing

if TYPE_CHECKING:
    from knowledge.desk import Desk

_WORDS: dict[ReleaseStatus, str] = {
    ReleaseStatus.SUSPENDED: "suspended suspend banned ban blocked offline down off disabled barred"
    " unavailable switched turned pulled stopped forbidden prohibited",
    ReleaseStatus.PREVIEW: "preview previews previewed",
    ReleaseStatus.WITHHELD: "withheld shelved held back withhold",
    ReleaseStatus.SUPERSEDED: "superseded succeeded replaced",
}
_BANS = frozenset({"banned", "ban", "barred", "blocked", "forbidden", "prohibited"})
_ASKING = frozenset(
    {"model", "models", "ai", "llm", "llms", "list", "show", "name", "tell", "give"}
    | {"now", "today", "currently", "current", "still", "right", "present", "moment", "far"}
    | {"ever", "got", "get", "government", "anyone", "anybody", "status"}
    | {"limited", "usa", "american"}
)
_LISTS = re.compile(rf"{START}(?:which|what|list|name|show|any|all|are there)\b")
_WHERE = re.compile(r"\bin (?!preview\b|limited\b)")
_MODELS = re.compile(r"\b(?:models?|llms?)\b")
_EVER = re.compile(r"\b(?:ever|were|was|got|have been|has been|had been|so far)\b")


@dataclass(frozen=True, slots=True)
class Stood:
    """What tells of each model that it stands, or stood, so; and how that is to be read."""

    statements: tuple[Statement, ...]
    remark: str


def standing_so(desk: Desk, index: Index, analysis: Analysis, day: date) -> Stood | None:
    """Every model with the status that is asked for; of former times where none has it any more.

    No statement where none ever had it; None where anything else is asked for.
    """
    if not (_LISTS.search(analysis.asking) and _MODELS.search(analysis.asking)):
        return None
    if any(index.kinds[entry] in THINGS for entry in analysis.links.entries):
        return None
    if is_negated(analysis):
        return None
    if analysis.links.places and _WHERE.search(analysis.asking):  # it is not of their makers
        return None
    models, left = _asked_for(desk, index, analysis)
    status = next((s for s, cues in _WORDS.items() if left and left <= {*cues.split()}), None)
    if status is None:
        return None
    told = [s for model in models for s in index.told_of(model)]
    once = [s for s in told if _has(s, status) and _begun(s, day)]
    now = standing(once, day)
    barred = [s for s in standing(told, day) if left & _BANS and _bars(s)]
    if now and (day != desk.today or not _EVER.search(analysis.asking)):
        return Stood((*now, *barred), "")
    none = f"No model that is asked for is {status} on {day.day} {day:%B %Y}"
    if once:
        return Stood((*once, *barred), "" if now else f"{none}; these were once.")
    return Stood(tuple(barred), f"{none}, or was before, as far as the base tells.")


def _asked_for(
    desk: Desk, index: Index, analysis: Analysis
) -> tuple[Sequence[str], AbstractSet[str]]:
    """The models of the developer, the place or the family that is named, and the other words."""
    words = left_over(analysis, _ASKING, desk.today)
    family = (words & names_of_models(desk, index)) - {*" ".join(_WORDS.values()).split()}
    return sorted(models_of(desk, index, analysis, family)), words - family


def _has(statement: Statement, status: ReleaseStatus) -> bool:
    value = statement.value.text if isinstance(statement.value, Known) else ""
    told = statement.property is Property.STATUS and value == status
    return told and statement.rank is not Rank.DEPRECATED


def _begun(statement: Statement, day: date) -> bool:
    return statement.valid_from is None or statement.valid_from.earliest <= day


def _bars(statement: Statement) -> bool:
    """Whether it says that some may not use a model that others may."""
    access = statement.access
    return (
        access is not None
        and access.state is AccessState.BARRED
        and access.audience is not Audience.EVERYONE
    )

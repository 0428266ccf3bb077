"""Why a rule or an order came about, where nothing more is asked for."""

from __future__ import annotations

import re
from datetime import date

from knowledge.model import Statement
from knowledge.questions.asking.asks import START
from knowledge.questions.base.index import Index
from knowledge.questions.queries.leftover import is_negated, left_over, only_names
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import Kind, Property
from knowledge.weigh import standing

_WHY = re.compile(rf"{START}(?:why|how come|for what reasons?|what for)\b")
_CAME_ABOUT = frozenset(
    {"why", "reason", "reasons", "happen", "happened", "exist", "exists", "made", "done"}
    | {"issue", "issued", "sign", "signed", "send", "sent", "write", "written", "government"}
)


def reasons(index: Index, analysis: Analysis, day: date) -> tuple[Statement, ...] | None:
    """Every reason that is told of the one rule named; None where more is asked, or none is.

    Who is named beside it may not have done what is asked for.
    """
    named = analysis.links.entries
    if len(named) != 1 or index.kinds[named[0]] is not Kind.DIRECTIVE:
        return None
    if not _WHY.search(analysis.asking) or is_negated(analysis):
        return None
    if not only_names(index, left_over(analysis, _CAME_ABOUT, day), named):
        return None
    told = standing(index.told_of(named[0]), day)
    return tuple(s for s in told if s.property is Property.REASON) or None

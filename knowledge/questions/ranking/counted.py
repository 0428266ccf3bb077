"""Whether a statement speaks of what a question counts: of customers in "how many customers"."""

from __future__ import annotations

import re

from knowledge.model import Statement
from knowledge.questions.asking.focus import focus_of
from knowledge.questions.language.normalise import stem
from knowledge.questions.language.synonyms import counted_alike, related
from knowledge.words import words

_HOW_MANY = re.compile(
    r"\bhow many\b(?! (?:times|of)\b).*?(?=\b(?:which|what|when|who|why|how much|long)\b|$)"
)
_UNITS = "day week month year hour minute dollar euro yuan won cent million billion percent"
_NOT_TOLD_BY_NAME = frozenset(stem(word) for word in _UNITS.split())
_VOTING = frozenset(stem(word) for word in ("votes", "commissioners", "judges", "members"))
_TALLY = re.compile(r"\b\d+(?:-| to )\d+\b")


def counts_another(asking: str, statement: Statement) -> bool:
    """Whether a number of things is asked for of which a statement does not speak.

    `asking` is in lower case.
    """
    counting = _HOW_MANY.search(asking)
    counted = focus_of(counting[0]) if counting else None
    if counted is None or counted in _NOT_TOLD_BY_NAME or counted.isdigit():
        return False
    if counted in _VOTING and _TALLY.search(statement.text):
        return False
    told = {stem(word) for word in words(f"{statement.text} {statement.subject} {statement.topic}")}
    meant = {counted, *related(counted), *counted_alike(counted)}
    return told.isdisjoint(meant)

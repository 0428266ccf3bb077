"""The EU AI Act as a whole, of which the base tells in parts: the entries on them, and what changes
it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.questions.base.index import Index
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import Kind, Property

_WHOLE_ACT = re.compile(r"^(?!.*\b(?:gpai|general.purpose|articles?)\b).*\bai act\b")
_PARTS = "eu-ai-act-"
_CHANGES_IT = re.compile(r"\bamends the EU AI Act\b")


def named_as_whole(index: Index, analysis: Analysis) -> Sequence[str]:
    """The entries that are named; where the AI Act is and no part of it, all that are on it."""
    named = analysis.links.entries
    if not _WHOLE_ACT.search(analysis.asking) or not any(e.startswith(_PARTS) for e in named):
        return named
    rules = (entry for entry, kind in index.kinds.items() if kind is Kind.DIRECTIVE)
    return tuple(dict.fromkeys((*named, *(e for e in rules if _is_on_it(index, e)))))


def _is_on_it(index: Index, entry: str) -> bool:
    told = (s.text for s in index.told_of(entry) if s.property is Property.DEFINITION)
    return entry.startswith(_PARTS) or any(_CHANGES_IT.search(text) for text in told)

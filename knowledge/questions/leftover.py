"""What a question says besides names, times and the words by which a query is asked for."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date

from knowledge.questions.analyse import Analysis
from knowledge.questions.times.period import telling_words


def left_over(analysis: Analysis, asking: AbstractSet[str], today: date) -> set[str]:
    """The telling words of a question that name nothing, are no times and are not among these."""
    told = telling_words(analysis.asking, today, analysis.links.used)
    return (told & {*analysis.words}) - asking

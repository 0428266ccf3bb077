"""What a question says besides names, times and the words by which a query is asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from datetime import date
from typing import TYPE_CHECKING

from knowledge.model import Statement
from knowledge.questions.base.index import Index
from knowledge.questions.language.normalise import stem
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.times.period import telling_words
from knowledge.words import words

if TYPE_CHECKING:
    from knowledge.desk import Desk

_NOT = re.compile(r"\b(?:not|no|never|without|neither|nor)\b|n['’]t\b|\bnon-")


def left_over(analysis: Analysis, asking: AbstractSet[str], today: date) -> set[str]:
    """The telling words of a question that name nothing, are no times and are not among these."""
    told = telling_words(analysis.asking, today, analysis.links.used)
    return (told & {*analysis.words}) - asking


def only_names(index: Index, left: Iterable[str], entries: Collection[str]) -> bool:
    """Whether each of these words is one of the name of every one of the entries."""
    return all({*entries} <= {*index.lexicon.holders.get(word, ())} for word in left)


def is_negated(analysis: Analysis) -> bool:
    """Whether a question says "not": no query tells of what is not so."""
    return says_not(analysis.asking)


def says_not(text: str) -> bool:
    """Whether a text in lower case denies something."""
    return bool(_NOT.search(text))


def says_all(desk: Desk, statement: Statement, sought: AbstractSet[str]) -> bool:
    """Whether a statement, or its entry's title, has all of these words in some form."""
    title = desk.names.named(statement.subject).title
    return has_all(f"{title} {statement.text}", sought)


def has_all(text: str, sought: AbstractSet[str]) -> bool:
    """Whether a text has all of these words in some form."""
    return not sought or {stem(word) for word in sought} <= {stem(word) for word in words(text)}

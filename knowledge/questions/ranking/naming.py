"""Whom, or which model, a statement names that a question does not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet

from knowledge.model import Statement
from knowledge.questions.base.index import Index
from knowledge.questions.base.telling import CAPITAL
from knowledge.questions.language.normalise import stem
from knowledge.questions.times.moment import MONTHS
from knowledge.vocabulary import PARTIES, Kind
from knowledge.words import COMMON, folded_name

_NUMBERED = re.compile(r"\b([A-Z][A-Za-z-]*)[ -]?\d")
_TITLED = re.compile(
    r"\b(?:Senators?|Representatives?|Judges?|Justice|Governor|Attorney General|Secretary"
    r"|Chair(?:man)?|Director|Commissioner|Minister|President)(?: [A-Z]\w+)? ([A-Z]\w+)"
)
_THE_PRESS = re.compile(r"\bThe(?: [A-Z]\w+)+")  # "The Machine Herald" is nobody


def names_party(index: Index, statement: Statement, asked: AbstractSet[str]) -> bool:
    """Whether it names a person, a body or an outlet that the question does not name."""
    if _names_any(index, statement, asked, PARTIES):
        return True
    first = folded_name(statement.text).split()[:1]
    # The first word of a sentence has a capital, whatever it is.
    new = _names_without_entry(index, statement.text, asked)
    return any([word] != first or not index.lexicon.english(word) for word in new)


def names_person(index: Index, statement: Statement, asked: AbstractSet[str]) -> bool:
    """Whether it names a person whom the question does not name."""
    titled = (stem(name.casefold()) for name in _TITLED.findall(statement.text))
    new = _names_without_entry(index, _THE_PRESS.sub("", statement.text), asked)
    unknown = any(not index.lexicon.english(word) for word in new)
    named = unknown or any(name not in asked for name in titled)
    return named or _names_any(index, statement, asked, (Kind.PERSON,))


def names_known_person(index: Index, statement: Statement) -> bool:
    """Whether it names a person of the base, by the last name at least."""
    told = set(folded_name(statement.text).split())
    people = (entry for entry, kind in index.kinds.items() if kind is Kind.PERSON)
    return any(person.rpartition("-")[2] in told for person in people)


def names_model(index: Index, statement: Statement, asked: AbstractSet[str]) -> bool:
    """Whether it names a model, or anything with a number, that the question does not name."""
    numbered = (name.casefold() for name in _NUMBERED.findall(statement.text))
    return any(name not in MONTHS for name in numbered) or _names_any(
        index, statement, asked, (Kind.MODEL,)
    )


def _names_any(
    index: Index, statement: Statement, asked: AbstractSet[str], kinds: Collection[Kind]
) -> bool:
    told = folded_name(statement.text).split()
    for size in (1, 2, 3):
        for start in range(len(told) - size + 1):
            part = told[start : start + size]
            named = {index.kinds[entry] for entry in index.lexicon.names.get(" ".join(part), ())}
            if not named.isdisjoint(kinds) and not {stem(word) for word in part} <= asked:
                return True
    return False


def _names_without_entry(index: Index, told: str, asked: AbstractSet[str]) -> Iterator[str]:
    names = folded_name(" ".join(CAPITAL.findall(told))).split()
    new = (word for word in names if word not in index.lexicon.holders and word not in COMMON)
    return (word for word in new if stem(word) not in asked)

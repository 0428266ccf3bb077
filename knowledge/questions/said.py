"""What a person said: all of it, on what is named, with every further word, or in a time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import Answered
from knowledge.lists import quotes_on
from knowledge.questions.analyse import Analysis
from knowledge.questions.concern import is_on
from knowledge.questions.index import Index
from knowledge.questions.leftover import left_over, says_all
from knowledge.questions.shown import as_list
from knowledge.questions.times.period import Period, period_of
from knowledge.vocabulary import Kind

if TYPE_CHECKING:
    from knowledge.desk import Desk

_SAYING = frozenset(
    {"say", "said", "says", "write", "wrote", "tell", "told", "quote", "quotes", "words", "line"}
    | {"since", "between", "down", "out", "off", "back", "regarding", "concerning"}
)


def said_by(desk: Desk, index: Index, analysis: Analysis, day: date) -> Answered | None:
    """What a person said, on all that is named, with every further word, or in a time."""
    entries = analysis.links.entries
    people = [entry for entry in entries if index.kinds[entry] is Kind.PERSON]
    named = index.lexicon.holders
    people = people or list(
        dict.fromkeys(
            entry
            for word in analysis.words
            for entry in named.get(word, ())
            if index.kinds[entry] is Kind.PERSON
        )
    )
    if len(people) != 1:
        return None
    others = [entry for entry in entries if entry not in people]
    rest = left_over(analysis, _SAYING, desk.today)
    more = {word for word in rest if people[0] not in named.get(word, ())}
    period = period_of(analysis.timed, desk.today, analysis.links.used)
    day = desk.today if period else day
    period = period or Period(None, day)
    (person,) = desk.named(people)
    said = [
        s
        for s in quotes_on(desk, person)
        if period.may_have(s.on)
        and s.text.startswith(person.title)  # others speak about the person
        and all(is_on(desk.names, index, s, [other]) for other in others)
        and says_all(desk, s, more)
    ]
    return as_list(desk, said, day) if said else None

"""What a person or a company said: all of it, on what is named, with all words, or in a time."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import Answered
from knowledge.lists import quotes_on
from knowledge.questions.base.index import Index
from knowledge.questions.composing.shown import as_list
from knowledge.questions.queries.leftover import left_over, says_all
from knowledge.questions.ranking.concern import is_on
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.times.period import Period, period_of
from knowledge.vocabulary import Kind
from knowledge.words import words

if TYPE_CHECKING:
    from knowledge.desk import Desk

_SAYING = frozenset(
    {"say", "said", "says", "write", "wrote", "tell", "told", "quote", "quotes", "words", "line"}
    | {"since", "between", "down", "out", "off", "back", "regarding", "concerning"}
)
_ABOUT = re.compile(r"\b(?:about|on|against|regarding|concerning|towards?) (?:the )?([\w.-]+)")


def said_by(desk: Desk, index: Index, analysis: Analysis, day: date) -> Answered | None:
    """What a person, or a company, said: on all that is named, with every word, or in a time."""
    entries = analysis.links.entries
    named = index.lexicon.holders
    speakers = _speakers(index, analysis)
    if len(speakers) != 1 or _is_spoken_of(index, analysis.asking, speakers[0]):
        return None
    others = [entry for entry in entries if entry not in speakers]
    rest = left_over(analysis, _SAYING, desk.today)
    more = {word for word in rest if speakers[0] not in named.get(word, ())}
    period = period_of(analysis.timed, desk.today, analysis.links.used)
    day = desk.today if period else day
    period = period or Period(None, day)
    (speaker,) = desk.named(speakers)
    said = [
        s
        for s in quotes_on(desk, speaker)
        if period.may_have(s.on)
        and s.text.startswith(speaker.title)  # others speak about them
        and all(is_on(desk.names, index, s, [other]) for other in others)
        and says_all(desk, s, more)
    ]
    return as_list(desk, said, day) if said else None


def _speakers(index: Index, analysis: Analysis) -> list[str]:
    """The people who are named, else those of whom a word is, else the companies."""
    entries = analysis.links.entries
    people = [entry for entry in entries if index.kinds[entry] is Kind.PERSON]
    rest = (word for word in analysis.words if word not in analysis.links.used)
    holders = (entry for word in rest for entry in index.lexicon.holders.get(word, ()))
    people = people or [e for e in dict.fromkeys(holders) if index.kinds[e] is Kind.PERSON]
    return people or [entry for entry in entries if index.kinds[entry] is Kind.ORGANISATION]


def _is_spoken_of(index: Index, asking: str, speaker: str) -> bool:
    """Whether it is asked what others said about whom it names."""
    topics = (word for topic in _ABOUT.findall(asking) for word in words(topic))
    named = (
        {*index.lexicon.names.get(word, ()), *index.lexicon.holders.get(word, ())}
        for word in topics
    )
    return any(speaker in entries for entries in named)

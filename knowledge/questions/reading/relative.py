"""What a number, a day or "the one of 30 June" means beside what was spoken of."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.questions.language.normalise import stem
from knowledge.questions.times.days import Days
from knowledge.questions.times.moment import MONTHS, days_from
from knowledge.questions.times.reading import COUNT, UNITS, counted
from knowledge.vocabulary import Kind
from knowledge.words import COMMON

if TYPE_CHECKING:
    from knowledge.questions.reading.analyse import Analysis
    from knowledge.questions.reading.followup import Subject

_FAMILY = re.compile(r"-\d+(?:\.\d+)*$")
_DATED = re.compile(r"-\d{4}-\d\d-\d\d$")
_DAY = re.compile(r"\bthe (\d{1,2})(?:st|nd|rd|th)\b")
_MOVED = re.compile(
    rf"\b(?P<count>{COUNT}|the) (?P<unit>{'|'.join(UNITS)})s?"
    r" (?P<side>after|later|before|earlier)\W*$"
)
_ON = frozenset({"after", "later"})
_ONE_OF = re.compile(r"\b(?:one|letter|order|decision) (?:of|from|on|dated)\b")
_BRIEF = 5  # words at most around a number that stands for the next model of a family
_ONES = frozenset({"one", "letter", "order", "decision", "dated"})


def on_day(analysis: Analysis, last: Subject) -> Analysis:
    """ "And on the 28th?" means a day of the month that was spoken of, "a week later" one after."""
    text = analysis.text.casefold()
    days, number, moved = analysis.days, _DAY.search(text), _MOVED.search(text)
    if not days.mentioned and moved and last.as_of:
        count = UNITS[moved["unit"]] * counted(None if moved["count"] == "the" else moved["count"])
        day = days_from(last.as_of, count if moved["side"] in _ON else -count)
        return _without(replace(analysis, days=Days(day, (day,))), moved[0].split())
    if not days.mentioned and number and last.as_of:
        try:
            days = Days(None, (last.as_of.replace(day=int(number[1])),))
        except ValueError:
            return analysis
    if days.asked or not days.mentioned or analysis.links.any:
        return analysis
    return replace(analysis, days=Days(days.mentioned[0], days.mentioned))


def _without(analysis: Analysis, read: Collection[str]) -> Analysis:
    """A question without words that are read, and what these alone hint at."""
    stems = {stem(word) for word in read}
    return replace(
        analysis,
        links=replace(analysis.links, hinted=()),
        words=tuple(word for word in analysis.words if word not in read),
        content=tuple(one for one in analysis.content if one not in stems),
        patterns=tuple(one for one in analysis.patterns if one not in stems),
    )


def next_of_family(analysis: Analysis, last: Subject, kinds: Mapping[str, Kind]) -> Analysis:
    """ "And 5.5?" after Opus 5 means Opus 5.5, and "the one of 30 June" the letter of that day."""
    if analysis.days.mentioned:
        return _of_another_day(analysis, last, kinds)
    numbers = [word for word in analysis.words if word[0].isdigit()]
    if analysis.links.entries or len(numbers) != 1 or len(analysis.words) > _BRIEF:
        return analysis
    families = (_FAMILY.sub("", entry) for entry in last.entries if kinds[entry] is Kind.MODEL)
    found = [f"{family}-{numbers[0]}" for family in families]
    meant = tuple(entry for entry in found if entry in kinds)[:1]
    if not meant:
        return analysis
    links = replace(analysis.links, entries=meant, used=analysis.links.used | set(numbers))
    content = tuple(word for word in analysis.content if word not in numbers)
    return replace(analysis, links=links, content=content)


def _of_another_day(analysis: Analysis, last: Subject, kinds: Mapping[str, Kind]) -> Analysis:
    """A question of the letter of another day than the one spoken of; with that day in its id."""
    if len(analysis.days.mentioned) != 1 or not _ONE_OF.search(analysis.asking):
        return analysis
    of_days = (entry for entry in (*last.entries, *last.found) if _DATED.search(entry))
    named = {_DATED.sub(f"-{analysis.days.mentioned[0]}", entry) for entry in of_days}
    if len(named) != 1 or not named <= kinds.keys():
        return analysis
    meant = replace(
        analysis,
        links=replace(analysis.links, entries=tuple(named)),
        days=Days(None, analysis.days.mentioned),
    )
    telling = {word for word in analysis.words if word.isalpha()} - COMMON - MONTHS.keys()
    return meant if telling - _ONES else _without(meant, analysis.words)

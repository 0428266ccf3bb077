"""The days that a question speaks of: which day to answer for, and which days it mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from knowledge.questions.times.moment import Length, Moment, day_after, day_before, next_to_come
from knowledge.questions.times.period import AFTER, BEFORE, JOINS, SINCE, UNTIL, between
from knowledge.questions.times.reading import moments

_SPEAKS_FOR = re.compile(
    r"(?:\b(?:on|back (?:on|in)|at|around|during|throughout|in|last|this"
    r"|the (?:day|week|weekend|month|morning|afternoon|evening|night) of|as (?:late|early) as)"
    r"|^|[,:(]) ?$"
)
_BELONGS = re.compile(r"\b(?:of|from|dated|and|or|the|than|due|as) $")
_IN_A_YEAR = re.compile(r"\b(?:in|during|throughout) $")
_OF_A_THING = re.compile(r"\b(?:(?<!as )of|from|dated|than)(?: the)? $")
_THINGS = (  # that people name by their day: "the June order", "the letter from 12 June"
    r"(?:letters?|orders?|memos?|meetings?|hearings?|rules?|accords?|versions?"
    r"|lists?|drafts?|reports?|launch(?:es)?|deals?|frameworks?|laws?|acts?|bills?|decisions?|rulings?"
    r"|guid\w+|directives?|statements?|shutdown|releases?|amendments?|texts?|pages?|posts?|essays?"
    r"|injunctions?|mandates?|designations?|talks?|calls?|sessions?|votes?|controls?|bans?"
    r"|suspension|exemptions?|easing|export|mail|notices?|papers?|plans?|deadlines?|dates?"
    r"|lawsuits?|changes|provisions?|articles?|measures?|cutoff|blackout|count|event)\b"
)
_A_THING = re.compile(rf" (?:\w+ )?{_THINGS}")
_FROM_A_THING = re.compile(
    rf"\b(?:{_THINGS}|said|told|quotes?|tweets?|wording|words|news|is|are|was|were|days|weeks"
    r"|months) from(?: the)? $"
)
_FROM = re.compile(r"\b(?:between|from)(?: the)? $")
_OF = re.compile(r"\b(?:of|since)(?: the)? $")
_TO = re.compile(r" (?:to|until|till|through)(?: the)? ")
_WILL = re.compile(r"^(?:[\w'’.-]+ ){0,6}?(?:will|going to|shall)\b")
_WAS = re.compile(r"\b(?:could|was|were|did|had|said|told|last)\b")


@dataclass(frozen=True, slots=True)
class Days:
    """`mentioned` are days or months of the text; `asked` is the day that it speaks for, if any.

    `until` is the last day of the time of which `asked` is a part: what happened up to it counts.
    `month` is the first day of the one month that is named without a day, where nothing else is.
    """

    asked: date | None
    mentioned: tuple[date, ...]
    month: date | None = None
    until: date | None = None


def days(text: str, today: date) -> Days:
    """The days of a question; one without a year is the latest such day up to today.

    Where it is asked what will be, it is the next one.
    """
    lowered = text.casefold()
    found = moments(lowered, today)
    if _WILL.search(lowered) and not _WAS.search(lowered):
        found = [next_to_come(one, today) for one in found]
    dates = [one for one in found if one.length in {Length.DAY, Length.MONTH}]
    months = [one.first for one in dates if one.length is Length.MONTH]
    asked, until = _spoken_for(lowered, found, today)
    return Days(
        asked,
        tuple(dict.fromkeys(one.day for one in dates)),
        months[0] if len(months) == len(dates) == 1 else None,
        until,
    )


def _spoken_for(text: str, found: Sequence[Moment], today: date) -> tuple[date | None, date | None]:
    """The first time that a text speaks for, as one day and with its last one; today is none."""
    pairs = zip_longest(found, found[1:])
    for one, following in sorted(pairs, key=lambda pair: pair[0].length is Length.OTHER):
        before = text[: one.start]
        if following and _begins_range(before, text[one.end : following.start]):
            whole = between(one, following)
            return whole.middle, whole.last
        if one.length is not Length.DAY and one.first <= today <= one.last:
            continue
        if _names_a_thing(one, text) or (one.length is Length.YEAR and one.first > today):
            continue
        if one.length is not Length.YEAR and (SINCE.search(before) or _is_onward(one, text)):
            return one.day, max(one.day, today)
        if AFTER.search(before):
            return day_after(one.last), max(day_after(one.last), today)
        if BEFORE.search(before):
            return day_before(one.first), day_before(one.first)
        if UNTIL.search(before) or _is_spoken_for(one, text):
            return one.day, one.last
    return None, None


def _begins_range(before: str, joins: str) -> bool:
    """Whether a time and the one after it are the ends of one; "of" as cues have it of German."""
    if _FROM.search(before):
        return JOINS.fullmatch(joins) is not None
    return bool(_OF.search(before) and _TO.fullmatch(joins))


def _is_onward(one: Moment, text: str) -> bool:
    """Whether it begins at a day: "from 14 June"; from January on may be the next one."""
    before = text[: one.start]
    begins = before.endswith(("from ", "from the ")) and not _FROM_A_THING.search(before)
    return one.length is Length.DAY and begins


def _names_a_thing(one: Moment, text: str) -> bool:
    """Whether something is named by a time: "after the June order"."""
    return text[: one.start].endswith("the ") and bool(_A_THING.match(text, one.end))


def _is_spoken_for(one: Moment, text: str) -> bool:
    """Whether a text speaks for a time that it names.

    What ends a text does, unless it belongs to what stands before it.
    """
    before = text[: one.start]
    match one.length:
        case Length.OTHER:
            return not _OF_A_THING.search(before)
        case Length.YEAR:
            return bool(_IN_A_YEAR.search(before))
        case Length.DAY | Length.MONTH:
            ends = not text[one.end :].strip(" ?!.")
            told = ends and (one.length is Length.DAY or one.is_fixed)
            the = before.removesuffix("the ") if one.length is Length.DAY else before
            return bool(_SPEAKS_FOR.search(the)) or (told and not _BELONGS.search(before))

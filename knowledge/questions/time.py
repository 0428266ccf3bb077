"""The days that a question speaks of: which day to answer for, and which days it mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from knowledge.questions.moments import Length, Moment, day_after, day_before, moments
from knowledge.questions.period import JOINS, between

_SPEAKS_FOR = re.compile(
    r"(?:\b(?:on|as of|by|back (?:on|in)|at|until|around|during|in|last|this|the week of)(?: the)?"
    r"|^|[,:(]) ?$"
)
_SINCE = re.compile(r"\bsince(?: the)? $")
_AFTER = re.compile(r"\bafter(?: the)? $")
_BEFORE = re.compile(r"\b(?:before|prior to|earlier than)(?: the)? $")
_BELONGS = re.compile(r"\b(?:of|from|dated|to|and|or|the|than|till|due|as) $|[-–—] ?$")
_GOES_ON = re.compile(r" (?!and\b|or\b|if\b|was\b|is\b|did\b)[a-z]")
_OF_A_THING = re.compile(r"\b(?:(?<!as )of|from|dated|than)(?: the)? $")
_OF = re.compile(r"\b(?:of|since)(?: the)? $")
_UNTIL = re.compile(r" (?:to|until|till|through)(?: the)? ")
_FROM = re.compile(r"\b(?:between|from)(?: the)? $")


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
    """The days of a question; one without a year is the latest such day up to today."""
    lowered = text.casefold()
    found = moments(lowered, today)
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
        goes_on = one.length is not Length.DAY and one.first <= today <= one.last
        if one.length is Length.YEAR or goes_on:
            continue
        if before.endswith("the ") and _GOES_ON.match(text, one.end):
            continue  # the name of something: "after the June order"
        if _SINCE.search(before):
            return one.day, max(one.day, today)
        if _AFTER.search(before):
            return day_after(one.last), max(day_after(one.last), today)
        if _BEFORE.search(before):
            return day_before(one.first), day_before(one.first)
        if _is_spoken_for(one, text):
            return one.day, one.last
    return None, None


def _begins_range(before: str, joins: str) -> bool:
    """Whether a time and the one after it are the ends of one; "of" as cues have it of German."""
    if _FROM.search(before):
        return JOINS.fullmatch(joins) is not None
    return bool(_OF.search(before) and _UNTIL.fullmatch(joins))


def _is_spoken_for(one: Moment, text: str) -> bool:
    """Whether a text speaks for a time that it names, and does not name a thing by it.

    What ends a text does, unless it belongs to what stands before it.
    """
    before = text[: one.start]
    if one.length is Length.OTHER:
        return not _OF_A_THING.search(before)
    ends = not text[one.end :].strip(" ?!.") and (one.length is Length.DAY or one.has_year)
    return bool(_SPEAKS_FOR.search(before)) or (ends and not _BELONGS.search(before))

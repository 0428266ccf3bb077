"""The days that a question speaks of: which day to answer for, and which days it mentions."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTH_NAMES = tuple(calendar.month_name)[1:]
MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr, ("",) * 9 + ("sept",))
    for number, name in enumerate(names)
    if name
}
"""The number of every month by its name and by what is short for it."""
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_FIRST = (
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\.? (?:of )?(?P<m1>{_MONTH})\b\.?,?(?: (?P<y1>\d{{4}}))?"
)
_MONTH_FIRST = rf"(?P<m2>{_MONTH})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b,?(?: (?P<y2>\d{{4}}))?"
_ISO = r"(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})"
_MONTH_ONLY = rf"(?P<m4>{_MONTH})\b(?: (?P<y4>\d{{4}}))?"
_DATE = re.compile(rf"\b(?:{_ISO}|{_DAY_FIRST}|{_MONTH_FIRST}|{_MONTH_ONLY})")
_SPEAKS_FOR = re.compile(
    r"(?:\b(?:on|as of|by|back (?:on|in)|at|since|until|before|after|around|during|in|early|mid"
    r"|late)"
    r"|^|[,:(]) ?$"
)
_LEADS = re.compile(r"\b(?:on|by|in|of|since|until|before|after|from|early|mid|late|last) $")
_RELATIVE = (
    (re.compile(r"\byesterday\b"), 1),
    (re.compile(r"\b(?:last|a) week(?: ago)?\b"), 7),
    (re.compile(r"\b(?:last|a) month(?: ago)?\b"), 30),
)
_NEW_YEARS_EVE = re.compile(r"\bnew year'?s eve(?: (\d{4}))?")
_PARTS = (  # of a year, with the month and the day that stand for them
    (r"new year'?s day", 1, 1),
    (r"(?:start|beginning) of", 1, 1),
    (r"early", 2, 15),
    (r"spring(?: of)?", 4, 15),
    (r"mid", 7, 1),
    (r"summer(?: of)?", 7, 15),
    (r"(?:autumn|fall)(?: of)?", 10, 15),
    (r"late", 11, 15),
    (r"christmas(?: eve| day)?(?: of)?", 12, 25),
    (r"end of", 12, 31),
)
_PART = re.compile(
    rf"\b(?:{'|'.join(f'({name})' for name, _, _ in _PARTS)}),?[ -](?P<year>(?:19|20)\d\d)\b"
)


@dataclass(frozen=True, slots=True)
class Days:
    """`mentioned` are days or months of the text; `asked` is the day that it speaks for, if any.

    `month` is the first day of the one month that is named without a day, where nothing else is.
    """

    asked: date | None
    mentioned: tuple[date, ...]
    month: date | None = None


def days(text: str, today: date) -> Days:
    """The days of a question; one without a year is the latest such day up to today."""
    lowered = text.casefold()
    mentioned: list[date] = []
    whole: list[date] = []
    asked: date | None = None
    for match, found in named_days(lowered, today):
        mentioned.append(found)
        whole += [] if is_of_a_day(match) else [found.replace(day=1)]
        if asked is None and _SPEAKS_FOR.search(lowered[: match.start()]):
            asked = found
    eve = _NEW_YEARS_EVE.search(lowered)
    if eve:
        asked = date(max(int(eve[1]), 1) if eve[1] else today.year - 1, 12, 31)
    if asked is None:
        asked = _part_of_year(lowered)
    for pattern, ago in _RELATIVE:
        if asked is None and pattern.search(lowered):
            asked = today - timedelta(days=ago)
    month = whole[0] if len(whole) == len(mentioned) == 1 else None
    return Days(asked, tuple(dict.fromkeys(mentioned)), month)


def named_days(text: str, today: date) -> Iterator[tuple[re.Match[str], date]]:
    """Where a text in lower case names a day or a month, and which; of a month its middle."""
    for match in _DATE.finditer(text):
        found = _day(match, today)
        if found is not None and not _is_the_verb(match, text):
            yield match, found


def is_of_a_day(match: re.Match[str]) -> bool:
    """Whether what was found names a day, and not a whole month."""
    return _number(match) is not None


def has_year(match: re.Match[str]) -> bool:
    """Whether what was found names its year."""
    return _year(match) is not None


def _part_of_year(text: str) -> date | None:
    """The day that stands for a part of a year, as "the summer of 2025"."""
    match = _PART.search(text)
    if match is None:
        return None
    found = next(n for n in range(len(_PARTS)) if match[n + 1])
    _, month, day = _PARTS[found]
    return date(int(match["year"]), month, day)


def _day(match: re.Match[str], today: date) -> date | None:
    """The day of a match; the middle of a month that is named without one."""
    year, number = _year(match), _number(match)
    month = next(match[k] for k in ("m3", "m1", "m2", "m4") if match[k])
    try:
        at = int(month) if month.isdigit() else MONTHS[month]
        found = date(int(year) if year else today.year, at, int(number) if number else 15)
    except ValueError:
        return None
    begins = found if number else found.replace(day=1)
    if year or begins <= today:
        return found
    try:
        return found.replace(year=found.year - 1)
    except ValueError:  # there is no 29 February every year
        return None


def _number(match: re.Match[str]) -> str | None:
    return next((match[k] for k in ("d3", "d1", "d2") if match[k]), None)


def _year(match: re.Match[str]) -> str | None:
    return next((match[k] for k in ("y3", "y1", "y2", "y4") if match[k]), None)


def _is_the_verb(match: re.Match[str], text: str) -> bool:
    """Whether "may" is no month: it has neither a year nor a word before it that leads to a day."""
    month = next(match[k] or "" for k in ("m1", "m2", "m4", "m3") if match[k])
    return month == "may" and not _year(match) and not _LEADS.search(text[: match.start()])

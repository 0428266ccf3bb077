"""The days, weeks, months, seasons and years that a text names, each by its first and last day."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date

from knowledge.questions.times.dates import dates_in_numbers, feasts, named_dates
from knowledge.questions.times.moment import (
    Length,
    Moment,
    day_before,
    days_from,
    latest_year,
    masked,
    middle,
    months,
)

_NUMBERS = {
    "couple of": 2,
    "two": 2,
    "few": 3,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "several": 5,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fourteen": 14,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "sixty": 60,
    "ninety": 90,
}
COUNT = rf"(?<![\d.])\d{{1,3}}(?!\.\d)|(?:a )?(?:{'|'.join(_NUMBERS)})|an?|one"
"""How many, in figures or in words, for a pattern; `counted` reads it."""
UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365}
"""About how many days each unit of time has."""
_OFF = 15  # days at most that something months or years ago may be off
_AGO = re.compile(
    rf"(?<!\d\.)\b({COUNT}|half an?)(?P<more> and a half)? ({'|'.join(UNITS)})s?"
    r"(?P<half> and a half)? (?:ago|back)\b"
)
_ROLLING = re.compile(rf"\b(last|past|previous) (?:({COUNT}) )?({'|'.join(UNITS)})(s?)\b(?! of\b)")
_SHIFTED = re.compile(rf"(?<!\d\.)\b({COUNT}|the) ({'|'.join(UNITS)})s? (before|after)(?: the)? $")
WEEKDAYS = tuple(name.casefold() for name in calendar.day_name)
"""From Monday on, in lower case."""
_WEEKEND = "weekend"
_WEEKDAY = re.compile(  # beside a date that was found it says nothing more
    rf"\b(?:(last|past|this) )?({'|'.join(WEEKDAYS)}|{_WEEKEND})\b"
    r"(?! of)(?!,? (?:the )?\0)"
)
_BEFORE_A_WEEKDAY = re.compile(r"\b(?:on|over|since|by|before|after|until|till)(?: the)? $")
_CURRENT = re.compile(r"\b(?:today|yesterday|(?:so far )?this (?:week|month|quarter|year))\b")
_PARTS = {  # of a year, by their first and their last month
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
    "first half": (1, 6),
    "second half": (7, 12),
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 14),  # to the February after
    "early": (1, 3),
    "mid": (6, 7),
    "late": (10, 12),
    "start of": (1, 1),
    "beginning of": (1, 1),
    "end of": (12, 12),
}
_PART = re.compile(
    rf"\b({'|'.join(_PARTS)})(?:,|-| of| in)*[ -]?((?:19|20)\d\d)\b"
    r"|\b(?:last|past|this|in|during|over|since)(?: the)?"
    r" (spring|summer|autumn|fall|winter|(?:first|second|third|fourth) quarter|q[1-4])\b"
    r"(?!,?(?: of| in)? ?(?:19|20)\d\d| of\b)"
)
_PART_BY_TODAY = re.compile(
    r"\b(early|mid|late|middle of|(?:start|beginning|end) of)(?: in)?[ -](last|this) (month|year)\b"
)
_YEAR = re.compile(r"(?<![\d/.-])\b(20\d\d)\b(?![/-]\d)")


def moments(text: str, today: date) -> list[Moment]:
    """The times that a text in lower case names, in its order, none of them within another.

    One without a year is the latest such time that has begun.
    """
    found: list[Moment] = []
    kinds = (
        dates_in_numbers,
        feasts,
        named_dates,
        _weekdays,
        _parts_by_today,
        _rolling,
        _current,
        _ago,
        _parts,
        _years,
    )
    for named in kinds:
        for one in list(named(text, today)):
            moved = _moved(one, text)
            found.append(moved)
            text = masked(text, moved.start, moved.end)
    return sorted(found, key=lambda one: one.start)


def counted(number: str | None) -> int:
    """The number that `COUNT` found; one where there is none."""
    if number is None or number in {"a", "an", "one"}:
        return 1
    return int(number) if number.isdigit() else _NUMBERS[number.removeprefix("a ")]


def _moved(one: Moment, text: str) -> Moment:
    """A time, or what is so long before or after it: "two weeks after 12 June"."""
    match = _SHIFTED.search(text[: one.start])
    if match is None:
        return one
    number, unit, side = match.groups()
    count = UNITS[unit] * counted(None if number == "the" else number)
    day = days_from(one.last, count) if side == "after" else days_from(one.first, -count)
    return Moment(match.start(), one.end, day, day, day, is_fixed=one.is_fixed)


def _parts_by_today(text: str, today: date) -> Iterator[Moment]:
    """Thirds of this month or year, or of the last one: "late last year", "end of this month"."""
    for match in _PART_BY_TODAY.finditer(text):
        part, which, unit = match.groups()
        begin = _BEGINS[unit](today)
        begin = _BEGINS[unit](day_before(begin)) if which == "last" else begin
        end = day_before(_BEGINS[unit](days_from(begin, UNITS[unit] + 3)))
        third = (end - begin) // 3
        match part:
            case "early" | "start of" | "beginning of":
                first, last = begin, begin + third
            case "mid" | "middle of":
                first, last = begin + third, end - third
            case _:
                first, last = end - third, end
        day = last if part == "end of" else middle(first, last)
        yield Moment(*match.span(), first, last, day)


def _rolling(text: str, today: date) -> Iterator[Moment]:
    """ "Last week" is the one before this, from Monday on; "past week" the seven days to today."""
    for match in _ROLLING.finditer(text):
        which, number, unit, several = match.groups()
        begins = _BEGINS.get(unit)
        if begins is None or number or several or which == "past":
            first, last = days_from(today, -counted(number) * UNITS[unit]), today
        else:
            last = day_before(begins(today))
            first = begins(last)
        yield Moment(*match.span(), first, last, middle(first, last))


def _weekdays(text: str, today: date) -> Iterator[Moment]:
    """The latest such day or weekend that has begun; "last" is one that is over."""
    for match in _WEEKDAY.finditer(text):
        which, name = match.groups()
        if not which and not _BEFORE_A_WEEKDAY.search(text[: match.start()]):
            continue
        length = 2 if name == _WEEKEND else 1
        begins = WEEKDAYS.index("saturday" if name == _WEEKEND else name)
        back = (today.weekday() - begins) % 7
        first = days_from(today, -back - (7 if which in {"last", "past"} and back < length else 0))
        yield Moment(*match.span(), first, days_from(first, length - 1), first)


def _current(text: str, today: date) -> Iterator[Moment]:
    for match in _CURRENT.finditer(text):
        unit = match[0].rsplit(" ", maxsplit=1)[-1]
        last = day_before(today) if unit == "yesterday" else today
        first = _BEGINS[unit](today) if unit in _BEGINS else last
        yield Moment(*match.span(), first, last, last)


def _ago(text: str, today: date) -> Iterator[Moment]:
    """What is some weeks ago may be some days off."""
    for match in _AGO.finditer(text):
        unit = UNITS[match[3]]
        days = unit // 2 if match[1].startswith("half") else counted(match[1]) * unit
        days += unit // 2 if match["more"] or match["half"] else 0
        day, off = days_from(today, -days), min(unit // 2, _OFF)
        yield Moment(*match.span(), days_from(day, -off), min(days_from(day, off), today), day)


def _parts(text: str, today: date) -> Iterator[Moment]:
    for match in _PART.finditer(text):
        name, year, season = match.groups()
        begin, end = _PARTS[name or season]
        of = int(year) if year else latest_year(begin, 1, today)
        first, last = months(of, begin, end)
        ends = {"start of": first, "beginning of": first, "end of": last}
        day = ends.get(name, middle(first, last))
        yield Moment(*match.span(), first, last, day, is_fixed=bool(year))


def _years(text: str, _: date) -> Iterator[Moment]:
    for match in _YEAR.finditer(text):
        first, last = months(int(match[1]), 1, 12)
        yield Moment(*match.span(), first, last, last, Length.YEAR)


_BEGINS: dict[str, Callable[[date], date]] = {
    "week": lambda day: days_from(day, -day.weekday()),
    "month": lambda day: day.replace(day=1),
    "quarter": lambda day: day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1),
    "year": lambda day: day.replace(month=1, day=1),
}

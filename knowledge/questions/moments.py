"""The days, weeks, months, seasons and years that a text names, each by its first and last day."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

MONTH_NAMES = tuple(calendar.month_name)[1:]
MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr, ("",) * 9 + ("sept",))
    for number, name in enumerate(names)
    if name
}
"""The number of every month by its name and by what is short for it."""
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b"
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_OTHER = r"\d{1,2})(?:st|nd|rd|th)?"  # that of another day of the month, in a group
_OF_YEAR = r"(?:,? (?P<year>\d{4}))?"
_FROM = (
    rf"(?:between|from)(?: the)? (?P<from_>{_OTHER} ?(?:and|to|until|till|through|-|–|—) ?(?:the )?"
)
_TO_THE = rf"(?P<since>{_OTHER} ?(?:to|-|–|—) ?(?:the )?"
_DATES = tuple(
    re.compile(rf"(?<![.–-])\b{form}")
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
        rf"(?:{_FROM}|{_TO_THE})?{_NUMBER}\.? (?:of )?{_MONTH}\.?{_OF_YEAR}",
        rf"{_MONTH}\.? {_NUMBER}\b(?: ?(?:and|to|-|–|—) ?(?P<to>{_OTHER}\b)?{_OF_YEAR}",
        (
            r"(?P<part>early|mid|late|(?:start|beginning|middle|end) of)[ -](?:the month of )?"
            rf"{_MONTH}{_OF_YEAR}"
        ),
        rf"{_MONTH}{_OF_YEAR}",
    )
)
_OTHERS = ("from_", "since", "to")
_IN_NUMBERS = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)\b")
_LEADS_TO_MAY = re.compile(
    r"\b(?:on|by|in|of|since|until|before|after|from|early|mid|late|last|and|to) $"
)
_PARTS_OF_MONTH = {  # first and last day, and the one that stands for it; 31 is the last one
    "early": (1, 10, 5),
    "mid": (11, 20, 15),
    "middle of": (11, 20, 15),
    "late": (21, 31, 25),
    "start of": (1, 7, 1),
    "beginning of": (1, 7, 1),
    "end of": (25, 31, 31),
}
_NUMBERS = {"couple of": 2, "two": 2, "few": 3, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNT = rf"\d{{1,3}}|(?:a )?(?:{'|'.join(_NUMBERS)})|an?|one"
_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}  # days, about
_AGO = re.compile(rf"\b({_COUNT}) ({'|'.join(_UNITS)})s? ago\b")
_ROLLING = re.compile(rf"\b(last|past|previous) (?:({_COUNT}) )?({'|'.join(_UNITS)})(s?)\b")
_CURRENT = re.compile(r"\b(?:today|yesterday|(?:so far )?this (?:week|month|year))\b")
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
    "early": (1, 3),
    "mid": (6, 7),
    "late": (10, 12),
    "start of": (1, 1),
    "beginning of": (1, 1),
    "end of": (12, 12),
}
_PART = re.compile(
    rf"\b({'|'.join(_PARTS)})(?:,|-| of| in)*[ -]?((?:19|20)\d\d)\b"
    r"|\b(?:last|this|in|during|over|since|of|the)(?: the)? (spring|summer|autumn|fall|q[1-4])\b"
    r"(?!,?(?: of| in)? ?(?:19|20)\d\d)"
)
_FEASTS = {"s eve": (12, 31), "s day": (1, 1), "mas day": (12, 25), "christmas": (12, 25)}
_FEAST = re.compile(r"\b(new year['’]?s (?:eve|day)|christmas(?: day)?)(?: of)?(?: (\d{4}))?")
_YEAR = re.compile(r"\b(20\d\d)\b")


class Length(Enum):
    """How much of the calendar a text names."""

    DAY = auto()
    MONTH = auto()
    YEAR = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that a text names: where in the text, its first and its last day.

    `day` is the one that stands for it where a single one is needed.
    """

    start: int
    end: int
    first: date
    last: date
    day: date
    length: Length = Length.OTHER
    has_year: bool = True


def day_before(day: date) -> date:
    """The day before; the first of the calendar has none."""
    return date.fromordinal(max(day.toordinal() - 1, 1))


def day_after(day: date) -> date:
    """The day after; the last of the calendar has none."""
    return date.fromordinal(min(day.toordinal() + 1, date.max.toordinal()))


def moments(text: str, today: date) -> list[Moment]:
    """The times that a text in lower case names, in its order, none of them within another.

    One without a year is the latest such time that has begun.
    """
    found: list[Moment] = []
    for named in (_rolling, _current, _ago, _in_numbers, _feasts, _dates, _parts, _years):
        for one in list(named(text, today)):
            found.append(one)
            text = text[: one.start] + "\0" * (one.end - one.start) + text[one.end :]
    return sorted(found, key=lambda one: one.start)


def _dates(text: str, today: date) -> Iterator[Moment]:
    for form in _DATES:
        for match in list(form.finditer(text)):
            found = _date(match, text, today)
            if found is not None:
                yield found
            # what is no day of the calendar is no month either
            text = text[: match.start()] + "\0" * len(match[0]) + text[match.end() :]


def _date(match: re.Match[str], text: str, today: date) -> Moment | None:
    """A day, two days of one month, a month or a part of it; None where it is no such."""
    named = match.groupdict()
    month, written = named["month"], named.get("year")
    alone = not written and not named.get("part")
    if month == "may" and alone and not _LEADS_TO_MAY.search(text[: match.start()]):
        return None  # the verb
    number = int(month) if month.isdigit() else MONTHS[month]
    day = int(named["day"]) if named.get("day") else None
    year = int(written) if written else _latest_year(number, day or 1, today)
    if year == 0 or not 1 <= number <= len(MONTH_NAMES):
        return None
    first, last = _months(year, number, number)
    span, has_year = match.span(), bool(written)
    if day is None:
        part = _PARTS_OF_MONTH.get(named.get("part") or "")
        if part is None:
            return Moment(*span, first, last, first.replace(day=15), Length.MONTH, has_year)
        begin, end, stands = (first.replace(day=min(n, last.day)) for n in part)
        return Moment(*span, begin, end, stands, has_year=has_year)
    if not 1 <= day <= last.day:
        return None
    other = int(next((n for k in _OTHERS if (n := named.get(k))), day))
    return _of_days(span, first, (day, other), has_year)


def _of_days(
    span: tuple[int, int], month: date, numbers: tuple[int, int], has_year: bool
) -> Moment:
    """One day of a month, or from one to another of it."""
    last = _months(month.year, month.month, month.month)[1].day
    begin, end = (month.replace(day=min(max(n, 1), last)) for n in sorted(numbers))
    length = Length.DAY if begin == end else Length.OTHER
    return Moment(*span, begin, end, _middle(begin, end), length, has_year)


def _latest_year(month: int, day: int, today: date) -> int:
    """The year of the latest such day up to today."""
    return today.year if (month, day) <= (today.month, today.day) else today.year - 1


def _in_numbers(text: str, today: date) -> Iterator[Moment]:  # noqa: ARG001 (as the others)
    """A day in numbers: with points or hyphens the day comes first, else as in the US the month.

    Where only one order is a day of the calendar, it is that one.
    """
    for match in _IN_NUMBERS.finditer(text):
        one, sign, two, year = match.groups()
        orders = [(one, two), (two, one)] if sign == "/" else [(two, one), (one, two)]
        for month, number in orders:
            try:
                day = date(int(year), int(month), int(number))
            except ValueError:
                continue
            yield Moment(*match.span(), day, day, day, Length.DAY)
            break


def _rolling(text: str, today: date) -> Iterator[Moment]:
    for match in _ROLLING.finditer(text):
        which, number, unit, several = match.groups()
        begins = _BEGINS.get(unit)
        if begins is None or number or several or which == "past":
            first, last = today - timedelta(days=_count(number) * _UNITS[unit]), today
        else:
            last = begins(today) - timedelta(days=1)
            first = begins(last)
        yield Moment(*match.span(), first, last, _middle(first, last))


def _current(text: str, today: date) -> Iterator[Moment]:
    for match in _CURRENT.finditer(text):
        unit = match[0].rsplit(" ", maxsplit=1)[-1]
        first = _BEGINS[unit](today) if unit in _BEGINS else today
        if unit == "yesterday":
            first = today - timedelta(days=1)
        last = first if unit == "yesterday" else today
        yield Moment(*match.span(), first, last, last)


def _ago(text: str, today: date) -> Iterator[Moment]:
    """What is some weeks ago may be some days off."""
    for match in _AGO.finditer(text):
        unit = _UNITS[match[2]]
        day = today - timedelta(days=_count(match[1]) * unit)
        about = timedelta(days=unit // 2)
        yield Moment(*match.span(), day - about, min(day + about, today), day)


def _count(number: str | None) -> int:
    if number is None or number in {"a", "an", "one"}:
        return 1
    return int(number) if number.isdigit() else _NUMBERS[number.removeprefix("a ")]


def _feasts(text: str, today: date) -> Iterator[Moment]:
    for match in _FEAST.finditer(text):
        month, number = next(day for name, day in _FEASTS.items() if match[1].endswith(name))
        year = int(match[2]) if match[2] else _latest_year(month, number, today)
        day = date(max(year, 1), month, number)
        yield Moment(*match.span(), day, day, day, has_year=bool(match[2]))


def _parts(text: str, today: date) -> Iterator[Moment]:
    for match in _PART.finditer(text):
        name, year, season = match.groups()
        begin, end = _PARTS[name or season]
        of = int(year) if year else _latest_year(begin, 1, today)
        first, last = _months(of, begin, end)
        ends = {"start of": first, "beginning of": first, "end of": last}
        day = ends.get(name, _middle(first, last))
        yield Moment(*match.span(), first, last, day, has_year=bool(year))


def _years(text: str, today: date) -> Iterator[Moment]:  # noqa: ARG001 (as the others)
    for match in _YEAR.finditer(text):
        first, last = _months(int(match[1]), 1, 12)
        yield Moment(*match.span(), first, last, _middle(first, last), Length.YEAR)


def _months(year: int, begin: int, end: int) -> tuple[date, date]:
    return date(year, begin, 1), date(year, end, calendar.monthrange(year, end)[1])


def _middle(first: date, last: date) -> date:
    return first + (last - first) // 2


_BEGINS: dict[str, Callable[[date], date]] = {
    "week": lambda day: day - timedelta(days=day.weekday()),
    "month": lambda day: day.replace(day=1),
    "year": lambda day: day.replace(month=1, day=1),
}

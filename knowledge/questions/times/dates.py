"""The days, months and parts of months that a text names: "12 June", "early June", "20/06/2026"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from knowledge.dates import MONTH_NAMES
from knowledge.questions.times.moment import (
    MONTHS,
    Length,
    Moment,
    latest_year,
    masked,
    middle,
    months,
)

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b"
_TH = r"(?:st|nd|rd|th)?"
_NUMBER = rf"(?P<day>\d{{1,2}}){_TH}"
_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_WORDS = (
    *(*_ONES, "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
    *(*(f"twenty-{one}" for one in _ONES), "thirtieth", "thirty-first"),
)
_IN_WORDS = rf"(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_OF_YEAR = (
    r"(?:(?:,? (?:of )?|-)(?P<year>\d{4}|(?:last|this|next) year|['’]\d\d"
    rf"|(?<=-)\d\d(?!\d| ?(?:{'|'.join(MONTHS)}))))?"
)
_FIRST = (  # the first of two days of one month
    r"(?:(?:between|from|on)(?: the)? (?P<begin>\d{1,2})"
    rf"{_TH} ?(?:and|to|until|till|through|-|–|—) ?(?:the )?"
    rf"|(?P<since>\d{{1,2}}){_TH} ?(?:to|-|–|—) ?(?:the )?)?"
)
_LAST = rf"(?: ?(?:and|to|-|–|—) ?(?P<to>\d{{1,2}}){_TH}\b)?"  # the other one
_PARTS = {  # first and last day, and the one that stands for it; 31 is the last one
    "early": (1, 10, 5),
    "mid": (11, 20, 15),
    "middle of": (11, 20, 15),
    "late": (21, 31, 25),
    "start of": (1, 7, 1),
    "beginning of": (1, 7, 1),
    "end of": (25, 31, 31),
    "first days of": (1, 5, 3),
    "first week of": (1, 7, 4),
    "second week of": (8, 14, 11),
    "2nd week of": (8, 14, 11),
    "third week of": (15, 21, 18),
    "3rd week of": (15, 21, 18),
    "first half of": (1, 15, 8),
    "second half of": (16, 31, 23),
    "last week of": (25, 31, 28),
    "last days of": (27, 31, 29),
}
_PART = rf"(?P<part>{'|'.join(_PARTS)})(?: in)?[ -](?:the month of )?"
_FORMS = tuple(
    re.compile(rf"(?<!\d\.)(?<!(?<!\d\d\d)\d-)\b{form}")  # 5.2 and 14409-12 are no days
    for form in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?![\d-])",
        r"(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])\b(?![-/]?\d)",
        r"(?<!\d/)(?P<month>0[1-9]|1[0-2])/(?P<year>20\d\d)\b",
        rf"{_FIRST}{_NUMBER}(?:\.? (?:of )?|-?){_MONTH}\.?{_OF_YEAR}",
        rf"{_IN_WORDS} of {_MONTH}{_OF_YEAR}",
        rf"{_MONTH}\.? (?:the )?{_NUMBER}\b{_LAST}{_OF_YEAR}",
        rf"{_PART}{_MONTH}{_OF_YEAR}",
        rf"{_MONTH}{_OF_YEAR}",
    )
)
_IN_NUMBERS = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d|(?<!-)2[4-9])\b(?![./-]\d)")
_LEAD = "|".join(
    rf"(?<=\b{word} )"
    for word in ("on", "by", "since", "before", "after", "until", "till", "as of")
)
_WITHOUT_YEAR = re.compile(  # 24/7 is no day, and 9/11 one of 2001
    rf"(?:{_LEAD})(?!24/7|9/11)(\d{{1,2}})(/)(\d{{1,2}})()\b(?!/)"
)
_DOUBTFUL = frozenset({"march", *(name for name in MONTHS if len(name) < 4)})  # words or names too
_LEADS = re.compile(
    r"\b(?:on|by|in|of|since|until|before|after|from|early|mid|late|last|during|between|this) $"
    rf"|\b(?:{'|'.join(MONTHS)}|\d) (?:and|to|or|until) $"
)
_SHORT_YEAR = 3  # letters of '26
_CENTURY = 2000
_FEASTS = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "independence day": (7, 4),
    "halloween": (10, 31),
}
_FEAST = re.compile(rf"\b({'|'.join(_FEASTS)})".replace("'", "['’]?") + rf"\b{_OF_YEAR}")


def named_dates(text: str, today: date) -> Iterator[Moment]:
    """The days, months and parts of months of a text in lower case, one within no other."""
    for form in _FORMS:
        for match in list(form.finditer(text)):
            found = _date(match, text, today)
            if found is not None:
                yield found
            # what is no day of the calendar is no month either
            text = masked(text, *match.span())


def dates_in_numbers(text: str, today: date) -> Iterator[Moment]:
    """Days in numbers: with points or hyphens the day comes first, else as in the US the month.

    Where only one order is a day of the calendar, it is that one.
    """
    for match in (*_IN_NUMBERS.finditer(text), *_WITHOUT_YEAR.finditer(text)):
        one, sign, two, year = match.groups()
        orders = [(one, two), (two, one)] if sign == "/" else [(two, one), (one, two)]
        for month, number in ((int(month), int(number)) for month, number in orders):
            of = _year(year, today) if year else latest_year(month, number, today)
            try:
                day = date(of, month, number)
            except ValueError:
                continue
            yield Moment(*match.span(), day, day, day, Length.DAY, is_fixed=bool(year))
            break


def feasts(text: str, today: date) -> Iterator[Moment]:
    """The days of a year that have a name: Christmas, Halloween."""
    for match in _FEAST.finditer(text):
        month, number = _FEASTS[match[1].replace("’", "'").replace("years", "year's")]
        written = match["year"]
        year = _year(written, today) if written else latest_year(month, number, today)
        day = date(max(year, 1), month, number)
        yield Moment(*match.span(), day, day, day, Length.DAY, is_fixed=bool(written))


def _date(match: re.Match[str], text: str, today: date) -> Moment | None:
    """A day, two days of one month, a month or a part of it; None where it is no such."""
    named = match.groupdict()
    month, written = named["month"], named.get("year")
    day = _number(named.get("day"), named.get("word"))
    if _is_a_word(match, text):
        return None
    number = int(month) if month.isdigit() else MONTHS[month]
    year = _year(written, today) if written else latest_year(number, day or 1, today)
    if year < 1 or not 1 <= number <= len(MONTH_NAMES):
        return None
    first, last = months(year, number, number)
    span, is_fixed = match.span(), bool(written)
    if day is None:
        part = _PARTS.get(named.get("part") or "")
        if part is None:
            return Moment(*span, first, last, first.replace(day=15), Length.MONTH, is_fixed)
        begin, end, stands = (first.replace(day=min(n, last.day)) for n in part)
        return Moment(*span, begin, end, stands, is_fixed=is_fixed)
    if not 1 <= day <= last.day:
        return None
    other = int(named.get("begin") or named.get("since") or named.get("to") or day)
    begin, end = (first.replace(day=min(max(n, 1), last.day)) for n in sorted((day, other)))
    length = Length.DAY if begin == end else Length.OTHER
    return Moment(*span, begin, end, middle(begin, end), length, is_fixed)


def _is_a_word(match: re.Match[str], text: str) -> bool:
    """Whether "may", "march" or "Jan" names no month: nothing beside it makes it one."""
    named = match.groupdict()
    if named["month"] not in _DOUBTFUL or named.get("year") or named.get("part"):
        return False
    beside = named.get("day") and named["month"] != "may"
    return not beside and not _LEADS.search(text[: match.start()])


def _number(figures: str | None, word: str | None) -> int | None:
    if word:
        return _WORDS.index(word) + 1
    return int(figures) if figures else None


def _year(written: str, today: date) -> int:
    """The year that is written; of two figures those of this century."""
    by_today = {"last year": -1, "this year": 0, "next year": 1}
    if written in by_today:
        return min(today.year + by_today[written], date.max.year)
    year = int(written.lstrip("'’"))
    return year if len(written) > _SHORT_YEAR else _CENTURY + year

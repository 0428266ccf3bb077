"""The times that a text names: which part of it, which days, and none within another."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.times.moment import Length, day_after, day_before
from knowledge.questions.times.reading import moments
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("who could use it on 12 june 2026?", ["12 june 2026"]),
        ("between 12 and 30 june", ["between 12 and 30 june"]),
        ("from june 12 to june 30", ["june 12", "june 30"]),
        ("june 12-30, 2026", ["june 12-30, 2026"]),
        (
            "in early june, in mid-july and at the end of may",
            ["early june", "mid-july", "end of may"],
        ),
        ("last week or two weeks ago", ["last week", "two weeks ago"]),
        ("in q3 2026 and in 2025", ["q3 2026", "2025"]),
        ("on new year's day and at christmas 2024", ["new year's day", "christmas 2024"]),
        ("glm-5.2 to 16 june 2026", ["16 june 2026"]),
        ("on 31 february 2026", ["2026"]),
        ("may 5 people use vega 5", []),
        ("sb 53, section 22757.11 and 42 u.s.c. 2000", ["2000"]),
        ("on wednesday 24 june or on thursday, june 25", ["24 june", "june 25"]),
        ("the friday letter in the sunday times, of monday", []),
        ("since friday and over the weekend", ["friday", "weekend"]),
        ("24/7 on 24/7 since 9/11, score 6/20 or 3.1.20", []),
        ("bod 26-04-05 and act 2026-12", ["2026-12"]),
        ("12 june-26 july", ["12 june", "26 july"]),
        ("the first june order", ["june"]),
    ],
)
def test_each_time_is_found_once_and_whole(text: str, named: list[str]) -> None:
    assert [text[one.start : one.end] for one in moments(text, TODAY)] == named


@pytest.mark.parametrize(
    ("text", "first", "last", "length"),
    [
        ("12 june", date(2026, 6, 12), date(2026, 6, 12), Length.DAY),
        ("june", date(2026, 6, 1), date(2026, 6, 30), Length.MONTH),
        ("december", date(2025, 12, 1), date(2025, 12, 31), Length.MONTH),
        ("late february 2024", date(2024, 2, 21), date(2024, 2, 29), Length.OTHER),
        ("30 to 12 june", date(2026, 6, 12), date(2026, 6, 30), Length.OTHER),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), Length.YEAR),
        ("3 months ago", date(2026, 8, 8), date(2026, 9, 7), Length.OTHER),
        ("past few days", date(2026, 11, 18), date(2026, 11, 21), Length.OTHER),
        ("13/6/2026", date(2026, 6, 13), date(2026, 6, 13), Length.DAY),
        ("6/13/26", date(2026, 6, 13), date(2026, 6, 13), Length.DAY),
        ("13.06.26", date(2026, 6, 13), date(2026, 6, 13), Length.DAY),
        ("on 6/13", date(2026, 6, 13), date(2026, 6, 13), Length.DAY),
        ("since 12/24", date(2025, 12, 24), date(2025, 12, 24), Length.DAY),
        ("13-jun-26", date(2026, 6, 13), date(2026, 6, 13), Length.DAY),
        ("june '25", date(2025, 6, 1), date(2025, 6, 30), Length.MONTH),
        ("2026-06-13t10:00", date(2026, 6, 13), date(2026, 6, 13), Length.DAY),
        ("in 2025-06", date(2025, 6, 1), date(2025, 6, 30), Length.MONTH),
        ("in 06/2025", date(2025, 6, 1), date(2025, 6, 30), Length.MONTH),
        ("the twelfth of june", date(2026, 6, 12), date(2026, 6, 12), Length.DAY),
        ("on 14 and 15 june", date(2026, 6, 14), date(2026, 6, 15), Length.OTHER),
        ("the second week of june", date(2026, 6, 8), date(2026, 6, 14), Length.OTHER),
        ("the fourth of july", date(2026, 7, 4), date(2026, 7, 4), Length.DAY),
        ("the fourth of july, 2025", date(2025, 7, 4), date(2025, 7, 4), Length.DAY),
        ("christmas, 2024", date(2024, 12, 25), date(2024, 12, 25), Length.DAY),
        ("three weeks after 12 june", date(2026, 7, 3), date(2026, 7, 3), Length.OTHER),
        ("a week before 12 june 2026", date(2026, 6, 5), date(2026, 6, 5), Length.OTHER),
        ("the day before yesterday", date(2026, 11, 19), date(2026, 11, 19), Length.OTHER),
        ("twenty weeks ago", date(2026, 7, 1), date(2026, 7, 7), Length.OTHER),
        ("end of last year", date(2025, 9, 1), date(2025, 12, 31), Length.OTHER),
        ("late last month", date(2026, 10, 21), date(2026, 10, 31), Length.OTHER),
        ("mid this month", date(2026, 11, 10), date(2026, 11, 21), Length.OTHER),
        ("last quarter", date(2026, 7, 1), date(2026, 9, 30), Length.OTHER),
        ("past summer", date(2026, 6, 1), date(2026, 8, 31), Length.OTHER),
        ("last winter", date(2025, 12, 1), date(2026, 2, 28), Length.OTHER),
        ("winter 2023", date(2023, 12, 1), date(2024, 2, 29), Length.OTHER),
        ("in the second quarter", date(2026, 4, 1), date(2026, 6, 30), Length.OTHER),
        ("a year and a half ago", date(2025, 5, 8), date(2025, 6, 7), Length.OTHER),
        ("two and a half weeks ago", date(2026, 11, 1), date(2026, 11, 7), Length.OTHER),
        ("on friday", date(2026, 11, 20), date(2026, 11, 20), Length.OTHER),
        ("last saturday", date(2026, 11, 14), date(2026, 11, 14), Length.OTHER),
        ("last weekend", date(2026, 11, 14), date(2026, 11, 15), Length.OTHER),
        ("this weekend", date(2026, 11, 21), date(2026, 11, 22), Length.OTHER),
    ],
)
def test_a_time_has_its_first_and_its_last_day(
    text: str, first: date, last: date, length: Length
) -> None:
    (found,) = moments(text, TODAY)
    assert (found.first, found.last, found.length) == (first, last, length)
    assert found.first <= found.day <= found.last


def test_the_ends_of_the_calendar_have_no_neighbour() -> None:
    assert day_before(date.min) == date.min
    assert day_after(date.max) == date.max
    assert day_after(day_before(TODAY)) == TODAY


_PIECES = st.sampled_from(
    (
        "last",
        "past",
        "999",
        "week",
        "years",
        "ago",
        "this",
        "yesterday",
        "half a year",
        "winter",
        "on friday",
        "weekend",
        "june",
        "12",
    )
) | st.sampled_from(
    (
        "0001-01-01",
        "9999-12-31",
        "to",
        "-",
        "29 february",
        "q4",
        "christmas",
        "may",
        "12/31",
        "29.2.26",
    )
)


@given(
    st.lists(_PIECES, max_size=8).map(" ".join) | st.text(max_size=60).map(str.casefold),
    st.dates(),
)
def test_any_text_on_any_day_names_times_in_order(text: str, today: date) -> None:
    found = moments(text, today)
    assert all(one.first <= one.last for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))

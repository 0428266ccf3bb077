"""The time that "what happened" is asked of, in every form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.dates import FuzzyDate
from knowledge.questions.times.period import Period, period_ahead, period_of, telling_words
from knowledge.words import words
from tests.conftest import TODAY


def between(first: tuple[int, int, int], last: tuple[int, int, int]) -> Period:
    return Period(date(*first), date(*last))


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("in february 2026", between((2026, 2, 1), (2026, 2, 28))),
        ("in june", between((2026, 6, 1), (2026, 6, 30))),
        ("in december", between((2025, 12, 1), (2025, 12, 31))),
        ("on 26 june 2026", between((2026, 6, 26), (2026, 6, 26))),
        ("june 2026-july 2026", between((2026, 6, 1), (2026, 7, 31))),
        ("not until 12 june", between((2026, 6, 12), (2026, 11, 21))),
        ("since october", between((2026, 10, 1), (2026, 11, 21))),
        ("since last week", between((2026, 11, 9), (2026, 11, 21))),
        ("after 9 july", between((2026, 7, 10), (2026, 11, 21))),
        ("after june 2026", between((2026, 7, 1), (2026, 11, 21))),
        ("before february 2026", Period(None, date(2026, 1, 31))),
        ("until 1 july", Period(None, date(2026, 7, 1))),
        ("up to the end of june", Period(None, date(2026, 6, 30))),
        ("between june and july 2026", between((2026, 6, 1), (2026, 7, 31))),
        ("between november and december 2025", between((2025, 11, 1), (2025, 12, 31))),
        ("from december 2025 to 3 february", between((2025, 12, 1), (2026, 2, 3))),
        ("between december and february 2026", between((2025, 12, 1), (2026, 2, 28))),
        ("between 12 and 30 june", between((2026, 6, 12), (2026, 6, 30))),
        ("12-30 june 2026", between((2026, 6, 12), (2026, 6, 30))),
        ("in 2025", between((2025, 1, 1), (2025, 12, 31))),
        ("in summer 2025", between((2025, 6, 1), (2025, 8, 31))),
        ("in the summer", between((2026, 6, 1), (2026, 8, 31))),
        ("in early 2026", between((2026, 1, 1), (2026, 3, 31))),
        ("in q3 2026", between((2026, 7, 1), (2026, 9, 30))),
        ("in the first half of 2026", between((2026, 1, 1), (2026, 6, 30))),
        ("today", between((2026, 11, 21), (2026, 11, 21))),
        ("yesterday", between((2026, 11, 20), (2026, 11, 20))),
        ("this week", between((2026, 11, 16), (2026, 11, 21))),
        ("last week", between((2026, 11, 9), (2026, 11, 15))),
        ("this month", between((2026, 11, 1), (2026, 11, 21))),
        ("last month", between((2026, 10, 1), (2026, 10, 31))),
        ("last year", between((2025, 1, 1), (2025, 12, 31))),
        ("in the past two weeks", between((2026, 11, 7), (2026, 11, 21))),
        ("in the last 10 days", between((2026, 11, 11), (2026, 11, 21))),
        ("in the past month", between((2026, 10, 22), (2026, 11, 21))),
        ("what happened in june and in july", between((2026, 6, 1), (2026, 7, 31))),
        ("since friday", between((2026, 11, 20), (2026, 11, 21))),
    ],
)
def test_a_period_is_read_in_every_form(written: str, period: Period) -> None:
    assert period_of(written, TODAY) == period


FAR = (9999, 12, 31)


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("after 1 december", between((2026, 12, 2), FAR)),
        ("after december", between((2027, 1, 1), FAR)),
        ("after january", between((2027, 2, 1), FAR)),
        ("from january on", between((2027, 1, 1), FAR)),
        ("before december", between((2026, 11, 21), (2026, 11, 30))),
        ("between october and january", between((2026, 10, 1), (2027, 1, 31))),
        ("no earlier than 1 january 2027", between((2027, 1, 1), FAR)),
        ("within a month", between((2026, 11, 21), (2026, 12, 31))),
        ("in a week", between((2026, 11, 21), (2026, 11, 28))),
        ("in two years", between((2026, 11, 21), (2028, 11, 21))),
        ("next thirty days", between((2026, 11, 21), (2026, 12, 21))),
        ("next quarter", between((2027, 1, 1), (2027, 3, 31))),
        ("next weekend", between((2026, 11, 28), (2026, 11, 29))),
        ("in january next year", between((2027, 1, 1), (2027, 1, 31))),
        ("next year", between((2027, 1, 1), (2027, 12, 31))),
        ("the day after tomorrow", between((2026, 11, 23), (2026, 11, 23))),
    ],
)
def test_what_is_to_come_is_read_forward(written: str, period: Period) -> None:
    assert period_ahead(f"what is due {written}?", TODAY) == period


@pytest.mark.parametrize("typed", ["what is new", "who may use it", "12 monkeys", "mid season", ""])
def test_what_names_no_time_has_no_period(typed: str) -> None:
    assert period_of(typed, TODAY) is None


def test_a_day_that_is_part_of_a_name_is_no_period() -> None:
    used = frozenset({"letter", "12", "june"})
    assert period_of("what happened with the 12 june letter", TODAY, used) is None
    assert period_of("the 12 june letter since august", TODAY, used) == between(
        (2026, 8, 1), (2026, 11, 21)
    )


def test_telling_words_are_no_times_no_names_and_not_common() -> None:
    typed = "vega news of 3 june 2026 and last week"
    assert telling_words(typed, TODAY, frozenset({"vega"})) == {"news"}


@pytest.mark.parametrize(
    ("moment", "held"),
    [("2026-06-01", True), ("2026-06", True), ("2026", True), ("2026-05", False), ("2027", False)],
)
def test_a_period_may_have_what_may_lie_in_it(moment: str, held: bool) -> None:
    june = between((2026, 6, 1), (2026, 6, 30))
    assert june.may_have(FuzzyDate.parse(moment)) is held


@pytest.mark.parametrize(
    ("period", "written"),
    [
        (between((2026, 6, 1), (2026, 6, 1)), "on 1 June 2026"),
        (between((2026, 6, 1), (2026, 6, 30)), "from 1 June 2026 to 30 June 2026"),
        (Period(None, date(2026, 6, 30)), "up to 30 June 2026"),
    ],
)
def test_a_period_is_written_as_people_read_it(period: Period, written: str) -> None:
    assert str(period) == written


_PIECES = st.sampled_from(
    ("since", "before", "after", "between", "and", "to", "june", "29 february", "0001-01-01")
) | st.sampled_from(
    ("9999-12-31", "2026", "last", "999", "weeks", "year", "31 12 2026", "early", "q4", "-", "may")
)


@given(st.lists(_PIECES, max_size=8).map(" ".join) | st.text(max_size=60).map(str.casefold))
def test_any_text_has_a_period_in_order_or_none(text: str) -> None:
    for found in (period_of(text, TODAY), period_ahead(text, TODAY)):
        assert found is None or found.first is None or found.first <= found.last
    assert telling_words(text, TODAY, frozenset()) <= {*words(text)}

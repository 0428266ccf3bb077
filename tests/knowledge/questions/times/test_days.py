"""Days of a question: in every form, of the year meant, and whether it speaks for one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.times.days import days
from tests.conftest import TODAY


@pytest.mark.parametrize(
    "written",
    [
        "2026-08-03",
        "3 August 2026",
        "3rd of August 2026",
        "3. August 2026",
        "3 Aug 2026",
        "3 aug. 2026",
        "August 3, 2026",
        "Aug. 3rd 2026",
        "AUGUST 3",
        "aug 3",
        "3 August",
    ],
)
def test_a_day_is_read_in_every_form(written: str) -> None:
    day = date(2026, 8, 3)
    assert days(f"who may use it, {written}", TODAY).mentioned == (day,)
    assert days(f"who could use it on {written}?", TODAY).asked == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("21 November", date(2026, 11, 21)),
        ("22 November", date(2025, 11, 22)),
        ("December 24", date(2025, 12, 24)),
        ("1 January", date(2026, 1, 1)),
        ("22 November 2026", date(2026, 11, 22)),
        ("24 December 2027", date(2027, 12, 24)),
    ],
)
def test_a_day_without_a_year_is_the_latest_up_to_today(written: str, day: date) -> None:
    assert days(f"what held on {written}", TODAY).asked == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("in August", date(2026, 8, 15)),
        ("in September 2025", date(2025, 9, 15)),
        ("in sept", date(2026, 9, 15)),
        ("in December", date(2025, 12, 15)),
        ("in May 2026", date(2026, 5, 15)),
    ],
)
def test_a_month_stands_for_its_middle(written: str, day: date) -> None:
    assert days(f"who could use it {written}", TODAY).mentioned == (day,)


def test_a_month_that_has_begun_is_of_this_year() -> None:
    assert days("in November", date(2026, 11, 5)).mentioned == (date(2026, 11, 15),)


@pytest.mark.parametrize("typed", ["who may use vega 5?", "may I use it", "it may be"])
def test_the_word_may_is_no_month(typed: str) -> None:
    assert days(typed, TODAY).mentioned == ()
    assert days(typed, TODAY).asked is None


@pytest.mark.parametrize("before", ["on", "as of", "by", "at", "since", "until", "the week of"])
def test_a_day_after_such_a_word_is_the_day_to_answer_for(before: str) -> None:
    assert days(f"could anybody use it {before} 3 August 2026", TODAY).asked == date(2026, 8, 3)


def test_a_day_that_belongs_to_a_name_is_mentioned_only() -> None:
    found = days("who signed the letter of 3 August 2026", TODAY)
    assert found.asked is None
    assert found.mentioned == (date(2026, 8, 3),)


def test_every_day_is_mentioned_once_and_the_first_asked_for() -> None:
    found = days("on 3 August 2026, on 2026-08-03 and on 14 September 2026", TODAY)
    assert found.mentioned == (date(2026, 8, 3), date(2026, 9, 14))
    assert found.asked == date(2026, 8, 3)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("who could use it yesterday?", date(2026, 11, 20)),
        ("was it barred last week", date(2026, 11, 12)),
        ("was it barred a week ago", date(2026, 11, 14)),
        ("who could use it last month", date(2026, 10, 16)),
        ("who could use it 5 months ago", date(2026, 6, 24)),
        ("was it open a couple of days ago", date(2026, 11, 19)),
        ("was it open last summer", date(2026, 7, 16)),
        ("was it open last June", date(2026, 6, 15)),
        ("who could use it on Friday", date(2026, 11, 20)),
        ("was it open the weekend of 20 June", date(2026, 6, 20)),
        ("who could use it from 14 June on", date(2026, 6, 14)),
        ("who could use it from 14 June 2026 onwards", date(2026, 6, 14)),
        ("was it open in the 2nd week of June", date(2026, 6, 11)),
        ("who could use it in the month of June", date(2026, 6, 15)),
    ],
)
def test_a_relative_day_is_counted_from_today(typed: str, day: date) -> None:
    assert days(typed, TODAY).asked == day


@pytest.mark.parametrize(
    "typed", ["is it open this week", "is it open in november", "how many a year", "this autumn's"]
)
def test_a_time_that_goes_on_is_today(typed: str) -> None:
    assert days(typed, TODAY).asked is None


@pytest.mark.parametrize(
    ("written", "day", "until"),
    [
        ("in June", (6, 15), (6, 30)),
        ("in early June", (6, 5), (6, 10)),
        ("in mid-June 2026", (6, 15), (6, 20)),
        ("at the end of June", (6, 30), (6, 30)),
        ("as of the end of June", (6, 30), (6, 30)),
        ("as of late June", (6, 25), (6, 30)),
        ("at the beginning of June 2026", (6, 1), (6, 7)),
        ("between 12 and 30 June", (6, 21), (6, 30)),
        ("from 12 to 30 June 2026", (6, 21), (6, 30)),
        ("between June 12 and June 30", (6, 21), (6, 30)),
        ("between 12 June and on 30 June", (6, 21), (6, 30)),
        ("of 12 June until 30 June", (6, 21), (6, 30)),
        ("between june 12 and 30", (6, 21), (6, 30)),
        ("between June and August", (7, 16), (8, 31)),
        ("before 12 June", (6, 11), (6, 11)),
        ("before June", (5, 31), (5, 31)),
        ("after 12 June", (6, 13), (11, 21)),
        ("since 1 July", (7, 1), (11, 21)),
        ("on or before 12 June", (6, 12), (6, 12)),
        ("on the 12th of June without a licence", (6, 12), (6, 12)),
        ("in the first week of June", (6, 4), (6, 7)),
        ("between May and July", (6, 15), (7, 31)),
        ("20 June 2026", (6, 20), (6, 20)),
        ("June 20", (6, 20), (6, 20)),
        ("on 20.06.2026", (6, 20), (6, 20)),
        ("on 20/6/2026", (6, 20), (6, 20)),
        ("on 06/20/2026", (6, 20), (6, 20)),
        ("on 06/07/2026", (6, 7), (6, 7)),
        ("on 06.07.2026", (7, 6), (7, 6)),
    ],
)
def test_a_time_is_answered_for_by_a_day_in_it_and_what_happened_up_to_its_end(
    written: str, day: tuple[int, int], until: tuple[int, int]
) -> None:
    found = days(f"who could use it {written}?", TODAY)
    assert (found.asked, found.until) == (date(2026, *day), date(2026, *until))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("At the end of June who could use it?", date(2026, 6, 30)),
        ("was it in force in 2024", date(2024, 12, 31)),
        ("was it in force before 2025", date(2024, 12, 31)),
        ("was it open in June last year", date(2025, 6, 15)),
        ("was it open half a year ago", date(2026, 5, 23)),
        ("was it open seven months ago", date(2026, 4, 25)),
        ("was it open on Christmas Eve", date(2025, 12, 24)),
        ("what will apply on 1 January", date(2027, 1, 1)),
        ("will it be open on 24 December", date(2026, 12, 24)),
    ],
)
def test_the_day_that_is_meant_is_answered_for(typed: str, day: date) -> None:
    assert days(typed, TODAY).asked == day


@pytest.mark.parametrize(
    "typed",
    [
        "what did Jan Leike say",
        "who led the march against AI",
        "who can download and may use it",
        "what led to the fall of Vega 5",
        "what is Regulation (EU) 2024/1689",
        "what do the 2025 rules say",
    ],
)
def test_a_word_or_a_number_that_only_looks_like_a_time_is_none(typed: str) -> None:
    found = days(typed, TODAY)
    assert (found.asked, found.mentioned) == (None, ())


@pytest.mark.parametrize(
    "typed",
    [
        "the letter of 12 June 2026",
        "was it done due to the order from 12 June",
        "launches of may 2026",
        "the revised draft from late september",
        "the letters of early June",
        "what followed after the June order",
        "what differs between memo 11 and the june order",
        "link between the 2023 rules and the 2025 ones",
    ],
)
def test_a_day_that_belongs_to_a_thing_is_not_asked_for(typed: str) -> None:
    assert days(typed, TODAY).asked is None


def test_new_years_eve_is_the_last_one_or_that_of_the_year_named() -> None:
    assert days("was it open on New Year's Eve?", TODAY).asked == date(2025, 12, 31)
    assert days("was it open on new years eve", TODAY).asked == date(2025, 12, 31)
    assert days("will it hold on new year's eve 2026", TODAY).asked == date(2026, 12, 31)


@pytest.mark.parametrize(
    "typed", ["", "vega 5.1", "section 22757.11", "2026", "31 February 2026", "2026-13-01", "10^26"]
)
def test_what_is_no_day_gives_none(typed: str) -> None:
    assert days(typed, TODAY).mentioned == ()


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)))
def test_a_full_day_is_read_back_as_written(day: date) -> None:
    assert days(f"on {day.isoformat()}", TODAY).asked == day
    assert days(f"on {day.day} {day:%B} {day.year:04}", TODAY).asked == day


@given(st.text(alphabet="0123456789 -.,marchyjunof", max_size=80))
def test_no_mixture_of_numbers_and_months_is_too_odd(typed: str) -> None:
    found = days(typed, TODAY)
    assert found.until is None or (found.asked is not None and found.asked <= found.until)


def test_a_day_that_no_year_has_is_no_day_and_no_fault() -> None:
    assert days("what held on 29 february", date(2027, 1, 10)).mentioned == ()
    assert days("new year's eve 0000", TODAY).asked is not None


def test_may_after_a_version_is_a_verb() -> None:
    assert days("may 5 people use vega 5", TODAY).mentioned == ()
    assert days("what held on 5 may", TODAY).mentioned == (date(TODAY.year, 5, 5),)


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("launches of september 2026", date(2026, 9, 1)),
        ("what happened in July 2026, day by day", date(2026, 7, 1)),
        ("what happened on 22 July 2026", None),
        ("between june and july 2026", None),
        ("what happened", None),
    ],
)
def test_a_month_stands_alone_or_for_nothing(typed: str, month: date | None) -> None:
    assert days(typed, TODAY).month == month


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("in the summer of 2025", date(2025, 7, 16)),
        ("by mid-2027", date(2027, 7, 1)),
        ("at christmas 2024", date(2024, 12, 25)),
        ("on New Year's Day 2026", date(2026, 1, 1)),
        ("at the end of 2026", date(2026, 12, 31)),
        ("in early 2026", date(2026, 2, 14)),
        ("by the fall of 2025", date(2025, 10, 16)),
    ],
)
def test_a_part_of_a_year_stands_for_a_day(written: str, day: date) -> None:
    assert days(f"was it in force {written}?", TODAY).asked == day


@pytest.mark.parametrize("typed", ["which models fall under it", "who was late", "summer school"])
def test_a_word_for_a_part_of_a_year_needs_a_year(typed: str) -> None:
    assert days(typed, TODAY).asked is None


def test_a_day_that_is_named_counts_before_a_part_of_a_year() -> None:
    assert days("late 2025 or on 3 June 2026?", TODAY).asked == date(2026, 6, 3)

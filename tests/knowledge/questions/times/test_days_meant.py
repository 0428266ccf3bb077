"""Which day is meant, by what stands around it."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.questions.times.days import days
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("who could use it from 20 June?", date(2026, 6, 20)),
        ("who could use it from 12 June 2026 on?", date(2026, 6, 12)),
        ("could I use it on the evening of 12 June 2026, then", date(2026, 6, 12)),
        ("who could use it three weeks after 12 June 2026?", date(2026, 7, 3)),
        ("who said on 26 June that it will be limited?", date(2026, 6, 26)),
        ("who could use it on 20 June, and will it be limited?", date(2026, 6, 20)),
        ("will it still be so on 1 March?", date(2027, 3, 1)),
    ],
)
def test_what_stands_around_a_day_says_how_it_is_meant(typed: str, day: date) -> None:
    assert days(typed, TODAY).asked == day


@pytest.mark.parametrize(
    "typed",
    [
        "what does the letter from 12 June say",
        "which order is from 12 June 2026",
        "what had the post from 26 June to tell",
    ],
)
def test_what_is_from_a_day_is_a_thing(typed: str) -> None:
    assert days(typed, TODAY).asked is None

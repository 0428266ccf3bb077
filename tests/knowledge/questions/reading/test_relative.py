"""What a number, a day or "the one of 30 June" means beside what was spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.questions.base.index import Index
from knowledge.questions.reading.analyse import Analysis, analyse
from knowledge.questions.reading.followup import Subject
from knowledge.questions.reading.relative import next_of_family, on_day
from tests.conftest import TODAY


def spoken_of(index: Index, typed: str, *found: str) -> Subject:
    asked = analyse(index, typed, TODAY)
    return Subject(
        asked.links.entries,
        found,
        asked.patterns,
        asked.content,
        asked.words,
        asked.links.used,
        asked.operation,
        asked.days.asked,
        0.0,
    )


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("and on the 28th?", date(2026, 6, 28)),
        ("a week later?", date(2026, 6, 27)),
        ("the day before?", date(2026, 6, 19)),
        ("two months after", date(2026, 8, 19)),
        ("and now?", None),
        ("and on the 31st?", None),  # June has none
    ],
)
def test_a_day_is_one_of_the_month_spoken_of_or_counted_from_it(
    real_index: Index, typed: str, day: date | None
) -> None:
    last = spoken_of(real_index, "who could use Fable 5 on 20 June 2026?")
    taken = on_day(analyse(real_index, typed, TODAY), last)
    assert taken.days.asked == day


def test_words_that_are_counted_from_a_day_hint_at_no_name(real_index: Index) -> None:
    last = spoken_of(real_index, "who could use Fable 5 on 20 June 2026?")
    alone = analyse(real_index, "a week later?", TODAY)
    assert alone.links.hinted  # "not now, a week ago" is a quote
    taken = on_day(alone, last)
    assert (taken.links.hinted, taken.words, taken.content) == ((), (), ())


@pytest.mark.parametrize(
    ("before", "typed", "meant"),
    [
        ("what is Opus 5?", "and 5.5?", ("claude-opus-5.5",)),
        ("what is Opus 5?", "and 7?", ()),
        ("what does SB 53 require?", "and 5.5?", ()),
        ("what is Opus 5?", "and what does 5.5 cost in the API", ()),
    ],
)
def test_a_number_means_the_next_model_of_the_family(
    real_index: Index, before: str, typed: str, meant: tuple[str, ...]
) -> None:
    last = spoken_of(real_index, before)
    taken = next_of_family(analyse(real_index, typed, TODAY), last, real_index.kinds)
    assert taken.links.entries == meant


def of_the_letter(index: Index, typed: str) -> Analysis:
    last = spoken_of(index, "who signed it?", "us-commerce-2026-06-12", "howard-lutnick")
    return next_of_family(analyse(index, typed, TODAY), last, index.kinds)


@pytest.mark.parametrize("typed", ["and the one of 30 June?", "the letter from June 30"])
def test_one_of_another_day_means_the_letter_of_that_day(real_index: Index, typed: str) -> None:
    taken = of_the_letter(real_index, typed)
    assert taken.links.entries == ("us-commerce-2026-06-30",)
    assert (taken.days.asked, taken.words) == (None, ())


def test_what_is_asked_of_it_is_kept(real_index: Index) -> None:
    taken = of_the_letter(real_index, "what did the one of 30 June lift?")
    assert taken.links.entries == ("us-commerce-2026-06-30",)
    assert "lift" in taken.words


def test_a_day_without_a_letter_means_none(real_index: Index) -> None:
    assert of_the_letter(real_index, "the letter of 29 June").links.entries == ()

"""What a question means beside the one before it."""

from __future__ import annotations

import pytest

from knowledge.questions.base.index import Index
from knowledge.questions.reading.analyse import analyse
from knowledge.questions.reading.followup import SAME, Subject, TakenOver, after
from tests.conftest import TODAY


def beside(index: Index, before: str, typed: str, *answered: str) -> TakenOver:
    first = analyse(index, before, TODAY)
    last = Subject(
        first.links.entries,
        answered,
        first.patterns,
        first.content,
        first.words,
        first.links.used,
        first.operation,
        None,
        0.0,
    )
    return after(last, analyse(index, typed, TODAY), index.kinds)


@pytest.mark.parametrize("typed", ["and the fines?", "and the penalties?", "which applies first?"])
def test_after_a_comparison_the_same_two_are_spoken_of(real_index: Index, typed: str) -> None:
    found = beside(real_index, "compare SB 53 and RAISE", typed)
    assert found.about == ("us-ca-sb53", "us-ny-raise")


def test_how_many_of_something_is_asked_of_what_was_spoken_of(real_index: Index) -> None:
    found = beside(real_index, "who may use GPT-5.6?", "how many partners?")
    assert found.about == ("gpt-5.6",)
    assert found.sure


def test_another_name_asks_the_same_question(real_index: Index) -> None:
    found = beside(real_index, "what does SB 53 require?", "and RAISE?")
    assert found.remark == SAME
    assert found.analysis.links.entries == ("us-ny-raise",)


@pytest.mark.parametrize("typed", ["does RAISE?", "and doesn't RAISE too?", "is RAISE?"])
def test_a_name_without_a_verb_has_that_of_the_question_before(
    real_index: Index, typed: str
) -> None:
    found = beside(real_index, "does SB 53 have a private right of action?", typed)
    assert found.remark == SAME
    assert found.analysis.links.entries == ("us-ny-raise",)
    assert "private right of action" in found.analysis.text


def test_a_name_with_a_verb_has_its_own(real_index: Index) -> None:
    found = beside(real_index, "does SB 53 have a private right of action?", "does RAISE apply?")
    assert found.remark == ""


@pytest.mark.parametrize("typed", ["who signed RAISE?", "what is EO 14409?"])
def test_what_names_a_thing_of_its_own_takes_nothing_over(real_index: Index, typed: str) -> None:
    found = beside(real_index, "what does SB 53 require?", typed)
    assert (found.about, found.remark) == ((), "")


@pytest.mark.parametrize(
    ("typed", "entries"),
    [
        ("compare with RAISE", ("us-ca-sb53", "us-ny-raise")),
        ("compare it with SB 53", ("us-ca-sb53",)),  # itself
        ("compare with GPT-5.6", ("gpt-5.6",)),  # no rule
        ("compare RAISE and Illinois SB 315", ("us-ny-raise", "us-il-sb315")),
    ],
)
def test_what_was_spoken_of_is_compared_with_what_is_named(
    real_index: Index, typed: str, entries: tuple[str, ...]
) -> None:
    found = beside(real_index, "tell me about SB 53", typed)
    assert found.analysis.links.entries == entries


def test_of_a_list_the_first_is_spoken_of(real_index: Index) -> None:
    found = beside(
        real_index,
        "what happened on 12 June?",
        "who signed it?",
        "us-commerce-2026-06-12",
        "gpt-5.6",
    )
    assert found.about == ("us-commerce-2026-06-12",)


def test_another_day_takes_the_place_of_the_one_before(real_index: Index) -> None:
    found = beside(real_index, "who could use GPT-5.6 on 20 June 2026?", "and in August?")
    assert found.remark == SAME
    assert found.analysis.words == ("who", "could", "use", "in", "august")


def test_a_question_of_no_words_leaves_none(real_index: Index) -> None:
    assert beside(real_index, "?", "and in August?").analysis.words == ("and", "in", "august")

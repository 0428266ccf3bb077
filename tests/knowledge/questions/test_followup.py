"""What a question means beside the one before it."""

from __future__ import annotations

import pytest

from knowledge.questions.analyse import analyse
from knowledge.questions.followup import SAME, Subject, TakenOver, after
from knowledge.questions.index import Index
from tests.conftest import TODAY


def beside(index: Index, before: str, typed: str) -> TakenOver:
    first = analyse(index, before, TODAY)
    last = Subject(
        first.links.entries,
        (),
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


@pytest.mark.parametrize("typed", ["who signed RAISE?", "what is EO 14409?"])
def test_what_names_a_thing_of_its_own_takes_nothing_over(real_index: Index, typed: str) -> None:
    found = beside(real_index, "what does SB 53 require?", typed)
    assert (found.about, found.remark) == ((), "")

"""Requests that ask for no fact are declined, and questions that use the same words are not."""

from __future__ import annotations

import pytest

from knowledge.answers import Nothing
from knowledge.desk import Desk
from knowledge.questions.asking.refuse import asks_no_fact
from knowledge.questions.bank import read_bank


@pytest.mark.parametrize(
    "typed",
    [
        "tell me a joke about lawyers",
        "write a poem on Mythos 5",
        "can you translate the Commerce letter",
        "give me a good recipe",
        "make me a logo",
        "what's the weather in Brussels tomorrow",
        "what is your opinion of SB 53",
        "should I buy Nvidia after the accord",
        "what is 17 + 23",
        "best ramen in Seoul?",
        "what do you think of the order",
    ],
)
def test_what_asks_for_no_fact_is_known(real: Desk, typed: str) -> None:
    assert asks_no_fact(typed)
    answer = real.questions.ask(real, typed)
    assert isinstance(answer, Nothing)
    assert answer.reason.startswith("That is outside what I cover")


@pytest.mark.parametrize(
    "typed",
    [
        "show me the code of practice",
        "show me the tweet by Altman",
        "draft executive order of May 2026",
        "tell me the story of EO 14409",
        "what did Altman think of the request",
        "which fine is there under SB 53",
    ],
)
def test_the_same_words_in_a_question_are_let_through(typed: str) -> None:
    assert not asks_no_fact(typed)


def test_no_question_of_the_bank_that_has_an_answer_is_refused() -> None:
    assert [q.text for q in read_bank() if q.is_answerable() and asks_no_fact(q.text)] == []

"""Two questions in one are told apart; a sentence that goes on is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.asking.halves import halves


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        (
            "Who leads the force and who are its deputies?",
            ("Who leads the force", "who are its deputies?"),
        ),
        (
            "On which law did the letter rest, and by when must it be answered?",
            ("On which law did the letter rest", "by when must it be answered?"),
        ),
        (
            "What is the fine under the act? Does it apply already?",
            ("What is the fine under the act", "Does it apply already?"),
        ),
    ],
)
def test_two_questions_are_told_apart(typed: str, parts: tuple[str, str]) -> None:
    assert halves(typed) == parts


@pytest.mark.parametrize(
    "typed",
    [
        "who signed the order and is bound by it",
        "who signed the order, which was lifted in June?",
        "We deploy a chatbot in Poland. Which duties are there?",  # one question, and what for
        "when, and why?",
        "who leads it and who are its deputies and when were they named?",
        "",
    ],
)
def test_one_question_stays_whole(typed: str) -> None:
    assert halves(typed) is None


@given(st.text(alphabet="who andiswhat,;.? ", max_size=80))
def test_the_parts_are_of_the_question_and_in_order(typed: str) -> None:
    parts = halves(typed)
    assert parts is None or (typed.startswith(parts[0]) and typed.endswith(parts[1]))

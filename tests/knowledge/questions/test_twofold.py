"""Two questions in one: both are answered where the whole is not, or neither."""

from __future__ import annotations

import pytest

from knowledge.answers import Answered
from knowledge.desk import Desk
from tests.knowledge.questions.answered import shown


def _subjects(desk: Desk, typed: str) -> list[str]:
    return [one.statement.subject for one in shown(desk.questions.ask(desk, typed))]


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("who is Jay Clayton and when did Fable 5 come back?", "Clayton", "1 July"),
        (
            "when did the AI Act enter into force and how many votes did the Digital Omnibus get?",
            "1 August 2024",
            "423",
        ),
    ],
)
def test_both_questions_are_answered_where_the_whole_is_not(
    real: Desk, typed: str, first: str, second: str
) -> None:
    answer, trace = real.questions.explain(real, typed)
    assert trace.decision == "answered as two questions"
    assert isinstance(answer, Answered)
    text = " ".join(one.statement.text for one in shown(answer))
    assert first in text
    assert second in text
    assert answer.remarks[0].startswith("Taken as two questions")
    assert trace.shown == tuple(one.statement for one in shown(answer))


def test_one_of_two_is_no_answer(real: Desk) -> None:
    leads = "Who leads the Super Intelligence Force"
    assert _subjects(real, leads)
    assert not _subjects(real, f"{leads} and what is the telephone number of its office?")


def test_the_second_follows_on_the_first_and_not_on_a_conversation(real: Desk) -> None:
    real.questions.ask(real, "what is the RAISE Act", conversation="halves")
    typed = "Who leads the Super Intelligence Force and who are the deputies?"
    answer, _ = real.questions.explain(real, typed, conversation="halves")
    assert "us-ny-raise" not in {one.statement.subject for one in shown(answer)}

"""The newest models of a developer, a place or a family."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers import Answered
from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.queries.newest import newest
from knowledge.questions.reading.analyse import analyse
from tests.conftest import TODAY
from tests.knowledge.questions.answered import shown


def models(desk: Desk, index: Index, typed: str, day: date = TODAY) -> list[str]:
    found = newest(desk, index, analyse(index, typed, TODAY), day)
    return [statement.subject for statement in found or ()]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("what's the newest Claude model?", "claude-opus-5.5"),
        ("which is Anthropic's most recent model", "claude-opus-5.5"),
        ("newest Claude Fable?", "claude-fable-5.1"),
        ("latest OpenAI model", "gpt-6-cyber"),
        ("the latest Chinese model", "glm-5.3"),
        ("newest model", "gpt-6-cyber"),
    ],
)
def test_the_newest_of_what_is_named_comes_first(
    real: Desk, real_index: Index, typed: str, first: str
) -> None:
    assert models(real, real_index, typed)[:1] == [first]


def test_on_a_day_the_newest_of_that_day_is_told(real: Desk, real_index: Index) -> None:
    then = models(real, real_index, "newest Claude model", date(2026, 6, 20))
    assert set(then[:2]) == {"claude-fable-5", "claude-mythos-5"}


@pytest.mark.parametrize(
    "typed",
    [
        "who banned the newest Claude model?",
        "what is the price of the latest OpenAI model",
        "latest news",
        "the latest rule",
        "newest open-weight model",
        "what did the latest letter say",
        "is GPT-5.6 the newest model?",
        "which is not the newest Claude model",
        "newest Claude model in June 2026",
        "newest Claude model of 2024",
        "when did the newest Claude model come out",
    ],
)
def test_what_asks_for_more_is_no_such_query(real: Desk, real_index: Index, typed: str) -> None:
    assert models(real, real_index, typed) == []


def test_the_answer_says_in_which_order_it_is(real: Desk) -> None:
    answer = real.questions.ask(real, "latest Claude model?")
    assert isinstance(answer, Answered)
    assert "The newest first, of the models that the base has." in answer.remarks
    assert all(evidence.cited for evidence in shown(answer))

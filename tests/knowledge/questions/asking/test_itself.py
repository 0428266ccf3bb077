"""What is said to the bot or asked about it."""

from __future__ import annotations

import pytest

from knowledge.answers import Nothing
from knowledge.desk import Desk
from knowledge.questions.asking.itself import HELP, said_to_it
from tests.conftest import TODAY
from tests.knowledge.questions.answered import strange


@pytest.mark.parametrize("typed", ["hello", "hey bot", "Good morning!", "hi there"])
def test_who_greets_is_told_what_can_be_asked(real: Desk, typed: str) -> None:
    answer = real.questions.ask(real, typed)
    assert isinstance(answer, Nothing)
    assert answer.reason == HELP


@pytest.mark.parametrize("typed", ["thanks!", "Great, thank you", "thx a lot", "ty"])
def test_who_gives_thanks_is_welcome(real: Desk, typed: str) -> None:
    answer = real.questions.ask(real, typed)
    assert isinstance(answer, Nothing)
    assert answer.reason.startswith("You are welcome. ")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("are you up to date?", "up to 10 October 2026"),
        ("How current is your data", "up to 10 October 2026"),
        ("when was the base last updated?", "`changes`"),
        ("what's your cutoff", "up to 10 October 2026"),
        ("what are your sources?", "`sources`"),
        ("which sources do you use", "`sources`"),
        ("where do you get that from", "`sources`"),
        ("are you an AI?", "no language model"),
        ("who built you", "no language model"),
        ("how do I subscribe this channel?", "`subscribe`"),
        ("how can we get alerts", "`subscribe`"),
        ("stop the alerts", "`unsubscribe`"),
        ("that's wrong", "`feedback`"),
        ("how do i report a wrong answer?", "`feedback`"),
    ],
)
def test_what_is_asked_about_the_bot_is_told_with_the_command_for_it(
    real: Desk, typed: str, words: str
) -> None:
    answer = real.questions.ask(real, typed)
    assert isinstance(answer, Nothing)
    assert words in answer.reason
    assert strange(real, answer) == []


@pytest.mark.parametrize(
    "typed",
    [
        "hello, who may use Fable 5?",
        "thanks, and what is GPT-5.6?",
        "good morning America",
        "when was it last updated",
        "what are your sources on the letter of 12 June?",
        "is the RSP up to date",
        "who made GPT-5.6",
        "are chatbots AI",
        "how do I report an incident",
        "was the order wrong",
        "",
    ],
)
def test_a_question_on_anything_else_is_a_question(real: Desk, typed: str) -> None:
    assert said_to_it(real, typed, TODAY) is None

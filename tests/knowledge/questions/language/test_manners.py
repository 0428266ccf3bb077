"""Manners are taken off a question; what it asks stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.language.manners import without_manners


@pytest.mark.parametrize(
    "typed",
    [
        "please who signed it",
        "who signed it please",
        "hi, who signed it, thank you!",
        "hey bot, who signed it",
        "hi there, just wondering who signed it - thanks so much!",
        "Quick question: who signed it",
        "one quick question for you: who signed it",
        "question, who signed it",
        "sorry if this was asked before, who signed it",
        "sorry if that's a dumb question but who signed it",
        "Sorry for the dumb question but who signed it",
        "could you tell me who signed it",
        "can anyone please tell me: who signed it",
        "Can I ask who signed it",
        "do you happen to know who signed it",
        "does anyone here know who signed it",
        "I was wondering, who signed it",
        "i'd like to know who signed it",
        "my boss wants to know who signed it",
        "good morning all, could anyone tell me who signed it, asking for a friend",
        "out of curiosity, who signed it",
        "who signed it, thanks in advance",
        "any idea who signed it",
        "For a memo to our board: who signed it",
        "I'm drafting a compliance calendar: who signed it",
        "In preparing testimony, I need to know who signed it",
        "we need to brief the minister: who signed it",
        "I need a citation for a footnote: who signed it",
        "our client asks us who signed it",
    ],
)
def test_what_is_said_around_a_question_is_taken_off(typed: str) -> None:
    assert without_manners(typed).rstrip(" !,-") == "who signed it"


@pytest.mark.parametrize(
    "typed",
    [
        "who signed it",
        "tell me about mythos 5",
        "bot bill california",
        "can you use mythos 5 in germany",
        "do you know",
        "what questions did the senators ask",
        "my boss says only foreigners were banned",
        "everyone or only partners?",
        "everyone who ships a chatbot must do what",
        "would we need a licence",
        "could anyone use fable in june",
        "For a developer in Illinois, what is due",
        "for a memo on kimi: who signed",
        "for our fable 5 memo: who signed",
        "",
    ],
)
def test_what_is_asked_stays(typed: str) -> None:
    assert without_manners(typed) == typed


@given(typed=st.text())
def test_nothing_is_added(typed: str) -> None:
    assert len(without_manners(typed)) <= len(typed)

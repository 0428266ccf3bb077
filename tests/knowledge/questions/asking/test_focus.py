"""The noun that a question asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.asking.focus import focus_of


@pytest.mark.parametrize(
    ("asking", "noun"),
    [
        ("what budget comes with japan's ai basic plan?", "budget"),
        ("which attorney general organised the letter", "general"),
        ("which bureau inside the ftc runs it", "bureau"),
        ("how many pages does the order have?", "page"),
        ("gpt-5.6, what price", "price"),
        ("the number of signatories of the code", "signatori"),
        ("how many blocked keywords have to be on the list", "keyword"),
        ("how many firms stood on the list", "firm"),
        ("names of the experts in the letter", "expert"),
    ],
)
def test_the_last_noun_before_a_verb_is_asked_for(asking: str, noun: str) -> None:
    assert focus_of(asking) == noun


@pytest.mark.parametrize(
    "asking",
    [
        "who may use it",
        "how many signed the code",
        "what happened in june",
        "what is eo 14409",
        "when was it",
        "",
    ],
)
def test_a_question_may_ask_for_no_noun(asking: str) -> None:
    assert focus_of(asking) is None


@given(st.text(alphabet="which what name of the ,?x", max_size=200))
def test_any_text_has_one_or_none(asking: str) -> None:
    found = focus_of(asking)
    assert found is None or found in asking

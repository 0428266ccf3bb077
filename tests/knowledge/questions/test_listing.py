"""Answers that are lists: here what a person said, where nothing more is asked for."""

from __future__ import annotations

import pytest

from knowledge.answers import Answered, evidence_in
from knowledge.desk import Desk
from knowledge.questions.analyse import analyse
from knowledge.questions.index import Index
from knowledge.questions.listing import listed
from knowledge.vocabulary import Property
from tests.conftest import TODAY


def list_of(desk: Desk, index: Index, typed: str) -> Answered | None:
    return listed(desk, index, analyse(index, typed, TODAY), (), TODAY)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("what did Dario Amodei say?", "Dario Amodei"),
        ("quotes by lutnick", "Howard Lutnick"),
        ("what did Sam Altman say or write", "Sam Altman"),
    ],
)
def test_what_a_person_said_is_told_newest_first(
    real: Desk, real_index: Index, typed: str, name: str
) -> None:
    answer = list_of(real, real_index, typed)
    assert answer is not None
    told = [evidence.statement for evidence in evidence_in(answer)]
    assert {s.property for s in told} == {Property.QUOTE}
    assert all(s.text.startswith(name) for s in told)
    days = [s.on.earliest for s in told if s.on]
    assert len(days) == len(told) > 1
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    "typed",
    [
        "what did Sam Altman say about GPT-5.6?",
        "what did Dario Amodei say about slowing down?",
        "what did Sam Altman and Dario Amodei say",
        "what did Sam Altman say on 25 June 2026",
        "who said it would be slow?",
    ],
)
def test_who_asks_for_more_than_that_gets_no_such_list(
    real: Desk, real_index: Index, typed: str
) -> None:
    assert list_of(real, real_index, typed) is None

"""Whom, or which model, a statement names that a question does not."""

from __future__ import annotations

import pytest

from knowledge.model import Statement
from knowledge.questions.base.index import Index
from knowledge.questions.language.normalise import stem
from knowledge.questions.ranking.naming import (
    names_known_person,
    names_model,
    names_party,
    names_person,
)
from knowledge.words import words
from tests.knowledge.questions.rows import row_of

HENDERSON = "Judge Henderson of the D.C. Circuit dissented"
ORDER = "Executive Order 14409 has been in force since 2 June 2026"
CLAYTON = "President Donald Trump named Jay Clayton"
ASTRA = "GPT-6 Astra follows GPT-5.6 as OpenAI's top model"


def _told(index: Index, start: str) -> Statement:
    return index.statements[row_of(index, start)]


def _asked(typed: str) -> set[str]:
    return {stem(word) for word in words(typed)}


@pytest.mark.parametrize(
    ("start", "typed", "named"),
    [
        (HENDERSON, "who dissented", True),
        (CLAYTON, "who leads the super intelligence force", True),
        (ORDER, "is the order in force", False),
    ],
)
def test_a_person_counts_that_the_question_does_not_name(
    real_index: Index, start: str, typed: str, named: bool
) -> None:
    assert names_person(real_index, _told(real_index, start), _asked(typed)) is named


def test_a_body_is_a_party_and_no_person(real_index: Index) -> None:
    told = _told(real_index, ASTRA)
    assert names_party(real_index, told, _asked("what follows gpt-5.6"))
    assert not names_person(real_index, told, _asked("what follows gpt-5.6 and is it astra"))


def test_a_model_counts_that_the_question_does_not_name(real_index: Index) -> None:
    assert names_model(real_index, _told(real_index, ASTRA), _asked("what follows it"))
    assert not names_model(real_index, _told(real_index, HENDERSON), _asked("who dissented"))


def test_only_a_person_of_the_base_is_known(real_index: Index) -> None:
    assert names_known_person(real_index, _told(real_index, CLAYTON))
    assert not names_known_person(real_index, _told(real_index, ORDER))

"""Synonyms: groups of words that stand for one another, by their stems."""

from __future__ import annotations

import pytest

from knowledge.questions.language.normalise import stem
from knowledge.questions.language.synonyms import _GROUPS, related


@pytest.mark.parametrize(
    ("chat", "statement"),
    [
        ("fine", "penalty"),
        ("labs", "developers"),
        ("pulled", "suspended"),
        ("govt", "government"),
        ("pentagon", "dow"),
        ("price", "costs"),
    ],
)
def test_words_of_a_group_stand_for_one_another(chat: str, statement: str) -> None:
    assert stem(statement) in related(stem(chat))
    assert stem(chat) in related(stem(statement))


def test_no_word_stands_for_itself() -> None:
    stems = {stem(word) for word in _GROUPS.split()}
    assert [one for one in stems if one in related(one)] == []


def test_standing_for_one_another_goes_both_ways() -> None:
    stems = {stem(word) for word in _GROUPS.split()}
    assert [(a, b) for a in stems for b in related(a) if a not in related(b)] == []


@pytest.mark.parametrize("word", ["zyzzyva", "", "5.6", "模型"])
def test_a_word_of_no_group_has_none(word: str) -> None:
    assert related(word) == frozenset()

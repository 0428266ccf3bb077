"""Models and rules of the place, the developer or the family that is named, or of all others."""

from __future__ import annotations

import pytest

from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.queries.narrowed import models_of, narrowed
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import Kind
from tests.conftest import TODAY


def rules(index: Index, typed: str) -> set[str]:
    every = [entry for entry, kind in index.kinds.items() if kind is Kind.DIRECTIVE]
    return {*narrowed(index, analyse(index, typed, TODAY), every)}


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("chinese rules", "cn"),
        ("rules of the states", "us-"),
        ("federal rules", "us"),
        ("rules in california", "us-ca"),
    ],
)
def test_all_that_remain_are_of_the_place(real_index: Index, typed: str, begins: str) -> None:
    found = rules(real_index, typed)
    assert found
    assert all(real_index.places[entry].startswith(begins) for entry in found)


@pytest.mark.parametrize("typed", ["rules except chinese ones", "rules outside China"])
def test_what_is_left_out_and_what_is_named_are_everything(real_index: Index, typed: str) -> None:
    chinese = rules(real_index, "chinese rules")
    others = rules(real_index, typed)
    assert not chinese & others
    assert chinese | others == rules(real_index, "rules")


def test_outside_the_us_no_state_remains(real_index: Index) -> None:
    found = rules(real_index, "rules outside the US")
    assert found
    assert not any(real_index.places[entry].startswith("us") for entry in found)


def test_where_it_is_not_plain_what_is_left_out_nothing_remains(real_index: Index) -> None:
    assert rules(real_index, "rules besides those of Narnia") == set()


def test_models_are_of_the_family_and_of_the_developer(real: Desk, real_index: Index) -> None:
    fables = models_of(real, real_index, analyse(real_index, "models", TODAY), {"fable"})
    assert set(fables) == {"claude-fable-5", "claude-fable-5.1"}
    theirs = models_of(real, real_index, analyse(real_index, "openai models", TODAY), set())
    others = models_of(
        real, real_index, analyse(real_index, "all models but openai's", TODAY), set()
    )
    assert theirs
    assert all(real_index.makers[model] == "openai" for model in theirs)
    assert not {*theirs} & {*others}

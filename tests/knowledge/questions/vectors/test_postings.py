"""Postings lead from a key to its rows, and stay the same when kept."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.vectors.postings import Gathered, Postings, Weighed

HELD = st.lists(st.sets(st.text(max_size=3), max_size=4), max_size=12)


def made(held: list[set[str]]) -> Postings:
    found = Gathered()
    for row, keys in enumerate(held):
        found.add(row, sorted(keys))
    return found.done()


@given(held=HELD)
def test_a_key_leads_to_the_rows_that_have_it(held: list[set[str]]) -> None:
    for found in (made(held), Postings.read(made(held).arrays("any"), "any")):
        assert set(found) == set().union(*held)
        assert len(found) == len(found.counts())
        for key in found:
            assert found[key].tolist() == [row for row, keys in enumerate(held) if key in keys]
            assert found.mask(len(held), key).tolist() == [key in keys for keys in held]
        assert found.get("longer than any") is None


def test_an_unknown_key_has_no_rows() -> None:
    found = made([{"a"}, {"b"}, {"a", "c"}])
    assert not found.mask(3, "z").any()
    assert found.mask(3, "a", "b", "z").all()
    with pytest.raises(KeyError):
        found["z"]


def test_likeness_is_one_for_the_same_words_and_none_for_others() -> None:
    rarity = {"lamp": 3.0, "letter": 2.0, "the": 0.0}
    texts = Weighed.of(made([{"lamp", "letter", "the"}, {"letter"}, {"the"}]), rarity, 3)
    like = texts.like({"lamp": 3.0, "letter": 2.0})
    assert like[0] == pytest.approx(1.0)
    assert 0.0 < like[1] < like[0]
    assert like[2] == 0.0
    assert np.array_equal(
        Weighed.read(texts.arrays("x"), "x").like({"lamp": 3.0}), texts.like({"lamp": 3.0})
    )
    assert not texts.like({}).any()

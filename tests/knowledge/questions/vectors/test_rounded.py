"""Rounded vectors: near to what they were, and as like to others."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from knowledge.questions.vectors.rounded import Rounded

_NUMBERS = st.floats(-100, 100, width=32)


@given(arrays(np.float32, (3, 4), elements=_NUMBERS))
def test_a_number_is_off_by_no_more_than_half_a_step(vectors: np.ndarray) -> None:
    found = Rounded.of(vectors).at(slice(None))
    step = np.abs(vectors).max(axis=1, keepdims=True) / 127
    assert (np.abs(found - vectors) <= step / 2 + 1e-6 + np.abs(vectors) * 1e-5).all()


@given(st.integers(0, 1_300), st.integers(0, 5))
def test_likeness_is_that_of_the_vectors_however_many_there_are(count: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    rounded = Rounded.of(chance.normal(size=(count, 8)).astype(np.float32))
    vector = chance.normal(size=8).astype(np.float32)
    assert np.allclose(rounded.likeness(vector), rounded.at(slice(None)) @ vector, atol=1e-4)


def test_no_vectors_are_none() -> None:
    none = Rounded.of(np.zeros((0, 3), np.float32))
    assert len(none) == 0
    assert none.likeness(np.ones(3, np.float32)).shape == (0,)


def test_what_was_laid_out_is_read_again() -> None:
    rounded = Rounded.of(np.array([[1.0, -2.0], [0.0, 0.0], [0.5, 0.25]], dtype=np.float32))
    found = Rounded.read(rounded.arrays("some"), "some")
    assert np.array_equal(found.at([0, 2]), rounded.at([0, 2]))
    assert np.array_equal(found.kept(np.array([False, False, True])).at([0]), rounded.at([2]))

"""The property classifier: shares that sum to one, for any shape and without a vector."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.asking.predict import LABELS, NONE, PropertyModel, grams_of, no_vector
from knowledge.questions.trained import load
from knowledge.questions.vectors.encoder import DIMENSIONS, Encoder
from knowledge.vocabulary import Property

SIZE = len(LABELS)


def made() -> PropertyModel:
    """A model that knows one word."""
    weights = np.zeros((1, SIZE), dtype=np.float32)
    weights[0, LABELS.index("penalty")] = 5.0
    vectors = np.zeros((DIMENSIONS, SIZE), dtype=np.float32)
    askable = np.zeros(1 + DIMENSIONS + 1, dtype=np.float32)
    askable[0], askable[-1] = 3.0, -1.0
    bias = np.zeros(SIZE, dtype=np.float32)
    return PropertyModel({"fine": 0}, weights, vectors, bias, askable)


def test_there_is_a_label_for_every_property_and_for_none() -> None:
    assert (*(str(one) for one in Property), NONE) == LABELS


def test_words_and_pairs_of_neighbours_are_looked_at_with_the_ends_marked() -> None:
    assert grams_of(("who", "may")) == ["who", "may", "^ who", "who may", "may $"]
    assert grams_of(()) == ["^ $"]


def test_a_known_word_raises_its_property() -> None:
    shares = made().probabilities(("fine",), None)
    assert LABELS[int(shares.argmax())] == "penalty"
    assert np.isclose(shares.sum(), 1.0)


def test_unknown_words_and_no_words_change_nothing() -> None:
    model = made()
    assert np.allclose(model.probabilities((), None), model.probabilities(("zyzzyva",), None))
    assert np.allclose(model.probabilities((), no_vector()), model.probabilities((), None))
    assert np.allclose(model.probabilities((), None), 1.0 / SIZE)


def test_a_word_said_twice_counts_once() -> None:
    model = made()
    once, twice = model.probabilities(("fine",), None), model.probabilities(("fine", "fine"), None)
    assert np.allclose(once, twice)


def test_a_known_word_tells_that_a_question_can_be_answered() -> None:
    assert made().askability(("fine",), None) == pytest.approx(2.0)
    assert made().askability(("zyzzyva",), None) == pytest.approx(-1.0)
    assert made().askability((), no_vector()) == pytest.approx(-1.0)


@given(st.lists(st.sampled_from(["who", "may", "use", "<model>", "#", "when", "sign", "x"])))
def test_the_trained_shares_sum_to_one_for_any_shape(patterns: list[str]) -> None:
    shares = load().properties.probabilities(patterns, None)
    assert shares.shape == (SIZE,)
    assert np.isclose(shares.sum(), 1.0, atol=1e-4)
    assert (shares >= 0).all()


@pytest.mark.parametrize(
    ("patterns", "text", "of"),
    [
        (("<model>", "who", "may", "use"), "who may use it?", "access"),
        (
            ("<directive>", "what", "is", "the", "penalti", "under"),
            "what is the penalty",
            "penalty",
        ),
    ],
)
def test_a_plain_question_is_taken_for_what_it_asks(
    encoder: Encoder, patterns: tuple[str, ...], text: str, of: str
) -> None:
    shares = load().properties.probabilities(patterns, encoder.encode([text])[0])
    assert of in {LABELS[n] for n in np.argsort(-shares)[:3].tolist()}

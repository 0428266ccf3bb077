"""The tuning: the base's tokens get vectors of their own, all others the same turn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from knowledge.questions.vectors.encoder import DIMENSIONS, Encoder, load_encoder
from knowledge.questions.vectors.tuning import TUNING, Tuning, load_tuning

_TOKENS = np.array([3, 7, 11], dtype=np.int32)
_VECTORS = np.array([[1.0, -2.0], [0.5, 0.25], [0.0, 0.0]], dtype=np.float32)
_TURN = np.array([[0.0, 1.0], [1.0, 0.0]], dtype=np.float32)


def test_known_tokens_have_their_own_vectors_and_others_are_turned() -> None:
    tuning = Tuning.of(_TOKENS, _VECTORS, _TURN)
    plain = np.array([[9.0, 8.0], [9.0, 8.0], [9.0, 8.0], [9.0, 8.0]], dtype=np.float32)
    found = tuning.apply(np.array([2, 3, 7, 12]), plain)
    expected = [[8.0, 9.0], [1.0, -2.0], [0.5, 0.25], [8.0, 9.0]]
    assert np.allclose(found, expected, atol=0.02)


def test_no_token_is_no_vector() -> None:
    tuning = Tuning.of(_TOKENS, _VECTORS, _TURN)
    assert tuning.apply(np.array([], dtype=np.int64), np.zeros((0, 2), np.float32)).shape == (0, 2)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "vectors.npz"
    tuning = Tuning.of(_TOKENS, _VECTORS, _TURN)
    tuning.save(path)
    found, mark = load_tuning(path)
    plain = np.ones((3, 2), np.float32)
    at = np.array([3, 5, 11])
    assert np.array_equal(found.apply(at, plain), tuning.apply(at, plain))
    Tuning.of(_TOKENS, _VECTORS * 2, _TURN).save(path)
    assert load_tuning(path)[1] != mark


def test_the_stored_tuning_bends_sentences_and_no_words(encoder: Encoder) -> None:
    tuning, mark = load_tuning()
    assert mark in encoder.mark
    assert tuning.turn.shape == (DIMENSIONS, DIMENSIONS)
    assert (np.diff(tuning.tokens) > 0).all()
    plain = Encoder(encoder._table, encoder._tokenizer)
    text = ["who may use it"]
    assert np.array_equal(plain.encode(text), encoder.encode_untuned(text))
    assert not np.allclose(plain.encode(text), encoder.encode(text), atol=0.01)


@pytest.mark.parametrize(
    ("question", "answered_by", "near"),
    [
        (
            "how big can the fine get under california's frontier act",
            "California SB 53: civil penalties of up to 1 million US dollars per violation.",
            "California SB 53 was signed on 29 September 2025.",
        ),
        (
            "is the claude ban over",
            "The US export controls on Claude Fable 5 ended on 30 June 2026.",
            "Claude Fable 5 was released on 9 June 2026.",
        ),
    ],
)
def test_a_question_is_nearer_to_what_answers_it(
    encoder: Encoder, question: str, answered_by: str, near: str
) -> None:
    asked, right, wrong = encoder.encode([question, answered_by, near])
    assert asked @ right > asked @ wrong


def test_without_the_file_vectors_are_as_in_general(
    monkeypatch: pytest.MonkeyPatch, encoder: Encoder, tmp_path: Path
) -> None:
    assert TUNING.is_file()
    monkeypatch.setattr("knowledge.questions.vectors.encoder.TUNING", tmp_path / "none.npz")
    plain = load_encoder()
    assert plain is not None
    assert np.array_equal(plain.encode(["fine"]), encoder.encode_untuned(["fine"]))

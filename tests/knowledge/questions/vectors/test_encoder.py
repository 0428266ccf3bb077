"""The encoder: unit vectors that are near for like texts, and zeros for none."""

from __future__ import annotations

import importlib.util
import sys

import numpy as np
import pytest

from knowledge.desk import Desk
from knowledge.questions.vectors.encoder import (
    DIMENSIONS,
    Encoder,
    available,
    data_folder,
    load_encoder,
)
from tests.knowledge.questions.answered import shown, strange


def test_every_text_becomes_one_line_of_length_one(encoder: Encoder) -> None:
    lines = encoder.encode(["who may use it", "谁", "🦜", "x" * 10_000])
    assert lines.shape == (4, DIMENSIONS)
    assert lines.dtype == np.float32
    assert np.allclose(np.linalg.norm(lines, axis=1), 1.0, atol=1e-4)


def test_an_empty_text_is_all_zeros_or_a_unit(encoder: Encoder) -> None:
    length = float(np.linalg.norm(encoder.encode([""])[0]))
    assert np.isclose(length, 0.0) or np.isclose(length, 1.0)
    assert encoder.encode([]).shape == (0, DIMENSIONS)


def test_one_text_has_one_vector_whatever_stands_beside_it(encoder: Encoder) -> None:
    texts = ["a much longer text on lamps and letters", "who may use it", "🦜", ""]
    untuned, tuned = encoder.encode_untuned(texts), encoder.encode(texts)
    for text, line, bent in zip(texts, untuned, tuned, strict=True):
        assert (encoder.encode_untuned([text])[0] == line).all()
        assert np.allclose(encoder.encode([text])[0], bent, atol=1e-6)


def test_a_text_has_the_tokens_that_its_own_tokenizer_gives(encoder: Encoder) -> None:
    for text in ("who may use GPT-5.6, and why?", "so-called „Lampe“ 谁 🦜", "x" * 500, ""):
        whole = encoder._tokenizer.encode(text.casefold()).ids[:256]
        mean = encoder.token_vectors(whole).mean(axis=0)
        assert np.allclose(
            encoder.encode_untuned([text])[0], mean / np.linalg.norm(mean), atol=1e-6
        )


@pytest.mark.parametrize(
    ("text", "like", "unlike"),
    [
        ("how high is the fine", "the penalty for a breach", "the weather in Geneva"),
        ("the judge ruled", "a court decided", "a cake is baked"),
    ],
)
def test_like_texts_are_nearer_than_others(
    encoder: Encoder, text: str, like: str, unlike: str
) -> None:
    one, near, far = encoder.encode([text, like, unlike])
    assert one @ near > one @ far


def test_common_english_words_are_known(encoder: Encoder) -> None:
    assert encoder.knows("house")
    assert not encoder.knows("zyzzyvaq")


def test_the_package_itself_is_not_imported(encoder: Encoder) -> None:
    assert "wordllama" not in sys.modules


def test_without_its_files_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    assert available()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert data_folder() is None
    assert not available()
    assert load_encoder() is None


def test_without_vectors_a_plain_question_is_still_answered(
    monkeypatch: pytest.MonkeyPatch, sample: Desk
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    desk = Desk(sample.store, sample.names, sample.today)
    answer, trace = desk.questions.explain(desk, "what is the penalty under california sb 990?")
    assert desk.questions.base(desk)[1] is None
    assert shown(answer)[0].statement.subject == "us-ca-sb990"
    assert strange(desk, answer) == []
    assert trace.gate is not None
    for typed in ("whats the weather in geneva tomorrow", "", "谁"):
        assert shown(desk.questions.ask(desk, typed)) == ()

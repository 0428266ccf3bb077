"""Learning the tuning: questions come nearer to what answers them than they were."""

from __future__ import annotations

import importlib.util

import numpy as np
import pytest

from knowledge.desk import Desk
from knowledge.questions.learning import tune
from knowledge.questions.learning.tune import tuned
from knowledge.questions.vectors.encoder import Encoder
from knowledge.store import Store

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("scipy") is None, reason="learning needs scipy (extra `train`)"
)


def _found(desk: Desk, encoder: Encoder) -> float:
    """Share of the kept questions whose own statement is the nearest of all."""
    kept = desk.store.asked()
    ids = list(kept)
    texts = encoder.encode([s.text for s in desk.store.statements(ids)])
    asked = [(at, question) for at, i in enumerate(ids) for question in kept[i]][::10]
    found = (encoder.encode([question for _, question in asked]) @ texts.T).argmax(axis=1)
    return float((found == np.array([at for at, _ in asked])).mean())


def test_questions_come_nearer_to_their_statements(
    monkeypatch: pytest.MonkeyPatch, real: Desk, encoder: Encoder
) -> None:
    monkeypatch.setattr(tune, "_ROUNDS", 2)
    plain = Encoder(encoder._table, encoder._tokenizer)
    after = Encoder(encoder._table, encoder._tokenizer, tuning=tuned(real.store, plain))
    assert _found(real, after) > _found(real, plain)


def test_a_base_that_keeps_no_questions_leaves_the_vectors(store: Store, encoder: Encoder) -> None:
    plain = Encoder(encoder._table, encoder._tokenizer)
    with store.connection:
        store.connection.execute("delete from asked")
    tuning = tuned(store, plain)
    assert np.array_equal(tuning.turn, np.eye(len(tuning.turn), dtype=np.float32))
    same = tuning.apply(tuning.tokens.astype(np.int64), plain.token_vectors(tuning.tokens.tolist()))
    assert np.allclose(same, plain.token_vectors(tuning.tokens.tolist()), atol=0.02)

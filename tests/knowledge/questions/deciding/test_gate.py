"""The gate: what it looks at before it lets an answer out."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.questions.asking.predict import LABELS
from knowledge.questions.base.index import Index
from knowledge.questions.deciding.gate import (
    GATE_FEATURES,
    SPEAK_AGAINST,
    SPEAK_FOR,
    gate_features,
    is_contested,
    is_how_it_stands,
    is_plain,
)
from knowledge.questions.ranking.pairs import Understood
from knowledge.questions.ranking.rank import Ranked
from knowledge.questions.reading.analyse import analyse
from knowledge.questions.trained import load
from knowledge.questions.vectors.encoder import Encoder
from tests.conftest import TODAY
from tests.knowledge.questions.rows import bare, row_of

EVEN: NDArray[np.float32] = np.full(len(LABELS), 1 / len(LABELS), dtype=np.float32)
PLAIN = {"named": 1.0, "fits": 1.0, "explained": 1.0, "numbers": 0.0, "property": 0.9}


def ranked(index: Index, start: str) -> list[Ranked]:
    """One ranked statement, without anything that speaks for it."""
    row = row_of(index, start)
    return [bare(row, index.statements[row])]


def looked(index: Index, encoder: Encoder | None, typed: str, start: str) -> dict[str, float]:
    taken = analyse(index, typed, TODAY)
    general = encoder.encode_untuned([typed])[0] if encoder else None
    question = Understood(taken, EVEN, 0.0, None, general)
    found = gate_features(index, encoder, question, ranked(index, start))
    assert found.shape == (len(GATE_FEATURES),)
    assert np.isfinite(found).all()
    return dict(zip(GATE_FEATURES, found.tolist(), strict=True))


def test_what_speaks_for_an_answer_never_lowers_its_certainty() -> None:
    trees = load().gate
    chance = np.random.default_rng(0)
    lines = chance.normal(size=(200, len(GATE_FEATURES))).astype(np.float32)
    for number, name in enumerate(GATE_FEATURES):
        more = lines.copy()
        more[:, number] += 0.5
        gained = trees.scores(more) - trees.scores(lines)
        assert name not in SPEAK_FOR or gained.min() >= -1e-5
        assert name not in SPEAK_AGAINST or gained.max() <= 1e-5


def test_what_speaks_for_or_against_is_looked_at() -> None:
    assert set(GATE_FEATURES) >= SPEAK_FOR | SPEAK_AGAINST
    assert not SPEAK_FOR & SPEAK_AGAINST


def test_every_feature_has_one_name() -> None:
    assert len(set(GATE_FEATURES)) == len(GATE_FEATURES)


def test_words_that_the_statement_has_are_explained(index: Index, encoder: Encoder) -> None:
    seen = looked(index, encoder, "breach of sb 990", "A breach of California SB 990 costs up")
    assert seen["explained"] == pytest.approx(1.0)
    assert seen["strange"] == 0.0
    assert seen["linked"] == 1.0


def test_words_of_another_subject_are_not(index: Index, encoder: Encoder | None) -> None:
    for with_vectors in (encoder, None):
        seen = looked(index, with_vectors, "zyzzyva weather breach", "A breach of California")
        assert 0.0 < seen["explained"] < 1.0
        assert seen["strange"] > 0.0
        assert seen["linked"] == 0.0


def test_a_statement_that_sources_do_not_tell_is_known_for_one(
    index: Index, encoder: Encoder
) -> None:
    typed = "licence of heron 2"
    assert looked(index, encoder, typed, "No page read states")["unknown_value"] == 1.0
    assert looked(index, encoder, typed, "Lyra Labs makes Vega 5.")["unknown_value"] == 0.0


@pytest.mark.parametrize("typed", ["", "the of", "🦜", "zyzzyva " * 200])
def test_any_question_can_be_looked_at(index: Index, encoder: Encoder, typed: str) -> None:
    assert 0.0 <= looked(index, encoder, typed, "Lyra Labs makes Vega 5.")["words"] <= 1.0


def of(**seen: float) -> NDArray[np.float32]:
    return np.array([{**PLAIN, **seen}.get(name, 0.0) for name in GATE_FEATURES], dtype=np.float32)


def test_a_question_that_names_its_entry_and_leaves_nothing_over_is_plain() -> None:
    assert is_plain(of())


@pytest.mark.parametrize(
    ("feature", "value"),
    [("named", 0.0), ("fits", 0.0), ("explained", 0.9), ("numbers", 1.0), ("property", 0.1)],
)
def test_a_question_that_lacks_any_of_it_is_not(feature: str, value: float) -> None:
    assert not is_plain(of(**{feature: value}))


@pytest.mark.parametrize(
    ("typed", "certainty", "contested"),
    [
        ("feb 10 or feb 12 for vega 5? blogs disagree", 0.4, True),
        ("feb 10 or feb 12 for vega 5? blogs disagree", 0.1, False),
        ("when was vega 5 released", 0.4, False),
    ],
)
def test_one_of_several_answers_needs_less_certainty_where_the_question_knows_of_them(
    index: Index, typed: str, certainty: float, *, contested: bool
) -> None:
    analysis = analyse(index, typed, TODAY)
    best = index.statements[row_of(index, "Lyra Labs released Vega 5 on 10 February")]
    assert is_contested(index, analysis, best, certainty) is contested
    other = index.statements[row_of(index, "Everyone has been able to use Vega 5")]
    assert not is_contested(index, analysis, other, certainty)


def test_how_the_thing_named_stands_needs_less_certainty(index: Index) -> None:
    best = index.statements[row_of(index, "Everyone has been able to use Vega 5")]
    released = index.statements[row_of(index, "Lyra Labs released Vega 5 on 10 February")]
    seen = of(explained=0.5)
    assert is_how_it_stands(seen, best, 0.3)
    assert not is_how_it_stands(seen, best, 0.2)
    assert not is_how_it_stands(seen, released, 0.3)
    for feature, value in {"named": 0.0, "property": 0.6, "fits": 0.0, "lacks": 1.0}.items():
        assert not is_how_it_stands(of(**{feature: value}), best, 0.3)

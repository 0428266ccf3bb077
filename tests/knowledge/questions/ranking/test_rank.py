"""Ranking: candidates of what is named, and features that mean what they are called."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.questions.asking.predict import LABELS
from knowledge.questions.base.index import Index
from knowledge.questions.ranking.rank import FEATURES, candidates, features, ranking
from knowledge.questions.reading.analyse import analyse
from tests.conftest import TODAY

EVEN: NDArray[np.float32] = np.full(len(LABELS), 1 / len(LABELS), dtype=np.float32)


def lines(index: Index, typed: str) -> dict[str, dict[str, float]]:
    """The features of every candidate by its text."""
    taken = analyse(index, typed, TODAY)
    rows = candidates(index, taken, None, None)
    found = features(index, taken, rows, EVEN, None, None, TODAY)
    assert found.shape == (len(rows), len(FEATURES))
    assert np.isfinite(found).all()
    return {
        index.statements[row].text: dict(zip(FEATURES, line.tolist(), strict=True))
        for row, line in zip(rows, found, strict=True)
    }


PENALTY = "A breach of California SB 990 costs up to $500,000, the tracker Rule Watch says."
OPEN = "Everyone has been able to use Vega 5 since 10 February 2026."
SIGNED = "Executive Order 15001 was signed on 2 September 2026."


def test_every_feature_has_one_name() -> None:
    assert len(set(FEATURES)) == len(FEATURES)


def test_all_statements_of_what_is_named_are_candidates_once(index: Index) -> None:
    taken = analyse(index, "who may use vega 5.1?", TODAY)
    rows = candidates(index, taken, None, None)
    assert len(rows) == len(set(rows))
    assert set(index.of_entry["vega-5.1"].tolist()) <= set(rows)
    assert set(index.about_entry["vega-5.1"].tolist()) <= set(rows)


@pytest.mark.parametrize(
    ("typed", "text", "feature", "other"),
    [
        ("penalty under sb 990", PENALTY, "subject", OPEN),
        ("who may use vega 5", OPEN, "subject", PENALTY),
        ("rules in california", PENALTY, "place", OPEN),
        ("what does a breach cost", PENALTY, "words", SIGNED),
        ("how much is it under sb 990", PENALTY, "fits", SIGNED),
        ("what happened on 2 September 2026 with order 15001", SIGNED, "numbers", OPEN),
        ("what happened at vega 5 since 10 February 2026", OPEN, "day", SIGNED),
    ],
)
def test_a_feature_speaks_for_the_statement_that_has_it(
    index: Index, typed: str, text: str, feature: str, other: str
) -> None:
    found = lines(index, typed)
    assert found[text][feature] > 0
    assert found[text][feature] > found.get(other, {}).get(feature, 0.0)


def test_what_held_only_before_does_not_hold_today(index: Index) -> None:
    found = lines(index, "who may use vega 5.1?")
    past = next(line for text, line in found.items() if text.startswith("Foreign nationals were"))
    now = next(line for text, line in found.items() if text.startswith("Everyone, foreign"))
    assert (past["holds"], now["holds"]) == (0.0, 1.0)


@pytest.mark.parametrize("typed", ["", "🦜", "zyzzyva", "the of and", "7 7 7"])
def test_a_question_without_a_telling_word_has_finite_features(index: Index, typed: str) -> None:
    assert isinstance(lines(index, typed), dict)


def test_the_best_comes_first_and_equals_keep_their_order(index: Index) -> None:
    rows = [3, 1, 2]
    found = np.zeros((3, len(FEATURES)), dtype=np.float32)
    found[2, FEATURES.index("words")] = 1.0
    weights = np.ones(len(FEATURES), dtype=np.float32)
    assert [one.row for one in ranking(index, rows, found, weights)] == [2, 3, 1]
    assert ranking(index, [], found[:0], weights) == []


def test_where_something_is_named_only_statements_on_it_are_left(index: Index) -> None:
    found = np.zeros((2, len(FEATURES)), dtype=np.float32)
    found[0, FEATURES.index("words")] = 5.0
    found[1, FEATURES.index("subject")] = 1.0
    weights = np.ones(len(FEATURES), dtype=np.float32)
    assert [one.row for one in ranking(index, [0, 1], found, weights)] == [1]

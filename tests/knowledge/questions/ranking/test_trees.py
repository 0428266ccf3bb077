"""Boosted trees as arrays: they say what the model says that they were made from."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.questions.learning.learn import fit_trees
from knowledge.questions.ranking.trees import Trees


def stump(limit: float, low: float, high: float) -> Trees:
    """One tree with one question, on the second feature."""
    return Trees(
        feature=np.array([[1, 0, 0]], dtype=np.int16),
        limit=np.array([[limit, 0.0, 0.0]], dtype=np.float32),
        left=np.array([[1, 1, 2]], dtype=np.int16),
        right=np.array([[2, 1, 2]], dtype=np.int16),
        value=np.array([[0.0, low, high]], dtype=np.float32),
        start=0.5,
        depth=1,
    )


@pytest.mark.parametrize(("seen", "score"), [(-1.0, -1.5), (2.0, -1.5), (2.1, 3.5)])
def test_a_line_goes_left_up_to_the_limit(seen: float, score: float) -> None:
    lines = np.array([[9.0, seen]], dtype=np.float32)
    assert stump(2.0, -2.0, 3.0).scores(lines).tolist() == pytest.approx([score])


def test_no_lines_have_no_scores() -> None:
    assert stump(0.0, 1.0, 2.0).scores(np.zeros((0, 2), dtype=np.float32)).shape == (0,)


def test_what_is_learned_parts_the_answers_and_is_the_same_again() -> None:
    pytest.importorskip("sklearn")
    random = np.random.default_rng(1)
    lines = random.normal(size=(400, 5)).astype(np.float32)
    answers = lines[:, 1] + 0.5 * lines[:, 3] > 0.2
    trees, again = fit_trees(lines, answers), fit_trees(lines, answers)
    scores = trees.scores(lines)
    assert scores[answers].min() > scores[~answers].max() - 1.0
    assert ((scores > 0) == answers).mean() > 0.95
    assert (scores == again.scores(lines)).all()

"""The certainty from which a question is answered, and how well that went on the bank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.questions.bank import BankQuestion

WRONG_COSTS = 4.0
"""What a wrong answer takes away, where a right one earns 1, and so does rightly giving none."""


def threshold_of(
    certainty: NDArray[np.float32],
    points: NDArray[np.float32],
    decided: Sequence[BankQuestion],
    counts: Mapping[str, int],
) -> tuple[float, dict[str, float]]:
    """The certainty from which answering earns most, and how well it does by that.

    `decided` are the questions that the gate decides on. Every kind of question counts alike, by
    its `counts` in the whole bank: where queries answer most of a kind, the few that are left to
    the gate weigh little.
    """
    weights = np.array([1.0 / (counts[question.kind] * len(counts)) for question in decided])
    answerable = np.array([question.is_answerable() for question in decided])
    worth = np.where(points < 0, WRONG_COSTS * points, points)
    best, most = 0.0, -np.inf
    for step in range(5, 96):
        earned = float(np.where(certainty >= step / 100, worth, ~answerable) @ weights)
        if earned >= most:
            best, most = step / 100, earned
    return best, _report(best, certainty, points, answerable, weights)


def _report(
    threshold: float,
    certainty: NDArray[np.float32],
    points: NDArray[np.float32],
    answerable: NDArray[np.bool_],
    weights: NDArray[np.float64],
) -> dict[str, float]:
    told = certainty >= threshold
    wrong, right = told & (points < 0), (points == 1.0) & answerable
    return {
        "threshold": threshold,
        "truthfulness": float(np.where(told, points, ~answerable) @ weights),
        "wrong": float(wrong @ weights),
        "answered_right": float((told & right).sum() / answerable.sum()),
        "abstained": float((~wrong & ~answerable).sum() / (~answerable).sum()),
        "ceiling": float(right.sum() / answerable.sum()),
    }

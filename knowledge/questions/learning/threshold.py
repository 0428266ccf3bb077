"""The certainty from which a question is answered, and how well that went on the bank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.questions.bank import BankQuestion

MOST_WRONG = 0.037  # share, each kind counted alike; of questions by others, half as many were


def threshold_of(
    certainty: NDArray[np.float32],
    points: NDArray[np.float32],
    decided: Sequence[BankQuestion],
    counts: Mapping[str, int],
) -> tuple[float, dict[str, float]]:
    """The certainty from which answering earns most while few answers are wrong.

    `decided` are the questions that the gate decides on. Every kind of question counts alike, by
    its `counts` in the whole bank: where queries answer most of a kind, the few that are left to
    the gate weigh little.
    """
    weights = np.array([1.0 / (counts[question.kind] * len(counts)) for question in decided])
    answerable = np.array([question.is_answerable() for question in decided])
    reports = {}
    for step in range(5, 96):
        limit = step / 100
        told = certainty >= limit
        earned = np.where(told, points, ~answerable)
        right = told & (points == 1.0) & answerable
        reports[limit] = {
            "threshold": limit,
            "truthfulness": float((earned * weights).sum()),
            "wrong": float((told & (points < 0)) @ weights),
            "answered_right": float(right.sum() / answerable.sum()),
            "abstained": float((~(told & (points < 0)) & ~answerable).sum() / (~answerable).sum()),
            "ceiling": float(((points == 1.0) & answerable).sum() / answerable.sum()),
        }
    safe = [report for report in reports.values() if report["wrong"] <= MOST_WRONG]
    if not safe:
        return 0.95, reports[0.95]
    best = max(safe, key=lambda report: report["truthfulness"])
    return best["threshold"], best

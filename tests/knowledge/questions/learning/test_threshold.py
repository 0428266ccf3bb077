"""The threshold: a wrong answer costs more than none, and no kind of question weighs more."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from knowledge.questions.bank import BankQuestion
from knowledge.questions.learning.threshold import threshold_of


def chosen(
    certainty: list[float], right: list[bool], others: int = 0
) -> tuple[float, dict[str, float]]:
    """The threshold for answers that are right or wrong; those that are wrong have no answer.

    So many `others` without an answer are declined by a query.
    """
    kinds = ["factoid" if good else "unanswerable" for good in right]
    decided = [BankQuestion(text="?", kind=kind, property="", entities=()) for kind in kinds]
    counts = Counter(kinds) + Counter({"unanswerable": others})
    points = np.where(right, 1.0, -1.0).astype(np.float32)
    return threshold_of(np.array(certainty, dtype=np.float32), points, decided, counts)


def test_the_threshold_parts_right_answers_from_wrong_ones() -> None:
    limit, report = chosen([0.9] * 50 + [0.3] * 50, [True] * 50 + [False] * 50)
    assert 0.3 < limit <= 0.9
    assert report["threshold"] == limit
    assert report["wrong"] == 0.0
    assert report["answered_right"] == report["abstained"] == report["ceiling"] == 1.0
    assert report["truthfulness"] == pytest.approx(1.0)


@pytest.mark.parametrize(("wrong", "answers"), [(5, True), (15, False)])
def test_a_wrong_answer_takes_away_several_right_ones(wrong: int, answers: bool) -> None:
    certainty = [0.5] * 40 + [0.9] * 60 + [0.5] * wrong + [0.1] * (100 - wrong)
    limit, _ = chosen(certainty, [True] * 100 + [False] * 100)
    assert (limit <= 0.5) is answers


def test_the_few_of_a_kind_that_the_gate_decides_on_weigh_little() -> None:
    certainty, right = [0.5] * 60 + [0.9] * 5, [True] * 60 + [False] * 5
    alone, _ = chosen(certainty, right)
    among_many, report = chosen(certainty, right, others=95)
    assert alone > 0.9
    assert among_many <= 0.5
    assert report["wrong"] == pytest.approx(0.025)


def test_of_thresholds_that_earn_the_same_the_highest_is_taken() -> None:
    limit, _ = chosen([0.99] * 10, [False] * 5 + [True] * 5)
    assert limit == 0.95

"""Learning the alignment: a question comes to be likelier beside its own statement."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from knowledge.desk import Desk
from knowledge.questions.base.alignment import Aligned, Alignment
from knowledge.questions.base.index import Index
from knowledge.questions.learning.align import align
from knowledge.questions.learning.examples import kept_questions


@pytest.fixture(scope="module")
def shapes(real: Desk, real_index: Index) -> Sequence[tuple[str, ...]]:
    return kept_questions(real_index, real).patterns


@pytest.fixture(scope="module")
def found(real_index: Index, shapes: Sequence[tuple[str, ...]]) -> Alignment:
    return align(real_index, shapes)


def test_a_kept_question_is_likelier_beside_its_own_statement(
    real_index: Index, shapes: Sequence[tuple[str, ...]], found: Alignment
) -> None:
    aligned = Aligned(found, real_index.stems)
    likelier = []
    for at in range(0, len(shapes), 60):
        own = int(real_index.asked_rows[at])
        others = [(own + away) % len(real_index.statements) for away in (101, 499, 997)]
        told = [real_index.told[row].words for row in (own, *others)]
        _, mean, _ = aligned.agreement(shapes[at], told)
        likelier.append(mean[0] > mean[1:].max())
    assert np.mean(likelier) > 0.9


def test_it_is_the_one_that_is_stored(real_index: Index, found: Alignment) -> None:
    stored, again = real_index.aligned, Aligned(found, real_index.stems)
    told = [real_index.told[row].words for row in range(0, 600, 60)]
    shape = ("when", "did", "the", "govern", "sign", "it")
    assert np.allclose(stored.agreement(shape, told), again.agreement(shape, told), atol=0.02)


def test_chances_of_a_told_stem_are_at_most_one_together(found: Alignment) -> None:
    assert (np.bincount(found.columns, found.chances) <= 1.0 + 1e-5).all()
    assert found.starts[-1] == len(found.chances) == len(found.columns)
    assert (np.diff(found.starts) >= 0).all()
    assert found.columns.max() == len(found.told)
    assert found.usual.sum() == pytest.approx(1.0, abs=1e-4)

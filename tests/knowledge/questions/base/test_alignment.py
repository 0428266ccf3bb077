"""The odds of a question's words beside a statement, of a small alignment and of the stored one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.base.alignment import Aligned, Alignment, load_alignment, shape_words
from knowledge.questions.base.index import Index
from tests.knowledge.questions.rows import row_of

SMALL = Alignment(
    asked={"cost": 0, "when": 1},
    told={"price": 1, "sign": 2},
    starts=np.array([0, 2, 3], dtype=np.int32),
    columns=np.array([0, 1, 2], dtype=np.uint16),
    chances=np.array([0.1, 0.8, 0.6], dtype=np.float32),
    usual=np.array([0.2, 0.3], dtype=np.float32),
)
STEMS = ("lamp", "price", "sign")  # of the words of a base; the first is not in the alignment
PRICE, SIGNED, LAMP = np.array([0, 1]), np.array([2]), np.array([0])


def test_a_word_is_likelier_beside_what_brings_it_about() -> None:
    at_most, mean, least = Aligned(SMALL, STEMS).agreement(["cost"], [PRICE, SIGNED])
    beside = (0.1 + 0.8) / 3  # of no word, of "lamp" and of "price", each as likely
    assert mean[0] == pytest.approx(np.log(0.9 * beside / 0.2 + 0.1), abs=1e-5)
    assert mean[1] == pytest.approx(np.log(0.9 * 0.05 / 0.2 + 0.1), abs=1e-5)
    assert at_most.tolist() == mean.tolist() == least.tolist()


def test_odds_count_up_to_a_limit_and_those_of_unknown_words_not() -> None:
    sure = Alignment(
        SMALL.asked,
        SMALL.told,
        SMALL.starts,
        SMALL.columns,
        SMALL.chances,
        SMALL.usual / np.float32(100),
    )
    at_most, mean, _ = Aligned(sure, STEMS).agreement(["cost", "strange"], [PRICE])
    assert at_most[0] == pytest.approx(0.5)
    assert mean[0] > at_most[0]


def test_the_least_likely_words_count_apart() -> None:
    aligned = Aligned(SMALL, STEMS)
    shape = ["cost", "when", "a", "b", "c"]
    _, mean, least = aligned.agreement(shape, [PRICE])
    assert least[0] < mean[0]


def test_a_question_without_words_says_nothing() -> None:
    assert not Aligned(SMALL, STEMS).agreement(["<model>"], [PRICE, LAMP]).any()


def test_words_of_a_shape_come_once_and_without_kinds() -> None:
    assert shape_words(["<model>", "who", "may", "who", "#"]) == ["who", "may", "#"]


@given(st.lists(st.sampled_from(["cost", "when", "x", "<place>"])), st.integers(1, 3))
def test_odds_are_finite_whatever_is_asked(shape: list[str], statements: int) -> None:
    found = Aligned(SMALL, STEMS).agreement(shape, [PRICE, SIGNED, LAMP][:statements])
    assert found.shape == (3, statements)
    assert np.isfinite(found).all()


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "alignment.npz"
    SMALL.save(path)
    found = load_alignment(path)
    assert (found.asked, found.told) == (SMALL.asked, SMALL.told)
    assert np.allclose(found.chances, SMALL.chances, atol=1e-3)
    again, before = (Aligned(one, STEMS).agreement(["cost"], [PRICE]) for one in (found, SMALL))
    assert np.allclose(again, before, atol=0.01)


@pytest.mark.parametrize(
    ("shape", "start", "other"),
    [
        (["what", "doe", "it", "cost"], "Claude Opus 5 costs 5 US dollars", "Claude Opus 5 has"),
        (["when", "did", "it", "appli"], "On 1 January 2026 TRAIGA took", "TRAIGA covers anyone"),
    ],
)
def test_the_stored_alignment_knows_what_is_asked_with_which_words(
    real_index: Index, shape: list[str], start: str, other: str
) -> None:
    told = [real_index.told[row_of(real_index, text)].words for text in (start, other)]
    found = real_index.aligned.agreement(shape, told)
    assert (found[:, 0] > found[:, 1]).all()

"""What was learned: the files fit the code, are written as read, and are judged by the bank."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from knowledge.questions.asking.predict import LABELS, no_vector
from knowledge.questions.bank import BankQuestion
from knowledge.questions.base.index import Index
from knowledge.questions.deciding.gate import GATE_FEATURES
from knowledge.questions.learning.examples import matches
from knowledge.questions.learning.learn import stacked
from knowledge.questions.learning.train import judged
from knowledge.questions.ranking.pairs import PAIR_FEATURES
from knowledge.questions.ranking.rank import FEATURES
from knowledge.questions.reading.analyse import analyse
from knowledge.questions.trained import ARRAYS, GATE, TREES, WEIGHTS, load, save
from knowledge.questions.understand import Trace
from knowledge.questions.vectors.encoder import DIMENSIONS
from tests.conftest import TODAY
from tests.knowledge.making import statement
from tests.knowledge.questions.rows import bare, row_of

# -- the files


def test_the_weights_name_exactly_the_features_in_their_order() -> None:
    weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    assert tuple(row["feature"] for row in weights["rank"]) == FEATURES
    assert 0.0 < weights["threshold"] < 1.0


@pytest.mark.parametrize(("path", "names"), [(TREES, PAIR_FEATURES), (GATE, GATE_FEATURES)])
def test_trees_name_exactly_the_features_in_their_order(path: Path, names: tuple[str, ...]) -> None:
    with np.load(path) as arrays:
        assert tuple(arrays["names"].tolist()) == names
        assert 0 <= arrays["feature"].min() <= arrays["feature"].max() < len(names)


def test_the_arrays_fit_the_labels_and_the_vectors() -> None:
    with np.load(ARRAYS) as arrays:
        grams = len(arrays["grams"])
        assert grams > 100
        assert len(set(arrays["grams"].tolist())) == grams
        assert arrays["gram_weights"].shape == (grams, len(LABELS))
        assert arrays["vector_weights"].shape == (DIMENSIONS, len(LABELS))
        assert arrays["bias"].shape == (len(LABELS),)
        assert arrays["askable"].shape == (grams + DIMENSIONS + 1,)


def test_every_number_is_finite() -> None:
    trained = load()
    properties = trained.properties
    for array in (trained.rank, properties.gram_weights, properties.vector_weights):
        assert np.isfinite(array).all()
    assert np.isfinite(properties.bias).all()
    for trees in (trained.trees, trained.gate):
        assert np.isfinite(trees.value).all()
    assert np.isfinite(trained.threshold)


def test_what_is_saved_can_be_read_and_is_what_was_learned(tmp_path: Path) -> None:
    trained = load()
    save(trained, tmp_path / "new")
    written = json.loads((tmp_path / "new" / WEIGHTS.name).read_text(encoding="utf-8"))
    assert written == json.loads(WEIGHTS.read_text(encoding="utf-8"))
    for path in (ARRAYS, TREES, GATE):
        with np.load(tmp_path / "new" / path.name) as new, np.load(path) as old:
            assert set(new.files) == set(old.files)
            for name in new.files:
                assert (new[name] == old[name]).all()


# -- how it is learned


def test_vectors_are_stacked_with_zeros_for_none() -> None:
    one = np.ones(DIMENSIONS, dtype=np.float32)
    lines = stacked([one, None])
    assert lines.shape == (2, DIMENSIONS)
    assert (lines[0] == 1.0).all()
    assert (lines[1] == no_vector()).all()


def question(kind: str = "factoid", **patterns: tuple[str, ...]) -> BankQuestion:
    compiled: dict[str, Any] = {
        name: tuple(re.compile(each, re.IGNORECASE) for each in given)
        for name, given in patterns.items()
    }
    return BankQuestion(text="?", kind=kind, property="none", entities=(), **compiled)


def test_a_statement_matches_by_the_patterns_it_has() -> None:
    told = statement(text="A breach costs $500 from 2027.")
    assert matches(question(must=(r"\$500", "2027", "jail")), told) == 2
    assert matches(question(), told) == 0


FINE = "Executive Order 15001 was signed on 2 September 2026."


@pytest.mark.parametrize(
    ("asked", "points"),
    [
        (question(must=("signed",)), 1.0),
        (question(must=("SIGNED", "2 september")), 1.0),
        (question(must=("signed", "jail")), 0.5),
        (question(must=("jail",)), -1.0),
        (question(must=("signed",), must_not=("2026",)), -1.0),
        (question("unanswerable"), -1.0),
        (question("unanswerable", accept=("signed",)), 1.0),
        (question("unanswerable", accept=("jail",)), -1.0),
        (question("out-of-scope"), -1.0),
    ],
)
def test_an_answer_is_judged_by_the_patterns_of_its_question(
    index: Index, asked: BankQuestion, points: float
) -> None:
    row = row_of(index, FINE)
    ranked = (bare(row, index.statements[row]),)
    taken = analyse(index, "when was executive order 15001 signed?", TODAY)
    trace = Trace(taken, np.zeros(len(LABELS), dtype=np.float32), ranked, None, 1.0, 0.0)
    assert judged(index, asked, trace, TODAY) == points

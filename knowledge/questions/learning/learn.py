"""Learns which property a question asks for, from labelled ones; needs the dev dependencies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.questions.asking.predict import LABELS, PropertyModel, grams_of, no_vector
from knowledge.questions.deciding.gate import GATE_FEATURES, SPEAK_AGAINST, SPEAK_FOR
from knowledge.questions.ranking.trees import Trees
from knowledge.questions.vectors.tuning import Vectors

_MOST_GRAMS = 3_000
_VECTOR_SCALE = 4.0  # of a unit vector beside n-grams that are 0 or 1
_KEPT_WEIGHT = 0.3  # of a question kept with a statement, against one of the bank
_FORESTS = 3  # grown by chance of their own: their mean varies less
_ANSWER_WEIGHT = 3.0  # of a statement that answers, against one of the many that do not


@dataclass(frozen=True, slots=True)
class Labelled:
    """Questions with the property that each asks for; one line of `vectors` each."""

    patterns: list[tuple[str, ...]]
    vectors: NDArray[np.float32]
    labels: list[int]


@dataclass(frozen=True, slots=True)
class Told:
    """Questions with whether the base has an answer; one line of `vectors` each."""

    patterns: list[tuple[str, ...]]
    vectors: NDArray[np.float32]
    answerable: list[bool]


def fit_properties(bank: Labelled, kept: Labelled, told: Told) -> PropertyModel:
    """Multinomial logistic regression over the shape's n-grams and the vector.

    The questions kept with statements are examples too, with less weight each. `told` are all
    questions of the bank, with or without an answer.
    """
    from scipy import sparse  # noqa: PLC0415 (a dev dependency)
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 (a dev dependency)

    shapes = [*bank.patterns, *kept.patterns]
    grams = _common_grams(shapes)
    vectors = np.concatenate([bank.vectors, kept.vectors]) * np.float32(_VECTOR_SCALE)
    inputs = sparse.hstack([_occurrences(shapes, grams), sparse.csr_matrix(vectors)]).tocsr()
    weights = [1.0] * len(bank.labels) + [_KEPT_WEIGHT] * len(kept.labels)
    fitted = LogisticRegression(C=0.5, max_iter=120).fit(
        inputs, bank.labels + kept.labels, sample_weight=weights
    )
    columns = np.zeros((inputs.shape[1], len(LABELS)), dtype=np.float32)
    bias = np.full(len(LABELS), -6.0, dtype=np.float32)  # of a label that no example has
    for column, label in enumerate(fitted.classes_):
        columns[:, label] = fitted.coef_[column]
        bias[label] = fitted.intercept_[column]
    by_gram, by_vector = columns[: len(grams)], columns[len(grams) :] * np.float32(_VECTOR_SCALE)
    askable = _fit_askable(told, grams)
    return PropertyModel(grams, by_gram, by_vector, bias, askable)


def _fit_askable(told: Told, grams: dict[str, int]) -> NDArray[np.float32]:
    """Which questions of the bank can be answered, by their shape and their vector alone."""
    from scipy import sparse  # noqa: PLC0415 (a dev dependency)
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 (a dev dependency)

    vectors = sparse.csr_matrix(told.vectors * np.float32(_VECTOR_SCALE))
    inputs = sparse.hstack([_occurrences(told.patterns, grams), vectors]).tocsr()
    fitted = LogisticRegression(C=0.5, max_iter=300).fit(inputs, told.answerable)
    weights = fitted.coef_[0].astype(np.float32)
    weights[len(grams) :] *= np.float32(_VECTOR_SCALE)
    return np.append(weights, np.float32(fitted.intercept_[0]))


def fit_trees(lines: NDArray[np.float32], answers: NDArray[np.bool_]) -> Trees:
    """Boosted trees that tell whether a statement answers a question, in log odds."""
    weights = np.where(answers, _ANSWER_WEIGHT, 1.0)
    return _boosted(
        lines,
        answers,
        weights,
        max_iter=130,
        learning_rate=0.09,
        min_samples_leaf=30,
        l2_regularization=2.0,
        max_features=0.3,
    )


def fit_gate(
    looked: NDArray[np.float32], right: NDArray[np.bool_], weights: NDArray[np.float32]
) -> Trees:
    """Boosted trees that tell how certain an answer is, in log odds.

    What speaks for an answer never lowers it, nor does what speaks against one raise it: with
    so few examples, trees take chance for a rule otherwise.
    """
    return _boosted(
        looked,
        right,
        weights,
        max_iter=150,
        learning_rate=0.06,
        min_samples_leaf=40,
        l2_regularization=3.0,
        max_features=0.4,
        monotonic_cst=[(name in SPEAK_FOR) - (name in SPEAK_AGAINST) for name in GATE_FEATURES],
    )


def _boosted(
    lines: NDArray[np.float32],
    labels: NDArray[np.bool_],
    weights: NDArray[np.floating[Any]],
    **settings: Any,
) -> Trees:
    from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: PLC0415 (dev)
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 (it comes with that one)

    fitted = []
    for seed in range(_FORESTS):
        model = HistGradientBoostingClassifier(
            max_leaf_nodes=6, early_stopping=False, random_state=seed, **settings
        )
        with threadpool_limits(1):  # sums in parallel differ in their last digits
            fitted.append(model.fit(lines, labels, sample_weight=weights))
    return _as_arrays(fitted)


def _as_arrays(fitted: Sequence[Any]) -> Trees:
    """All trees in one list, whose values together are the mean of what each forest says."""
    # Nothing else has the nodes.
    grown = [trees[0].nodes for forest in fitted for trees in forest._predictors]  # noqa: SLF001
    width = max(len(nodes) for nodes in grown)
    feature, left, right = (np.zeros((len(grown), width), dtype=np.int16) for _ in range(3))
    limit, value = (np.zeros((len(grown), width), dtype=np.float32) for _ in range(2))
    for line, nodes in enumerate(grown):
        here = np.arange(len(nodes))
        inner = nodes["is_leaf"] == 0
        feature[line, here] = np.where(inner, nodes["feature_idx"], 0)
        limit[line, here] = np.where(inner, nodes["num_threshold"], 0.0)
        left[line, here] = np.where(inner, nodes["left"], here)
        right[line, here] = np.where(inner, nodes["right"], here)
        value[line, here] = np.where(inner, 0.0, nodes["value"] / len(fitted))
    depth = int(max(nodes["depth"].max() for nodes in grown))
    start = float(fitted[0]._baseline_prediction.ravel()[0])  # noqa: SLF001
    return Trees(feature, limit, left, right, value, start, depth)


def stacked(vectors: Sequence[Vectors | None]) -> NDArray[np.float32]:
    """Vectors as lines; zeros where there is none."""
    lines = [vector if vector is not None else no_vector() for vector in vectors]
    return np.array(lines, dtype=np.float32).reshape(len(lines), len(no_vector()))


def _common_grams(shapes: Sequence[Sequence[str]]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for shape in shapes:
        counts.update(set(grams_of(shape)))
    ordered = sorted(counts, key=lambda gram: (-counts[gram], gram))[:_MOST_GRAMS]
    return {gram: row for row, gram in enumerate(sorted(g for g in ordered if counts[g] > 2))}


def _occurrences(shapes: Sequence[Sequence[str]], grams: dict[str, int]) -> Any:
    from scipy import sparse  # noqa: PLC0415 (a dev dependency)

    lines, columns = [], []
    for line, shape in enumerate(shapes):
        for gram in sorted(set(grams_of(shape)) & grams.keys()):
            lines.append(line)
            columns.append(grams[gram])
    ones = np.ones(len(lines), dtype=np.float32)
    return sparse.csr_matrix((ones, (lines, columns)), shape=(len(shapes), len(grams)))

"""Learns the tuning of word vectors from the questions kept with statements; needs scipy.

A question and its statement, or two questions of one statement, are pulled together, and apart
from those of the other statements in the same batch (InfoNCE, van den Oord and others, 2018).
The bank's questions have no part in it, so the classifiers that learn from these afterwards see
likenesses as they are for a question that was never seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.questions.vectors.encoder import DIMENSIONS, Encoder, lengths, unit
from knowledge.questions.vectors.tuning import Tuning
from knowledge.store import Store

Numbers = NDArray[np.floating[Any]]

_ROUNDS = 40  # over all statements
_BATCH = 512  # statements
_SHARPNESS = 20.0  # by which likenesses are multiplied before they are compared
_OF_TEXT = 0.3  # share of the statements that a question is pulled to, and not another question
_LEFT_OUT = 0.1  # share of a question's tokens, so that none alone decides
_SPREAD = 15.0  # entries; a batch holds near ones, whose statements are the hardest to tell apart
_STEP = 0.004  # of the turn four times smaller, of the tokens' weights ten times larger


@dataclass(frozen=True, slots=True)
class _Texts:
    """How often each text has each token, one line a text: questions, then statements."""

    questions: Any
    statements: Any
    of_row: dict[int, list[int]]  # row of a statement -> its questions
    entries: NDArray[np.int64]  # number of each row's entry


class _Adam:
    """Steps against a gradient, each number by a pace of its own (Kingma and Ba, 2015)."""

    def __init__(self, shape: tuple[int, ...], step: float) -> None:
        self._mean: Numbers = np.zeros(shape, np.float32)
        self._square: Numbers = np.zeros(shape, np.float32)
        self._step = step
        self._count = 0

    def after(self, gradient: Numbers) -> Numbers:
        """How far to go."""
        self._count += 1
        self._mean = 0.9 * self._mean + 0.1 * gradient
        self._square = 0.999 * self._square + 0.001 * gradient * gradient
        mean = self._mean / (1 - 0.9**self._count)
        square = self._square / (1 - 0.999**self._count)
        gone: Numbers = (self._step * mean / (np.sqrt(square) + 1e-8)).astype(np.float32)
        return gone


def tuned(store: Store, encoder: Encoder) -> Tuning:
    """The tuning that a base's kept questions teach, from the vectors in general."""
    texts, tokens = _read(store, encoder)
    plain = encoder.token_vectors(tokens)
    chance = np.random.default_rng(0)
    moved = np.zeros_like(plain)
    weights = np.ones((len(plain), 1), np.float32)
    turn = np.eye(DIMENSIONS, dtype=np.float32)
    size = float(np.linalg.norm(plain, axis=1).mean()) / np.sqrt(DIMENSIONS)
    paces = (
        _Adam(moved.shape, _STEP * size),
        _Adam(weights.shape, _STEP * 10),
        _Adam(turn.shape, _STEP / 4),
    )
    for _ in range(_ROUNDS):
        for rows in _batches(texts, chance):
            asked, answers = _pairs(texts, rows, chance)
            vectors = (plain + moved) * weights
            gradient = _gradient(asked, answers, vectors @ turn)
            before = gradient @ turn.T
            turn -= paces[2].after(vectors.T @ gradient)
            weights -= paces[1].after((before * (plain + moved)).sum(axis=1, keepdims=True))
            moved -= paces[0].after(before * weights)
    vectors = ((plain + moved) * weights @ turn).astype(np.float32)
    return Tuning.of(np.array(tokens, dtype=np.int32), vectors, turn)


def _read(store: Store, encoder: Encoder) -> tuple[_Texts, list[int]]:
    ids = store.statement_ids()
    kept = store.asked()
    statements = store.statements(ids)
    questions = [(row, text) for row, i in enumerate(ids) for text in kept.get(i, ())]
    of_row: dict[int, list[int]] = defaultdict(list)
    for number, (row, _) in enumerate(questions):
        of_row[row].append(number)
    asked = [encoder.tokens(text) for _, text in questions]
    told = [encoder.tokens(statement.text) for statement in statements]
    tokens = sorted({token for text in (*asked, *told) for token in text})
    columns = {token: column for column, token in enumerate(tokens)}
    _, entries = np.unique([statement.subject for statement in statements], return_inverse=True)
    counts = (_counts(asked, columns), _counts(told, columns))
    return _Texts(*counts, dict(of_row), entries.astype(np.int64)), tokens


def _counts(texts: Sequence[Sequence[int]], columns: dict[int, int]) -> Any:
    from scipy import sparse  # noqa: PLC0415 (a dev dependency)

    at = [columns[token] for text in texts for token in text]
    lines = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    ones = np.ones(len(at), dtype=np.float32)
    return sparse.csr_matrix((ones, (lines, at)), shape=(len(texts), len(columns)))


def _batches(texts: _Texts, chance: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    """All rows that keep questions, once each, those of near entries together."""
    rows = np.array(sorted(texts.of_row), dtype=np.int64)
    places = chance.permutation(int(texts.entries.max()) + 1)[texts.entries[rows]]
    order = rows[np.argsort(places + chance.normal(0.0, _SPREAD, len(rows)), kind="stable")]
    order = np.roll(order, int(chance.integers(0, _BATCH)))
    for start in range(0, len(order), _BATCH):
        yield order[start : start + _BATCH]


def _pairs(texts: _Texts, rows: NDArray[np.int64], chance: np.random.Generator) -> tuple[Any, Any]:
    """Of each row a question, and what it is pulled to: its statement, or another question."""
    mixed = [chance.permutation(texts.of_row[row]) for row in rows.tolist()]
    of_text = chance.random(len(rows)) < _OF_TEXT
    of_text |= np.array([len(each) == 1 for each in mixed])
    asked = texts.questions[[each[0] for each in mixed]]
    asked.data = asked.data * (chance.random(len(asked.data)) > _LEFT_OUT).astype(np.float32)
    others = texts.questions[[each[-1] for each in mixed]]
    answers = others.multiply(~of_text[:, None]) + texts.statements[rows].multiply(of_text[:, None])
    return asked, answers.tocsr()


def _gradient(asked: Any, answers: Any, vectors: Numbers) -> Numbers:
    """Of the loss over a batch, by the tokens' vectors."""
    one, other = asked @ vectors, answers @ vectors
    lines, columns = unit(one), unit(other)
    alike = _SHARPNESS * lines @ columns.T
    wrong = (_shares(alike) + _shares(alike.T).T) / 2 - np.eye(len(alike), dtype=np.float32)
    wrong *= _SHARPNESS / len(alike)
    by_one = asked.T @ _through_unit(one, lines, wrong @ columns)
    by_other = answers.T @ _through_unit(other, columns, wrong.T @ lines)
    found: Numbers = np.asarray(by_one + by_other, dtype=np.float32)
    return found


def _through_unit(vectors: Numbers, units: Numbers, gradient: Numbers) -> Numbers:
    """The gradient by vectors, from the one by the unit vectors made of them."""
    across = gradient - units * (gradient * units).sum(axis=1, keepdims=True)
    found: Numbers = across / lengths(vectors)
    return found


def _shares(scores: Numbers) -> Numbers:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: Numbers = raised / raised.sum(axis=1, keepdims=True)
    return found

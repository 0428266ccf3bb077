"""Which property a question asks for: a small linear classifier over its shape and its vector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from knowledge.questions.vectors.encoder import DIMENSIONS
from knowledge.questions.vectors.tuning import Vectors
from knowledge.vocabulary import Property

NONE = "none"
LABELS = (*(str(each) for each in Property), NONE)


@dataclass(frozen=True, slots=True)
class PropertyModel:
    """Weights by n-gram and by dimension of the vector, one column a label."""

    grams: Mapping[str, int]
    gram_weights: NDArray[np.float32]
    vector_weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    askable: NDArray[np.float32]  # by n-gram, then by dimension, then the bias

    def _rows(self, patterns: Sequence[str]) -> list[int]:
        """In their order, for sums of the same numbers differ with it."""
        return sorted({self.grams[gram] for gram in grams_of(patterns) if gram in self.grams})

    def askability(self, patterns: Sequence[str], vector: Vectors | None) -> float:
        """How far a question sounds like one that the base can answer, in log odds."""
        rows = self._rows(patterns)
        by_vector = self.askable[len(self.grams) : -1]
        odds = self.askable[rows].sum() + self.askable[-1]
        return float(odds + (vector @ by_vector if vector is not None else 0.0))

    def probabilities(self, patterns: Sequence[str], vector: Vectors | None) -> NDArray[np.float32]:
        """How likely each of `LABELS` is; sums to 1."""
        rows = self._rows(patterns)
        scores = self.bias + self.gram_weights[rows].sum(axis=0)
        if vector is not None:
            scores = scores + vector @ self.vector_weights
        raised = np.exp(scores - scores.max())
        shares: NDArray[np.float32] = (raised / raised.sum()).astype(np.float32)
        return shares


def grams_of(patterns: Sequence[str]) -> list[str]:
    """Words and pairs of neighbours, with the ends of the question marked."""
    marked = ("^", *patterns, "$")
    pairs = (f"{a} {b}" for a, b in pairwise(marked))
    return [*patterns, *pairs]


def no_vector() -> Vectors:
    """What stands for a question's vector where there is no encoder."""
    return np.zeros(DIMENSIONS, dtype=np.float32)


def likeliest(shares: NDArray[np.float32]) -> str:
    """The label that is asked for most likely."""
    return LABELS[int(shares.argmax())]

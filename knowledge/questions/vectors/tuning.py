"""What bends the word vectors towards this base: questions come near to what answers them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.questions.vectors.rounded import Rounded

Vectors = NDArray[np.float32]
TUNING = Path(__file__).parents[1] / "trained" / "vectors.npz"


@dataclass(frozen=True, slots=True)
class Tuning:
    """Vectors of the tokens that the base uses, and the turn that all others take."""

    tokens: NDArray[np.int32]  # in order
    vectors: Rounded  # one line a token
    turn: Vectors  # a square, by which the vectors of other tokens are multiplied

    @classmethod
    def of(cls, tokens: NDArray[np.int32], vectors: Vectors, turn: Vectors) -> Tuning:
        """Rounded to what is stored."""
        return cls(tokens, Rounded.of(vectors), turn.astype(np.float16))

    def apply(self, tokens: NDArray[np.int64], vectors: Vectors) -> Vectors:
        """The vectors of some tokens, from those that they have in general."""
        at = np.minimum(np.searchsorted(self.tokens, tokens), len(self.tokens) - 1)
        known = self.tokens[at] == tokens
        found = np.empty_like(vectors)
        found[known] = self.vectors.at(at[known])
        # Not `@`: its sums differ in their last digits with how many rows there are.
        found[~known] = np.vecdot(vectors[~known][:, None, :], self.turn.T)
        return found

    def save(self, path: Path) -> None:
        """Write the file that `load_tuning` reads."""
        path.parent.mkdir(parents=True, exist_ok=True)
        turn = self.turn.astype(np.float16)
        rows, sizes = self.vectors.rows, self.vectors.sizes
        np.savez(path, tokens=self.tokens, rows=rows, sizes=sizes, turn=turn)


def load_tuning(path: Path = TUNING) -> tuple[Tuning, str]:
    """The tuning, and what tells it from another one."""
    with np.load(path, allow_pickle=False) as file:
        vectors = Rounded(file["rows"], file["sizes"])
        tuning = Tuning(file["tokens"], vectors, file["turn"].astype(np.float32))
    return tuning, hashlib.blake2b(path.read_bytes(), digest_size=8).hexdigest()

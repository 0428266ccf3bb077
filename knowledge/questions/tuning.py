"""What bends the word vectors towards this base: questions come near to what answers them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
TUNING = Path(__file__).parent / "trained" / "vectors.npz"
_STEPS = 127  # that a number is rounded to, on each side of 0


@dataclass(frozen=True, slots=True)
class Tuning:
    """Vectors of the tokens that the base uses, and the turn that all others take."""

    tokens: NDArray[np.int32]  # in order
    rows: NDArray[np.int8]  # one line a token, in steps of its size
    sizes: NDArray[np.float32]
    turn: Vectors  # a square, by which the vectors of other tokens are multiplied

    @classmethod
    def of(cls, tokens: NDArray[np.int32], vectors: Vectors, turn: Vectors) -> Tuning:
        """Rounded to what is stored: a byte a number, which ranks alike."""
        sizes = np.maximum(np.abs(vectors).max(axis=1), 1e-9) / _STEPS
        rows = np.round(vectors / sizes[:, None]).astype(np.int8)
        return cls(tokens, rows, sizes.astype(np.float32), turn.astype(np.float16))

    def apply(self, tokens: NDArray[np.int64], vectors: Vectors) -> Vectors:
        """The vectors of some tokens, from those that they have in general."""
        at = np.minimum(np.searchsorted(self.tokens, tokens), len(self.tokens) - 1)
        known = self.tokens[at] == tokens
        found = np.empty_like(vectors)
        found[known] = self.rows[at[known]] * self.sizes[at[known], None]
        # Not `@`: its sums differ in their last digits with how many rows there are.
        found[~known] = np.vecdot(vectors[~known][:, None, :], self.turn.T)
        return found

    def save(self, path: Path) -> None:
        """Write the file that `load_tuning` reads."""
        path.parent.mkdir(parents=True, exist_ok=True)
        turn = self.turn.astype(np.float16)
        np.savez(path, tokens=self.tokens, rows=self.rows, sizes=self.sizes, turn=turn)


def load_tuning(path: Path = TUNING) -> tuple[Tuning, str]:
    """The tuning, and what tells it from another one."""
    with np.load(path, allow_pickle=False) as file:
        parts = {name: file[name] for name in ("tokens", "rows", "sizes")}
        tuning = Tuning(**parts, turn=file["turn"].astype(np.float32))
    return tuning, hashlib.blake2b(path.read_bytes(), digest_size=8).hexdigest()

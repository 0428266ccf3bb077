"""Vectors rounded to a byte a number: they rank alike, in a quarter of the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.questions.vectors.postings import Arrays

_STEPS = 127  # that a number is rounded to, on each side of 0
_BLOCK = 512  # vectors unrounded at a time: so many stay near the processor


@dataclass(frozen=True, slots=True)
class Rounded:
    """Many vectors, one line each; a number is off by half a step of its line at most."""

    rows: NDArray[np.int8]  # in steps of the line's size
    sizes: NDArray[np.float32]

    @classmethod
    def of(cls, vectors: NDArray[np.floating]) -> Rounded:
        """Round them."""
        sizes = np.maximum(np.abs(vectors).max(axis=1, initial=0.0), 1e-9) / _STEPS
        rows = np.round(vectors / sizes[:, None]).astype(np.int8)
        return cls(rows, sizes.astype(np.float32))

    @classmethod
    def read(cls, arrays: Arrays, name: str) -> Rounded:
        """What `arrays` gave."""
        rows, sizes = arrays[name], arrays[f"{name}.sizes"]
        return cls(np.asarray(rows, np.int8), np.asarray(sizes, np.float32))

    def arrays(self, name: str) -> Arrays:
        """What `read` takes, under keys that begin with a name."""
        return {name: self.rows, f"{name}.sizes": self.sizes}

    def __len__(self) -> int:
        return len(self.rows)

    def at(self, lines: Sequence[int] | NDArray[np.generic] | slice) -> NDArray[np.float32]:
        """Some of the vectors, as they were but for the rounding; a mask or places choose them."""
        found: NDArray[np.float32] = self.rows[lines] * self.sizes[lines, None]
        return found

    def kept(self, mask: NDArray[np.bool_]) -> Rounded:
        """Those that a mask has."""
        return Rounded(self.rows[mask], self.sizes[mask])

    def likeness(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """The product of each with a vector."""
        found = np.empty(len(self), dtype=np.float32)
        for start in range(0, len(self), _BLOCK):
            block = slice(start, start + _BLOCK)
            # Not `@`: it hands so many lines to threads, which wait on a busy machine.
            np.vecdot(self.rows[block].astype(np.float32), vector, out=found[block])
        return found * self.sizes

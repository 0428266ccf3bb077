"""Boosted trees as plain arrays: many small trees, each of which adds a little to a score."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Trees:
    """One line a tree, one column a node; a leaf leads to itself."""

    feature: NDArray[np.int16]
    limit: NDArray[np.float32]  # up to which one goes left
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: NDArray[np.float32]
    start: float
    depth: int

    def scores(self, lines: NDArray[np.float32]) -> NDArray[np.float32]:
        """The sum of what each tree says of each line of features."""
        first = np.arange(len(self.feature), dtype=np.int64) * self.feature.shape[1]
        line = np.arange(len(lines), dtype=np.int64)[:, None] * lines.shape[1]
        at = np.broadcast_to(first, (len(lines), len(first)))  # nodes, numbered through all trees
        for _ in range(self.depth):
            seen = lines.take(line + self.feature.take(at))
            goes_left = seen <= self.limit.take(at)
            at = first + np.where(goes_left, self.left.take(at), self.right.take(at))
        found: NDArray[np.float32] = self.value.take(at).sum(axis=1) + np.float32(self.start)
        return found

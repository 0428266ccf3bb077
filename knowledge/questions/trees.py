"""Boosted trees as plain arrays: many small trees, each of which adds a little to a score."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    # The same for walking: nodes numbered through all trees, as numpy looks places up.
    _seen: NDArray[np.intp] = field(init=False, repr=False)
    _next: NDArray[np.intp] = field(init=False, repr=False)  # of each node, left and right

    def __post_init__(self) -> None:
        first = np.arange(len(self.feature))[:, None] * self.feature.shape[1]
        both = np.stack([self.left + first, self.right + first], axis=-1)
        object.__setattr__(self, "_seen", self.feature.astype(np.intp))
        object.__setattr__(self, "_next", both.astype(np.intp))

    def scores(self, lines: NDArray[np.float32]) -> NDArray[np.float32]:
        """The sum of what each tree says of each line of features."""
        first = np.arange(len(self.feature)) * self.feature.shape[1]
        line = np.arange(len(lines))[:, None] * lines.shape[1]
        at = np.broadcast_to(first, (len(lines), len(first)))
        for _ in range(self.depth):
            goes_left = lines.take(line + self._seen.take(at)) <= self.limit.take(at)
            at = self._next.take(2 * at + ~goes_left)
        found: NDArray[np.float32] = self.value.take(at).sum(axis=1) + np.float32(self.start)
        return found

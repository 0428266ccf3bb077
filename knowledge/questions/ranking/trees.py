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
    # Every question of a tree is asked at once, for a walk from node to node takes numpy longer:
    _asked: tuple[NDArray[np.intp], NDArray[np.float32]] = field(init=False, repr=False)
    _says: NDArray[np.float32] = field(init=False, repr=False)  # by tree, by the answers as bits

    def __post_init__(self) -> None:
        inner = self.left != np.arange(self.left.shape[1])
        most = int(inner.sum(axis=1).max(initial=0))
        # The inner nodes of each tree come first; where one has fewer, leaves fill it up.
        nodes = np.argsort(~inner, axis=1, kind="stable")[:, :most]
        places = np.take_along_axis(self.feature, nodes, axis=1).astype(np.intp)
        asked = (places, np.take_along_axis(self.limit, nodes, axis=1))
        object.__setattr__(self, "_asked", asked)
        object.__setattr__(self, "_says", self._ends(np.cumsum(inner, axis=1) - 1, most))

    def _ends(self, number: NDArray[np.intp], most: int) -> NDArray[np.float32]:
        """Of each tree, what it says for all answers; `number` is that of a node's question."""
        answers = np.arange(1 << most)
        at = np.zeros((len(self.feature), len(answers)), dtype=np.intp)
        for _ in range(self.depth):
            goes_right = (answers >> np.take_along_axis(number, at, axis=1)) & 1
            left = np.take_along_axis(self.left, at, axis=1)
            at = np.where(goes_right, np.take_along_axis(self.right, at, axis=1), left)
        return np.take_along_axis(self.value, at, axis=1)

    def scores(self, lines: NDArray[np.float32]) -> NDArray[np.float32]:
        """The sum of what each tree says of each line of features."""
        places, limits = self._asked
        goes_right = ~(lines[:, places] <= limits)
        answers = goes_right @ (1 << np.arange(limits.shape[1]))
        first = np.arange(len(self._says)) * self._says.shape[1]
        said = self._says.take(first + answers)
        found: NDArray[np.float32] = said.sum(axis=1) + np.float32(self.start)
        return found

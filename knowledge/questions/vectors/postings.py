"""Which rows have a word, as plain arrays that can be kept in a file."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, repeat
from typing import TypeVar, overload

import msgspec
import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.intp]  # as numpy looks places up; narrower ones it would convert each time
Arrays = dict[str, NDArray[np.generic]]
Other = TypeVar("Other")


class Postings(Mapping[str, Rows]):
    """From a key to the rows that have it, in order."""

    __slots__ = ("_at", "_rows", "_starts")

    def __init__(
        self, keys: Iterable[str], starts: NDArray[np.integer], rows: NDArray[np.integer]
    ) -> None:
        self._at = {key: n for n, key in enumerate(keys)}
        self._starts: list[int] = starts.tolist()
        self._rows = rows.astype(np.intp)

    def __getitem__(self, key: str) -> Rows:
        at = self._at[key]
        return self._rows[self._starts[at] : self._starts[at + 1]]

    @overload
    def get(self, key: str, /) -> Rows | None: ...
    @overload
    def get(self, key: str, /, default: Rows | Other) -> Rows | Other: ...
    def get(self, key: str, /, default: Rows | Other | None = None) -> Rows | Other | None:
        """As every mapping has it, but without an exception for each unknown key."""
        return self[key] if key in self._at else default

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)

    def counts(self) -> list[int]:
        """How many rows each key has, in the order of the keys."""
        found: list[int] = np.diff(self._starts).tolist()
        return found

    def owners(self, size: int) -> NDArray[np.int32]:
        """Of so many rows, the position of the last key that has each; -1 where none has."""
        found = np.full(size, -1, dtype=np.int32)
        found[self._rows] = np.repeat(
            np.arange(len(self._at), dtype=np.int32), np.diff(self._starts)
        )
        return found

    def mask(self, size: int, *keys: str) -> NDArray[np.bool_]:
        """Of so many rows, which have one of the keys."""
        found = np.zeros(size, dtype=bool)
        for key in keys:
            if key in self._at:
                found[self[key]] = True
        return found

    def arrays(self, name: str) -> Arrays:
        """What `read` takes, under keys that begin with a name."""
        return {
            f"{name}.keys": packed(list(self._at)),
            f"{name}.starts": np.array(self._starts, dtype=np.int32),
            f"{name}.rows": self._rows.astype(np.int32),
        }

    @classmethod
    def read(cls, arrays: Mapping[str, NDArray[np.generic]], name: str) -> Postings:
        """What `arrays` gave."""
        keys = unpacked(arrays[f"{name}.keys"])
        starts, rows = arrays[f"{name}.starts"], arrays[f"{name}.rows"]
        return cls(keys, np.asarray(starts, np.int32), np.asarray(rows, np.int32))


class Gathered:
    """Postings in the making: rows are added in order."""

    def __init__(self) -> None:
        self._at: defaultdict[str, int] = defaultdict(count().__next__)
        self._keys = array("i")  # by their numbers
        self._rows = array("i")

    def add(self, row: int, keys: Iterable[str]) -> None:
        """A row has these keys."""
        before = len(self._keys)
        self._keys.extend(map(self._at.__getitem__, keys))
        self._rows.extend(repeat(row, len(self._keys) - before))

    def done(self) -> Postings:
        """The postings of what was added."""
        keys, rows = np.array(self._keys, np.int32), np.array(self._rows, np.int32)
        lengths = np.bincount(keys, minlength=len(self._at))
        starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
        return Postings(self._at, starts, rows[np.argsort(keys, kind="stable")])


def packed(words: list[str]) -> NDArray[np.uint8]:
    """Words as bytes of JSON."""
    return np.frombuffer(msgspec.json.encode(words), dtype=np.uint8)


def unpacked(array: NDArray[np.generic]) -> list[str]:
    """What `packed` took."""
    return msgspec.json.decode(array.tobytes(), type=list[str])


@dataclass(frozen=True, slots=True)
class Weighed:
    """Texts by their telling words: which text has a stem, and the length of each as a vector."""

    postings: Postings
    lengths: NDArray[np.float32]

    @classmethod
    def of(cls, postings: Postings, rarity: Mapping[str, float], size: int) -> Weighed:
        """From the stems of so many texts, and how telling each stem is."""
        squares = np.zeros(size, dtype=np.float64)
        for one, rows in postings.items():
            squares[rows] += rarity.get(one, 0.0) ** 2
        return cls(postings, np.maximum(np.sqrt(squares), 1.0).astype(np.float32))

    def like(self, stems: Mapping[str, float]) -> NDArray[np.float32]:
        """The cosine of each text with the stems, each weighed by its rarity."""
        scores = np.zeros(len(self.lengths), dtype=np.float32)
        for one, rare in stems.items():
            rows = self.postings.get(one)
            if rows is not None:
                np.add.at(scores, rows, np.float32(rare * rare))
        own = math.sqrt(sum(rare * rare for rare in stems.values())) or 1.0
        found: NDArray[np.float32] = scores / (self.lengths * np.float32(own))
        return found

    def arrays(self, name: str) -> Arrays:
        """What `read` takes, under keys that begin with a name."""
        return {**self.postings.arrays(name), f"{name}.lengths": self.lengths}

    @classmethod
    def read(cls, arrays: Mapping[str, NDArray[np.generic]], name: str) -> Weighed:
        """What `arrays` gave."""
        return cls(Postings.read(arrays, name), np.asarray(arrays[f"{name}.lengths"], np.float32))

"""The statements of a base as they were when it was laid out, each read when it is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

import msgspec
import numpy as np
from numpy.typing import NDArray

from knowledge import rows
from knowledge.model import Statement
from knowledge.questions.vectors.postings import Arrays


class Statements(Sequence[Statement]):
    """By row; a statement is decoded once."""

    __slots__ = ("_bytes", "_read", "_starts")

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        self._bytes = memoryview(arrays["statements"].tobytes())
        self._starts: list[int] = arrays["statements.starts"].tolist()
        self._read: dict[int, Statement] = {}

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, row: int) -> Statement: ...
    @overload
    def __getitem__(self, row: slice) -> list[Statement]: ...
    def __getitem__(self, row: int | slice) -> Statement | list[Statement]:
        if not isinstance(row, slice) and (read := self._read.get(row)) is not None:
            return read
        if isinstance(row, slice):
            return [self[one] for one in range(*row.indices(len(self)))]
        at = row + len(self) if row < 0 else row
        if not 0 <= at < len(self):
            raise IndexError(row)
        if at not in self._read:
            self._read[at] = _statement(self._bytes[self._starts[at] : self._starts[at + 1]])
        return self._read[at]

    def __iter__(self) -> Iterator[Statement]:
        return (self[row] for row in range(len(self)))

    @staticmethod
    def arrays(statements: Sequence[Statement]) -> Arrays:
        """What is read from: the statements as JSON, and where each of them begins."""
        written = [_written(statement) for statement in statements]
        starts = np.cumsum([0, *(len(one) for one in written)], dtype=np.int32)
        return {
            "statements": np.frombuffer(b"".join(written), dtype=np.uint8),
            "statements.starts": starts,
        }


def _written(statement: Statement) -> bytes:
    """The rows that the store has of a statement."""
    cited = [{"source": one.source, "quote": one.quote} for one in statement.citations]
    full = rows.statement_row(statement, 0)
    row = {key: value for key, value in full.items() if value is not None}
    return msgspec.json.encode([row, rows.concern_rows(statement, 0), cited])


def _statement(written: memoryview) -> Statement:
    row, concerns, cited = msgspec.json.decode(written)
    return rows.statement_of(_Sparse(row), concerns, cited)


class _Sparse(dict[str, Any]):
    """A row whose empty columns were left out."""

    def __missing__(self, column: str) -> None:
        return None

"""Statements of a base by how they begin, and ranked ones that nothing speaks for."""

from __future__ import annotations

import numpy as np

from knowledge.model import Statement
from knowledge.questions.base.index import Index
from knowledge.questions.ranking.rank import FEATURES, Ranked


def row_of(index: Index, start: str) -> int:
    """The row of the first statement that begins so."""
    return next(n for n, s in enumerate(index.statements) if s.text.startswith(start))


def bare(row: int, statement: Statement, score: float = 1.0) -> Ranked:
    """A ranked statement with that score and no feature."""
    return Ranked(row, statement, score, np.zeros(len(FEATURES), dtype=np.float32))

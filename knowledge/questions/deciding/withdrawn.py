"""Whether what answered a question was withdrawn: then no other statement passes for the answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from knowledge.questions.base.index import Index
from knowledge.questions.ranking.rank import telling_stems
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.vectors.encoder import Encoder

_ANOTHER = 0.5  # likeness below which two questions ask for different things
_NEARER = 0.02  # likeness by which one is nearer than another for more than chance


def withdrawn_on(
    index: Index, encoder: Encoder | None, analysis: Analysis, rows: Sequence[int]
) -> date | None:
    """The day on which what answered a question was withdrawn; None where nothing like it was.

    `rows` would answer it now. They do where a question kept with one of them is nearer to it
    than any that was kept with what was withdrawn.
    """
    if not index.withdrawn.days:
        return None
    gone, left = _likeness(index, encoder, analysis, rows)
    nearest = int(gone.argmax())
    needed = max(_ANOTHER, float(left.max(initial=0.0)) - _NEARER)
    return index.withdrawn.days[nearest] if gone[nearest] >= needed else None


def _likeness(
    index: Index, encoder: Encoder | None, analysis: Analysis, rows: Sequence[int]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Of each question kept with what was withdrawn, and of each row by its best one.

    A row with which none is kept has the likeness of its text.
    """
    at = np.asarray(rows, dtype=np.int64)
    if encoder is None or index.asked_vectors is None or index.vectors is None:
        telling = telling_stems(index, analysis)
        gone, kept = index.withdrawn.words.like(telling), index.asked.like(telling)
        texts = index.texts.like(telling)[at]
    else:
        vector = encoder.encode([analysis.text])[0]
        gone, kept = index.withdrawn.vectors.likeness(vector), index.asked_vectors.likeness(vector)
        texts = index.vectors[at] @ vector
    return gone, np.where(index.asked_places[0, at] < 0, texts, index.best_asked(kept, at))

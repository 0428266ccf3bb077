"""How near a question is to everything in the base, by its vectors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.questions.base.index import Index
from knowledge.questions.vectors.encoder import Encoder
from knowledge.questions.vectors.tuning import Vectors


@dataclass(frozen=True, slots=True)
class Nearness:
    """None for each of them where there are no vectors."""

    vector: Vectors | None = None
    general: Vectors | None = None  # the vector as texts are alike in general
    similar: NDArray[np.float32] | None = None  # to the text of each row
    likeness: NDArray[np.float32] | None = None  # to each question kept with a statement
    asked: NDArray[np.float32] | None = None  # to the most similar of those, for each row

    @classmethod
    def of(cls, index: Index, encoder: Encoder | None, text: str) -> Nearness:
        """Compare a question's text with the whole base."""
        if encoder is None:
            return cls()
        vector = encoder.encode([text])[0]
        likeness = index.likeness(vector)
        return cls(
            vector=vector,
            general=encoder.encode_untuned([text])[0],
            similar=index.similar(vector),
            likeness=likeness,
            asked=index.best_asked(likeness) if likeness is not None else None,
        )

"""Questions kept with statements that were withdrawn: what else is like them is no answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from knowledge.questions.vectors.postings import Arrays, Weighed
from knowledge.questions.vectors.rounded import Rounded


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """As the questions kept with statements that are told, but for the days."""

    days: Sequence[date]  # on which each one's statement was withdrawn
    vectors: Rounded  # without lines where there is no encoder
    words: Weighed

    @classmethod
    def read(cls, arrays: Arrays) -> Withdrawn:
        """What `lay_out` made."""
        ordinals = np.asarray(arrays["withdrawn.days"]).tolist()
        return cls(
            days=[date.fromordinal(one) for one in ordinals],
            vectors=Rounded.read(arrays, "withdrawn.vectors"),
            words=Weighed.read(arrays, "withdrawn"),
        )

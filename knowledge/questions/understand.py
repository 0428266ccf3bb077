"""A question understood on one day: the ranked statements, and how certain the best one is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from knowledge.model import Statement
from knowledge.questions.asking.predict import likeliest
from knowledge.questions.base.index import Index
from knowledge.questions.deciding.gate import (
    PLAIN_BY_WORDS,
    certainties,
    gate_features,
    is_confirmed,
    is_contested,
    is_how_it_stands,
    is_plain,
)
from knowledge.questions.ranking.nearness import Nearness
from knowledge.questions.ranking.order import (
    definitions_of_later_last,
    ended_last,
    later_than,
    reordered,
    told_on_day,
)
from knowledge.questions.ranking.pairs import Understood
from knowledge.questions.ranking.rank import Held, Ranked, candidates, features, ranking
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.trained import Trained
from knowledge.questions.vectors.encoder import Encoder
from knowledge.vocabulary import Property


@dataclass(frozen=True, slots=True)
class Trace:
    """How a question was understood, for `ask --explain` and for feedback."""

    analysis: Analysis
    shares: NDArray[np.float32]
    ranked: tuple[Ranked, ...]
    gate: NDArray[np.float32] | None
    certainty: float
    threshold: float  # certainty from which an answer is given
    decision: str = ""  # what became of it: which veto, list, abstention or answer
    shown: tuple[Statement, ...] = ()
    as_of: date | None = None  # the day that it is answered for, where it is not today
    remarks: tuple[str, ...] = ()  # how it was taken

    @property
    def is_sure(self) -> bool:
        """Whether the best statement may be shown as the answer."""
        return self.certainty >= self.threshold


def understand(  # noqa: PLR0913, PLR0917 (all that it depends on)
    index: Index,
    encoder: Encoder | None,
    trained: Trained,
    analysis: Analysis,
    day: date,
    dated: bool = False,
    known_to: date | None = None,
) -> Trace:
    """Rank the statements for a question and say how certain the best one is; pure.

    `dated` says that the question is about that day, and not merely asked on it; `known_to` is
    the day after which nothing had happened yet.
    """
    near = Nearness.of(index, encoder, analysis.text)
    shares = trained.properties.probabilities(analysis.patterns, near.vector)
    held = Held.of(index, analysis)
    rows = candidates(index, analysis, near.similar, near.asked, held)
    lines = features(index, analysis, rows, shares, near.similar, near.asked, day, held)
    told = told_on_day(index, rows, lines, dated)
    if known_to is not None:
        told &= ~later_than(index, rows, known_to)
    ranked = ranking(index, rows[told], lines[told], trained.rank)
    if not ranked:
        return Trace(analysis, shares, (), None, 0.0, trained.threshold)
    askability = trained.properties.askability(analysis.patterns, near.vector)
    question = Understood(analysis, shares, askability, near.likeness, near.general)
    ranked = reordered(index, encoder, question, ranked, trained.trees)
    if not dated:
        ranked = ended_last(ranked, analysis.asking, day)
    if dated and likeliest(shares) != Property.DEFINITION:
        ranked = definitions_of_later_last(ranked, day)
    looked = gate_features(index, encoder, question, ranked)
    certainty = float(certainties(looked[None, :], trained.gate)[0])
    plain = is_plain(looked) or (encoder is None and is_plain(looked, PLAIN_BY_WORDS))
    best = ranked[0].statement
    confirmed = is_confirmed(looked, certainty) or is_how_it_stands(looked, best, certainty)
    if plain or confirmed or is_contested(index, analysis, best, certainty):
        certainty = max(certainty, trained.threshold)
    return Trace(analysis, shares, tuple(ranked), looked, certainty, trained.threshold)

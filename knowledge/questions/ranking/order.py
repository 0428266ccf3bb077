"""The best statements looked at once more, each beside the question, and put in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from knowledge.model import Statement
from knowledge.questions.asking.predict import LABELS
from knowledge.questions.base.index import Index
from knowledge.questions.base.telling import names_later
from knowledge.questions.ranking.pairs import PAIR_FEATURES, TOP, Understood, pair_features
from knowledge.questions.ranking.rank import FEATURES, Ranked
from knowledge.questions.ranking.trees import Trees
from knowledge.questions.ranking.unsaid import unsaid
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.vectors.encoder import Encoder
from knowledge.questions.vectors.postings import Rows
from knowledge.vocabulary import Property

_HOLDS, _DEPRECATED = FEATURES.index("holds"), FEATURES.index("deprecated")
STATES = (Property.ACCESS, Property.STATUS)
"""The properties that tell how a thing stands, which is true of a time only."""
_TELLS_A_STATE = np.isin(LABELS, STATES)
_ANY_DAY = frozenset({*STATES, Property.DEADLINE, Property.NEXT})
_IN_USE = re.compile(
    r"\b(?:which|what) (?:\w+ )?(?:version|edition|release)\b.*\b(?:is|are|do|does|has|in use|now"
    r"|use[sd]?|current(?:ly)?|follows?|today|valid|applies|in force|in effect)\b"
    r"|\b(?:current|latest|newest|present) (?:\w+ )?(?:version|edition)\b"
)
_GONE_BY = re.compile(
    r"\b(?:was|were|did|had|until|before|former|old(?:er)?|earlier|previous|first|original|all"
    r"|every|each|list|still|replaced)\b|\d"
)
_LAST_SEEN = re.compile(r"\b(?:last seen(?: on)?|as of|up to) (?:\d{1,2} )?[A-Z][a-z]+ \d{4}")
_LACKS, _FITS = PAIR_FEATURES.index("lacks"), PAIR_FEATURES.index("fits")
_PENALTY = 1.5  # in log odds
_APART = 0.01  # between the scores of those that are not looked at again


def told_on_day(
    index: Index, rows: Sequence[int] | Rows, lines: NDArray[np.float32], dated: bool
) -> NDArray[np.bool_]:
    """Which can be told of the day: neither wrong, nor true at another time than is asked for.

    Where no day is asked for, only states of access and law are kept to today's.
    """
    states = _TELLS_A_STATE[index.columns.label[np.asarray(rows, dtype=np.int64)]]
    kept: NDArray[np.bool_] = (lines[:, _DEPRECATED] == 0) & (
        (lines[:, _HOLDS] > 0) | ~(states | dated)
    )
    return kept


def later_than(index: Index, rows: Sequence[int] | Rows, day: date) -> NDArray[np.bool_]:
    """Which tell of what came after a day, but for states, what was due and what then ended."""
    told = (index.statements[row] for row in np.asarray(rows, dtype=np.int64).tolist())
    return np.array([is_later(one, day) for one in told], dtype=bool)


def is_later(statement: Statement, day: date) -> bool:
    """Whether it tells of what came after a day, and not of what was due or then ended."""
    if statement.property in _ANY_DAY or statement.valid_to is not None:
        return False
    dated = statement.on is not None and statement.on.earliest > day
    return dated or names_later(_LAST_SEEN.sub("", statement.text), day)


def reordered(
    index: Index,
    encoder: Encoder | None,
    question: Understood,
    ranked: Sequence[Ranked],
    trees: Trees,
) -> list[Ranked]:
    """The same statements; the score of the first few says how likely they are to answer."""
    if not ranked:
        return []
    pairs = pair_features(index, encoder, question, ranked[:TOP])
    return by_score(ranked, scored(index, question.analysis, ranked[:TOP], trees, pairs))


def definitions_of_later_last(ranked: Sequence[Ranked], day: date) -> list[Ranked]:
    """The same, but what a thing is, told as of after a day, stands below all else."""
    return sorted(
        ranked,
        key=lambda one: (
            one.statement.property is Property.DEFINITION and names_later(one.statement.text, day)
        ),
    )


def ended_last(ranked: Sequence[Ranked], asking: str, day: date) -> list[Ranked]:
    """The same, but where a version that is in use is asked for, those gone by stand below it."""
    if not _IN_USE.search(asking) or _GONE_BY.search(asking):
        return [*ranked]
    return sorted(ranked, key=lambda one: _is_over(one.statement, day))


def _is_over(statement: Statement, day: date) -> bool:
    return statement.valid_to is not None and statement.valid_to.latest <= day


def scored(
    index: Index,
    analysis: Analysis,
    ranked: Sequence[Ranked],
    trees: Trees,
    pairs: NDArray[np.float32],
) -> NDArray[np.float32]:
    """What the trees say, less where a statement lacks what is plainly asked for."""
    foreign = bool(analysis.language_note)
    missing = [unsaid(index, analysis.asking, one.statement, foreign) is not None for one in ranked]
    lost = pairs[:, _LACKS] + (1.0 - pairs[:, _FITS]) + np.array(missing, dtype=np.float32)
    found: NDArray[np.float32] = (trees.scores(pairs) - _PENALTY * lost).astype(np.float32)
    return found


def by_score(ranked: Sequence[Ranked], scores: NDArray[np.float32]) -> list[Ranked]:
    """The first by new scores, which they take on, and the rest as they were, below them."""
    rescored = [
        Ranked(one.row, one.statement, float(score), one.features)
        for one, score in zip(ranked[: len(scores)], scores, strict=True)
    ]
    rescored.sort(key=lambda one: -one.score)
    lowest = rescored[-1].score
    rest = ranked[len(scores) :]
    below = (
        Ranked(one.row, one.statement, lowest - _APART * n, one.features)
        for n, one in enumerate(rest, 1)
    )
    return [*rescored, *below]

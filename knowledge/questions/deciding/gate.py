"""Whether the best statements do answer: what a few trees look at before they let them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.model import Statement, Unknown
from knowledge.questions.asking.contested import knows_of_more
from knowledge.questions.asking.focus import focus_of
from knowledge.questions.asking.operations import Operation
from knowledge.questions.asking.predict import LABELS, NONE
from knowledge.questions.base.index import Index
from knowledge.questions.composing.sides import sides_of
from knowledge.questions.deciding.premise import corrects
from knowledge.questions.language.synonyms import related
from knowledge.questions.ranking.fit import lacks
from knowledge.questions.ranking.order import STATES
from knowledge.questions.ranking.pairs import Understood, in_general
from knowledge.questions.ranking.rank import FEATURES, Ranked
from knowledge.questions.ranking.trees import Trees
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.vectors.encoder import Encoder
from knowledge.weigh import disagreements

GATE_FEATURES = (
    "score",  # of the best statement
    "margin",  # to the best one of another entry
    "next",  # how far the second is behind
    "several",  # more than one statement is asked for
    "lacks",  # the best one plainly cannot answer
    "explained",  # rarity-weighted share of the question's words that the shown ones account for
    "softly",  # the same, where a word of like meaning counts by its likeness
    "worst",  # likeness of the word that is accounted for least
    "aligned",  # how much likelier the best one makes the question's words
    "aligned_at_all",
    "aligned_least",
    "property",  # probability of the best one's property
    "none",  # probability that no property is asked for
    "similarity",
    "asked",
    "asked_words",
    "asked_cosine",
    "cosine",
    "named",  # the best one's entry is named
    "all_named",  # it is on all that is named
    "hinted",
    "linked",  # the question names anything of the base
    "strange",  # share of its words that the base never uses
    "fits",  # the best one has the kind of thing that is asked for
    "numbers",  # share of its numbers that the best one lacks
    "askable",  # how far the question sounds like one that the base can answer
    "unknown_value",  # the best one says that sources do not tell
    "words",  # how many telling words there are
    "corrects",  # the best one says that something is not so
    "sides",  # share of the things compared that statements of one property are shown of
    "agreeing",  # share of the first few that are of the best one's entry
    "general",  # likeness to the best one's text, as texts are alike in general
    "general_asked",  # and to the most similar question kept with it
    "general_behind",  # how far that is behind the most of the first few
    "focus",  # the question asks for a noun
    "focus_told",  # which the best one has
    "focus_like",  # or a word of like meaning
    "focus_missed",  # how much that noun says, where it has it not
)
_SPEAK_EITHER_WAY = {"several", "hinted", "linked", "unknown_value", "words", "sides", "focus"}
SPEAK_AGAINST = frozenset({"lacks", "none", "strange", "numbers", "focus_missed"})
"""Features of the gate of which more never makes an answer more certain."""
SPEAK_FOR = frozenset(GATE_FEATURES) - SPEAK_AGAINST - _SPEAK_EITHER_WAY
"""Those of which more never makes it less certain."""
_BESIDE = 5  # statements that the best one is seen beside
_UNFIT = 0.3  # certainty at most, where the best one lacks what is asked for
_PLAIN = 0.4  # probability of the property from which a look-up is one
_CONFIRMED = 0.3  # certainty from which what is confirmed otherwise is answered
_SURELY = 0.7  # probability of the property from which nothing else is asked for
_OF_STATE = 0.25  # certainty from which how the thing named stands is told then
PLAIN_BY_WORDS = 0.005  # the same without vectors, where probabilities are much flatter
_OF_THE_BEST = (
    *("similarity", "asked", "asked_words", "asked_cosine", "cosine"),
    *("subject", "all_named", "hinted"),
)
_AT = {name: n for n, name in enumerate(FEATURES)}


def gate_features(
    index: Index, encoder: Encoder | None, question: Understood, ranked: Sequence[Ranked]
) -> NDArray[np.float32]:
    """What the gate looks at, in the order of `GATE_FEATURES`; `ranked` is not empty."""
    best, analysis, shares = ranked[0], question.analysis, question.shares
    by_text, by_asked = in_general(index, question, ranked[:_BESIDE]).tolist()
    other = next((r for r in ranked if r.statement.subject != best.statement.subject), None)
    agreement = index.aligned.agreement(analysis.patterns, [index.told[best.row].words])
    explained, softly, worst, strange = _explained(index, encoder, analysis, ranked)
    return np.array(
        (
            best.score,
            min(best.score - other.score, 5.0) if other else 3.0,
            min(best.score - ranked[1].score, 3.0) if len(ranked) > 1 else 3.0,
            analysis.operation is Operation.COMPARE or len(analysis.links.entries) > 1,
            lacks(index, analysis, best.statement),
            explained,
            softly,
            worst,
            *agreement[:, 0].tolist(),
            shares[LABELS.index(best.statement.property)],
            shares[LABELS.index(NONE)],
            *(best.features[_AT[name]] for name in _OF_THE_BEST),
            float(analysis.links.any),
            strange,
            best.features[_AT["fits"]],
            1.0 - best.features[_AT["numbers"]] if analysis.numbers else 0.0,
            question.askability,
            isinstance(best.statement.value, Unknown),
            min(len(analysis.content), 12) / 12,
            corrects(analysis.text.casefold(), best.statement),
            _beside(index, analysis, ranked),
            sum(r.statement.subject == best.statement.subject for r in ranked[:_BESIDE]) / _BESIDE,
            by_text[0],
            by_asked[0],
            by_asked[0] - max(by_asked),
            *_focused(index, encoder, analysis, best),
        ),
        dtype=np.float32,
    )


def certainties(looked: NDArray[np.float32], trees: Trees) -> NDArray[np.float32]:
    """How certain each answer is; one that lacks what is asked for never is."""
    sure = 1.0 / (1.0 + np.exp(-trees.scores(looked)))
    fits = looked[:, GATE_FEATURES.index("fits")] > looked[:, GATE_FEATURES.index("lacks")]
    found: NDArray[np.float32] = np.where(fits, sure, np.minimum(sure, _UNFIT)).astype(np.float32)
    return found


def is_plain(looked: NDArray[np.float32], likely: float = _PLAIN) -> bool:
    """Whether a question is a look-up: it names the entry, and nothing it says is left over.

    The best one's property is at least that `likely`.
    """
    seen = dict(zip(GATE_FEATURES, looked.tolist(), strict=True))
    return bool(
        seen["named"]
        and seen["fits"]
        and not seen["lacks"]
        and seen["explained"] >= 1.0
        and not seen["numbers"]
        and seen["property"] >= likely,
    )


def is_confirmed(looked: NDArray[np.float32], certainty: float) -> bool:
    """Whether what was found is plainly a correction, or the same of all that is compared.

    Then less certainty is enough: the question itself says what the answer is about.
    """
    seen = dict(zip(GATE_FEATURES, looked.tolist(), strict=True))
    found = (seen["corrects"] >= 1.0 and seen["named"]) or seen["sides"] >= 1.0
    return bool(found and seen["fits"] and not seen["lacks"] and certainty >= _CONFIRMED)


def is_how_it_stands(looked: NDArray[np.float32], best: Statement, certainty: float) -> bool:
    """Whether a question surely asks how the very thing that it names stands, and the best tells.

    Whoever asks, and in whatever words: who may use it is the same.
    """
    seen = dict(zip(GATE_FEATURES, looked.tolist(), strict=True))
    asked = best.property in STATES and seen["named"] and seen["property"] >= _SURELY
    return bool(asked and seen["fits"] and not seen["lacks"] and certainty >= _OF_STATE)


def is_contested(index: Index, analysis: Analysis, best: Statement, certainty: float) -> bool:
    """Whether a question knows of several answers, and the best statement is one of them.

    Then less certainty is enough, for it is shown with the others.
    """
    if certainty < _CONFIRMED or not knows_of_more(analysis.asking):
        return False
    points = disagreements(index.told_of(best.subject))
    return any(best in point.sides for point in points)


def _beside(index: Index, analysis: Analysis, ranked: Sequence[Ranked]) -> float:
    """Of the things compared, the share that has a statement among the best; 0 where none are."""
    sides = sides_of(index, analysis, ranked)
    top = [one.statement for one in ranked[:12]]
    alike = [one for one in top if one.property is ranked[0].statement.property]
    held = sum(any(map(side.belongs, alike)) for side in sides)
    return held / len(sides) if sides else 0.0


def _focused(
    index: Index, encoder: Encoder | None, analysis: Analysis, best: Ranked
) -> tuple[float, float, float, float]:
    """Whether a noun is asked for, and how far the best statement has it."""
    focus = focus_of(analysis.asking)
    if focus is None:
        return 0.0, 1.0, 1.0, 0.0
    places = index.told[best.row].words.tolist()
    held = {index.stems[place] for place in places}
    if focus in held or related(focus) & held:
        return 1.0, 1.0, 1.0, 0.0
    vectors = index.word_vectors
    like = 0.0
    if encoder is not None and vectors is not None and places:
        like = float((vectors.of([focus]) @ vectors.at(places).T).max())
    return 1.0, 0.0, like, index.rare(focus) * (1.0 - like)


def _explained(
    index: Index,
    encoder: Encoder | None,
    analysis: Analysis,
    ranked: Sequence[Ranked],
) -> tuple[float, float, float, float]:
    """How far the shown statements account for the question's words; 1 where it has none."""
    if not analysis.content:
        return 1.0, 1.0, 1.0, 0.0
    told = [index.told[one.row].words.tolist() for one in ranked[:3]]
    words = sorted({word for each in told for word in each})
    held = {index.stems[word] for word in words}
    total = sum(index.rare(one) for one in analysis.content)
    sure = [one for one in analysis.content if one in held or related(one) & held]
    explained = sum(index.rare(one) for one in sure) / total
    strange = sum(one not in index.rarity for one in analysis.content) / len(analysis.content)
    left = [one for one in analysis.content if one not in sure]
    if not left:
        return explained, 1.0, 1.0, strange
    vectors = index.word_vectors
    if encoder is None or vectors is None:
        return explained, explained, 0.0, strange
    likeness = (vectors.of(left) @ vectors.at(words).T).max(axis=1)
    softly = explained + float(
        sum(index.rare(one) * like for one, like in zip(left, likeness, strict=True)) / total,
    )
    return explained, softly, float(likeness.min()), strange

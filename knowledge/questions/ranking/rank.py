"""Which statements answer a question best: a weighted sum of what speaks for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from knowledge.model import Statement
from knowledge.questions.asking.expect import expected
from knowledge.questions.asking.operations import Operation
from knowledge.questions.asking.predict import LABELS
from knowledge.questions.base.index import Index
from knowledge.questions.language.normalise import stem
from knowledge.questions.language.synonyms import related
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.vectors.postings import Rows
from knowledge.vocabulary import PARTIES, Kind, Property
from knowledge.words import COMMON

FEATURES: tuple[str, ...] = (
    "subject",  # the question names its entry, which is no person or organisation
    "concerned",  # the question names such an entry that it concerns
    "all_named",  # share of such named entries that it concerns
    "party",  # the question names its person or organisation
    "party_concerned",  # the question names a person or organisation that it concerns
    "hinted",  # a telling word of its entry's name occurs
    "place",  # its entry holds in a place that is named
    "property",  # log of the probability of its property
    "words",  # rarity-weighted share of the question's words that it has
    "synonyms",  # share that it has under another word
    "names",  # share that its entry's names have
    "similarity",  # of the two vectors
    "asked",  # likeness of the question to the most similar one kept with the statement
    "asked_words",  # share of its words that those questions have
    "asked_cosine",  # of the rare words of the question and of the most similar one kept
    "cosine",  # of the rare words of the question and of the statement with its names
    "preferred",
    "deprecated",
    "numbers",  # share of the question's numbers that it has
    "day",  # it speaks of a day that the question mentions
    "holds",  # true on the day that is asked for
    "fits",  # it has the kind of thing that is asked for
    "summary",  # it says what its entry is
    "quote",  # verbatim words, where words are asked for
    "quote_unasked",  # verbatim words, where they are not
    "length",
)
_FITS, _SUBJECT, _CONCERNED, _ASKED, _ASKED_COSINE = (
    FEATURES.index(name) for name in ("fits", "subject", "concerned", "asked", "asked_cosine")
)
_SAME = 0.94  # likeness from which a question is one that is kept with a statement
_NEAREST = 8  # of the ranked, among which one that fits is looked for
_NEAR = 3.0  # points below the best that it may lie
_TAKEN = 60  # of the ranked statements; the rest cannot come up
_EVENTS = np.array([label == Property.EVENT for label in LABELS])
_NONE = np.zeros(0, dtype=np.intp)
_WIDTH = 80  # candidates taken by words, and by vectors


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score and what the score is made of, in the order of `FEATURES`."""

    row: int
    statement: Statement
    score: float
    features: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Held:
    """For every row, the summed rarity of the question's telling words that it has."""

    by_text: NDArray[np.float32]
    by_name: NDArray[np.float32]  # of its entry
    by_asked: NDArray[np.float32]  # in the questions kept with it

    @classmethod
    def of(cls, index: Index, analysis: Analysis) -> Held:
        """Look the words up."""
        return cls(
            index.scored(analysis.content, index.postings),
            index.scored(analysis.content, index.name_postings),
            index.scored(analysis.content, index.asked_postings),
        )


def candidates(
    index: Index,
    analysis: Analysis,
    similar: NDArray[np.float32] | None,
    asked: NDArray[np.float32] | None,
    held: Held | None = None,
) -> Rows:
    """Rows worth a closer look: of the entries named, and the nearest by words and by vectors."""
    chosen: list[Rows] = []
    for entry in (*analysis.links.entries, *analysis.links.hinted):
        parts = _of_parts(index, entry) if index.kinds[entry] is Kind.DIRECTIVE else []
        own, others = index.of_entry.get(entry, _NONE), index.about_entry.get(entry, _NONE)
        chosen += [own, others, *parts]
    held = held or Held.of(index, analysis)
    for scores in (held.by_text + held.by_name, held.by_asked, similar, asked):
        if scores is not None:
            chosen.append(np.argpartition(-scores, min(_WIDTH, len(scores) - 1))[:_WIDTH])
    return _once(np.concatenate(chosen), len(index.statements))


def _once(rows: NDArray[np.intp], size: int) -> Rows:
    """The rows without repetition, each where it comes first."""
    places = np.arange(len(rows))
    first = np.empty(size, dtype=np.int64)
    first[rows[::-1]] = places[::-1]
    found: Rows = rows[first[rows] == places]
    return found


def telling_stems(index: Index, analysis: Analysis) -> dict[str, float]:
    """The stems of a question's words but for the commonest, with how telling each is."""
    stems = (stem(word) for word in analysis.words if word not in COMMON)
    return {one: index.rare(one) for one in stems}


def features(  # noqa: PLR0913, PLR0917 (all that a score is made of)
    index: Index,
    analysis: Analysis,
    rows: Sequence[int] | Rows,
    shares: NDArray[np.float32],
    similar: NDArray[np.float32] | None,
    asked: NDArray[np.float32] | None,
    day: date,
    held: Held | None = None,
) -> NDArray[np.float32]:
    """One line of `FEATURES` for each row."""
    at = np.asarray(rows, dtype=np.int64)
    held = held or Held.of(index, analysis)
    total = sum(index.rare(one) for one in analysis.content) or 1.0
    telling = telling_stems(index, analysis)
    by_words = index.texts.like(telling)[at]
    by_asked_words = index.best_asked(index.asked.like(telling), at)
    quoting, quote = analysis.operation is Operation.QUOTE, index.columns.quote[at]
    columns: tuple[NDArray[np.generic], ...] = (
        *(column[at] for column in _naming(index, analysis)),
        np.log(shares + 1e-3)[index.columns.label[at]],
        held.by_text[at] / total,
        _by_synonym(index, analysis)[at] / total,
        held.by_name[at] / total,
        similar[at] if similar is not None else by_words,  # the next best thing
        asked[at] if asked is not None else by_asked_words,
        held.by_asked[at] / total,
        by_asked_words,
        by_words,
        index.columns.preferred[at],
        index.columns.deprecated[at],
        *(column[at] for column in _told(index, analysis, day)),
        index.columns.summary[at],
        quote * quoting,
        quote * (not quoting),
        index.columns.length[at],
    )
    lines = np.empty((len(at), len(FEATURES)), dtype=np.float32)
    for place, column in enumerate(columns):
        lines[:, place] = column
    return lines


def ranking(
    index: Index,
    rows: Sequence[int] | Rows,
    lines: NDArray[np.float32],
    weights: NDArray[np.float32],
) -> list[Ranked]:
    """The candidates by score, the best first.

    Where the question names anything, only those on that, or kept with the very same question.
    Among the very best, those come first that have the kind of thing which is asked for.
    """
    if not len(rows):
        return []
    named = (lines[:, _SUBJECT] + lines[:, _CONCERNED]) > 0
    same = np.minimum(lines[:, _ASKED], lines[:, _ASKED_COSINE]) >= _SAME
    scores = np.vecdot(lines, weights)
    if named.any():  # the price of one model is no answer to a question about another
        scores = np.where(named | same, scores, -np.inf)
    order = np.argsort(-scores, kind="stable")[:_TAKEN]
    order = order[np.isfinite(scores[order])]
    best = zip(
        np.asarray(rows, dtype=np.int64)[order].tolist(),
        scores[order].tolist(),
        lines[order],
        strict=True,
    )
    ranked = [Ranked(row, index.statements[row], score, line) for row, score, line in best]
    near = [one for one in ranked[:_NEAREST] if ranked[0].score - one.score <= _NEAR]
    fitting = [one for one in near if one.features[_FITS]]
    first = {one.row for one in fitting}
    return [*fitting, *(one for one in ranked if one.row not in first)]


def _told(index: Index, analysis: Analysis, day: date) -> tuple[NDArray[np.generic], ...]:
    """For every row: share of numbers, a day mentioned, whether it holds, whether it fits."""
    traits, days = index.traits, analysis.days
    holding = traits.holding(day)
    if days.until is not None and days.asked == day:  # an event may be later than the middle of it
        holding = holding | (_EVENTS[index.columns.label] & traits.holding(days.until))
    return (
        traits.share_of(analysis.numbers),
        traits.speaking_of(days.mentioned),
        holding,
        traits.satisfying(expected(analysis.text)),
    )


def _by_synonym(index: Index, analysis: Analysis) -> NDArray[np.float32]:
    """For every row, the rarity of the words that it has only under another name."""
    scores = np.zeros(len(index.statements), dtype=np.float32)
    for one in analysis.content:
        others = [rows for other in related(one) if (rows := index.postings.get(other)) is not None]
        if not others:
            continue
        has = np.zeros(len(index.statements), dtype=bool)
        for rows in others:
            has[rows] = True
        own = index.postings.get(one)
        if own is not None:
            has[own] = False
        np.add(scores, np.float32(index.rare(one)), out=scores, where=has)
    return scores


def _naming(index: Index, analysis: Analysis) -> tuple[NDArray[np.float32], ...]:
    """For every row: subject, concerned, all_named, party, party_concerned, hinted, place."""
    links = analysis.links
    size = len(index.statements)
    subject, concerned, named, party, party_concerned, hinted, place = np.zeros(
        (7, size), dtype=np.float32
    )
    things = [e for e in links.entries if index.kinds[e] not in PARTIES]
    for entry in links.entries:
        own, other = index.of_entry.get(entry, _NONE), index.about_entry.get(entry, _NONE)
        if index.kinds[entry] is Kind.DIRECTIVE:
            other = np.concatenate([other, *_of_parts(index, entry)])
        if entry in things:
            subject[own] = 1.0
            concerned[other] = 1.0
            both = np.zeros(size, dtype=bool)
            both[own] = both[other] = True
            named[both] += 1.0 / len(things)
        else:
            party[own] = 1.0
            party_concerned[other] = 1.0
    for rank, entry in enumerate(links.hinted):
        hinted[index.of_entry.get(entry, _NONE)] = 1.0 / (1 + rank)
    for where in links.places:
        place[index.in_place.get(where, _NONE)] = 1.0
    return subject, concerned * (1.0 - subject), named, party, party_concerned, hinted, place


def _of_parts(index: Index, entry: str) -> list[Rows]:
    """The rows of the entries on parts of a rule: their ids begin with its id."""
    return [index.of_entry[part] for part in index.parts[entry] if part in index.of_entry]

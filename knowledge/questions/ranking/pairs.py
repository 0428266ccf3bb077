"""A question beside each of its best statements: what shows whether the one answers the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.model import Absent, Unknown
from knowledge.questions.asking.asks import ASKS, asked_by
from knowledge.questions.asking.operations import Operation
from knowledge.questions.asking.predict import LABELS, NONE
from knowledge.questions.base.index import Index
from knowledge.questions.base.telling import Told
from knowledge.questions.language.normalise import stem
from knowledge.questions.language.synonyms import related
from knowledge.questions.ranking.fit import lacks
from knowledge.questions.ranking.rank import FEATURES, Ranked
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.vectors.encoder import Encoder
from knowledge.questions.vectors.postings import Rows
from knowledge.questions.vectors.tuning import Vectors
from knowledge.vocabulary import Kind

TOP = 12  # of the ranked statements that are looked at again
_ASKED = FEATURES.index("asked")
_NEIGHBOURS = 20  # kept questions that say what such a question is about
_SHARP = 12.0  # how much more the nearest of them says
PAIR_FEATURES = (
    *FEATURES,
    "score",  # of the weighted sum
    "gap",  # to the best other one
    "position",  # in the order by that sum
    "share",  # probability of its property
    "share_of_most",  # the same, against the most probable property
    "none",
    "most",
    "likelier",  # how many properties are more probable
    "covered",  # rarity-weighted share of the question's words that it accounts for
    "covered_by_text",
    "covered_by_names",
    "softly",  # where a word of like meaning counts by its likeness
    "worst",  # likeness of the word that it accounts for least
    "missed",  # the most that a single word it does not account for says
    "left",  # words it does not account for
    "held",  # words it accounts for
    "strange",  # share of words that the base never uses
    "telling_words",
    "unknown",  # it says that sources do not tell
    "absent",  # it says that there is none
    "new_names",  # names that the question lacks
    "new_days",
    "new_numbers",
    "no_new_name",  # "who", and it has none
    "no_new_number",  # "how many", and it has none
    "lacks",  # it plainly cannot answer
    "asked_behind",  # behind the kept question that is most alike
    "asked_property",  # that question asks for its property
    "asked_entry",  # and is about its entry
    "votes_property",  # of the nearest kept questions
    "votes_entry",
    "votes_row",
    "general",  # likeness to its text, as texts are alike in general
    "general_asked",  # and to the most similar question kept with it
    "askable",
    "named",  # entries that the question names
    "hinted_at",
    "linked",
    "person",  # the question names one
    "quoting",
    "comparing",
    "translated",
    "of_person",
    "named_share",  # of the entries named that it concerns
    "entry_share",  # probability of all the properties that its entry tells of
    "length_of_question",
    *(f"asks_{name}" for name in ASKS),
)


@dataclass(frozen=True, slots=True)
class Understood:
    """A question with all that was found out about it before its statements are compared."""

    analysis: Analysis
    shares: NDArray[np.float32]
    askability: float
    likeness: NDArray[np.float32] | None  # to each kept question, by vectors
    general: Vectors | None  # its vector as texts are alike in general


def pair_features(
    index: Index, encoder: Encoder | None, question: Understood, ranked: Sequence[Ranked]
) -> NDArray[np.float32]:
    """One line of `PAIR_FEATURES` for each of a few ranked statements."""
    at = np.array([one.row for one in ranked])
    told = [index.told[one.row] for one in ranked]
    asks = asked_by(question.analysis.text.casefold())
    columns = (
        *np.array([one.features for one in ranked]).T,
        *_by_score(ranked),
        *_by_property(index, question.shares, at),
        *_by_words(index, encoder, question.analysis, at, told),
        *_by_news(question.analysis, ranked, told, asks),
        np.array([lacks(index, question.analysis, one.statement) for one in ranked]),
        *_by_kept(index, question.likeness, at, ranked),
        *in_general(index, question, ranked),
        *_by_question(index, question, at, ranked),
        *asks.values(),
    )
    lines = np.empty((len(ranked), len(PAIR_FEATURES)), dtype=np.float32)
    for place, column in enumerate(columns):
        lines[:, place] = column
    return lines


Column = NDArray[np.generic] | float


def in_general(index: Index, question: Understood, ranked: Sequence[Ranked]) -> NDArray[np.float32]:
    """Of each the likeness to its text, and to a question kept with it; zeros without vectors."""
    if index.general is None or question.general is None:
        return np.zeros((2, len(ranked)), dtype=np.float32)
    rows = [one.row for one in ranked]
    return index.general.likeness(question.general, rows, index.asked_rows)


def _by_score(ranked: Sequence[Ranked]) -> tuple[Column, ...]:
    scores = np.array([one.score for one in ranked])
    best, second = scores.max(), np.sort(scores)[-2] if len(scores) > 1 else scores.max() - 3.0
    gaps = np.where(scores == best, scores - second, scores - best)
    return scores, gaps, np.arange(len(scores))


def _by_property(index: Index, shares: NDArray[np.float32], at: Rows) -> tuple[Column, ...]:
    mine, most = shares[index.columns.label[at]], float(shares.max())
    likelier = (shares[None, :] > mine[:, None]).sum(axis=1)
    return mine, mine / most, float(shares[LABELS.index(NONE)]), most, likelier


def _by_words(
    index: Index,
    encoder: Encoder | None,
    analysis: Analysis,
    at: Rows,
    told: Sequence[Told],
) -> tuple[Column, ...]:
    content = analysis.content
    rare = np.array([index.rare(one) for one in content], dtype=np.float32)
    shape = (len(content), len(at))
    size = len(index.statements)

    def having(postings: Mapping[str, Rows], wide: bool) -> NDArray[np.bool_]:
        found = np.zeros(shape, dtype=bool)
        for line, one in enumerate(content):
            mask = np.zeros(size, dtype=bool)
            for each in (one, *related(one)) if wide else (one,):
                rows = postings.get(each)
                if rows is not None:
                    mask[rows] = True
            found[line] = mask[at]
        return found

    by_text, by_name = having(index.postings, True), having(index.name_postings, False)
    covered = by_text | by_name | having(index.asked_postings, False)
    total = float(rare.sum()) or 1.0

    def share(held: NDArray[np.bool_]) -> Column:
        return (rare[:, None] * held).sum(axis=0) / total if content else 1.0

    likeness = _likeness(index, content, covered, told) if encoder else covered.astype(np.float32)
    lost = (1.0 - likeness) * rare[:, None]
    strange = sum(one not in index.rarity for one in content) / max(len(content), 1)
    return (
        share(covered),
        share(by_text),
        share(by_name),
        1.0 - lost.sum(axis=0) / total,
        likeness.min(axis=0, initial=1.0),
        lost.max(axis=0, initial=0.0),
        (~covered).sum(axis=0),
        covered.sum(axis=0),
        strange,
    )


def _likeness(
    index: Index, content: Sequence[str], covered: NDArray[np.bool_], told: Sequence[Told]
) -> NDArray[np.float32]:
    """Of each word to the nearest word of each statement; 1 where it is accounted for."""
    found, vectors = covered.astype(np.float32), index.word_vectors
    open_ = np.flatnonzero(~covered.all(axis=1))
    each = np.concatenate([one.words for one in told])
    if vectors is None or not len(open_) or not len(each):
        return found
    place = np.full(len(index.stems), -1)
    place[each] = 0
    words = np.flatnonzero(place == 0)
    place[words] = np.arange(len(words))
    like = vectors.of([content[n] for n in open_.tolist()]) @ vectors.at(words).T
    counts = np.array([len(one.words) for one in told])
    held = np.flatnonzero(counts)
    starts = (np.cumsum(counts) - counts)[held]
    nearest = np.maximum.reduceat(like[:, place[each]], starts, axis=1)
    at = np.ix_(open_, held)
    found[at] = np.maximum(found[at], nearest)
    return found


def _by_news(
    analysis: Analysis, ranked: Sequence[Ranked], told: Sequence[Told], asks: Mapping[str, bool]
) -> tuple[Column, ...]:
    text, mentioned = analysis.text.casefold(), analysis.numbers
    stems = {stem(word) for word in analysis.words}
    names = np.array([min(len(one.names - stems), 6) for one in told])
    days = np.array([min(sum(day not in text for day in one.days), 3) for one in told])
    numbers = np.array([min(len(one.numbers - mentioned), 4) for one in told])
    return (
        len(analysis.content),
        np.array([isinstance(one.statement.value, Unknown) for one in ranked]),
        np.array([isinstance(one.statement.value, Absent) for one in ranked]),
        names,
        days,
        numbers,
        asks["who"] * (names == 0),
        asks["how_many"] * (numbers == 0),
    )


def _by_kept(
    index: Index, likeness: NDArray[np.float32] | None, at: Rows, ranked: Sequence[Ranked]
) -> tuple[Column, ...]:
    """What the kept questions most like this one say about its property, entry and row."""
    if likeness is None or len(likeness) <= _NEIGHBOURS:
        return (0.0,) * 6
    nearest = np.argpartition(-likeness, _NEIGHBOURS)[:_NEIGHBOURS]
    weights = np.exp(_SHARP * (likeness[nearest] - likeness[nearest].max()))
    weights /= weights.sum()
    rows = index.asked_rows[nearest]
    labels = index.columns.label[rows]
    entries = index.subjects[rows]
    first = int(weights.argmax())
    mine = index.columns.label[at]
    subjects = index.subjects[at]
    likest = np.array([one.features[_ASKED] for one in ranked])
    return (
        likest - likeness.max(),
        mine == labels[first],
        subjects == entries[first],
        (mine[:, None] == labels) @ weights,
        (subjects[:, None] == entries) @ weights,
        (at[:, None] == rows) @ weights,
    )


def _by_question(
    index: Index, question: Understood, at: Rows, ranked: Sequence[Ranked]
) -> tuple[Column, ...]:
    analysis, links = question.analysis, question.analysis.links
    named = set(links.entries)
    subjects = [one.statement.subject for one in ranked]
    concerned = [{one.statement.subject, *one.statement.about} for one in ranked]
    entries = index.subjects[at].tolist()
    shares = {each: question.shares[index.properties[each]].sum() for each in set(entries)}
    return (
        question.askability,
        len(named),
        len(links.hinted),
        links.any,
        any(index.kinds[entry] is Kind.PERSON for entry in named),
        analysis.operation is Operation.QUOTE,
        analysis.operation is Operation.COMPARE,
        bool(analysis.language_note),
        np.array([index.kinds[entry] is Kind.PERSON for entry in subjects]),
        np.array([len(named & each) / max(len(named), 1) for each in concerned]),
        np.array([shares[entry] for entry in entries]),
        len(analysis.words),
    )

"""Learns the classifiers from the bank: `python -m knowledge train`; needs the dev dependencies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.desk import Desk
from knowledge.questions.asking.operations import Operation
from knowledge.questions.asking.refuse import asks_no_fact
from knowledge.questions.bank import BankQuestion, read_bank
from knowledge.questions.base.alignment import ALIGNMENT, Aligned
from knowledge.questions.base.index import Index
from knowledge.questions.composing import compose
from knowledge.questions.deciding.gate import certainties, gate_features
from knowledge.questions.language.english import looking_like_slips
from knowledge.questions.language.english import save as save_words
from knowledge.questions.learning.align import align
from knowledge.questions.learning.examples import (
    Example,
    asking_for,
    does_answer,
    example_of,
    gold_of,
    kept_questions,
    told_answerable,
)
from knowledge.questions.learning.learn import (
    Labelled,
    fit_gate,
    fit_properties,
    fit_trees,
)
from knowledge.questions.learning.threshold import threshold_of
from knowledge.questions.learning.tune import tuned
from knowledge.questions.ranking.order import by_score, scored, told_on_day
from knowledge.questions.ranking.pairs import TOP, Understood, pair_features
from knowledge.questions.ranking.rank import FEATURES, Ranked, features, ranking
from knowledge.questions.ranking.trees import Trees
from knowledge.questions.trained import FOLDER, Trained, save
from knowledge.questions.understand import Trace
from knowledge.questions.vectors.encoder import Encoder, load_encoder
from knowledge.questions.vectors.tuning import TUNING

FOLDS = 5
_HARD = 25  # wrong candidates that a right one is compared with
_BARE_WEIGHT = 0.4  # of a question without its answer, against one as it is asked


def train(desk: Desk, folder: Path = FOLDER) -> dict[str, float]:
    """Learn from the bank, write the files, and say how well it went out of fold."""
    found = load_encoder()
    if found is not None:
        tuned(desk.store, found).save(folder / TUNING.name)
    index, encoder = desk.questions.base(desk)
    if encoder is not None:
        save_words(looking_like_slips(replace(index.lexicon, english=encoder.knows)), folder)
    kept = kept_questions(index, desk)
    alignment = align(index, kept.patterns)
    alignment.save(folder / ALIGNMENT.name)
    index = replace(index, aligned=Aligned(alignment, index.stems))
    examples = [example_of(index, encoder, question) for question in read_bank()]
    folds = np.arange(len(examples)) % FOLDS
    taken = _out_of_fold(examples, kept, folds)
    lines = [
        features(index, e.analysis, e.rows, each.shares, e.near.similar, e.near.asked, e.day)
        for e, each in zip(examples, taken, strict=True)
    ]
    rank = _fit_rank(index, examples, lines)
    asked = len(examples)
    examples, taken, lines, folds = _with_bare(index, examples, taken, lines, folds)
    ranked = [_ranked(index, e, found, rank) for e, found in zip(examples, lines, strict=True)]
    trees, ranked = _look_again(index, encoder, examples, taken, ranked, folds, asked)
    looked = np.array(
        [
            gate_features(index, encoder, each, found)
            for each, found in zip(taken, ranked, strict=True)
        ]
    )
    points = np.array(
        [_points(index, e, each, r) for e, each, r in zip(examples, taken, ranked, strict=True)]
    )
    gated = np.array([_is_gated(e) for e in examples])
    is_asked = np.arange(len(examples)) < asked
    counted = (gated * np.where(is_asked, 1.0, _BARE_WEIGHT)).astype(np.float32)
    gate, certainty = _fit_gate(looked, points, counted, folds)
    told = gated & is_asked
    bank = examples[:asked]
    decided = [example.question for example in _of(examples, told)]
    counts = Counter(example.question.kind for example in bank)
    threshold, report = threshold_of(certainty[told], points[told], decided, counts)
    properties = fit_properties(asking_for(bank), kept, told_answerable(bank))
    save(Trained(properties, rank, trees, gate, threshold), folder)
    return report


def _out_of_fold(
    examples: Sequence[Example], kept: Labelled, folds: NDArray[np.int64]
) -> list[Understood]:
    """What the classifiers say of each question where they have not learned from it."""
    taken: dict[int, Understood] = {}
    for fold in range(FOLDS):
        inside = [e for e, f in zip(examples, folds, strict=True) if f != fold]
        model = fit_properties(asking_for(inside), kept, told_answerable(inside))
        for n in np.flatnonzero(folds == fold).tolist():
            analysis, near = examples[n].analysis, examples[n].near
            taken[n] = Understood(
                analysis,
                model.probabilities(analysis.patterns, near.vector),
                model.askability(analysis.patterns, near.vector),
                near.likeness,
                near.general,
            )
    return [taken[n] for n in range(len(examples))]


def _ranked(
    index: Index, example: Example, lines: NDArray[np.float32], rank: NDArray[np.float32]
) -> list[Ranked]:
    told = told_on_day(index, example.rows, lines, example.dated)
    rows = [row for row, kept in zip(example.rows, told, strict=True) if kept]
    return ranking(index, rows, lines[told], rank)


def _with_bare(
    index: Index,
    examples: Sequence[Example],
    taken: Sequence[Understood],
    lines: Sequence[NDArray[np.float32]],
    folds: NDArray[np.int64],
) -> tuple[list[Example], list[Understood], list[NDArray[np.float32]], NDArray[np.int64]]:
    """All examples, and those with an answer once more without the statements that give it.

    So the gate learns what is near to an answer and is none.
    """
    bare: list[tuple[Example, Understood, NDArray[np.float32], int]] = []
    for number, (example, each, found) in enumerate(zip(examples, taken, lines, strict=True)):
        answers = [does_answer(example.question, index.statements[row]) for row in example.rows]
        left = ~np.array(answers, dtype=bool)
        if not example.question.is_answerable() or left.all() or left.sum() < TOP:
            continue
        gone = np.array(example.rows)[~left]
        likeness = each.likeness.copy() if each.likeness is not None else None
        if likeness is not None:
            likeness[np.isin(index.asked_rows, gone)] = -1.0
        rows = np.array(example.rows)[left].tolist()
        one = replace(example, rows=rows)
        bare.append((one, replace(each, likeness=likeness), found[left], int(folds[number])))
    return (
        [*examples, *(one[0] for one in bare)],
        [*taken, *(one[1] for one in bare)],
        [*lines, *(one[2] for one in bare)],
        np.concatenate([folds, np.array([one[3] for one in bare], dtype=np.int64)]),
    )


def _look_again(  # noqa: PLR0913, PLR0917 (one line of each, side by side)
    index: Index,
    encoder: Encoder | None,
    examples: Sequence[Example],
    taken: Sequence[Understood],
    ranked: Sequence[list[Ranked]],
    folds: NDArray[np.int64],
    asked: int,
) -> tuple[Trees, list[list[Ranked]]]:
    """The trees, and each question's statements in the order of trees that had not seen it.

    They learn from the first `asked` examples only, which lack nothing.
    """
    pairs = [
        pair_features(index, encoder, each, found[:TOP])
        for each, found in zip(taken, ranked, strict=True)
    ]
    of = np.concatenate([np.full(len(lines), n) for n, lines in enumerate(pairs)])
    answers = np.array(
        [
            does_answer(e.question, one.statement)
            for e, found in zip(examples, ranked, strict=True)
            for one in found[:TOP]
        ]
    )
    lines = np.concatenate(pairs)
    again = list(ranked)
    for fold in range(FOLDS):
        seen = (folds[of] != fold) & (of < asked)
        trees = fit_trees(lines[seen], answers[seen])
        for n in np.flatnonzero(folds == fold).tolist():
            found = scored(index, taken[n].analysis, ranked[n][:TOP], trees, pairs[n])
            again[n] = by_score(ranked[n], found)
    seen = of < asked
    return fit_trees(lines[seen], answers[seen]), again


def _points(index: Index, example: Example, taken: Understood, ranked: list[Ranked]) -> float:
    trace = Trace(example.analysis, taken.shares, tuple(ranked), None, 1.0, 0.0)
    return judged(index, example.question, trace, example.day, example.dated)


def _is_gated(example: Example) -> bool:
    """Whether certainty decides on the answer, which it does not on lists and after a veto."""
    analysis = example.analysis
    listed = analysis.operation in (Operation.TIMELINE, Operation.DEADLINES)
    return not (listed or analysis.links.unknown or asks_no_fact(analysis.text))


def _of(examples: Sequence[Example], chosen: NDArray[np.bool_]) -> list[Example]:
    return [example for example, kept in zip(examples, chosen, strict=True) if kept]


def _fit_rank(
    index: Index, examples: Sequence[Example], lines: Sequence[NDArray[np.float32]]
) -> NDArray[np.float32]:
    """Weights by which the right candidates stand above the wrong ones, pair by pair."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 (a dev dependency)

    weights = np.ones(len(FEATURES), dtype=np.float32)
    for _ in range(3):  # each round compares with the wrong candidates that came up highest
        pairs = []
        for example, found in zip(examples, lines, strict=True):
            gold = gold_of(index, example)
            if not gold:
                continue
            order = np.argsort(-(found @ weights), kind="stable").tolist()
            hard = [p for p in order if p not in set(gold)][:_HARD]
            best = max(gold, key=lambda p: float(found[p] @ weights))
            pairs += [found[best] - found[p] for p in hard]
        differences = np.array(pairs)
        inputs = np.concatenate([differences, -differences])
        labels = np.array([1] * len(differences) + [0] * len(differences))
        fitted = LogisticRegression(C=0.3, fit_intercept=False, max_iter=400).fit(inputs, labels)
        weights = fitted.coef_[0].astype(np.float32)
    return weights


def judged(
    index: Index, question: BankQuestion, trace: Trace, day: date, dated: bool = False
) -> float:
    """What an answer from these statements would earn: 1, 0.5 or -1."""
    chosen = compose.choose(index, trace.analysis, trace.ranked, day, dated)
    shown = [*chosen.statements, *(side for one in chosen.disputes for side in one.sides)]
    text = " ".join(statement.text for statement in shown)
    if any(pattern.search(text) for pattern in question.must_not):
        return -1.0
    if not question.is_answerable():
        return 1.0 if any(pattern.search(text) for pattern in question.accept) else -1.0
    found = sum(bool(pattern.search(text)) for pattern in question.must)
    if found == len(question.must):
        return 1.0
    return 0.5 if found else -1.0


def _fit_gate(
    looked: NDArray[np.float32],
    points: NDArray[np.float32],
    counted: NDArray[np.float32],
    folds: NDArray[np.int64],
) -> tuple[Trees, NDArray[np.float32]]:
    """The gate's trees, and each question's certainty out of fold."""
    good = points > 0
    weights = np.abs(points) * counted
    certainty = np.zeros(len(points), dtype=np.float32)
    for fold in range(FOLDS):
        inside = (folds != fold) & (weights > 0)
        gate = fit_gate(looked[inside], good[inside], weights[inside])
        certainty[folds == fold] = certainties(looked[folds == fold], gate)
    used = weights > 0
    return fit_gate(looked[used], good[used], weights[used]), certainty

"""Learns which words of questions go with which words of statements, from those kept together.

Expectation and maximisation, as Brown and others (1993) give it for model 1. The bank has no part
in it, so the classifiers that learn from that afterwards see odds as of questions never seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from knowledge.questions.base.alignment import Alignment, shape_words
from knowledge.questions.base.index import Index

_ROUNDS = 8
_DOUBT = 0.02  # taken off each count, so that chance meetings of words come to nothing
_UNSEEN = 2.0  # added to how often a told stem was met, for those that met it seldom
_LEAST = 1e-4  # chance that is kept


def align(index: Index, shapes: Sequence[tuple[str, ...]]) -> Alignment:
    """From the shapes of the questions kept with statements, in the order of `asked_rows`."""
    told_words = [
        sorted({index.stems[place] for place in index.told[row].words.tolist()})
        for row in range(len(index.statements))
    ]
    told = {stem: n for n, stem in enumerate(_stems(told_words), 1)}
    asked_words = [shape_words(shape) for shape in shapes]
    asked = {stem: n for n, stem in enumerate(_stems(asked_words))}
    columns = [[0, *(told[stem] for stem in words)] for words in told_words]
    lines = [[asked[stem] for stem in words] for words in asked_words]
    met, pairs, of_word = _meetings(index.asked_rows, lines, columns, len(told) + 1)
    chances = _chances(met, pairs, of_word, len(told) + 1)
    kept = chances > _LEAST
    counts = np.bincount(met[kept] // (len(told) + 1), minlength=len(asked))
    usual = np.bincount(list(chain.from_iterable(lines)), minlength=len(asked)) + 0.5
    return Alignment(
        asked=asked,
        told=told,
        starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
        columns=(met[kept] % (len(told) + 1)).astype(np.uint16),
        chances=chances[kept].astype(np.float32),
        usual=(usual / usual.sum()).astype(np.float32),
    )


def _stems(texts: Iterable[Sequence[str]]) -> list[str]:
    return sorted({stem for words in texts for stem in words})


def _meetings(
    rows: NDArray[np.intp],
    lines: Sequence[Sequence[int]],
    columns: Sequence[Sequence[int]],
    width: int,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Every pair of stems that meet, in order; each meeting's pair, and the word asked in it."""
    places, words, count = [], [], 0
    for row, asked in zip(rows.tolist(), lines, strict=True):
        beside = np.array(columns[row], dtype=np.int64)
        for line in asked:
            places.append(line * width + beside)
            words.append(np.full(len(beside), count))
            count += 1
    met, pairs = np.unique(np.concatenate(places), return_inverse=True)
    return met, pairs, np.concatenate(words)


def _chances(
    met: NDArray[np.int64], pairs: NDArray[np.int64], of_word: NDArray[np.int64], width: int
) -> NDArray[np.float64]:
    """Of each pair, how likely the told stem brings about the asked one."""
    told = met % width
    chances = np.ones(len(met))
    for _ in range(_ROUNDS):
        likely = chances[pairs]
        parts = likely / np.bincount(of_word, likely)[of_word]
        counts = np.maximum(np.bincount(pairs, parts, minlength=len(met)) - _DOUBT, 1e-9)
        chances = counts / (np.bincount(told, counts)[told] + _UNSEEN)
    return chances

"""How much likelier a statement makes each word of a question: which words go with which.

Model 1 of Brown and others (1993), which Berger and Lafferty (1999) brought to finding answers:
a word of the question comes of one of the statement's words, or of none, each as likely.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ALIGNMENT = Path(__file__).parents[1] / "trained" / "alignment.npz"
_CHANCE = 0.1  # share of a question's words that come of no statement at all
_ENOUGH = 1.0  # odds of a word beyond which it counts no more
_LEAST = 3  # words that a statement makes least likely


@dataclass(frozen=True, slots=True)
class Alignment:
    """How likely stems of statements bring about stems of questions.

    The line of an asked stem, from its start to the next one's, has the told stems that it comes
    of; told stem 0 stands for none.
    """

    asked: Mapping[str, int]
    told: Mapping[str, int]  # from 1
    starts: NDArray[np.int32]
    columns: NDArray[np.uint16]
    chances: NDArray[np.float32]
    usual: NDArray[np.float32]  # share of each asked stem in all questions

    def save(self, path: Path) -> None:
        """Write the file that `load_alignment` reads."""
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(
            path,
            asked=np.array(list(self.asked)),
            told=np.array(list(self.told)),
            starts=self.starts,
            columns=self.columns,
            chances=self.chances.astype(np.float16),
            usual=self.usual,
        )


class Aligned:
    """An alignment for the words of one base."""

    def __init__(self, alignment: Alignment, stems: Sequence[str]) -> None:
        """`stems` are those of the base's words, by the words' places."""
        self._alignment = alignment
        self._unknown = len(alignment.told) + 1
        columns = (alignment.told.get(stem, self._unknown) for stem in stems)
        self._columns = np.fromiter(columns, np.intp, len(stems))

    def agreement(
        self, shape: Sequence[str], told: Sequence[NDArray[np.intp]]
    ) -> NDArray[np.float32]:
        """Of each statement the mean odds of a question's words: so far at most, at all, the least.

        `told` has the places of each statement's words.
        """
        stems = shape_words(shape)
        if not stems:
            return np.zeros((3, len(told)), dtype=np.float32)
        odds = self._odds(stems, told)
        least = np.sort(odds, axis=0)[:_LEAST]
        return np.array((np.minimum(odds, _ENOUGH).mean(axis=0), odds.mean(axis=0), least.mean(0)))

    def _odds(self, asked: Sequence[str], told: Sequence[NDArray[np.intp]]) -> NDArray[np.float32]:
        """One line a stem of a question, one column a statement: the log of its odds.

        0 is as likely as in any question.
        """
        known = self._alignment.asked
        at = [n for n, stem in enumerate(asked) if stem in known]
        chances = self._chances([known[asked[n]] for n in at])
        usual = self._alignment.usual[[known[asked[n]] for n in at]]
        ends = np.cumsum([len(words) + 1 for words in told])
        starts = np.concatenate([[0], ends[:-1]])
        columns = np.zeros(ends[-1], dtype=np.intp)  # each begins with the told stem for none
        for start, words in zip(starts.tolist(), told, strict=True):
            columns[start + 1 : start + 1 + len(words)] = self._columns[words]
        likely = np.add.reduceat(chances[:, columns], starts, axis=1) / (ends - starts)
        found = np.zeros((len(asked), len(told)), dtype=np.float32)
        found[at] = np.log((1.0 - _CHANCE) * likely / usual[:, None] + _CHANCE)
        return found

    def _chances(self, lines: Sequence[int]) -> NDArray[np.float32]:
        """A line each, with a column for each told stem and one for those not known."""
        starts, alignment = self._alignment.starts, self._alignment
        found = np.zeros((len(lines), self._unknown + 1), dtype=np.float32)
        for place, line in enumerate(lines):
            here = slice(int(starts[line]), int(starts[line + 1]))
            found[place, alignment.columns[here]] = alignment.chances[here]
        return found


def shape_words(shape: Sequence[str]) -> list[str]:
    """The words of a question's shape, each once, without the kinds of what it names."""
    return [stem for stem in dict.fromkeys(shape) if not stem.startswith("<")]


@lru_cache(maxsize=1)
def load_alignment(path: Path = ALIGNMENT) -> Alignment:
    """Read the file of the package."""
    with np.load(path, allow_pickle=False) as file:
        asked, told = (
            {stem: n for n, stem in enumerate(file[name].tolist(), first)}
            for name, first in (("asked", 0), ("told", 1))
        )
        parts = {name: file[name] for name in ("starts", "columns", "usual")}
        return Alignment(asked, told, chances=file["chances"].astype(np.float32), **parts)

"""All statements of a base, laid out for ranking: their words, postings and vectors."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from knowledge.model import Statement
from knowledge.names import Names
from knowledge.questions.asking.predict import LABELS
from knowledge.questions.base.alignment import Aligned, load_alignment
from knowledge.questions.base.layout import lay_out, rarity
from knowledge.questions.base.statements import Statements
from knowledge.questions.base.telling import Telling, Told
from knowledge.questions.base.traits import Columns, Traits
from knowledge.questions.base.withdrawn import Withdrawn
from knowledge.questions.language.english import english_words
from knowledge.questions.language.lexicon import Lexicon
from knowledge.questions.vectors.encoder import Encoder, WordVectors
from knowledge.questions.vectors.postings import Arrays, Postings, Rows, Weighed, unpacked
from knowledge.questions.vectors.rounded import Rounded
from knowledge.questions.vectors.tuning import Vectors
from knowledge.store import Store
from knowledge.vocabulary import Jurisdiction, Kind


@dataclass(frozen=True, slots=True)
class General:
    """Vectors as texts are alike in general, not in this base."""

    texts: Rounded
    questions: Rounded

    @classmethod
    def read(cls, arrays: Arrays) -> General:
        """What `lay_out` made."""
        return cls(*(Rounded.read(arrays, f"general.{name}") for name in ("vectors", "questions")))

    def likeness(self, vector: Vectors, rows: Sequence[int], of: Rows) -> NDArray[np.float32]:
        """Of a few rows, to their texts, then to the most similar question kept with each.

        `of` is the row of each question, in order.
        """
        found = np.zeros((2, len(rows)), dtype=np.float32)
        found[0] = _products(self.texts.at(rows), vector)
        first, end = (np.searchsorted(of, rows, side) for side in ("left", "right"))
        held = np.flatnonzero(first < end)
        if len(held):
            spans = zip(first[held].tolist(), end[held].tolist(), strict=True)
            kept = np.concatenate([np.arange(start, stop) for start, stop in spans])
            counts = (end - first)[held]
            like = _products(self.questions.at(kept), vector)
            found[1, held] = np.maximum.reduceat(like, np.cumsum(counts) - counts)
        return found


@dataclass(frozen=True, slots=True)
class Index:
    """Made once for a base; a row stands for one statement."""

    statements: Sequence[Statement]
    kinds: Mapping[str, Kind]  # of entries
    places: Mapping[str, Jurisdiction]  # of entries that are directives
    makers: Mapping[str, str]  # model -> the organisation that develops it
    parts: Mapping[str, Sequence[str]]  # rule -> entries on its parts: their ids begin with its id
    lexicon: Lexicon
    postings: Mapping[str, Rows]  # stem -> rows whose text or topic has it
    name_postings: Mapping[str, Rows]  # stem -> rows whose entry's names have it
    rarity: Mapping[str, float]  # stem -> inverse document frequency, in nats
    of_entry: Mapping[str, Rows]  # entry -> rows that it is the subject of
    subjects: NDArray[np.int32]  # for every row, which of the keys of `of_entry` it is of
    properties: NDArray[np.bool_]  # one line such a key, one column a label: what it tells of
    about_entry: Mapping[str, Rows]  # entry -> rows that concern it otherwise
    in_place: Mapping[str, Rows]
    columns: Columns
    traits: Traits
    vectors: Vectors | None
    asked_postings: Mapping[str, Rows]  # stem -> rows that a question with it is answered by
    asked_rows: Rows  # the row of each question kept with a statement
    asked_places: NDArray[np.int64]  # one column a row, down which its questions are; -1: none
    asked_vectors: Rounded | None
    general: General | None
    told: Mapping[int, Told]
    stems: Sequence[str]  # of the words of the base, by the places that `told` has of them
    aligned: Aligned
    word_vectors: WordVectors | None
    texts: Weighed  # of the statements with their entries' names
    asked: Weighed  # of the questions kept with them
    withdrawn: Withdrawn

    @classmethod
    def of(cls, store: Store, names: Names, encoder: Encoder | None) -> Index:
        """Read the whole base once and lay it out."""
        return cls.read(lay_out(store, names, encoder), store, names, encoder)

    @classmethod
    def read(cls, arrays: Arrays, store: Store, names: Names, encoder: Encoder | None) -> Index:
        """From what `lay_out` made of the same base.

        Raises KeyError or ValueError where the arrays are not such.
        """
        statements, headers = Statements(arrays), store.headers()
        stems = unpacked(arrays["known.stems"])
        texts = Postings.read(arrays, "texts")
        rows = np.asarray(arrays["questions.of"], np.intp)
        of_entry = Postings.read(arrays, "subjects")
        subjects, columns = of_entry.owners(len(statements)), Columns.read(arrays)
        return cls(
            statements=statements,
            kinds={entry: kind for entry, kind, _ in headers},
            places={entry: place for entry, _, place in headers if place is not None},
            makers={entry: by for entry, (_, by) in store.forms().items() if by is not None},
            parts=_parts([entry for entry, _, _ in headers]),
            lexicon=_lexicon(arrays, names, encoder),
            postings=texts,
            name_postings=Postings.read(arrays, "names"),
            rarity=rarity(texts, len(statements)),
            of_entry=of_entry,
            subjects=subjects,
            properties=properties_of(subjects, columns),
            about_entry=Postings.read(arrays, "others"),
            in_place=Postings.read(arrays, "places"),
            columns=columns,
            traits=Traits.read(arrays),
            vectors=arrays["vectors"].astype(np.float32) if encoder else None,
            asked_postings=Postings.read(arrays, "asked"),
            asked_rows=rows,
            asked_places=places_of(rows, len(statements)),
            asked_vectors=Rounded.read(arrays, "questions.vectors") if encoder else None,
            told=Telling(arrays),
            stems=stems,
            aligned=Aligned(load_alignment(), stems),
            general=General.read(arrays) if encoder else None,
            word_vectors=_word_vectors(arrays, encoder),
            texts=Weighed.read(arrays, "both"),
            asked=Weighed.read(arrays, "questions"),
            withdrawn=Withdrawn.read(arrays),
        )

    def told_of(self, entry: str) -> list[Statement]:
        """The statements that an entry is the subject of."""
        rows = self.of_entry.get(entry)
        return [self.statements[row] for row in rows.tolist()] if rows is not None else []

    def row_of(self, statement: Statement) -> int:
        """The row of one of the base's statements."""
        rows = self.of_entry[statement.subject].tolist()
        found: int = next(row for row in rows if self.statements[row] == statement)
        return found

    def entries_in(self, places: Sequence[Jurisdiction]) -> tuple[str, ...]:
        """The entries that hold in one of these places."""
        return tuple(entry for entry, place in self.places.items() if place in places)

    def rare(self, stemmed: str) -> float:
        """How telling a stem is; one that the base does not use is the most telling."""
        return self.rarity.get(stemmed, math.log(len(self.statements) + 1.0))

    def best_asked(
        self, likeness: NDArray[np.float32], rows: Rows | None = None
    ) -> NDArray[np.float32]:
        """For every row, or for some, the likeness of the most similar question kept with it.

        0 for one without a question.
        """
        places = self.asked_places if rows is None else self.asked_places[:, rows]
        if not len(likeness):
            return np.zeros(places.shape[1], dtype=np.float32)
        found: NDArray[np.float32] = likeness[places].max(axis=0, initial=-np.inf)
        found[places[0] < 0] = 0.0
        return found

    def likeness(self, vector: Vectors) -> NDArray[np.float32] | None:
        """Of each question kept with a statement, by their vectors."""
        return self.asked_vectors.likeness(vector) if self.asked_vectors is not None else None

    def similar(self, vector: Vectors) -> NDArray[np.float32] | None:
        """For every row, the likeness of its text by their vectors."""
        return _products(self.vectors, vector) if self.vectors is not None else None

    def scored(self, stems: Iterable[str], postings: Mapping[str, Rows]) -> NDArray[np.float32]:
        """For every row, the summed rarity of the stems that it has."""
        scores = np.zeros(len(self.statements), dtype=np.float32)
        for one in stems:
            rows = postings.get(one)
            if rows is not None:
                np.add.at(scores, rows, np.float32(self.rare(one)))
        return scores


def _parts(ids: Sequence[str]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {entry: [] for entry in ids}
    for entry in ids:
        words = entry.split("-")
        for whole in ("-".join(words[:n]) for n in range(1, len(words))):
            if whole in found:
                found[whole].append(entry)
    return found


def properties_of(subjects: NDArray[np.int32], columns: Columns) -> NDArray[np.bool_]:
    """One line a subject, one column a label: whether a row of the subject is of that property."""
    found = np.zeros((subjects.max(initial=-1) + 1, len(LABELS)), dtype=bool)
    found[subjects, columns.label] = True
    return found


def places_of(rows: Rows, size: int) -> NDArray[np.int64]:
    """Of so many rows, the places in an ordered list of rows at which each of them stands.

    A row that stands there less often than another has its first place again instead.
    """
    counts = np.bincount(rows, minlength=size)
    firsts = np.cumsum(counts) - counts
    further = np.arange(max(counts.max(initial=0), 1))[:, None]
    places = firsts + np.where(further < counts, further, 0)
    return np.where(counts > 0, places, -1)


def _products(lines: Vectors, vector: Vectors) -> NDArray[np.float32]:
    # Not `@`, as in `Rounded.likeness`.
    found: NDArray[np.float32] = np.vecdot(lines, vector)
    return found


def _word_vectors(arrays: Arrays, encoder: Encoder | None) -> WordVectors | None:
    if encoder is None:
        return None
    lines = np.asarray(arrays["known.vectors"], np.float16)
    return WordVectors(unpacked(arrays["known"]), lines, encoder)


def _lexicon(arrays: Arrays, names: Names, encoder: Encoder | None) -> Lexicon:
    words, counts = unpacked(arrays["words"]), arrays["words.counts"].tolist()
    said = (repeat(word, count) for word, count in zip(words, counts, strict=True))
    stems = frozenset(unpacked(arrays["stems"]))
    written = english_words()

    def is_english(word: str) -> bool:
        return word in written or (encoder is not None and encoder.knows(word))

    return Lexicon.of(names, said, is_english, stems)

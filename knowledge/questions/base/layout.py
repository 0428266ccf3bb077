"""Lays a base out for ranking, as plain arrays that can be kept in a file."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, count, groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from knowledge.model import Statement
from knowledge.names import Names
from knowledge.questions.base.statements import Statements
from knowledge.questions.base.telling import Telling, words_told
from knowledge.questions.base.traits import Columns, Traits
from knowledge.questions.language.lexicon import spans
from knowledge.questions.language.link import named_in
from knowledge.questions.language.normalise import normalise, stem
from knowledge.questions.vectors.encoder import DIMENSIONS, Encoder
from knowledge.questions.vectors.postings import Arrays, Gathered, Postings, Weighed, packed
from knowledge.questions.vectors.rounded import Rounded
from knowledge.questions.vectors.tuning import Vectors
from knowledge.store import Store
from knowledge.vocabulary import THINGS, Property

_BATCH = 250  # rows in work at a time: what is in work takes memory
_ENCODED = 128  # texts; more at once take more memory, and no less time


def lay_out(store: Store, names: Names, encoder: Encoder | None) -> Arrays:
    """Everything about a base that ranking looks at."""
    ids = store.statement_ids()
    kept = store.asked()
    questions = [(row, text) for row, i in enumerate(ids) for text in kept.get(i, ())]
    statements = [
        statement
        for start in range(0, len(ids), _BATCH)
        for statement in store.statements(ids[start : start + _BATCH])
    ]
    encode, in_general = (encoder.encode, encoder.encode_untuned) if encoder else (None, None)
    words: Counter[str] = Counter()
    texts, by_text = _by_text(statements, names, words)
    told = [words_told(statement) for statement in statements]
    known = sorted({*words, *_words_of(names), *map(str, Property), *chain.from_iterable(told)})
    return {
        **Statements.arrays(statements),
        **Columns.of(statements).arrays(),
        **Traits.of(statements).arrays(),
        **by_text,
        **_by_question(questions, texts, len(ids)),
        **_of_withdrawn(store.withdrawn(), texts, len(ids), encode),
        **_by_entry(statements, names),
        **_by_place(store, statements),
        **_vocabulary(words, names, known, encoder),
        **Telling.arrays(statements, told, known),
        "vectors": _vectors(encode, [statement.text for statement in statements]),
        **_rounded("questions.vectors", encode, [text for _, text in questions]),
        **_rounded("general.vectors", in_general, [statement.text for statement in statements]),
        **_rounded("general.questions", in_general, [text for _, text in questions]),
    }


def rarity(texts: Postings, size: int) -> dict[str, float]:
    """Of each stem, its inverse document frequency, in nats."""
    return {
        one: math.log((size + 1.0) / (count + 0.5))
        for one, count in zip(texts, texts.counts(), strict=True)
    }


def _by_text(
    statements: Sequence[Statement], names: Names, words: Counter[str]
) -> tuple[Postings, Arrays]:
    """The rows by the stems of their texts, of their entries' names, and of both; counts words."""
    texts, by_name, both = Gathered(), Gathered(), Gathered()
    named = _name_stems(names)
    for row, statement in enumerate(statements):
        found = normalise(f"{statement.topic} {statement.text}").words
        words.update(found)
        stems, of_names = {stem(word) for word in found}, named.get(statement.subject, set())
        texts.add(row, sorted(stems))
        by_name.add(row, sorted(of_names))
        both.add(row, sorted(stems | of_names))
    done = texts.done()
    weighed = Weighed.of(both.done(), rarity(done, len(statements)), len(statements))
    arrays = done.arrays("texts") | by_name.done().arrays("names") | weighed.arrays("both")
    return done, arrays


def _by_question(questions: Sequence[tuple[int, str]], texts: Postings, size: int) -> Arrays:
    """The questions kept with statements by their stems, and the rows of their statements."""
    single, by_row, numbers = Gathered(), Gathered(), count()
    for row, kept in groupby(questions, key=itemgetter(0)):
        of_row: set[str] = set()
        for _, text in kept:
            stems = {stem(word) for word in normalise(text).words}
            single.add(next(numbers), sorted(stems))
            of_row |= stems
        by_row.add(row, sorted(of_row))
    weighed = Weighed.of(single.done(), rarity(texts, size), len(questions))
    rows = np.array([row for row, _ in questions], dtype=np.int32)
    return {**weighed.arrays("questions"), **by_row.done().arrays("asked"), "questions.of": rows}


def _of_withdrawn(
    questions: Mapping[str, date],
    texts: Postings,
    size: int,
    encode: Callable[[Sequence[str]], Vectors] | None,
) -> Arrays:
    """The questions of what was withdrawn by their stems and vectors, and the day of each."""
    stems = Gathered()
    for number, text in enumerate(questions):
        stems.add(number, sorted({stem(word) for word in normalise(text).words}))
    weighed = Weighed.of(stems.done(), rarity(texts, size), len(questions))
    days = np.array([day.toordinal() for day in questions.values()], dtype=np.int32)
    vectors = _rounded("withdrawn.vectors", encode, list(questions))
    return {**weighed.arrays("withdrawn"), **vectors, "withdrawn.days": days}


def _by_entry(statements: Sequence[Statement], names: Names) -> Arrays:
    """The rows by their entries, and by the others that they concern or whose names they have."""
    subjects, others = Gathered(), Gathered()
    things = {name: ids for name, ids in names.all().items() if names.named(ids[0]).kind in THINGS}
    longest = spans(things)
    for row, statement in enumerate(statements):
        subjects.add(row, (statement.subject,))
        under = statement.access.under if statement.access else ()
        mentioned = named_in(things, longest, normalise(statement.text).words)
        others.add(row, sorted({*statement.about, *under, *mentioned} - {statement.subject}))
    return subjects.done().arrays("subjects") | others.done().arrays("others")


def _by_place(store: Store, statements: Sequence[Statement]) -> Arrays:
    places = {entry: place for entry, _, place in store.headers() if place is not None}
    found = Gathered()
    for row, statement in enumerate(statements):
        where = statement.jurisdiction or places.get(statement.subject)
        found.add(row, (str(where),) if where is not None else ())
    return found.done().arrays("places")


def _vocabulary(
    words: Mapping[str, int], names: Names, known: list[str], encoder: Encoder | None
) -> Arrays:
    """The words of the statements with their numbers, the stems and the vectors of all words."""
    return {
        "words": packed(list(words)),
        "words.counts": np.fromiter(words.values(), dtype=np.int32, count=len(words)),
        "stems": packed(sorted({stem(word) for word in {*words, *_words_of(names)}})),
        "known": packed(known),
        "known.stems": packed([stem(word) for word in known]),
        "known.vectors": _vectors(encoder.encode_untuned if encoder else None, known),
    }


def _words_of(names: Names) -> set[str]:
    return {word for name in names.all() for word in name.split()}


def _name_stems(names: Names) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, ids in names.all().items():
        for entry in ids:
            found[entry] |= {stem(word) for word in name.split()}
    return found


def _vectors(
    encode: Callable[[Sequence[str]], Vectors] | None, texts: Sequence[str]
) -> NDArray[np.float16]:
    """One line a text, in half precision, which ranks alike; no lines without an encoder."""
    batches = [each.astype(np.float16) for each in _encoded(encode, texts)]
    return np.concatenate([np.zeros((0, DIMENSIONS), dtype=np.float16), *batches])


def _rounded(
    name: str, encode: Callable[[Sequence[str]], Vectors] | None, texts: Sequence[str]
) -> Arrays:
    """The same where they are many, in less room."""
    count = len(texts) if encode else 0
    found = Rounded(np.zeros((count, DIMENSIONS), np.int8), np.zeros(count, np.float32))
    for start, each in zip(range(0, count, _ENCODED), _encoded(encode, texts), strict=True):
        part = Rounded.of(each)
        found.rows[start : start + len(part)] = part.rows
        found.sizes[start : start + len(part)] = part.sizes
    return found.arrays(name)


def _encoded(
    encode: Callable[[Sequence[str]], Vectors] | None, texts: Sequence[str]
) -> Iterator[Vectors]:
    if encode is None:
        return
    for start in range(0, len(texts), _ENCODED):
        yield encode(texts[start : start + _ENCODED])

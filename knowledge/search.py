"""Full-text search by the telling words of a text, which stays fast in a large base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.store import Store
from knowledge.words import COMMON, words

_MOST_READ = 200  # words of a question; SQLite takes only so many parameters
_MOST_WORDS = 5  # the rarest of a question; the others tell hardly more
_TELLING = 3  # of them, where no statement has all: each costs as much as the first
_RANKED = 50  # rows that further words may bring; ranking costs as much as there are rows
_ORDERED = 3_000  # rows of all words, above which the first are taken: ranking reads them all
_BEST = "select rowid, rank from search where search match ? and rank match ? order by rank limit ?"
_FIRST = "select rowid, ? as rank from search where search match ? limit ?"
_WEIGHTS = "bm25(4.0, 1.0)"  # times that a word counts in its entry's names, and in the text


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement found: its row id and its entry."""

    statement: int
    entry: str


def search(store: Store, text: str, limit: int = 10) -> list[Hit]:
    """The statements that share most words with a text, best first: names, rarer words, brevity.

    Those with all of its telling words come alone, where there are any. Any text is safe: only
    its letters and digits reach the full-text index.
    """
    wanted = list(dict.fromkeys(word for word in words(text) if word not in COMMON))
    counts = _counts(store, wanted[:_MOST_READ])
    rarest = sorted(counts, key=lambda word: (counts[word] == 0, counts[word]))[:_MOST_WORDS]
    if not rarest:
        return []
    every = " AND ".join(map(_phrase, rarest))
    found = (
        _find(store, every, limit, sum(counts[word] for word in rarest)) if len(rarest) > 1 else []
    )
    if not found:
        telling = _telling(rarest, counts)
        rows = sum(counts[word] for word in telling)
        found = _find(store, " OR ".join(map(_phrase, telling)), limit, rows)
    return [Hit(row, entry) for row, entry in found]


def _counts(store: Store, wanted: Sequence[str]) -> dict[str, int]:
    """In how many statements each word stands as it is written."""
    marks = ", ".join("?" * len(wanted))
    query = f"select word, statements from words where word in ({marks})"
    known = dict(store.connection.execute(query, list(wanted)).fetchall())
    return {word: known.get(word, 0) for word in wanted}


def _telling(rarest: Sequence[str], counts: dict[str, int]) -> list[str]:
    """The rarest word, and as many more as do not bring too many rows."""
    kept = [rarest[0]]
    rows = counts[rarest[0]]
    for word in rarest[1:_TELLING]:
        rows += counts[word]
        if rows > _RANKED:
            break
        kept.append(word)
    return kept


def _find(store: Store, query: str, limit: int, rows: int) -> list[tuple[int, str]]:
    """Rows and entries that a full-text query finds, ordered unless they may be too many."""
    found = _BEST if rows <= _ORDERED else _FIRST
    values = [query, _WEIGHTS, limit] if rows <= _ORDERED else [0, query, limit]
    return store.connection.execute(
        f"select found.rowid, statements.entry from ({found}) as found "
        "join statements on statements.id = found.rowid order by found.rank, found.rowid",
        values,
    ).fetchall()


def _phrase(word: str) -> str:
    """A word as full text asks for it; one with a dot in it is a phrase."""
    return '"' + word.replace(".", " ") + '"'

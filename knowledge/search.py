"""Full-text search by the telling words of a text, which stays fast in a large base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.store import Store
from knowledge.words import COMMON, words

_MOST_READ = 200  # words of a question; SQLite takes only so many parameters
_MOST_WORDS = 5  # the rarest of a question; the others tell hardly more
_FEWER = (2, 1)  # of them, where no statement has all
_BITS = 32  # of a row of full text, which are the number of its statement
_FOUND = (
    "select statements.id, statements.entry "
    "from (select rowid from search where search match ? limit ?) as found "
    f"join statements on statements.id = found.rowid & {(1 << _BITS) - 1}"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement found: its row id and its entry."""

    statement: int
    entry: str


def place(statement: int, text: str) -> int:
    """The row of a statement in full text, which gives its rows in order: the shorter first."""
    return len(text) << _BITS | statement


def search(store: Store, text: str, limit: int = 10) -> list[Hit]:
    """The statements with all telling words of a text; with the rarest of them where none has all.

    Those come first of entries whose names hold the words too; among equals the shorter, for a
    word says more about a sentence the fewer others stand in it. Any text is safe: only its
    letters and digits reach the full-text index.
    """
    wanted = list(dict.fromkeys(word for word in words(text) if word not in COMMON))
    counts = _counts(store, wanted[:_MOST_READ])
    rarest = sorted(counts, key=lambda word: (counts[word] == 0, counts[word]))[:_MOST_WORDS]
    for query in _queries(rarest, counts):
        found = _find(store, query, limit)
        if found:
            return [Hit(*row) for row in _named_first(store, query, found, limit)]
    return []


def _counts(store: Store, wanted: Sequence[str]) -> dict[str, int]:
    """In how many statements each word stands as it is written."""
    marks = ", ".join("?" * len(wanted))
    query = f"select word, statements from words where word in ({marks})"
    known = dict(store.connection.execute(query, list(wanted)).fetchall())
    return {word: known.get(word, 0) for word in wanted}


def _queries(rarest: Sequence[str], counts: dict[str, int]) -> list[str]:
    """What to ask full text for, one after another until something is found.

    A word that nobody wrote in this form may stand there in another one.
    """
    if not rarest:
        return []
    sizes = [len(rarest), *(size for size in _FEWER if size < len(rarest))]
    queries = [" AND ".join(map(_phrase, rarest[:size])) for size in sizes]
    return queries if counts[rarest[0]] else [*queries, " OR ".join(map(_phrase, rarest))]


def _named_first(
    store: Store, query: str, found: Sequence[tuple[int, str]], limit: int
) -> list[tuple[int, str]]:
    """What was found, after the statements of entries whose names hold the words as well."""
    ordered: dict[tuple[int, str], None] = {}
    if len(found) > 1:
        for nearer in (f"{{names}} : ({query}) AND {{text}} : ({query})", f"{{names}} : ({query})"):
            ordered |= dict.fromkeys(_find(store, nearer, limit))
            if len(ordered) >= limit:
                break
    return list(ordered | dict.fromkeys(found))[:limit]


def _find(store: Store, query: str, limit: int) -> list[tuple[int, str]]:
    """Rows and entries that a full-text query finds, in full text's own order up to the limit."""
    return store.connection.execute(_FOUND, [query, limit]).fetchall()


def _phrase(word: str) -> str:
    """A word as full text asks for it; one with a dot in it is a phrase."""
    return '"' + word.replace(".", " ") + '"'

"""Full-text search by the telling words of a text, which stays fast in a large base."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from knowledge.store import Store
from knowledge.words import COMMON, words

_MOST_READ = 200  # words of a question
_MOST_WORDS = 5  # the rarest of a question; the others tell hardly more
_BITS = 32  # of a row of full text, which are the number of its statement
_USE = "select statements, named from words where word = ?"
_UNWRITTEN = (0, True)  # a word in a form that nobody wrote may be there in another
_FOUND = f"select rowid & {(1 << _BITS) - 1} from search where search match ? limit ?"


def place(statement: int, text: str) -> int:
    """The row of a statement in full text, which gives its rows in order: the shorter first."""
    return len(text) << _BITS | statement


def phrase(word: str) -> str:
    """A word as full text asks for it; one with a dot in it is a phrase."""
    return '"' + word.replace(".", " ") + '"'


def search(store: Store, text: str, limit: int = 10) -> list[int]:
    """The row ids of statements with all telling words of a text; the rarest where none has all.

    Those come first of entries whose names hold the words too; among equals the shorter, for a
    word says more about a sentence the fewer others stand in it. Any text is safe: only its
    letters and digits reach the full-text index.
    """
    wanted = list(dict.fromkeys(word for word in words(text) if word not in COMMON))
    uses = {word: _use(store, word) for word in wanted[:_MOST_READ]}
    if not uses:
        return []
    rarest = sorted(uses, key=lambda word: uses[word][0] or inf)[:_MOST_WORDS]
    held, found = _with_most(store, rarest, limit)
    query = _all(held)
    if not found and not uses[rarest[0]][0]:
        query = " OR ".join(map(phrase, rarest))
        found = _find(store, query, limit)
    if len(found) > 1 and all(uses[word][1] for word in held):
        return _named_first(store, query, found, limit)
    return found


def _use(store: Store, word: str) -> tuple[int, bool]:
    """In how many statements a word stands as written, and whether in a name in any form."""
    found: tuple[int, bool] | None = store.connection.execute(_USE, (word,)).fetchone()
    return found or _UNWRITTEN


def _with_most(store: Store, rarest: Sequence[str], limit: int) -> tuple[Sequence[str], list[int]]:
    """Statements with all words, or else the two rarest, or else the rarest; and those words.

    The two are asked for first: where none has them, none has all.
    """
    pair = rarest[:2]
    found = _find(store, _all(pair), limit)
    if not found:
        return rarest[:1], _find(store, _all(rarest[:1]), limit) if len(pair) > 1 else found
    whole = _find(store, _all(rarest), limit) if len(rarest) > len(pair) else []
    return (rarest, whole) if whole else (pair, found)


def _named_first(store: Store, query: str, found: Sequence[int], limit: int) -> list[int]:
    """What was found, after the statements of entries whose names hold the words as well."""
    named = _find(store, f"{{names}} : ({query})", limit)
    nearest = named
    if len(named) > 1:
        nearest = _find(store, f"{{names}} : ({query}) AND {{text}} : ({query})", limit)
    return list(dict.fromkeys((*nearest, *named, *found)))[:limit]


def _find(store: Store, query: str, limit: int) -> list[int]:
    """What a full-text query finds, in full text's own order up to the limit."""
    return [row[0] for row in store.connection.execute(_FOUND, [query, limit])]


def _all(some: Sequence[str]) -> str:
    return " AND ".join(map(phrase, some))

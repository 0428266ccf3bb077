"""Search over generated bases, beside the naive query that asks for any of the words."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from knowledge import writer
from knowledge.model import Citation, Directive, Source, Statement
from knowledge.search import search
from knowledge.store import Store
from knowledge.vocabulary import Instrument, Jurisdiction, Property, SourceAccess, Tier
from knowledge.words import words
from tests.bench._table import percentile, table

SIZES = (1_000, 100_000)
QUERIES = 500
_VOCABULARY = 20_000  # words, drawn as often as words of a language are (Zipf)
_BEGINNINGS = (
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "ri",
    "so",
    "tu",
)


def run() -> None:
    """One row a size and a method."""
    rows = []
    for size in SIZES:
        store = build_base(None, size)
        chance = random.Random(size)  # noqa: S311 (the same queries every time)
        queries = [query_of(chance) for _ in range(QUERIES)]
        ours = _timed(lambda text, s=store: search(s, text), queries)  # type: ignore[misc]
        naive = _timed(lambda text, s=store: _any_word(s, text), queries)  # type: ignore[misc]
        for name, times in (("search", ours), ("any of the words, by rank", naive)):
            rows.append(
                (
                    f"{size:,}",
                    name,
                    f"{percentile(times, 0.5):.3f}",
                    f"{percentile(times, 0.99):.3f}",
                    f"{percentile(times, 0.99) / percentile(naive, 0.99):.3f}",
                )
            )
        store.close()
    table(("entries", "method", "p50 ms", "p99 ms", "ratio of p99"), rows)


def build_base(file: Path | None, size: int) -> Store:
    """A base of so many made-up entries, in a file or in memory."""
    chance = random.Random(size)  # noqa: S311 (the same base every time)
    lexicon = [_word(n) for n in range(_VOCABULARY)]
    weights = [1.0 / (rank + 10) for rank in range(_VOCABULARY)]
    drawn = chance.choices(lexicon, weights, k=size * 24)
    store = Store.open(file)
    source = Source(id="s", publisher="P", title="T", tier=Tier.PRIMARY, access=SourceAccess.READ)
    with store.transaction():
        writer.put_sources(store.database, [source])
        for start in range(0, size, 5_000):
            entries = [
                _entry(n, drawn[n * 24 : n * 24 + 24])
                for n in range(start, min(size, start + 5_000))
            ]
            writer.put_headers(store.database, entries)
            writer.put_statements(store.database, entries)
        writer.count_words(store.database)
    return store


def _entry(number: int, drawn: Sequence[str]) -> Directive:
    said = Statement(
        subject=f"e{number}",
        property=Property.DEFINITION,
        text=" ".join(drawn[4:]) + ".",
        citations=(Citation(source="s"),),
    )
    return Directive(
        id=f"e{number}",
        title=" ".join((*drawn[:4], str(number))),
        statements=(said,),
        instrument=Instrument.STATUTE,
        jurisdiction=Jurisdiction.US,
    )


def _word(number: int) -> str:
    parts = []
    while True:
        number, part = divmod(number, len(_BEGINNINGS))
        parts.append(_BEGINNINGS[part])
        if not number:
            return "".join(parts) + "n"


def query_of(chance: random.Random) -> str:
    """Two to eight words, common ones as often as people use them."""
    weights = [1.0 / (rank + 10) for rank in range(_VOCABULARY)]
    picked = chance.choices(range(_VOCABULARY), weights, k=chance.randint(2, 8))
    return " ".join(_word(number) for number in picked)


def _any_word(store: Store, text: str) -> list[tuple[int]]:
    query = " OR ".join(f'"{word}"' for word in words(text))
    found: list[tuple[int]] = store.connection.execute(
        "select rowid from search where search match ? order by rank limit 10", [query]
    ).fetchall()
    return found


def _timed(ask: Callable[[str], object], queries: Sequence[str]) -> list[float]:
    """Milliseconds of each query, after one that is not counted."""
    ask(queries[0])
    times = []
    for query in queries:
        begin = time.perf_counter()
        ask(query)
        times.append((time.perf_counter() - begin) * 1000)
    return times

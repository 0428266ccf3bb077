"""A hundred thousand hostile questions: what is raised, and how long the slowest takes."""

from __future__ import annotations

import os
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from datetime import date
from itertools import repeat
from pathlib import Path

from knowledge.__main__ import ENTRIES
from knowledge.desk import Desk
from knowledge.ingest import ingest_folder
from knowledge.names import Names
from knowledge.store import Store
from tests.bench._table import percentile, table
from tests.knowledge.questions.hostile import hostile

QUESTIONS = 100_000
_PART = 2_000  # asked by one process in a row
_LONGEST = 100.0  # milliseconds


def run() -> None:
    """All of them on the whole base, shared out to as many processes as there are processors."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "knowledge.db")
        with closing(Store.open(path)) as store:
            ingest_folder(store, ENTRIES)
            _desk(store)
        raised: Counter[str] = Counter()
        times: list[float] = []
        with ProcessPoolExecutor(max(1, (os.cpu_count() or 1) - 1)) as pool:
            for found, part in pool.map(_asked, repeat(path), range(QUESTIONS // _PART)):
                raised += found
                times += part
    table(
        ("hostile questions", "exceptions", "p50 ms", "p99 ms", "max ms", "over 100 ms"),
        [
            (
                f"{len(times):,}",
                ", ".join(f"{name} {count}" for name, count in raised.items()) or "0",
                *(f"{percentile(times, share):.1f}" for share in (0.5, 0.99, 1.0)),
                sum(one > _LONGEST for one in times),
            )
        ],
    )


def _desk(store: Store) -> Desk:
    """A desk that has answered once, so that what is made once is made."""
    desk = Desk(store, Names(store), date(2026, 11, 21))
    desk.questions.ask(desk, "who may use gpt-5.6?")
    return desk


def _asked(path: Path, seed: int) -> tuple[Counter[str], list[float]]:
    """Exceptions by name, and milliseconds of each question."""
    raised: Counter[str] = Counter()
    times = []
    with closing(Store.open(path)) as store:
        desk = _desk(store)
        names = [name for _, name, _, _ in store.names()]
        for typed in hostile(_PART, names, seed):
            begin = time.perf_counter()
            try:
                desk.questions.ask(desk, typed)
            except Exception as error:  # noqa: BLE001 (each is counted)
                raised[type(error).__name__] += 1
            times.append((time.perf_counter() - begin) * 1000)
    return raised, times

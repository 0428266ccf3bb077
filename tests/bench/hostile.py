"""A hundred thousand hostile questions: what is raised, and how long the slowest takes."""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from pathlib import Path

from knowledge.__main__ import ENTRIES
from knowledge.desk import Desk
from knowledge.ingest import ingest_folder
from knowledge.names import Names
from knowledge.store import Store
from tests.bench._table import percentile, table
from tests.knowledge.questions.hostile import hostile

QUESTIONS = 100_000
_PART = 2_000  # asked by one process in a row, from a seed of their own
_LONGEST = 100.0  # milliseconds
_SHOWN = 60  # characters of the slowest question


@dataclass(frozen=True, slots=True)
class Taken:
    """What one question took, in milliseconds: of a processor's time, and on the clock."""

    worked: float
    passed: float
    question: str  # its beginning
    raised: str = ""


def run() -> None:
    """All of them on the whole base, shared out to as many processes as there are processors."""
    begin = time.perf_counter()
    taken: list[Taken] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "knowledge.db")
        with closing(Store.open(path)) as store:
            ingest_folder(store, ENTRIES)
            _desk(store)
        for part in _parts(path, QUESTIONS // _PART):
            taken += part
            _tell(taken, time.perf_counter() - begin)
    _show(taken)


def _parts(path: Path, count: int) -> Iterator[list[Taken]]:
    """As they are done. Each process is a fresh one, with as many threads as it has work for."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the bot has it
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=fresh) as pool:
        for done in as_completed([pool.submit(_asked, path, seed) for seed in range(count)]):
            yield done.result()


def _tell(taken: Sequence[Taken], seconds: float) -> None:
    """How far it is, and what was found so far, for it takes a quarter of an hour."""
    slowest = max(one.worked for one in taken)
    sys.stderr.write(
        f"  {len(taken):,} of {QUESTIONS:,} in {seconds:.0f} s: exceptions {_raised(taken)}, "
        f"p99.9 {percentile([one.worked for one in taken], 0.999):.1f} ms, max {slowest:.1f} ms\n"
    )


def _show(taken: Sequence[Taken]) -> None:
    shares = (0.5, 0.99, 0.999, 1.0)
    rows = []
    for name, field in (("a processor worked", "worked"), ("passed on the clock", "passed")):
        times = [getattr(one, field) for one in taken]
        over = sum(one > _LONGEST for one in times)
        rows.append((name, *(f"{percentile(times, share):.1f}" for share in shares), over))
    table(("milliseconds that", "p50", "p99", "p99.9", "max", "over 100 ms"), rows)
    slowest = max(taken, key=attrgetter("worked"))
    sys.stdout.write(
        f"\n{len(taken):,} hostile questions, exceptions: {_raised(taken)}. "
        f"The slowest: {slowest.question}\n"
    )


def _raised(taken: Sequence[Taken]) -> str:
    raised = Counter(one.raised for one in taken if one.raised)
    return ", ".join(f"{name} {count}" for name, count in raised.items()) or "0"


def _desk(store: Store) -> Desk:
    """A desk that has answered once, so that what is made once is made."""
    desk = Desk(store, Names(store), date(2026, 11, 21))
    desk.questions.ask(desk, "who may use gpt-5.6?")
    return desk


def _asked(path: Path, seed: int) -> list[Taken]:
    with closing(Store.open(path)) as store:
        desk = _desk(store)
        names = [name for _, name, _, _ in store.names()]
        return [_taken(desk, typed) for typed in hostile(_PART, names, seed)]


def _taken(desk: Desk, typed: str) -> Taken:
    raised = ""
    worked, passed = time.process_time(), time.perf_counter()
    try:
        desk.questions.ask(desk, typed)
    except Exception as error:  # noqa: BLE001 (each is counted)
        raised = type(error).__name__
    worked, passed = time.process_time() - worked, time.perf_counter() - passed
    return Taken(worked * 1000, passed * 1000, ascii(typed[:_SHOWN]), raised)

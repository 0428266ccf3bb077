"""Four processes that share a PostgreSQL and are killed: all is posted once, and how fast."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from tests.bench import _fleet as fleet
from tests.bench._table import table
from tests.bench._worker import Work
from tests.postgres import Missing, postgres

WORKERS, KILLS, DELIVERIES = 4, 10, 40_000


def run() -> None:
    """Posts are lines of a file, each made within 20 ms, so that the outbox is what is measured."""
    share = 4 if os.environ.get("AIRULES_BENCH") == "short" else 1
    try:
        with postgres() as url, tempfile.TemporaryDirectory() as folder:
            calm = _run(url, Path(folder) / "calm", DELIVERIES // share, kills=0)
            killed = _run(url, Path(folder) / "killed", DELIVERIES // share, kills=KILLS)
    except Missing as error:
        sys.stdout.write(f"skipped: {error}\n")
        return
    header = ("four workers", "deliveries", "kills", "lost", "doubled", "settled/s (goal 4,000)")
    table(header, [("undisturbed", *calm), ("killed", *killed)])


def _run(url: str, file: Path, count: int, *, kills: int) -> tuple[object, ...]:
    url = asyncio.run(fleet.fresh(url, file.name))
    asyncio.run(fleet.owe(url, slack=count))
    work = Work(
        database=url, file=str(file), lease=2.0, patience=0.9, unclear=0.5, idle=0.2, window=400
    )
    chance = random.Random(3)  # noqa: S311
    with ExitStack() as stack:
        workers = [stack.enter_context(fleet.worker()) for _ in range(WORKERS)]
        for one in workers:
            one.start(replace(work, forever=True))
        begin = time.monotonic()
        for point in sorted(chance.sample(range(count // 20, count), kills)):
            _until(file, point)
            one = chance.choice(workers)
            one.signal(signal.SIGKILL)
            one.end()
            one.start(replace(work, forever=True))
        asyncio.run(fleet.settled(url))
        seconds = time.monotonic() - begin
        for one in workers:
            one.signal(signal.SIGTERM)
            one.end()
    posts = Counter(file.read_text(encoding="utf-8").split())
    lost, doubled = count - len(posts), posts.total() - len(posts)
    return f"{count:,}", kills, lost, doubled, f"{count / seconds:,.0f}"


def _until(file: Path, point: int) -> None:
    while not file.exists() or file.read_bytes().count(b"\n") < point:
        time.sleep(0.02)

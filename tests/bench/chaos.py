"""What is lost and what is doubled when the process that posts is killed again and again."""

from __future__ import annotations

import os

from tests.bench._fleet import worker
from tests.bench._killing import Damage, kill_often
from tests.bench._table import table

KILLS = 100


def run() -> None:
    """20,000 deliveries and a hundred kills, with the keys of deliveries and without.

    AIRULES_BENCH=short takes a tenth of both.
    """
    share = 10 if os.environ.get("AIRULES_BENCH") == "short" else 1
    each, kills, rows = 10_000 // share, KILLS // share, []
    with worker() as one:
        for keys in (True, False):
            done = kill_often(one, discord=each, slack=each, kills=kills, keys=keys)
            rows.append(_row("with keys" if keys else "without keys", done))
    header = ("20,000 deliveries", "kills", "lost", "doubled", "stored", "read back", "seconds")
    table((f"{20_000 // share:,} deliveries", *header[1:]), rows)


def _row(name: str, done: Damage) -> tuple[object, ...]:
    return (
        f"both chats, {name}",
        done.kills,
        done.lost,
        done.doubled,
        f"{done.stored:,}",
        done.read_back,
        f"{done.seconds:.0f}",
    )

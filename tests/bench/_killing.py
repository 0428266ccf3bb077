"""Kills the process that posts, again and again, and counts what the chats then have."""

from __future__ import annotations

import asyncio
import random
import signal
import tempfile
import time
from dataclasses import dataclass, replace

from tests.bench import _fleet as fleet
from tests.bench._platforms import Rules
from tests.bench._worker import Work

_LONGEST = 300.0  # seconds; only a bug makes it that long
_LOOK = 0.01  # seconds between two looks at how far it is


@dataclass(frozen=True, kw_only=True)
class Damage:
    """What a run with so many kills came to."""

    deliveries: int
    kills: int
    stored: int
    lost: int
    doubled: int
    read_back: int
    not_answered: int
    seconds: float


def kill_often(  # noqa: PLR0913 (what may differ from run to run)
    worker: fleet.Worker,
    *,
    discord: int,
    slack: int,
    kills: int,
    keys: bool = True,
    posts: int = 1,
    lease: float = 2.5,  # longer than the chats take for a request whose client is dead
    seed: int = 1,
) -> Damage:
    """Post to so many channels, killing the process at random points; until all is settled."""
    total, chance = (discord + slack) * posts, random.Random(seed)  # noqa: S311
    begin = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        fleet.chats(Rules(faults=0.005)) as address,
    ):
        url = fleet.sqlite_in(folder)
        asyncio.run(fleet.owe(url, discord=discord, slack=slack, posts=posts))
        work = Work(
            database=url,
            chats=address,
            keys=keys,
            window=32,  # in flight in each chat
            lease=lease,
            patience=lease / 2,
            unclear=lease / 2,
            idle=0.2,
        )
        points = sorted(chance.sample(range(1, total), kills))
        done = sum(_killed(worker, work, address, point, chance) for point in points)
        worker.start(work)
        worker.end()
        told = fleet.stats(address)
        states = asyncio.run(fleet.depth(url))
    return Damage(
        deliveries=total,
        kills=done,
        stored=told["posts"],
        lost=total - told["alerts"] + total - states.get("sent", 0),
        doubled=told["doubled"],
        read_back=told.get("read back", 0),
        not_answered=told.get("not answered", 0),
        seconds=time.monotonic() - begin,
    )


def _killed(
    worker: fleet.Worker, work: Work, address: str, point: int, chance: random.Random
) -> bool:
    """Let a process post until the chats have so many posts, then kill it at any moment."""
    worker.start(replace(work, forever=True))
    begin = time.monotonic()
    while fleet.stats(address)["posts"] < point:
        if time.monotonic() - begin > _LONGEST:
            raise TimeoutError("the workers came to no end")
        time.sleep(_LOOK)
    time.sleep(chance.random() * 0.03)
    worker.signal(signal.SIGKILL)
    return worker.end() == -signal.SIGKILL

"""Starts chats and workers as processes, fills the outbox, and looks at what became of it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert, make_url, select, text

from bot.alerts import ledger, outbox
from bot.alerts.tables import channels, deliveries
from bot.database import Database
from bot.reply import Paragraph, Reply, Strong
from tests.bench._platforms import Rules
from tests.bench._worker import Work

LETTER = Reply(
    headline="New: Vega 5 may be released to named partners",
    blocks=(
        Paragraph((Strong("Vega 5"), " may be released to named partners from 1 December 2026.")),
        Paragraph(("Who is concerned: Lyra Labs and its partners. Confidence: high.",)),
    ),
)


@contextmanager
def chats(rules: Rules) -> Iterator[str]:
    """The address of a server with both chats, in a process of its own."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench._platforms", json.dumps(asdict(rules))],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.kill()


def stats(address: str) -> dict[str, Any]:
    """What came to pass in the chats so far."""
    with urllib.request.urlopen(f"{address}/stats", timeout=10) as answer:  # noqa: S310
        told: dict[str, Any] = json.load(answer)
        return told


class Worker:
    """A process that posts, started as often as one likes, and killed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._pid = 0
        self._over = True
        self.said: list[str] = []

    def start(self, work: Work) -> None:
        """Begin with a piece of work; returns when the process runs."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asdict(work)) + "\n")
        self._process.stdin.flush()
        self._pid = int(self._line().removeprefix("started "))
        self._over = False

    def signal(self, number: signal.Signals) -> None:
        """Kill it, or ask it to leave."""
        os.kill(self._pid, number)

    def end(self) -> int:
        """Wait for its end; its exit status, below zero where it was killed."""
        self.said = []
        while not (line := self._line()).startswith("ended "):
            self.said.append(line)
        self._over = True
        return int(line.removeprefix("ended "))

    def bury(self) -> None:
        """Let nothing of it be left, whatever happened."""
        with suppress(ProcessLookupError):
            if self._pid and not self._over:
                os.kill(self._pid, signal.SIGKILL)

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the workers are gone")
        return line.strip()


@contextmanager
def worker() -> Iterator[Worker]:
    """Somebody to give work to."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench._worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        one = Worker(process)
        try:
            yield one
        finally:
            process.kill()
            one.bury()


async def owe(
    url: str, *, discord: int = 0, slack: int = 0, tenants: int = 1_000, posts: int = 1
) -> None:
    """Owe so many posts to each of so many channels of the two chats."""
    database = Database(url)
    now = datetime.now(UTC)
    rows = [
        {"platform": platform, "tenant": f"T{n % tenants}", "channel": str(n)}
        for platform, count in (("discord", discord), ("slack", slack))
        for n in range(1, count + 1)
    ]
    try:
        async with database.transaction() as connection:
            await connection.execute(insert(channels), rows)
            ids = list((await connection.scalars(select(channels.c.id))).all())
            for n in range(posts):
                told = ledger.Announcement(f"bench:{n}", LETTER)
                made = await ledger.announce(connection, told, now)
                await ledger.owe(connection, made, ids, now)
    finally:
        await database.close()


async def depth(url: str) -> dict[str, int]:
    """How many deliveries there are in each state."""
    database = Database(url)
    try:
        async with database.transaction() as connection:
            return await outbox.depth(connection)
    finally:
        await database.close()


async def settled(url: str) -> None:
    """Wait until nothing is owed any more, looking seldom, since looking costs what is measured."""
    database = Database(url)
    states = deliveries.c.state.in_(("owed", "claimed"))
    unsettled = select(deliveries.c.id).where(states).limit(1)
    try:
        while True:
            async with database.transaction() as connection:
                if await connection.scalar(unsettled) is None:
                    return
            await asyncio.sleep(0.2)
    finally:
        await database.close()


async def fresh(server: str, name: str) -> str:
    """The address of a new database on a PostgreSQL server."""
    database = Database(server)
    engine = await database.engine()
    async with engine.connect() as connection:
        alone = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await alone.execute(text(f"create database {name}"))
    await database.close()
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def sqlite_in(folder: str | Path) -> str:
    """The address of a new database there."""
    return f"sqlite+aiosqlite:///{Path(folder) / 'state.db'}"

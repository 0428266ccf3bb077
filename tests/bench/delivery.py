"""How fast posts go out: at Discord's pace, as fast as we can, with dead channels, at a stop."""

from __future__ import annotations

import asyncio
import os
import signal
import tarfile
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert, select

from bot.alerts import ledger
from bot.alerts.backup import back_up
from bot.alerts.courier import Courier
from bot.alerts.tables import channels, deliveries
from bot.alerts.terms import Terms
from bot.database import Database
from bot.model import Delivery, Outcome, Sent
from tests.bench import _fleet as fleet
from tests.bench import _peers as peers
from tests.bench._platforms import Rules
from tests.bench._table import percentile, table
from tests.bench._worker import Posting, Work

ROUNDS = 200


def run() -> None:
    """Every figure beside its goal; AIRULES_BENCH=short takes a tenth of what takes minutes."""
    share = 10 if os.environ.get("AIRULES_BENCH") == "short" else 1
    rows: list[tuple[str, str, str]] = []
    with fleet.worker() as worker:
        rows += _at_discords_pace(worker, 10_000 // share)
        rows += _as_fast_as_it_goes(worker, 10_000 // share)
        rows += _dead_channels(worker, 10_000 // share)
        rows += _leaving(worker)
    rows += asyncio.run(_expansion(100_000))
    rows += asyncio.run(_first_posts())
    table(("delivery", "measured", "goal"), rows)


def _at_discords_pace(worker: fleet.Worker, count: int) -> list[tuple[str, str, str]]:
    with tempfile.TemporaryDirectory() as folder, fleet.chats(Rules(fast=False)) as address:
        url = fleet.sqlite_in(folder)
        asyncio.run(fleet.owe(url, discord=count))
        worker.start(Work(database=url, chats=address, paced=True))
        worker.end()
        told = fleet.stats(address)
    return [
        (f"{count:,} Discord channels, 50/s", f"{told['seconds']:.0f} s", f"{count * 0.021:.0f} s"),
        ("  answers of 429", str(told.get("too fast", 0)), "0"),
        ("  posts, doubled", f"{told['posts']:,}, {told['doubled']}", f"{count:,}, 0"),
    ]


def _as_fast_as_it_goes(worker: fleet.Worker, count: int) -> list[tuple[str, str, str]]:
    """Posts a second where an answer takes 50 ms: the bot's, and others in the same run."""
    rules, rows = Rules(answer=0.05, exactly=True), []
    for name in ("slack", "discord"):
        with tempfile.TemporaryDirectory() as folder, fleet.chats(rules) as address:
            url = fleet.sqlite_in(folder)
            asyncio.run(fleet.owe(url, **{name: count}))
            worker.start(Work(database=url, chats=address))
            worker.end()
            words = f"the courier to {name.title()}, posts/s at 50 ms"
            rows.append((words, _rate(fleet.stats(address)), "1,500"))
    with fleet.chats(rules) as address:
        asyncio.run(peers.plain_loop(address, count))
        rows.append(("  a plain aiohttp loop", _rate(fleet.stats(address)), ""))
    with fleet.chats(rules) as address:
        if asyncio.run(peers.with_apprise(address, min(count, 500))):
            rows.append(("  Apprise", _rate(fleet.stats(address)), ""))
        else:
            rows.append(("  Apprise", "not installed (pip install apprise)", ""))
    return rows


def _rate(told: dict[str, float]) -> str:
    posted = told.get("requests", 0)
    return f"{posted / told['seconds']:,.0f}" if told["seconds"] else "none"


def _dead_channels(worker: fleet.Worker, count: int) -> list[tuple[str, str, str]]:
    with tempfile.TemporaryDirectory() as folder, fleet.chats(Rules(dead_every=10)) as address:
        url = fleet.sqlite_in(folder)
        asyncio.run(fleet.owe(url, discord=count, posts=2))
        worker.start(Work(database=url, chats=address))
        worker.end()
        told = fleet.stats(address)
        parked = asyncio.run(_parked(url))
    dead = count // 10
    return [
        (
            f"{dead:,} dead channels of {count:,}: requests refused",
            f"{told['refused']:,}",
            f"{dead:,}",
        ),
        ("  posts to the others", f"{told['alerts']:,}", f"{2 * (count - dead):,}"),
        ("  parked with a reason", f"{parked:,}", f"{dead:,}"),
    ]


async def _parked(url: str) -> int:
    database = Database(url)
    try:
        async with database.transaction() as connection:
            parked = (channels.c.state == "parked", channels.c.reason.is_not(None))
            found = await connection.scalars(select(channels.c.id).where(*parked))
            return len(found.all())
    finally:
        await database.close()


def _leaving(worker: fleet.Worker) -> list[tuple[str, str, str]]:
    """A backup while posts go out, then SIGTERM with many of them in flight."""
    with tempfile.TemporaryDirectory() as folder, fleet.chats(Rules(answer=1.0)) as address:
        url, target = fleet.sqlite_in(folder), Path(folder) / "backup.tar"
        asyncio.run(fleet.owe(url, discord=10_000, slack=10_000, posts=5))
        worker.start(Work(database=url, chats=address))
        while fleet.stats(address)["posts"] < 200:
            time.sleep(0.01)
        begin = time.monotonic()
        size = back_up(url, Path(folder) / "no-knowledge.db", target)
        backed_up = time.monotonic() - begin
        begin = time.monotonic()
        worker.signal(signal.SIGTERM)
        worker.end()
        left = time.monotonic() - begin
        unsettled = asyncio.run(_unsettled(url))
        stored = fleet.stats(address)["posts"]
        sent = asyncio.run(fleet.depth(url)).get("sent", 0)
        restored = asyncio.run(_restored(target, Path(folder) / "restored"))
    return [
        (f"backup of {size / 1e6:.0f} MB while posting", f"{backed_up:.2f} s", "2 s"),
        ("  deliveries in it", f"{restored:,}", "100,000"),
        ("SIGTERM in mid-flight: out after", f"{left:.2f} s", "10 s"),
        ("  claimed or ambiguous; stored, not settled", f"{unsettled}; {stored - sent}", "0; 0"),
    ]


async def _unsettled(url: str) -> int:
    database = Database(url)
    try:
        async with database.transaction() as connection:
            open_ends = (deliveries.c.state == "claimed") | deliveries.c.attempted_at.is_not(None)
            found = await connection.scalars(select(deliveries.c.id).where(open_ends))
            return len(found.all())
    finally:
        await database.close()


async def _restored(backup: Path, folder: Path) -> int:
    with tarfile.open(backup) as tar:
        tar.extractall(folder, filter="data")
    return sum((await fleet.depth(fleet.sqlite_in(folder))).values())


async def _expansion(count: int) -> list[tuple[str, str, str]]:
    """One entry that this many channels asked for, in one transaction."""
    with tempfile.TemporaryDirectory() as folder:
        database, now = Database(fleet.sqlite_in(folder)), datetime.now(UTC)
        async with database.transaction() as connection:
            rows = [{"platform": "slack", "tenant": "T", "channel": str(n)} for n in range(count)]
            await connection.execute(insert(channels), rows)
            ids = list((await connection.scalars(select(channels.c.id))).all())
        begin = time.monotonic()
        async with database.transaction() as connection:
            told = ledger.Announcement("bench", fleet.LETTER)
            await ledger.owe(connection, await ledger.announce(connection, told, now), ids, now)
        seconds = time.monotonic() - begin
        await database.close()
    return [(f"{count:,} deliveries in one transaction", f"{seconds:.2f} s", "1 s")]


async def _first_posts() -> list[tuple[str, str, str]]:
    """From the transaction that writes an announcement down to its first post, many times."""
    took = []
    with tempfile.TemporaryDirectory() as folder:
        url = fleet.sqlite_in(folder)
        await fleet.owe(url, slack=1_000, posts=0)
        database, left, now = Database(url), asyncio.Event(), datetime.now(UTC)

        async def leaves(delivery: Delivery) -> Outcome:
            left.set()
            return Sent(delivery.id)

        posting = Posting("slack", leaves, database.close)
        courier = Courier(database, {"slack": posting}, terms=Terms(limits={}))
        running = asyncio.create_task(courier.run())
        for n in range(ROUNDS):
            left.clear()
            begin = time.monotonic()
            async with database.transaction() as connection:
                told = ledger.Announcement(f"first:{n}", fleet.LETTER)
                made = await ledger.announce(connection, told, now)
                await ledger.owe(connection, made, [1 + n], now)
            courier.wake()
            await left.wait()
            took.append(1_000 * (time.monotonic() - begin))
        await courier.stop()
        await running
        await database.close()
    words = f"{percentile(took, 0.5):.0f} / {percentile(took, 0.99):.0f} ms"
    return [("entry to first post, p50 / p99", words, "250 ms")]

"""Filters matched with changes, and one change told to a hundred thousand channels at once."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert, select

from bot.alerts import ledger
from bot.alerts.decide import pace, plan
from bot.alerts.filters import Term, made_of, parse_filter, read_filter
from bot.alerts.news import news_of
from bot.alerts.tables import channels, subscriptions
from bot.database import Database
from knowledge.desk import Desk
from knowledge.ingest import ingest_folder
from knowledge.names import Names
from knowledge.store import Store
from tests.bench._table import median, table
from tests.bot.alerts.asking import a_filter, some_facts

CHANNELS = 100_000
TEXTS = 2_000  # filters that differ, each asked for by many channels
ROUNDS = 5
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SAMPLE = Path(__file__).parent.parent / "sample" / "entries"


def run() -> None:
    """A table for the filters alone, and one for the expansion."""
    store = Store.open(None)
    ingest_folder(store, SAMPLE, datetime(2026, 11, 1, tzinfo=UTC))
    desk = Desk(store, Names(store), NOW.date())
    _filters(desk)
    asyncio.run(_expansion(desk))
    store.close()


def _filters(desk: Desk) -> None:
    chance = random.Random(1)  # noqa: S311 (the same filters every time)
    typed = [" ".join(one.typed(chance) for one in a_filter(chance)) for _ in range(10_000)]
    begin = time.perf_counter()
    read = [parse_filter(text, desk.names) for text in typed]
    parsed = time.perf_counter()
    facts = [some_facts(chance) for _ in range(10)]
    matched = sum(one.matches(each) for one in read for each in facts)
    done = time.perf_counter()
    rows = [
        ("read as typed", f"{len(read):,}", f"{len(read) / (parsed - begin):,.0f}"),
        (f"matched ({matched:,} hold)", "100,000", f"{100_000 / (done - parsed):,.0f}"),
    ]
    table(("filters", "number", "a second"), rows)


async def _expansion(desk: Desk) -> None:
    """From a change to the deliveries that are owed, in one transaction."""
    news = next(n for c in desk.store.changes() if c.entry == "vega-5.1" if (n := news_of(desk, c)))
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'state.db'}")
        await _ask(database)
        times: list[list[float]] = []
        owed = 0
        for number in range(ROUNDS):  # each of another entry, so that each is a post for all
            one = replace(news, key=f"change:{number}", entry=f"entry-{number}")
            begin = time.perf_counter()
            async with database.transaction() as connection:
                wishes = await ledger.wishes(connection, NOW)
                heard = await ledger.heard(connection, one.entry)
                recent = await ledger.recent(connection, NOW, 1)
                loaded = time.perf_counter()
                found = plan(one, wishes, heard, NOW)
                pace([found], recent, NOW)
                decided = time.perf_counter()
                owed = await ledger.write(connection, found, NOW)
            written = time.perf_counter()
            assert owed == CHANNELS
            times.append([loaded - begin, decided - loaded, written - decided])
        await database.close()
    parts = [median([one[n] for one in times]) for n in range(3)]
    total = median([sum(one) for one in times])
    table(
        ("deliveries", "read s", "decide s", "write s", "all s", "at most"),
        [(f"{owed:,}", *(f"{part:.3f}" for part in parts), f"{total:.3f}", "1.000")],
    )


async def _ask(database: Database) -> None:
    """A hundred thousand channels, all of which ask for it, in two thousand different ways."""
    texts = [str(made_of([*read_filter("model:vega-5.1").terms, *_not(n)])) for n in range(TEXTS)]
    async with database.transaction() as connection:
        await connection.execute(
            insert(channels),
            [
                {"platform": "discord", "tenant": f"g{n // 10}", "channel": f"c{n}"}
                for n in range(CHANNELS)
            ],
        )
        ids = (await connection.scalars(select(channels.c.id).order_by(channels.c.id))).all()
        await connection.execute(
            insert(subscriptions),
            [
                {
                    "channel_id": channel,
                    "filter": texts[n % TEXTS],
                    "after": 0,
                    "made_by": "u",
                    "made_by_name": "U",
                    "made_at": NOW,
                }
                for n, channel in enumerate(ids)
            ],
        )


def _not(number: int) -> tuple[Term, ...]:
    return read_filter(f"-absent{number}").terms

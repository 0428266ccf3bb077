"""A Slack of our own, and a bot in it, in Socket Mode and over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from sqlalchemy import create_engine, text
from sqlalchemy.ext.asyncio import AsyncEngine

import bot.alerts.tables  # noqa: F401 (it adds its tables to the same ones)
from bot.database import Database
from bot.model import Office
from bot.tables import metadata
from knowledge.desk import Desk
from tests.bot.adapters.slack.bench import Bench, Counting, an_office, commands
from tests.bot.adapters.slack.fake import FakeSlack


@pytest_asyncio.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    """A Slack that nobody is in yet."""
    fake = FakeSlack()
    server = TestServer(fake.application())
    await server.start_server(shutdown_timeout=0.1)  # a failing test leaves its socket open
    fake.url = str(server.make_url("")).rstrip("/")
    try:
        yield fake
    finally:
        await server.close()


@pytest.fixture(scope="session")
def _tables() -> str:
    """How the bot's own tables are made, worked out once for all tests."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        made = connection.execute(
            text(
                "select sql from sqlite_master where sql like 'CREATE%' and name not like 'sqlite%'"
            )
        )
        script = ";\n".join(str(row.sql) for row in made)
    engine.dispose()
    return script


@pytest_asyncio.fixture
async def database(_tables: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Database]:
    """The bot's own database, in memory; it outlives a restart of the bot."""

    async def make(engine: AsyncEngine) -> None:
        async with engine.begin() as connection:
            raw = await connection.get_raw_connection()
            assert raw.driver_connection is not None
            await raw.driver_connection.executescript(_tables)

    monkeypatch.setattr("bot.database._make_tables", make)
    opened = Database("sqlite+aiosqlite://")
    try:
        yield opened
    finally:
        await opened.close()


@pytest.fixture
def reader(desk: Desk) -> Counting:
    """The desk, which is open."""
    reading = Counting(desk)
    reading.open.set()
    return reading


@pytest.fixture
def office(reader: Counting, database: Database) -> Office:
    """An office at that desk."""
    return an_office(reader, database)


@pytest_asyncio.fixture(params=["socket", "http"])
async def bench(
    request: pytest.FixtureRequest, slack: FakeSlack, office: Office, reader: Counting
) -> AsyncIterator[Bench]:
    """A bot with all its commands, in both modes."""
    async with working(Bench(slack, office, reader, request.param)) as work:
        yield work


@pytest_asyncio.fixture
async def one(slack: FakeSlack, office: Office, reader: Counting) -> AsyncIterator[Bench]:
    """A bot in one mode, for what has nothing to do with how Slack reaches it."""
    async with working(Bench(slack, office, reader, "http")) as work:
        yield work


@asynccontextmanager
async def working(bench: Bench) -> AsyncIterator[Bench]:
    """A bench whose bot runs."""
    try:
        await bench.start(commands())
        yield bench
    finally:
        await bench.stop()

"""A Slack of our own, and a bot in it, in Socket Mode and over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer

from bot.database import Database
from bot.model import Office
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

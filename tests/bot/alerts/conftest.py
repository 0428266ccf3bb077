"""The bot's own tables on both databases: every test of alerts runs on SQLite and PostgreSQL."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.database import Database
from bot.tables import metadata
from knowledge.store import Store
from tests.bot.alerts.living import World
from tests.bot.alerts.platforms import FakeClock
from tests.postgres import Missing, postgres


@pytest.fixture(scope="session")
def _server() -> Iterator[str]:
    """A PostgreSQL server for all tests; those that need it are skipped where there is none."""
    try:
        with postgres() as url:
            yield url
    except Missing as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables of ours in use."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'state.db'}"
    url: str = request.getfixturevalue("_server")
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """The bot's own tables, empty; first in SQLite, then in PostgreSQL."""
    opened = Database(database_url)
    if not opened.one_writer:
        await _empty(opened)
    yield opened
    await opened.close()


async def _empty(database: Database) -> None:
    async with database.transaction() as connection:
        names = ", ".join(
            table.name for table in metadata.sorted_tables if table.name != "properties"
        )
        await connection.execute(text(f"truncate {names} restart identity"))


@pytest.fixture
def world(database: Database, store: Store, sample_entries: Path, tmp_path: Path) -> World:
    """The made-up base in a folder of its own, and the bot's alerts on it."""
    folder = tmp_path / "entries"
    shutil.copytree(sample_entries, folder)
    return World(folder, store, database)


@pytest.fixture
def clock() -> FakeClock:
    """It stands still until somebody sleeps."""
    return FakeClock()

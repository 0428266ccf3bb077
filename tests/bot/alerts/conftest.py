"""The bot's own tables on both databases: every test of alerts runs on SQLite and PostgreSQL."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete

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


@pytest.fixture(scope="session")
def _file(_tables: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of SQLite with the bot's own tables, for all tests to copy."""
    file = tmp_path_factory.mktemp("tables") / "state.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(_tables)
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path, _file: Path) -> str:
    """The address of a database whose tables nobody else uses."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{shutil.copy(_file, tmp_path)}"
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
    """As good as new, and quicker than to make it anew or to truncate: it held next to nothing."""
    tables = [t for t in reversed(metadata.sorted_tables) if t.name != "properties"]
    counted = [t for t in tables if t.c[0].name == "id"]
    statements = [str(delete(table)) for table in tables]
    starts = ", ".join(f"setval('{table.name}_id_seq', 1, false)" for table in counted)
    async with database.transaction() as connection:
        await connection.exec_driver_sql("; ".join((*statements, f"select {starts}")))


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

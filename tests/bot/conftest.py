"""What tests of acting commands share: a database and an office on the made-up base."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import AsyncEngine

import bot.alerts.tables  # noqa: F401 (it adds its tables to the same ones)
from bot.database import Database
from bot.model import Office
from bot.versions import make_tables
from knowledge.desk import Desk
from knowledge.ingest import ingest_folder
from knowledge.names import Names
from knowledge.store import Store
from tests.conftest import TODAY

T = TypeVar("T")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def left_behind(sample_entries: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a bot that has started and answered on the made-up base, for tests to copy."""
    folder = tmp_path_factory.mktemp("left") / "data"
    store = Store.open(folder / "knowledge.db")
    try:
        ingest_folder(store, sample_entries)
        desk = Desk(store, Names(store), TODAY)
        desk.questions.base(desk)
    finally:
        store.close()
    return folder


@pytest.fixture(scope="session")
def _tables() -> str:
    """How the bot's own tables are made, worked out once for all tests."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        make_tables(connection)
    raw = engine.raw_connection().driver_connection
    assert isinstance(raw, sqlite3.Connection)
    script = "\n".join(raw.iterdump())
    engine.dispose()
    return script


@pytest.fixture
async def database(_tables: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Database]:
    """The bot's own tables in memory, where no disk is waited for; they outlive the bot."""

    async def make(engine: AsyncEngine) -> None:
        async with engine.connect() as connection:
            raw = await connection.get_raw_connection()
            assert raw.driver_connection is not None
            await raw.driver_connection.executescript(_tables)

    monkeypatch.setattr("bot.database._make_tables", make)
    opened = Database("sqlite+aiosqlite://")
    yield opened
    await opened.close()


@pytest.fixture
def office(database: Database, desk: Desk) -> Office:
    """An office whose look-ups run at once, at noon of 21 November 2026."""

    async def read(look_up: Callable[[Desk], T]) -> T:
        return look_up(desk)

    return Office(read=read, database=database, adapters={}, now=lambda: NOW)

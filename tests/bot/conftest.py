"""What tests of acting commands share: a database and an office on the made-up base."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from bot.database import Database
from bot.model import Office
from knowledge.desk import Desk

T = TypeVar("T")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """The bot's own tables in a file that nobody else has."""
    opened = Database(f"sqlite+aiosqlite:///{tmp_path / 'state.db'}")
    yield opened
    await opened.close()


@pytest.fixture
def office(database: Database, desk: Desk) -> Office:
    """An office whose look-ups run at once, at noon of 21 November 2026."""

    async def read(look_up: Callable[[Desk], T]) -> T:
        return look_up(desk)

    return Office(read=read, database=database, adapters={}, now=lambda: NOW)

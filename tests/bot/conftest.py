"""What tests of acting commands share: a database and an office on the made-up base."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from bot.database import Database
from bot.model import Office
from knowledge.desk import Desk

T = TypeVar("T")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
async def database() -> AsyncIterator[Database]:
    """The bot's own tables in memory, where no disk is waited for."""
    opened = Database("sqlite+aiosqlite://")
    yield opened
    await opened.close()


@pytest.fixture
def office(database: Database, desk: Desk) -> Office:
    """An office whose look-ups run at once, at noon of 21 November 2026."""

    async def read(look_up: Callable[[Desk], T]) -> T:
        return look_up(desk)

    return Office(read=read, database=database, adapters={}, now=lambda: NOW)

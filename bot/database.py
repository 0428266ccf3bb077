"""The bot's own database: SQLite in one file, or PostgreSQL; connected when first asked for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Table
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

# SQLAlchemy costs a third of a second to import, which the terminal need not wait for.
# ruff: noqa: PLC0415

_BUSY = 5_000  # milliseconds that a connection waits for a lock of another process


class Database:
    """The bot's own tables, made at the first use.

    On SQLite one connection writes at a time, since the versions of SQLite that Python comes with
    can damage a file where several do (sqlite.org/wal.html#walresetbug).
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self._engine: AsyncEngine | None = None
        self._ready = asyncio.Lock()
        self._writing = asyncio.Lock()

    @property
    def one_writer(self) -> bool:
        """Whether it is SQLite, where transactions come one after another."""
        return self.url.startswith("sqlite")

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """All inside takes effect together or not at all."""
        engine = await self.engine()
        turn: AbstractAsyncContextManager[Any] = self._writing if self.one_writer else nullcontext()
        async with turn, engine.begin() as connection:
            yield connection

    async def engine(self) -> AsyncEngine:
        """The engine, its tables made; one and the same for all who ask."""
        async with self._ready:
            if self._engine is None:
                engine = _engine_for(self.url)
                try:
                    await _make_tables(engine)
                except BaseException:
                    await engine.dispose()
                    raise
                self._engine = engine
            return self._engine

    async def close(self) -> None:
        """Close what is open; the next use opens it again."""
        if self._engine is not None:
            await self._engine.dispose()
            self._engine = None


async def add_if_new(
    connection: AsyncConnection, table: Table, values: Mapping[str, object]
) -> bool:
    """Add a row unless one with its key is there; whether it was added."""
    from sqlalchemy.dialects import postgresql, sqlite

    made = sqlite if connection.dialect.name == "sqlite" else postgresql
    row = made.insert(table).values(dict(values)).on_conflict_do_nothing()
    return (await connection.execute(row.returning(*table.primary_key))).first() is not None


def _engine_for(url: str) -> AsyncEngine:
    from sqlalchemy import event
    from sqlalchemy.ext.asyncio import create_async_engine
    from sqlalchemy.pool import StaticPool

    if not url.startswith("sqlite"):
        return create_async_engine(url, pool_pre_ping=True)
    engine = create_async_engine(url, poolclass=StaticPool)
    if engine.url.database not in {None, "", ":memory:"}:
        Path(str(engine.url.database)).parent.mkdir(parents=True, exist_ok=True)

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        for pragma in (
            "journal_mode = wal",
            "synchronous = full",  # a post that was settled stays so when the power fails
            "foreign_keys = on",
            f"busy_timeout = {_BUSY}",
            "cache_size = -65536",  # KiB; a change that is told to 100,000 channels fits in it
        ):
            connection.execute(f"pragma {pragma}")
        connection.isolation_level = None  # `begin` below begins, and nothing else does

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Any) -> None:
        # At once for writing: one that reads first and then writes could fail half-way.
        connection.exec_driver_sql("begin immediate")

    return engine


async def _make_tables(engine: AsyncEngine) -> None:
    import bot.alerts.tables  # noqa: F401 (it adds its tables to the same ones)
    from bot.versions import make_tables

    async with engine.begin() as connection:
        await connection.run_sync(make_tables)

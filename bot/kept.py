"""Small texts kept under a key for some weeks, so that buttons and threads outlive a restart."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from bot.database import Database, add_if_new
from bot.tables import kept

KEPT_FOR = timedelta(days=90)
_DIGEST = 20  # hexadecimal digits: no two texts of one bot will ever share them


def digest(value: str) -> str:
    """A key that the value itself gives."""
    return hashlib.blake2b(value.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]


async def keep(database: Database, key: str, value: str, now: datetime) -> None:
    """Keep a value, anew if it is there, and let go of what is older than `KEPT_FOR`."""
    async with database.transaction() as connection:
        old = (kept.c.at < now - KEPT_FOR) | (kept.c.key == key)
        await connection.execute(delete(kept).where(old))
        # Another process may have kept it in between.
        await add_if_new(connection, kept, {"key": key, "value": value, "at": now})


async def recall(database: Database, key: str) -> str | None:
    """The value kept under a key, or None."""
    async with database.transaction() as connection:
        value = await connection.scalar(select(kept.c.value).where(kept.c.key == key))
    return value if value is None else str(value)

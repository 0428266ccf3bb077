"""How far the alerts have read: in the change log, and day by day in the deadlines."""

from __future__ import annotations

import logging

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.tables import cursors, subscriptions
from bot.database import add_if_new
from knowledge.changes import Log

log = logging.getLogger(__name__)
_CHANGES = "changes:"
DEADLINES = "deadlines"


async def position(connection: AsyncConnection, known: Log) -> int:
    """Up to which change the channels were told; held until the transaction ends.

    A log that was never read counts as read: what it holds came before anybody asked. Where it
    takes the place of another (the file was made anew), so does each subscription's beginning.
    """
    name = f"{_CHANGES}{known.began}"[:40]
    found = await read(connection, name)
    if found is not None:
        return found
    others = cursors.c.name.like(f"{_CHANGES}%")
    if await connection.scalar(select(func.count()).select_from(cursors).where(others)):
        log.warning("the change log began anew at %s; alerts go on from its end", known.began)
        await connection.execute(delete(cursors).where(others))
        await connection.execute(update(subscriptions).values(after=known.newest))
    await add_if_new(connection, cursors, {"name": name, "position": known.newest})
    return await position(connection, known)


async def advance(connection: AsyncConnection, known: Log, to: int) -> None:
    """Remember that the channels were told of all changes up to one."""
    await move(connection, f"{_CHANGES}{known.began}"[:40], to)


async def read(connection: AsyncConnection, name: str) -> int | None:
    """Where a cursor stands; held until the transaction ends."""
    query = select(cursors.c.position).where(cursors.c.name == name).with_for_update()
    found = await connection.scalar(query)
    return None if found is None else int(found)


async def move(connection: AsyncConnection, name: str, to: int) -> None:
    """Put a cursor somewhere, whether it was there or not."""
    done = await connection.execute(
        update(cursors).where(cursors.c.name == name).values(position=to)
    )
    if not done.rowcount:
        await connection.execute(insert(cursors).values(name=name, position=to))

"""Who does what only one process may do, where several share a database: a lease on its name."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.tables import leaders
from bot.database import add_if_new


async def lead(
    connection: AsyncConnection, name: str, owner: str, now: datetime, until: datetime
) -> bool:
    """Whether this process is, or now becomes, the one to do it."""
    await add_if_new(connection, leaders, {"name": name, "owner": owner, "until": until})
    ours = or_(leaders.c.owner == owner, leaders.c.until <= now)
    done = await connection.execute(
        update(leaders).where(leaders.c.name == name, ours).values(owner=owner, until=until)
    )
    return done.rowcount > 0


async def stop_leading(connection: AsyncConnection, owner: str, now: datetime) -> None:
    """Let another process lead what this one led."""
    await connection.execute(update(leaders).where(leaders.c.owner == owner).values(until=now))

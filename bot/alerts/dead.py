"""Posts that were given up: listed, and owed again when somebody says so."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, true, update

from bot.alerts.tables import announcements, channels, deliveries
from bot.database import Database
from bot.model import ChannelRef
from bot.written import from_json


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetter:
    """A post that was given up, and the platform's last word on it."""

    id: int
    channel: ChannelRef
    headline: str
    code: str | None
    attempts: int
    made_at: datetime
    given_up_at: datetime | None


async def dead_letters(database: Database) -> list[DeadLetter]:
    """All of them, the newest first."""
    async with database.transaction() as connection:
        rows = await connection.execute(
            select(deliveries, announcements.c.reply, channels)
            .join(announcements, announcements.c.id == deliveries.c.announcement_id)
            .join(channels, channels.c.id == deliveries.c.channel_id)
            .where(deliveries.c.state == "dead")
            .order_by(deliveries.c.id.desc())
        )
        return [
            DeadLetter(
                id=row[deliveries.c.id],
                channel=ChannelRef(row["platform"], row["tenant"], row["channel"]),
                headline=_headline(row["reply"]),
                code=row[deliveries.c.code],
                attempts=row["attempts"],
                made_at=row["made_at"],
                given_up_at=row["settled_at"],
            )
            for row in rows.mappings()
        ]


async def replay(database: Database, which: Collection[int] | None, now: datetime) -> int:
    """Owe these again, or all (None), as if they were new; how many there were."""
    chosen = true() if which is None else deliveries.c.id.in_(which)
    async with database.transaction() as connection:
        done = await connection.execute(
            update(deliveries)
            .where(deliveries.c.state == "dead", chosen)
            .values(
                state="owed",
                due=now,
                made_at=now,
                attempts=0,
                plain=False,
                code=None,
                settled_at=None,
            )
        )
        return done.rowcount


def _headline(letter: str) -> str:
    try:
        return from_json(letter).headline
    except ValueError:
        return "(what it says cannot be read)"

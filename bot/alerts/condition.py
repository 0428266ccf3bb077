"""How a channel's alerts are doing: what was sent, what failed, what waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from bot.alerts.channels import Standing, standing
from bot.alerts.tables import announcements, channels, deliveries
from bot.database import Database
from bot.model import ChannelRef

_FAILED = ("owed", "claimed", "dead", "parked")


@dataclass(frozen=True, slots=True)
class Last:
    """The last delivery of a sort: of which entry if of one, when, and with which code."""

    entry: str | None
    at: datetime | None
    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """All that tells how the alerts of a channel are doing."""

    standing: Standing
    number: int  # the last running number
    sent: Last | None
    failed: Last | None
    gathered: int
    dead: int


async def condition(database: Database, channel: ChannelRef) -> Condition | None:
    """How a channel's alerts are doing; None where it never had any."""
    async with database.transaction() as connection:
        found = await standing(connection, channel)
        if found is None:
            return None
        row = (
            await connection.execute(
                select(channels.c.id, channels.c.posts).where(
                    channels.c.platform == channel.platform,
                    channels.c.tenant == channel.tenant,
                    channels.c.channel == channel.channel,
                )
            )
        ).one()
        counted = await connection.execute(
            select(deliveries.c.state, func.count())
            .where(deliveries.c.channel_id == row.id)
            .group_by(deliveries.c.state)
        )
        counts = {row[0]: row[1] for row in counted}
        sent = deliveries.c.state == "sent"
        failed = deliveries.c.state.in_(_FAILED) & deliveries.c.code.is_not(None)
        latest_sent = (await connection.execute(_latest(row.id, sent))).first()
        latest_failed = (await connection.execute(_latest(row.id, failed))).first()
    return Condition(
        standing=found,
        number=row.posts,
        sent=_last(latest_sent),
        failed=_last(latest_failed),
        gathered=counts.get("gathered", 0),
        dead=counts.get("dead", 0),
    )


def _latest(channel: int, which: ColumnElement[bool]) -> Any:
    at = func.coalesce(deliveries.c.settled_at, deliveries.c.attempted_at, deliveries.c.made_at)
    return (
        select(
            announcements.c.entry,
            deliveries.c.settled_at,
            deliveries.c.attempted_at,
            deliveries.c.code,
        )
        .join(announcements, announcements.c.id == deliveries.c.announcement_id)
        .where(deliveries.c.channel_id == channel, which)
        .order_by(at.desc(), deliveries.c.id.desc())
        .limit(1)
    )


def _last(row: Row[Any] | None) -> Last | None:
    return None if row is None else Last(row.entry, row.settled_at or row.attempted_at, row.code)

"""The channels that alerts go to: open, parked until their people do something, or lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.tables import channels, deliveries
from bot.database import Database, add_if_new
from bot.model import ChannelRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a channel stands; `waiting` are the posts that go out when it is open again."""

    state: str
    code: str | None
    reason: str | None
    since: datetime | None
    waiting: int


async def channel_id(connection: AsyncConnection, channel: ChannelRef) -> int:
    """The row of a channel, made if there is none."""
    found = await connection.scalar(select(channels.c.id).where(_is(channel)))
    if found is None:
        values = {
            "platform": channel.platform,
            "tenant": channel.tenant,
            "channel": channel.channel,
        }
        await add_if_new(connection, channels, values)
        found = await connection.scalar(select(channels.c.id).where(_is(channel)))
    assert found is not None
    return int(found)


async def standing(connection: AsyncConnection, channel: ChannelRef) -> Standing | None:
    """How a channel stands, or None where the bot has nothing to do with it."""
    row = (await connection.execute(select(channels).where(_is(channel)))).one_or_none()
    if row is None:
        return None
    waits = deliveries.c.state.in_(("owed", "claimed", "parked"))
    listed = select(deliveries.c.id).where(deliveries.c.channel_id == row.id, waits)
    return Standing(
        state=row.state,
        code=row.code,
        reason=row.reason,
        since=row.since,
        waiting=len((await connection.execute(listed)).all()),
    )


async def park(
    database: Database, channel: ChannelRef, code: str, reason: str, now: datetime
) -> bool:
    """Hold its posts until `reopen`; whether it was open before."""
    async with database.transaction() as connection:
        why = {"state": "parked", "code": code, "reason": reason}
        return await _shut(connection, _is(channel), now, **why) > 0


async def reopen(database: Database, channel: ChannelRef, now: datetime) -> bool:
    """Post to it again, first what was held; whether it was parked."""
    async with database.transaction() as connection:
        return await _open(connection, and_(_is(channel), channels.c.state == "parked"), now) > 0


async def lose_tenant(
    database: Database, platform: str, tenant: str, code: str, now: datetime
) -> int:
    """Hold all posts of a server or workspace that removed the bot; how many channels it had."""
    async with database.transaction() as connection:
        return await shut_tenant(connection, platform, tenant, code, now)


async def find_tenant(database: Database, platform: str, tenant: str, now: datetime) -> int:
    """The bot was let in again: take its channels up; how many were lost."""
    async with database.transaction() as connection:
        lost = and_(_of(platform, tenant), channels.c.state == "lost")
        return await _open(connection, lost, now)


async def shut_channel(
    connection: AsyncConnection, row: int, code: str, reason: str, now: datetime
) -> None:
    """As `park`, inside a transaction, for who knows the channel's row."""
    await _shut(connection, channels.c.id == row, now, state="parked", code=code, reason=reason)


async def shut_tenant(
    connection: AsyncConnection, platform: str, tenant: str, code: str, now: datetime
) -> int:
    """As `lose_tenant`, inside a transaction."""
    reason = "The bot was removed from here. Add it again, and it takes the alerts up."
    which = _of(platform, tenant)
    return await _shut(connection, which, now, state="lost", code=code, reason=reason)


async def _shut(
    connection: AsyncConnection, which: ColumnElement[bool], now: datetime, **why: str
) -> int:
    """Park or lose channels with what is owed to them; a lost one is not parked after that."""
    before = ("open", "parked") if why["state"] == "lost" else ("open",)
    changed = await connection.scalars(
        update(channels)
        .where(which, channels.c.state.in_(before))
        .values(since=now, told=False, **why)
        .returning(channels.c.id)
    )
    ids = list(changed.all())
    if ids:
        await connection.execute(
            update(deliveries)
            .where(deliveries.c.channel_id.in_(ids), deliveries.c.state == "owed")
            .values(state="parked")
        )
    return len(ids)


async def _open(connection: AsyncConnection, which: ColumnElement[bool], now: datetime) -> int:
    found = select(channels.c.id).where(which).with_for_update()
    ids = list((await connection.scalars(found)).all())
    if not ids:
        return 0
    await connection.execute(
        update(channels)
        .where(channels.c.id.in_(ids))
        .values(state="open", code=None, reason=None, since=now, told=False)
    )
    await connection.execute(
        update(deliveries)
        .where(deliveries.c.state == "parked", deliveries.c.channel_id.in_(ids))
        .values(state="owed", due=now, attempts=0)
    )
    return len(ids)


def _is(channel: ChannelRef) -> ColumnElement[bool]:
    return and_(
        _of(channel.platform, channel.tenant),
        channels.c.channel == channel.channel,
    )


def _of(platform: str, tenant: str) -> ColumnElement[bool]:
    return and_(channels.c.platform == platform, channels.c.tenant == tenant)

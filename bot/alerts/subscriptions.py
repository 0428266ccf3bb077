"""Who is told what: a channel's subscriptions, each as it was asked for, with who made it.

Every query names platform, tenant and channel: nobody sees or changes what is another's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.channels import channel_id
from bot.alerts.cursors import position
from bot.alerts.tables import audit, channels, mutes, subscriptions
from bot.database import Database
from bot.errors import UserError
from bot.model import ChannelRef, Person
from knowledge.changes import Log

MOST = 20  # subscriptions of a channel
_NAME = 120  # characters of a person's name that are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """What a channel asked for, and how it wants it."""

    id: int
    channel: ChannelRef
    filter: str  # as `filters` prints it; empty is everything
    digest: str
    zone: str
    after: int
    made_by: str
    made_by_name: str
    made_at: datetime
    paused_at: datetime | None
    paused_until: datetime | None

    def paused(self, now: datetime) -> bool:
        """Whether it rests at a moment."""
        if self.paused_at is None:
            return False
        return self.paused_at <= now and (self.paused_until is None or now < self.paused_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody asks for: a filter as it is printed, and when its alerts shall come."""

    filter: str
    digest: str = ""
    zone: str = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who changes the alerts of which channel, and when."""

    channel: ChannelRef
    person: Person
    now: datetime


async def of_channel(database: Database, channel: ChannelRef) -> list[Subscription]:
    """A channel's subscriptions, oldest first."""
    async with database.transaction() as connection:
        return await _found(connection, _here(channel))


async def of_tenant(database: Database, platform: str, tenant: str) -> list[Subscription]:
    """All subscriptions of a server or workspace, by channel."""
    async with database.transaction() as connection:
        here = and_(channels.c.platform == platform, channels.c.tenant == tenant)
        return await _found(connection, here)


async def subscribe(
    database: Database, actor: Actor, wanted: Wanted, log: Log
) -> tuple[Subscription, bool]:
    """The subscription asked for, and whether it is new: the same filter gives the same one.

    Raises UserError where the channel has as many as it may have.
    """
    async with database.transaction() as connection:
        place = await channel_id(connection, actor.channel)
        await connection.execute(  # so that two at once do not both take the last place
            select(channels.c.id).where(channels.c.id == place).with_for_update()
        )
        existing = await _found(connection, _here(actor.channel))
        for one in existing:
            if one.filter == wanted.filter:
                return one, False
        if len(existing) >= MOST:
            raise UserError(
                f"This channel has {MOST} subscriptions, which is as many as it may have. "
                "Take one away with `unsubscribe`, or put several values into one filter with "
                "commas."
            )
        await position(connection, log)
        made = await connection.execute(
            insert(subscriptions).values(
                channel_id=place,
                filter=wanted.filter,
                digest=wanted.digest,
                zone=wanted.zone,
                after=log.newest,
                made_by=actor.person.id,
                made_by_name=actor.person.name[:_NAME],
                made_at=actor.now,
            )
        )
        key = made.inserted_primary_key
        assert key is not None
        await note(connection, actor, "subscribe", f"{key[0]}: {wanted.filter}")
        (new,) = await _found(connection, _here(actor.channel), [int(key[0])])
        return new, True


async def unsubscribe(
    database: Database, actor: Actor, ids: Sequence[int] | None
) -> list[Subscription]:
    """End these subscriptions of the channel, or all; returns those that there were."""
    return await _changed(database, actor, ids, "unsubscribe", {"ended_at": actor.now})


async def take_up(
    database: Database, actor: Actor, ids: Sequence[int], log: Log
) -> list[Subscription]:
    """Take up again what was ended in this channel, from the newest change on.

    What the channel asks for by another subscription meanwhile stays ended, and so does what
    would be more than it may have.
    """
    async with database.transaction() as connection:
        there = await _found(connection, _here(actor.channel))
        ended = await _found(connection, _here(actor.channel), ids, ended=True)
        new = [one for one in ended if one.filter not in {each.filter for each in there}]
        new = new[: MOST - len(there)]
        if new:
            own = [one.id for one in new]
            values = {"ended_at": None, "after": log.newest}
            await connection.execute(
                update(subscriptions).where(subscriptions.c.id.in_(own)).values(**values)
            )
            await note(connection, actor, "subscribe", f"again: {', '.join(map(str, own))}")
        return new


async def pause(
    database: Database, actor: Actor, ids: Sequence[int] | None, until: datetime | None
) -> list[Subscription]:
    """Let these subscriptions rest, or all; what comes meanwhile is not made up for."""
    values = {"paused_at": actor.now, "paused_until": until}
    return await _changed(database, actor, ids, "pause", values)


async def resume(
    database: Database, actor: Actor, ids: Sequence[int] | None, log: Log
) -> list[Subscription]:
    """Let these subscriptions, or all, go on from the newest change."""
    values = {"paused_at": None, "paused_until": None, "after": log.newest}
    return await _changed(
        database, actor, ids, "resume", values, subscriptions.c.paused_at.is_not(None)
    )


async def set_digest(
    database: Database, actor: Actor, ids: Sequence[int] | None, digest: str, zone: str
) -> list[Subscription]:
    """Change when the alerts of these subscriptions come, or of all; returns them as they were."""
    return await _changed(database, actor, ids, "digest", {"digest": digest, "zone": zone})


async def muted(database: Database, channel: ChannelRef) -> list[str]:
    """The entries that a channel does not want to hear of."""
    async with database.transaction() as connection:
        rows = await connection.execute(
            select(mutes.c.entry)
            .join(channels, channels.c.id == mutes.c.channel_id)
            .where(_here(channel))
            .order_by(mutes.c.entry)
        )
        return [row.entry for row in rows]


async def mute(database: Database, actor: Actor, entry: str, off: bool = False) -> bool:
    """Mute an entry in a channel, or with `off` let it be heard; whether that changed anything."""
    async with database.transaction() as connection:
        place = await channel_id(connection, actor.channel)
        here = and_(mutes.c.channel_id == place, mutes.c.entry == entry)
        there = await connection.scalar(select(func.count()).select_from(mutes).where(here))
        if bool(there) is not off:
            return False
        if off:
            await connection.execute(delete(mutes).where(here))
        else:
            await connection.execute(insert(mutes).values(channel_id=place, entry=entry))
        await note(connection, actor, "unmute" if off else "mute", entry)
        return True


async def note(connection: AsyncConnection, actor: Actor, action: str, detail: str) -> None:
    """Write down who did what to a channel's alerts."""
    place = await channel_id(connection, actor.channel)
    await connection.execute(
        insert(audit).values(
            channel_id=place,
            at=actor.now,
            person=actor.person.id,
            name=actor.person.name[:_NAME],
            action=action,
            detail=detail,
        )
    )


async def _changed(
    database: Database,
    actor: Actor,
    ids: Sequence[int] | None,
    action: str,
    values: dict[str, Any],
    *only: Any,
) -> list[Subscription]:
    """Change what is the channel's own among these; returns it as it was before."""
    async with database.transaction() as connection:
        before = await _found(connection, and_(_here(actor.channel), *only), ids)
        if before:
            own = [one.id for one in before]
            await connection.execute(
                update(subscriptions).where(subscriptions.c.id.in_(own)).values(**values)
            )
            await note(connection, actor, action, ", ".join(map(str, own)))
        return before


def _here(channel: ChannelRef) -> Any:
    return and_(
        channels.c.platform == channel.platform,
        channels.c.tenant == channel.tenant,
        channels.c.channel == channel.channel,
    )


async def _found(
    connection: AsyncConnection, where: Any, ids: Sequence[int] | None = None, ended: bool = False
) -> list[Subscription]:
    query: Select[Any] = (
        select(subscriptions, channels.c.platform, channels.c.tenant, channels.c.channel)
        .join(channels, channels.c.id == subscriptions.c.channel_id)
        .where(
            subscriptions.c.ended_at.is_(None)
            if not ended
            else subscriptions.c.ended_at.is_not(None),
            where,
        )
        .order_by(channels.c.channel, subscriptions.c.id)
    )
    if ids is not None:
        query = query.where(subscriptions.c.id.in_(ids))
    return [
        Subscription(
            id=row.id,
            channel=ChannelRef(row.platform, row.tenant, row.channel),
            filter=row.filter,
            digest=row.digest,
            zone=row.zone,
            after=row.after,
            made_by=row.made_by,
            made_by_name=row.made_by_name,
            made_at=row.made_at,
            paused_at=row.paused_at,
            paused_until=row.paused_until,
        )
        for row in await connection.execute(query)
    ]

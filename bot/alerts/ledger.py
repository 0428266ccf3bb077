"""Reads and writes what the relay needs in the bot's own tables, many rows at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    Integer,
    Text,
    cast,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.decide import BURST, HOUR, Earlier, Heard, Plan, Recent, Wishes
from bot.alerts.tables import announcements, channels, deliveries, mutes, subscriptions
from bot.reply import Reply
from bot.written import to_json

_LIVE = ("owed", "claimed", "parked", "sent")  # a post that is there, or will be
_is_lost = channels.c.state == "lost"


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is told: under a key of its own, and of which entry and change, where it is of one."""

    key: str
    reply: Reply
    entry: str | None = None
    sequence: int | None = None
    line: Reply | None = None


async def wishes(
    connection: AsyncConnection, now: datetime, made_by: datetime | None = None
) -> Wishes:
    """All subscriptions that do not rest, of channels that are not lost; or those of a time."""
    alike = (
        subscriptions.c.after,
        subscriptions.c.digest,
        subscriptions.c.zone,
    )
    lite = connection.dialect.name == "sqlite"
    together = func.json_group_array if lite else func.array_agg
    query = (
        select(subscriptions.c.filter, together(subscriptions.c.channel_id), *alike)
        .where(
            subscriptions.c.ended_at.is_(None),
            subscriptions.c.channel_id.not_in(select(channels.c.id).where(_is_lost)),
            or_(subscriptions.c.paused_at.is_(None), subscriptions.c.paused_until <= now),
        )
        .group_by(subscriptions.c.filter, *alike)
        .order_by(func.min(subscriptions.c.id))
    )
    if made_by is not None:
        query = query.where(subscriptions.c.made_at <= made_by)
    silenced = await connection.execute(select(mutes.c.channel_id, mutes.c.entry))
    muted = frozenset((row.channel_id, row.entry) for row in silenced)
    rows = await connection.execute(query)
    return Wishes.of(
        ((text, json.loads(ids) if lite else ids, *how) for text, ids, *how in rows), muted
    )


async def heard(connection: AsyncConnection, entry: str) -> Heard:
    """What each channel heard of an entry so far."""
    rows = await connection.execute(
        select(deliveries.c.channel_id, deliveries.c.id, deliveries.c.remote, deliveries.c.state)
        .join(announcements, announcements.c.id == deliveries.c.announcement_id)
        .where(
            announcements.c.entry == entry,
            announcements.c.sequence.is_not(None),
            deliveries.c.form == "post",
            deliveries.c.state.in_((*_LIVE, "gathered")),
        )
        .order_by(deliveries.c.id)
    )
    posts: dict[int, Earlier] = {}
    gathered: dict[int, list[int]] = defaultdict(list)
    for channel, delivery, remote, state in rows:
        if state == "gathered":
            gathered[channel].append(delivery)
        else:
            posts[channel] = Earlier(delivery, remote)
    return Heard(posts, gathered)


async def recent(connection: AsyncConnection, now: datetime, new: int) -> dict[int, Recent]:
    """The posts of the last hour of channels that may get too many with so many new ones.

    An announcement is at most one post in a channel, so where few were made there are none.
    """
    told = select(announcements.c.id).where(announcements.c.at > now - HOUR)
    count = await connection.scalar(select(func.count()).select_from(told.subquery()))
    if (count or 0) + new <= BURST:
        return {}
    rows = await connection.execute(
        select(deliveries.c.channel_id, func.count(), func.min(deliveries.c.made_at).label("first"))
        .where(
            deliveries.c.announcement_id.in_(told),
            deliveries.c.form == "post",
            deliveries.c.state.in_((*_LIVE, "dead")),
        )
        .group_by(deliveries.c.channel_id)
        .having(func.count() + new > BURST)
    )
    return {row[0]: Recent(row[1], row[2]) for row in rows}


async def announce(connection: AsyncConnection, told: Announcement, at: datetime) -> int:
    """Write down what is told, once for all channels; returns its id."""
    made = await connection.execute(
        insert(announcements).values(
            key=told.key,
            entry=told.entry,
            sequence=told.sequence,
            reply=to_json(told.reply),
            line=None if told.line is None else to_json(told.line),
            at=at,
        )
    )
    primary = made.inserted_primary_key
    assert primary is not None
    return int(primary[0])


async def write(connection: AsyncConnection, planned: Plan, now: datetime) -> int:
    """Write down a plan: what is told, and what is owed to whom; returns how much is owed."""
    if planned.overtaken:
        await settle(connection, planned.overtaken, "dropped", now)
    if planned.empty:
        return 0
    news = planned.news
    told = Announcement(news.key, news.reply, news.entry, news.sequence, news.line)
    announcement = await announce(connection, told, now)
    await owe(connection, announcement, planned.at_once, now)
    for due, gathered in planned.later.items():
        await _insert(connection, announcement, gathered, "gathered", (now, due))
    if planned.mended:
        await connection.execute(
            insert(deliveries),
            [
                {
                    "announcement_id": announcement,
                    "channel_id": channel,
                    "form": str(form),
                    "state": "owed",
                    "due": now,
                    "made_at": now,
                    "follows": before.delivery,
                    "target": before.remote,
                }
                for channel, form, before in planned.mended
            ],
        )
    return len(planned.at_once) + len(planned.mended)


async def owe(
    connection: AsyncConnection, announcement: int, to: Sequence[int], now: datetime
) -> None:
    """Owe a post to channels, each with the channel's next running number."""
    if to:
        await connection.execute(
            update(channels)
            .where(channels.c.id.in_(select(_ids(connection, to))))
            .values(posts=channels.c.posts + 1)
        )
        await _insert(connection, announcement, to, "owed", (now, now))


async def settle(
    connection: AsyncConnection,
    which: Sequence[int],
    state: str,
    now: datetime,
    follows: int | None = None,
) -> None:
    """Settle gathered deliveries: they went out in another one, or nobody needs them any more."""
    await connection.execute(
        update(deliveries)
        .where(deliveries.c.id.in_(select(_ids(connection, which))))
        .values(state=state, settled_at=now, follows=follows)
    )


async def _insert(
    connection: AsyncConnection,
    announcement: int,
    to: Sequence[int],
    state: str,
    times: tuple[datetime, datetime],
) -> None:
    """One row a channel, by one statement: a hundred thousand take a fraction of a second."""
    now, due = times
    number: ColumnElement[Any] = channels.c.posts if state == "owed" else literal(None, Integer)
    made_at, due_at = deliveries.c.made_at.type, deliveries.c.due.type
    chosen = select(
        literal(announcement),
        channels.c.id,
        literal("post"),
        number,
        literal(state),
        literal(due, due_at),
        literal(now, made_at),
    ).where(channels.c.id.in_(select(_ids(connection, to))))
    names = ["announcement_id", "channel_id", "form", "number", "state", "due", "made_at"]
    await connection.execute(insert(deliveries).from_select(names, chosen))


def _ids(connection: AsyncConnection, ids: Sequence[int]) -> Any:
    """A column of numbers out of one parameter, since a statement takes only so many of them."""
    listed = literal(json.dumps(list(ids)), Text)
    if connection.dialect.name == "sqlite":
        return func.json_each(listed).table_valued("value").c.value
    return cast(func.json_array_elements_text(cast(listed, JSON)).column_valued(), BigInteger)

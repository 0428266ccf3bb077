"""What was gathered for a channel goes out as one post: a digest, or the roll-up of a burst."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts import ledger
from bot.alerts.bundles import bundle_card
from bot.alerts.tables import announcements, deliveries
from bot.reply import Reply
from bot.written import from_json


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What one channel gets in one post: the gathered deliveries, and what each of them tells."""

    channel: int
    deliveries: tuple[int, ...]
    announcements: tuple[int, ...]


async def hand_out(connection: AsyncConnection, now: datetime) -> int:
    """Owe each channel one post for all that was gathered for it and is due; returns how many.

    Channels that get the same get it from one announcement.
    """
    rows = await connection.execute(
        select(deliveries.c.channel_id, deliveries.c.id, deliveries.c.announcement_id)
        .where(deliveries.c.state == "gathered", deliveries.c.due <= now)
        .order_by(deliveries.c.channel_id, deliveries.c.id)
    )
    alike: dict[tuple[int, ...], list[_Waiting]] = defaultdict(list)
    for channel, group in groupby(rows, key=lambda row: int(row.channel_id)):
        of_it = list(group)
        waiting = _Waiting(
            channel,
            tuple(int(row.id) for row in of_it),
            tuple(int(row.announcement_id) for row in of_it),
        )
        alike[waiting.announcements].append(waiting)
    for told, channels in alike.items():
        await _hand_out(connection, told, channels, now)
    return sum(len(channels) for channels in alike.values())


async def _hand_out(
    connection: AsyncConnection, told: Sequence[int], channels: Sequence[_Waiting], now: datetime
) -> None:
    first = channels[0].deliveries[0]  # never in another one, so the key is like no other
    card = bundle_card(await _replies(connection, told), now.date())
    made = await ledger.announce(connection, ledger.Announcement(f"gathered:{first}", card), now)
    await ledger.owe(connection, made, [each.channel for each in channels], now)
    rows = await connection.execute(
        select(deliveries.c.channel_id, deliveries.c.id).where(deliveries.c.announcement_id == made)
    )
    posts = {row.channel_id: row.id for row in rows}
    for each in channels:
        await ledger.settle(connection, each.deliveries, "folded", now, posts[each.channel])


async def _replies(connection: AsyncConnection, which: Iterable[int]) -> list[Reply]:
    """What the announcements say, in their order."""
    listed = list(which)
    found: dict[int, str] = {}
    for start in range(0, len(listed), 500):
        some = listed[start : start + 500]
        rows = await connection.execute(
            select(announcements.c.id, announcements.c.reply).where(announcements.c.id.in_(some))
        )
        found.update({row.id: row.reply for row in rows})
    return [from_json(found[one]) for one in listed]

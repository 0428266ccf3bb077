"""Tells who made a channel's subscriptions that the channel cannot be posted to, and what helps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.tables import SHUT, channels, subscriptions
from bot.model import ChannelRef
from bot.reply import Heading, Link, Listing, Note, Reply, Span, Spans

_SHOWN = 10  # channels in one message
_AT_ONCE = 500  # channels that are told of in one look


@dataclass(frozen=True, slots=True)
class Shut:
    """A channel that was parked, and why."""

    channel: ChannelRef
    reason: str


async def untold(connection: AsyncConnection, platform: str) -> dict[ChannelRef, list[Shut]]:
    """Whom to tell of which channels; a person is a tenant's, in the place of a channel.

    They count as told from now on: who cannot be reached is not tried again.
    """
    parked = (SHUT, channels.c.platform == platform, channels.c.state == "parked", ~channels.c.told)
    some = select(channels.c.id).where(*parked).limit(_AT_ONCE)
    found = await connection.execute(
        update(channels)
        .where(*parked, channels.c.id.in_(some))
        .values(told=True)
        .returning(channels.c.id, channels.c.tenant, channels.c.channel, channels.c.reason)
    )
    shut = {row.id: row for row in found}
    if not shut:
        return {}
    makers = await connection.execute(
        select(subscriptions.c.channel_id, subscriptions.c.made_by)
        .where(subscriptions.c.channel_id.in_(shut), subscriptions.c.ended_at.is_(None))
        .distinct()
        .order_by(subscriptions.c.channel_id)
    )
    told: dict[ChannelRef, list[Shut]] = defaultdict(list)
    for number, person in makers:
        row = shut[number]
        if person != row.tenant:  # else it is the chat with him that cannot be posted to
            here = ChannelRef(platform, row.tenant, row.channel)
            told[ChannelRef(platform, row.tenant, person)].append(Shut(here, row.reason or ""))
    return dict(told)


def shut_card(shut: Sequence[Shut], address: Callable[[ChannelRef], str]) -> Reply:
    """What the person reads."""
    many = len(shut) > 1
    headline = f"I cannot post the alerts of {f'{len(shut)} channels' if many else 'a channel'}"
    items: list[Spans] = []
    for each in shut[:_SHOWN]:
        url = address(each.channel)
        where: Span = Link("The channel", url) if url else "The channel"
        items.append((where, f": {each.reason}"))
    if len(shut) > _SHOWN:
        items.append((f"and {len(shut) - _SHOWN} more: the command `status` tells it there",))
    words = (
        "You subscribed there. What comes in the meantime waits and is not lost. When that is "
        "mended, give the command `resume` there."
    )
    return Reply(
        headline=headline, blocks=(Heading(headline), Listing(tuple(items)), Note((words,)))
    )

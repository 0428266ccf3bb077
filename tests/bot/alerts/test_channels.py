"""Channels that are open, parked or lost, and what is owed to them."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.alerts.channels import (
    Standing,
    channel_id,
    find_tenant,
    lose_tenant,
    park,
    reopen,
    standing,
)
from bot.database import Database
from bot.model import ChannelRef
from tests.bot.alerts.owing import (
    NOW,
    announce,
    change,
    open_channels,
    owed_to,
    places,
    rows,
    states,
)

LATER = NOW + timedelta(days=30)


async def how(database: Database, channel: ChannelRef) -> Standing | None:
    async with database.transaction() as connection:
        return await standing(connection, channel)


async def test_a_channel_has_one_row_however_many_ask_for_it(database: Database) -> None:
    async def ask(channel: ChannelRef) -> int:
        async with database.transaction() as connection:
            return await channel_id(connection, channel)

    one, other = places(2)
    found = await asyncio.gather(*(ask(one) for _ in range(5)))
    assert len(set(found)) == 1
    assert await ask(other) not in found


async def test_a_parked_channel_holds_its_posts_and_says_why(database: Database) -> None:
    one, other = places(2)
    await owed_to(database, one, other, posts=2)
    assert await park(database, one, "50013", "Give me Send Messages.", NOW)
    assert not await park(database, one, "50001", "Another word.", LATER)
    assert await how(database, one) == Standing(
        state="parked",
        code="50013",
        reason="Give me Send Messages.",
        since=NOW,
        waiting=2,
    )
    assert await states(database) == ["parked", "owed", "parked", "owed"]


async def test_a_channel_opens_again_with_what_was_held_owed_anew(database: Database) -> None:
    (one,) = places(1)
    await owed_to(database, one)
    await change(database, 1, attempts=9)
    assert not await reopen(database, one, NOW)
    await park(database, one, "is_archived", "Unarchive it.", NOW)
    assert await reopen(database, one, LATER)
    found = await how(database, one)
    assert found is not None
    assert (found.state, found.code, found.reason, found.since) == ("open", None, None, LATER)
    (row,) = await rows(database)
    assert (row.state, row.due, row.attempts) == ("owed", LATER, 0)


async def test_a_tenant_is_lost_with_all_its_channels_and_only_those(database: Database) -> None:
    refs = places(4, tenants=2)
    elsewhere = ChannelRef("slack", "T0", "C0")
    await owed_to(database, *refs, elsewhere)
    await park(database, refs[0], "50013", "Let me post.", NOW)
    assert await lose_tenant(database, "discord", "T0", "10004", NOW) == 2
    found = [await how(database, ref) for ref in (*refs, elsewhere)]
    assert [one.state if one else None for one in found] == ["lost", "open", "lost", "open", "open"]
    assert await states(database) == ["parked", "owed", "parked", "owed", "owed"]
    assert not await reopen(database, refs[0], LATER)
    assert await find_tenant(database, "discord", "T0", LATER) == 2
    assert set(await states(database)) == {"owed"}


async def test_a_lost_channel_is_not_parked_after_that(database: Database) -> None:
    (one,) = places(1)
    await open_channels(database, [one])
    await lose_tenant(database, "discord", "T0", "10004", NOW)
    assert not await park(database, one, "50013", "Let me post.", NOW)
    found = await how(database, one)
    assert found is not None
    assert (found.state, found.code) == ("lost", "10004")


async def test_nothing_is_made_of_a_channel_that_nobody_subscribed(database: Database) -> None:
    (one,) = places(1)
    assert not await park(database, one, "10003", "It is gone.", NOW)
    assert not await reopen(database, one, NOW)
    assert await lose_tenant(database, "discord", "T0", "10004", NOW) == 0
    assert await how(database, one) is None


async def test_what_is_already_posted_or_on_its_way_is_left_alone(database: Database) -> None:
    (one,) = places(1)
    ids = await owed_to(database, one)
    for n, state in enumerate(("sent", "claimed", "dead", "gathered"), start=10):
        made = await announce(database, ids, f"change:{n}")
        await change(database, made, state=state)
    await park(database, one, "50013", "Let me post.", NOW)
    assert sorted(await states(database)) == ["claimed", "dead", "gathered", "parked", "sent"]
    found = await how(database, one)
    assert found is not None
    assert found.waiting == 2

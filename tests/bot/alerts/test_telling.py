"""Who made the subscriptions of a channel that was parked is told of it, once and in person."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

import pytest
from sqlalchemy import insert, select, update

from bot.alerts.channels import lose_tenant, park, reopen
from bot.alerts.limits import Limit, Limits
from bot.alerts.tables import channels, subscriptions
from bot.alerts.telling import Shut, shut_card, untold
from bot.alerts.terms import Terms
from bot.database import Database
from bot.model import ChannelRef, Failed, Parked, Wait
from bot.plain import plain_text
from tests.bot.alerts.owing import NOW, open_channels, owed_to, places, states
from tests.bot.alerts.platforms import FakeChat, FakeClock, courier_for, turns

ADA, BOB = ChannelRef("discord", "T0", "ada"), ChannelRef("discord", "T0", "bob")
WHY = "Give me Send Messages."
WAITS = "You subscribed there. What comes in the meantime waits and is not lost."


async def subscribed(database: Database, channel: ChannelRef, *people: str) -> None:
    """These subscribed there, one after the other."""
    async with database.transaction() as connection:
        where = (
            channels.c.platform == channel.platform,
            channels.c.tenant == channel.tenant,
            channels.c.channel == channel.channel,
        )
        row = await connection.scalar(select(channels.c.id).where(*where))
        common = {"channel_id": row, "after": 0, "made_by_name": "Somebody", "made_at": NOW}
        rows = [common | {"filter": f"{n}", "made_by": one} for n, one in enumerate(people)]
        await connection.execute(insert(subscriptions), rows)


async def whom(database: Database) -> dict[ChannelRef, list[Shut]]:
    async with database.transaction() as connection:
        return await untold(connection, "discord")


async def test_each_who_subscribed_is_told_once_a_parking(
    database: Database, clock: FakeClock
) -> None:
    dead, fine = places(2)
    await owed_to(database, dead, fine, posts=3)
    await subscribed(database, dead, "ada", "bob", "ada")
    await subscribed(database, fine, "cleo")
    chat = FakeChat(clock, script=lambda d: Parked("50013", WHY) if d.channel == dead else None)
    courier = courier_for(database, clock, chat)
    for _ in range(4):
        await turns(courier, clock)
        clock.time += 6
    assert [person for person, _ in chat.told] == [ADA, BOB]
    reply = chat.told[0][1]
    assert WHY in plain_text(reply)
    assert "https://chat.example/T0/C0" in plain_text(reply)

    await reopen(database, dead, clock.now())
    clock.time += 60
    for _ in range(3):
        await turns(courier, clock)
        clock.time += 6
    assert [person for person, _ in chat.told] == [ADA, BOB] * 2


@pytest.mark.parametrize(
    "outcome", [Failed("500"), Parked("50007", "Their door is shut."), Wait(5.0, "channel")]
)
async def test_who_cannot_be_reached_is_not_tried_again_and_the_log_tells(
    database: Database,
    clock: FakeClock,
    outcome: Failed | Parked | Wait,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (dead,) = places(1)
    await owed_to(database, dead)
    await subscribed(database, dead, "ada")
    chat = FakeChat(clock, script=lambda _: Parked("50013", WHY))
    chat.reach = lambda _: outcome
    courier = courier_for(database, clock, chat)
    with caplog.at_level(logging.WARNING):
        for _ in range(4):
            await turns(courier, clock)
            clock.time += 6
    assert len(chat.told) == 1
    assert "could not be told" in caplog.text
    assert await states(database) == ["parked"]


async def test_a_fault_while_telling_holds_up_nobody(
    database: Database, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    dead, fine = places(2)
    await owed_to(database, dead, fine)
    await subscribed(database, dead, "ada")
    await park(database, dead, "50013", WHY, NOW)
    chat = FakeChat(clock)

    def broken(_: ChannelRef) -> Failed:
        raise ZeroDivisionError

    chat.reach = broken
    await turns(courier_for(database, clock, chat), clock)
    assert "a direct message failed by a fault of ours" in caplog.text
    assert await states(database) == ["parked", "sent"]


async def test_one_message_tells_of_all_channels_of_a_person(database: Database) -> None:
    refs = places(3)
    await open_channels(database, refs)
    for ref in refs:
        await subscribed(database, ref, "ada")
        await park(database, ref, "50013", WHY, NOW)
    assert await whom(database) == {ADA: [Shut(ref, WHY) for ref in refs]}
    assert await whom(database) == {}


async def test_several_processes_tell_each_of_it_once(database: Database) -> None:
    refs = places(40)
    await open_channels(database, refs)
    for ref in refs:
        await subscribed(database, ref, ref.channel)
        await park(database, ref, "50013", WHY, NOW)
    found = await asyncio.gather(*(whom(database) for _ in range(4)))
    told = [person.channel for one in found for person in one]
    assert sorted(told) == sorted(ref.channel for ref in refs)


async def ended(database: Database, channel: ChannelRef) -> None:
    async with database.transaction() as connection:
        await connection.execute(update(subscriptions).values(ended_at=NOW))
    await park(database, channel, "50013", WHY, NOW)


async def lost(database: Database, channel: ChannelRef) -> None:
    await lose_tenant(database, channel.platform, channel.tenant, "10004", NOW)


async def opened(database: Database, channel: ChannelRef) -> None:
    await park(database, channel, "50013", WHY, NOW)
    await reopen(database, channel, NOW)


@pytest.mark.parametrize("change", [ended, lost, opened])
async def test_nobody_is_told_who_cannot_mend_it_or_need_not(
    database: Database, change: Callable[[Database, ChannelRef], object]
) -> None:
    (channel,) = places(1)
    await open_channels(database, [channel])
    await subscribed(database, channel, "ada")
    await change(database, channel)  # type: ignore[misc]
    assert await whom(database) == {}


async def test_a_chat_with_one_person_is_no_way_to_tell_him_that_it_is_shut(
    database: Database,
) -> None:
    chat = ChannelRef("discord", "ada", "C7")
    await open_channels(database, [chat])
    await subscribed(database, chat, "ada")
    await park(database, chat, "50007", "Allow my messages.", NOW)
    assert await whom(database) == {}


async def test_messages_keep_to_the_platforms_pace_and_wait_while_it_is_shut(
    database: Database, clock: FakeClock
) -> None:
    refs = places(30)
    await open_channels(database, refs)
    for ref in refs:
        await subscribed(database, ref, ref.channel)
        await park(database, ref, "50013", WHY, NOW)
    chat = FakeChat(clock)
    courier = courier_for(
        database, clock, chat, terms=Terms(limits={"discord": Limits(platform=Limit(10, 1.0))})
    )
    chat.reach = lambda _: Wait(30.0, "platform") if len(chat.told) == 1 else Failed("500")
    await turns(courier, clock)
    assert len(chat.told) == 1
    begin = clock.time
    assert begin < 6

    others = places(30, tenants=2)[1::2]
    await open_channels(database, others)
    for ref in others:
        await subscribed(database, ref, ref.channel)
        await park(database, ref, "50013", WHY, NOW)
    clock.time += 6
    await turns(courier, clock)
    assert len(chat.told) == 1
    clock.time += 30
    await turns(courier, clock)
    assert len(chat.told) == 16
    assert clock.time - begin > 38  # two requests each, ten a second


def test_what_people_read() -> None:
    one = Shut(ChannelRef("slack", "T0", "C1"), "The channel is archived. Unarchive it.")
    reply = shut_card([one], lambda channel: f"https://chat.example/{channel.channel}")
    assert plain_text(reply).splitlines() == [
        "I cannot post the alerts of a channel",
        "",
        "- “The channel” <https://chat.example/C1>: The channel is archived. Unarchive it.",
        "",
        f"{WAITS} When that is mended, give the command `resume` there.",
    ]
    many = plain_text(shut_card([one] * 14, lambda _: ""))
    assert "alerts of 14 channels" in many
    assert "and 4 more" in many
    assert many.count("archived") == 10

"""The courier's pace: no platform is asked too fast, and nobody waits for somebody else's limit."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

import pytest

from bot.alerts.limits import LIMITS, Limit, Limits
from bot.alerts.terms import Terms
from bot.database import Database
from bot.model import ChannelRef, Parked, Wait
from tests.bot.alerts.owing import announce, open_channels, owed_to, places, rows, states
from tests.bot.alerts.platforms import FREE, FakeChat, FakeClock, courier_for, first_then, turns


@pytest.mark.parametrize(
    ("scope", "tried"), [("channel", 3), ("tenant", 2), ("platform", 1)], ids=str
)
async def test_a_platform_that_asks_for_patience_gets_it_where_it_asked(
    database: Database, clock: FakeClock, scope: str, tried: int
) -> None:
    same, other_channel, other_tenant = (
        ChannelRef("slack", "T0", "C0"),
        ChannelRef("slack", "T0", "C1"),
        ChannelRef("slack", "T1", "C2"),
    )
    chat = FakeChat(clock, "slack")
    first_then(Wait(40.0, scope), chat)
    courier = courier_for(database, clock, chat)
    await owed_to(database, same)
    await turns(courier, clock)
    await owed_to_again(database, same, other_channel, other_tenant)
    clock.time += 5
    await turns(courier, clock)
    assert len(chat.tried) == tried
    clock.time += 40
    await turns(courier, clock, 3)
    assert set(await states(database)) == {"sent"}
    assert [row.attempts for row in await rows(database)] == [1] * 4


async def owed_to_again(database: Database, first: ChannelRef, *more: ChannelRef) -> None:
    ids = await open_channels(database, more)
    await announce(database, [1, *ids], "change:again")


async def test_after_too_many_refusals_the_platform_rests(
    database: Database, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    await owed_to(database, *places(70), posts=1)
    chat = FakeChat(clock, script=lambda _: Parked("50001", "Invite me."))
    terms = replace(FREE, window=8, breaker=Limit(40, 600.0))
    courier = courier_for(database, clock, chat, terms=terms)
    with caplog.at_level(logging.ERROR):
        await turns(courier, clock, 12)
    assert 40 < len(chat.tried) <= 48
    assert "posting pauses" in caplog.text
    clock.time += 601
    await turns(courier, clock, 8)
    assert len(chat.tried) == 70


@pytest.mark.parametrize(
    ("platform", "tenants", "posts"), [("discord", 30, 1), ("discord", 2, 12), ("slack", 2, 3)]
)
async def test_no_platform_is_ever_asked_too_fast(  # noqa: PLR0913, PLR0917
    database: Database, clock: FakeClock, platform: str, tenants: int, posts: int, caplog: Any
) -> None:
    rules = {
        "discord": Limits(channel=Limit(5, 5.0), platform=Limit(50, 1.0)),
        "slack": Limits(channel=Limit(1, 1.0), tenant=Limit(300, 60.0)),
    }
    count = {1: 150, 12: 4, 3: 20}[posts]
    await owed_to(database, *places(count, platform, tenants), posts=posts)
    chat = FakeChat(clock, platform, rules[platform])
    courier = courier_for(database, clock, chat, terms=Terms(limits=LIMITS))
    for _ in range(200):
        await turns(courier, clock)
        if set(await states(database)) == {"sent"}:
            break
        clock.time += 0.2
    assert (chat.refused, len(chat.posts)) == (0, count * posts)
    in_order = [d.id for _, d in chat.posts if d.channel.channel == "C0"]
    assert in_order == sorted(in_order, key=lambda id_: int(id_.rpartition("-")[2]))


async def test_a_workspace_that_has_much_to_get_does_not_hold_up_the_others(
    database: Database, clock: FakeClock
) -> None:
    full, quick = places(100, "slack"), [ChannelRef("slack", "T9", "C9")]
    await owed_to(database, *full, *quick)
    chat = FakeChat(clock, "slack", Limits(tenant=Limit(300, 60.0)))
    courier = courier_for(database, clock, chat, terms=Terms(limits=LIMITS, window=20))
    for _ in range(10):
        await courier.turn()
        await clock.stand_still()
    assert [d.channel for _, d in chat.posts if d.channel.tenant == "T9"] == quick
    while set(await states(database)) != {"sent"}:
        clock.time += 1.0
        await turns(courier, clock)
    assert (chat.refused, len(chat.posts)) == (0, 101)
    assert 19 <= clock.time <= 40  # 100 at 300 a minute

"""What the courier does where a post, a channel, a tenant or a whole platform refuses."""

from __future__ import annotations

import logging

import pytest

from bot.alerts.channels import find_tenant, reopen, standing
from bot.alerts.limits import Limit, Limits
from bot.alerts.terms import Terms
from bot.database import Database
from bot.model import Malformed, Outcome, Parked, PlatformStopped, Refused, TenantLost
from bot.reply import Note
from tests.bot.alerts.owing import owed_to, places, states
from tests.bot.alerts.platforms import FakeChat, FakeClock, courier_for, turns


@pytest.mark.parametrize(
    ("outcome", "plain", "state", "tries"),
    [
        (Malformed("50035"), [False, True], "dead", 2),
        (Refused("200000"), [False], "dead", 1),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Outcome) else None,
)
async def test_a_post_that_is_refused_goes_to_the_dead_and_the_channel_stays(  # noqa: PLR0913, PLR0917
    database: Database,
    clock: FakeClock,
    outcome: Outcome,
    plain: list[bool],
    state: str,
    tries: int,
) -> None:
    (channel,) = places(1)
    await owed_to(database, channel, posts=2)
    chat = FakeChat(clock, script=lambda d: outcome if d.id.endswith("-1") else None)
    await turns(courier_for(database, clock, chat), clock, 4)
    assert [d.plain for d in chat.tried[:tries]] == plain
    assert (len(chat.tried), await states(database)) == (tries + 1, [state, "sent"])


async def test_a_channel_that_cannot_be_posted_to_is_asked_once_and_told_why(
    database: Database, clock: FakeClock
) -> None:
    dead, fine = places(2)
    await owed_to(database, dead, fine, posts=3)
    parked = Parked("50013", "Give me Send Messages.")
    chat = FakeChat(clock, script=lambda d: parked if d.channel == dead else None)

    courier = courier_for(database, clock, chat)
    await turns(courier, clock, 4)
    assert sum(d.channel == dead for d in chat.tried) == 1
    assert sum(d.channel == fine for d in chat.tried) == 3
    async with database.transaction() as connection:
        how = await standing(connection, dead)
    assert how is not None
    assert (how.state, how.reason, how.waiting) == ("parked", "Give me Send Messages.", 3)

    chat.script = lambda _: None
    await reopen(database, dead, clock.now())
    courier.wake()
    await turns(courier, clock, 3)
    assert [n.blocks[-1] for n in (d.numbered for _, d in chat.posts if d.channel == dead)] == [
        Note((f"Alert {number} in this channel",)) for number in (1, 2, 3)
    ]


async def test_a_tenant_that_removed_the_bot_is_asked_no_more(
    database: Database, clock: FakeClock
) -> None:
    refs = places(6, tenants=2)
    await owed_to(database, *refs, posts=2)
    chat = FakeChat(clock, script=lambda d: TenantLost("x") if d.channel.tenant == "T0" else None)
    courier = courier_for(
        database, clock, chat, terms=Terms(limits={"discord": Limits(platform=Limit(1, 0.1))})
    )
    await turns(courier, clock, 8)
    lost = [d for d in chat.tried if d.channel.tenant == "T0"]
    assert len(lost) == 1
    assert sorted(await states(database)) == ["parked"] * 6 + ["sent"] * 6

    chat.script = lambda _: None
    await find_tenant(database, "discord", "T0", clock.now())
    clock.time += 60
    await turns(courier, clock, 3)
    assert set(await states(database)) == {"sent"}


async def test_a_platform_that_refuses_our_token_gets_nothing_more_until_a_restart(
    database: Database, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    await owed_to(database, *places(60), *places(1, "slack"))
    discord = FakeChat(clock, script=lambda _: PlatformStopped("401"))
    slack = FakeChat(clock, "slack")
    terms = Terms(limits={"discord": Limits(platform=Limit(1, 0.02))})
    courier = courier_for(database, clock, discord, slack, terms=terms)
    with caplog.at_level(logging.ERROR):
        await turns(courier, clock, 3)
    clock.time += 3_600
    await turns(courier, clock, 3)
    assert len(discord.tried) == 1
    assert "discord refuses us (401)" in caplog.text
    assert sorted(await states(database)) == ["owed"] * 60 + ["sent"]

    discord.script = lambda _: None
    await turns(courier_for(database, clock, discord, terms=terms), clock, 10)
    assert set(await states(database)) == {"sent"}

"""The courier: what is owed goes out once, in order, at the platform's pace, whatever happens."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.alerts import outbox
from bot.alerts.channels import find_tenant, reopen, standing
from bot.alerts.courier import Courier
from bot.alerts.limits import LIMITS, Limit, Limits
from bot.alerts.terms import Terms
from bot.database import Database
from bot.model import (
    Adapter,
    Ambiguous,
    ChannelRef,
    Delivery,
    Failed,
    Malformed,
    Outcome,
    Parked,
    PlatformStopped,
    Refused,
    TenantLost,
    Wait,
)
from bot.reply import Note
from tests.bot.alerts.owing import (
    NOW,
    announce,
    change,
    open_channels,
    owed_to,
    places,
    rows,
    states,
    written,
)
from tests.bot.alerts.platforms import FakeChat, FakeClock, landed, turns

FREE = Terms(limits={})


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def courier_for(
    database: Database, clock: FakeClock, *chats: Adapter, terms: Terms = FREE, **more: Any
) -> Courier:
    adapters = {chat.platform: chat for chat in chats}
    return Courier(database, adapters, terms=terms, clock=clock.clock(), **more)


def first_then(outcome: Outcome, chat: FakeChat) -> None:
    """The first try ends like that, all others well."""
    chat.script = lambda _: outcome if len(chat.tried) == 1 else None


async def test_what_is_owed_goes_out_once_with_its_number(
    database: Database, clock: FakeClock
) -> None:
    refs = [*places(3), *places(2, "slack")]
    await owed_to(database, *refs, posts=2)
    discord, slack = FakeChat(clock), FakeChat(clock, "slack")
    await turns(courier_for(database, clock, discord, slack), clock, 3)
    assert [(p.channel, p.reply.blocks[-1]) for _, p in slack.posts] == [
        (ref, Note((f"Alert {number} in this channel",))) for number in (1, 2) for ref in refs[3:]
    ]
    ids = {post.id for _, post in (*discord.posts, *slack.posts)}
    assert len(ids) == 10
    assert set(await states(database)) == {"sent"}
    assert (await rows(database))[0].remote == "M0"


async def test_a_platform_without_an_adapter_is_left_alone(
    database: Database, clock: FakeClock
) -> None:
    await owed_to(database, *places(1, "slack"))
    await turns(courier_for(database, clock, FakeChat(clock)), clock)
    assert await states(database) == ["owed"]


async def test_the_key_of_a_delivery_is_the_same_after_a_restart(
    database: Database, clock: FakeClock
) -> None:
    await owed_to(database, *places(1))
    chat = FakeChat(clock)
    first_then(Failed("500"), chat)
    await turns(courier_for(database, clock, chat), clock)
    clock.time += 10
    await turns(courier_for(database, clock, chat), clock)
    first, second = chat.tried
    assert first.id == second.id
    assert await states(database) == ["sent"]


@pytest.mark.parametrize("stored", [True, False])
async def test_a_try_whose_end_is_not_known_is_looked_for_before_the_next(
    database: Database, clock: FakeClock, stored: bool
) -> None:
    await owed_to(database, *places(1))
    chat = FakeChat(clock)

    def lose_the_answer(delivery: Delivery) -> Outcome | None:
        if len(chat.tried) > 1:
            return None
        if stored:
            chat.store(delivery)
        return Ambiguous("disconnect")

    chat.script = lose_the_answer
    courier = courier_for(database, clock, chat)
    await turns(courier, clock)
    assert (await rows(database))[0].attempted_at == NOW
    clock.time += 30
    await turns(courier, clock)
    assert [tried.attempted_at for tried in chat.tried] == [None, NOW]
    assert len(chat.posts) == 1
    assert await states(database) == ["sent"]


async def test_a_process_that_died_leaves_its_posts_to_the_next(
    database: Database, clock: FakeClock
) -> None:
    await owed_to(database, *places(2))
    async with database.transaction() as connection:
        lease = timedelta(seconds=60)
        await outbox.claim(connection, "discord", "the dead", NOW, lease=lease, room=10)
    chat = FakeChat(clock)
    courier = courier_for(database, clock, chat)
    await turns(courier, clock)
    assert chat.tried == []
    clock.time += 61
    await turns(courier, clock)
    assert [tried.attempted_at for tried in chat.tried] == [NOW, NOW]
    assert await states(database) == ["sent"] * 2


async def test_after_a_failure_it_is_tried_again_before_the_channels_next_post(
    database: Database, clock: FakeClock
) -> None:
    await owed_to(database, *places(1), posts=2)
    chat = FakeChat(clock)
    first_then(Failed("502"), chat)
    courier = courier_for(database, clock, chat)
    await turns(courier, clock)
    assert (len(chat.tried), await states(database)) == (1, ["owed", "owed"])
    for _ in range(2):
        clock.time += 3
        await turns(courier, clock)
    assert [delivery.id.rpartition("-")[2] for delivery in chat.tried] == ["1", "1", "2"]


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
    parked, told = Parked("50013", "Give me Send Messages."), []
    chat = FakeChat(clock, script=lambda d: parked if d.channel == dead else None)

    async def tell(channel: ChannelRef, why: Parked) -> None:
        told.append((channel, why))
        raise RuntimeError("their door is shut too")

    courier = courier_for(database, clock, chat, tell=tell)
    await turns(courier, clock, 4)
    assert sum(d.channel == dead for d in chat.tried) == 1
    assert sum(d.channel == fine for d in chat.tried) == 3
    assert told == [(dead, parked)]
    async with database.transaction() as connection:
        how = await standing(connection, dead)
    assert how is not None
    assert (how.state, how.reason, how.waiting) == ("parked", "Give me Send Messages.", 3)

    chat.script = lambda _: None
    await reopen(database, dead, clock.now())
    courier.wake()
    await turns(courier, clock, 3)
    assert [n.blocks[-1] for n in (d.reply for _, d in chat.posts if d.channel == dead)] == [
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
    assert (len(discord.tried), courier.stopped) == (1, {"discord": "401"})
    assert "discord refuses us (401)" in caplog.text
    assert sorted(await states(database)) == ["owed"] * 60 + ["sent"]

    discord.script = lambda _: None
    await turns(courier_for(database, clock, discord, terms=terms), clock, 10)
    assert set(await states(database)) == {"sent"}


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


async def test_an_edit_and_a_line_go_to_the_post_that_they_follow(
    database: Database, clock: FakeClock
) -> None:
    await owed_to(database, *places(1), posts=3)
    await change(database, 2, form="edit", follows=1, number=None)
    await change(database, 3, form="line", follows=1, number=None)
    chat = FakeChat(clock)
    await turns(courier_for(database, clock, chat), clock, 4)
    assert [(d.edits, d.thread) for d in chat.tried] == [(None, None), ("M0", None), (None, "M0")]
    assert chat.tried[2].reply.headline == "It changed."


async def test_a_letter_that_cannot_be_read_is_given_up_and_the_next_goes_out(
    database: Database, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    await owed_to(database, *places(1), posts=2)
    broken = await written(database, '{"is": "Nothing"}')
    await change(database, 1, announcement_id=broken)
    chat = FakeChat(clock)
    await turns(courier_for(database, clock, chat), clock, 3)
    assert await states(database) == ["dead", "sent"]
    assert "cannot be read" in caplog.text


async def test_a_fault_of_an_adapter_costs_a_try_and_no_post(
    database: Database, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    await owed_to(database, *places(1))
    chat = FakeChat(clock)

    def break_once(_: Delivery) -> Outcome | None:
        if len(chat.tried) == 1:
            raise ZeroDivisionError
        return None

    chat.script = break_once
    courier = courier_for(database, clock, chat)
    await turns(courier, clock)
    assert (await rows(database))[0].code == "fault"
    clock.time += 15
    await turns(courier, clock)
    assert await states(database) == ["sent"]
    assert "by a fault of ours" in caplog.text


async def test_when_the_machine_slept_longer_than_the_lease_nothing_is_posted(
    database: Database, clock: FakeClock
) -> None:
    await owed_to(database, *places(2))
    chat = FakeChat(clock)
    terms = Terms(limits={"discord": Limits(platform=Limit(1, 0.5))})
    courier = courier_for(database, clock, chat, terms=terms)
    await courier.turn()
    clock.time += 45  # of 60 seconds' lease, of which a post may take 20
    await landed(courier, clock)
    assert chat.tried == []
    await turns(courier, clock, 3)
    assert set(await states(database)) == {"sent"}


class Cut:
    """A database whose next transactions fail before they are written."""

    def __init__(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left = 0
        self._write_down: Callable[..., Any] = outbox.write_down
        monkeypatch.setattr(outbox, "write_down", self.write_down)

    async def write_down(self, *given: Any) -> None:
        await self._write_down(*given)
        if self.left:
            self.left -= 1
            raise OSError("the connection is gone")


async def test_what_could_not_be_written_down_is_written_down_later(
    database: Database, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await owed_to(database, *places(2))
    chat, cut = FakeChat(clock), Cut(database, monkeypatch)
    terms = replace(FREE, idle=0.0)
    sleepless = replace(clock.clock(), sleep=_no_sleep)
    courier = Courier(database, {"discord": chat}, terms=terms, clock=sleepless)
    await courier.turn()
    await courier.landed()
    cut.left = 3
    for _ in range(3):
        await courier.turn()
        assert await states(database) == ["claimed"] * 2
    await courier.turn()
    assert await states(database) == ["sent"] * 2
    assert len(chat.tried) == 2


async def _no_sleep(_: float) -> None:
    """Time stands still."""

"""Claiming and settling what is owed, on both databases."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.alerts import outbox
from bot.alerts.failures import Owed, Settlement
from bot.alerts.leading import lead, stop_leading
from bot.alerts.tables import channels, deliveries
from bot.database import Database
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

LEASE = timedelta(seconds=60)
LATER = NOW + timedelta(seconds=61)


async def claimed(
    database: Database,
    owner: str = "me",
    *,
    now: datetime = NOW,
    room: int = 100,
    platform: str = "discord",
) -> list[Owed]:
    async with database.transaction() as connection:
        taken, _ = await outbox.claim(connection, platform, owner, now, lease=LEASE, room=room)
        return taken


async def settled(database: Database, *which: Owed, owner: str = "me", state: str = "sent") -> None:
    async with database.transaction() as connection:
        done = [
            Settlement(
                id=one.id,
                state=state,
                due=NOW,
                attempts=one.attempts,
                attempted_at=None,
                plain=False,
                remote=f"M{one.id}" if state == "sent" else None,
            )
            for one in which
        ]
        await outbox.write_down(connection, owner, done, NOW)


async def test_what_is_owed_is_claimed_once(database: Database) -> None:
    refs = places(3)
    await owed_to(database, *refs)
    first = await claimed(database)
    assert [(one.channel, one.number, one.attempts) for one in first] == [(r, 1, 1) for r in refs]
    assert await claimed(database, "another") == []
    row = (await rows(database))[0]
    assert (row.state, row.owner, row.lease_until) == ("claimed", "me", NOW + LEASE)


async def test_the_longest_due_goes_first_and_no_more_than_there_is_room(
    database: Database,
) -> None:
    await owed_to(database, *places(3))
    await change(database, 3, due=NOW - timedelta(hours=1))
    await change(database, 1, due=NOW + timedelta(seconds=1))
    assert [one.id for one in await claimed(database, room=1)] == [3]
    assert [one.id for one in await claimed(database)] == [2]


async def test_a_channel_gets_one_after_the_other_in_order(database: Database) -> None:
    await owed_to(database, *places(2), posts=3)
    order = []
    for _ in range(4):
        some = await claimed(database)
        order.append([(one.channel.channel, one.number) for one in some])
        assert await claimed(database) == []
        await settled(database, *some)
    assert order == [[("C0", n), ("C1", n)] for n in (1, 2, 3)] + [[]]


async def test_a_channel_with_much_to_get_hides_no_other(database: Database) -> None:
    ids = await owed_to(database, *places(3))
    for n in range(20):
        await announce(database, ids[:1], f"change:more:{n}")
    await change(database, 2, due=NOW + timedelta(seconds=1))
    await change(database, 3, due=NOW + timedelta(seconds=1))
    found = await claimed(database, now=LATER, room=3)
    assert sorted(one.channel_id for one in found) == sorted(ids)


@pytest.mark.parametrize(("room", "all_there_was"), [(2, False), (3, False), (4, True)])
async def test_it_tells_whether_that_was_all(
    database: Database, room: int, all_there_was: bool
) -> None:
    await owed_to(database, *places(3))
    async with database.transaction() as connection:
        told = await outbox.claim(connection, "discord", "me", NOW, lease=LEASE, room=room)
    assert (len(told[0]), told[1]) == (min(room, 3), all_there_was)


async def test_only_open_channels_of_the_platform_are_claimed(database: Database) -> None:
    refs = [*places(3), *places(1, "slack")]
    ids = await owed_to(database, *refs)
    async with database.transaction() as connection:
        for state, channel in zip(("parked", "lost"), ids, strict=False):
            shut = channels.update().where(channels.c.id == channel).values(state=state)
            await connection.execute(shut)
    assert [one.channel for one in await claimed(database)] == [refs[2]]
    assert [one.channel for one in await claimed(database, platform="slack")] == [refs[3]]


async def test_a_claim_whose_lease_has_ended_is_taken_back_with_its_try(
    database: Database,
) -> None:
    await owed_to(database, *places(1))
    await claimed(database)
    async with database.transaction() as connection:
        await outbox.tidy(connection, NOW + LEASE - timedelta(seconds=1))
    assert await claimed(database, "another", now=LATER) == []
    async with database.transaction() as connection:
        await outbox.tidy(connection, LATER)
    (again,) = await claimed(database, "another", now=LATER)
    assert (again.attempted_at, again.attempts) == (NOW, 2)


async def test_who_lost_his_lease_settles_nothing(database: Database) -> None:
    await owed_to(database, *places(1))
    (mine,) = await claimed(database)
    async with database.transaction() as connection:
        await outbox.tidy(connection, LATER)
    await claimed(database, "another", now=LATER)
    await settled(database, mine, state="dead")
    assert await states(database) == ["claimed"]
    await settled(database, mine, owner="another")
    assert await states(database) == ["sent"]


async def test_settling_writes_down_what_it_is_told(database: Database) -> None:
    await owed_to(database, *places(2))
    one, two = await claimed(database)
    due = NOW + timedelta(seconds=5)
    async with database.transaction() as connection:
        again = Settlement(
            id=two.id, state="owed", due=due, attempts=1, attempted_at=NOW, plain=True, code="500"
        )
        sent = Settlement(
            id=one.id,
            state="sent",
            due=NOW,
            attempts=1,
            attempted_at=None,
            plain=False,
            remote="M9",
        )
        await outbox.write_down(connection, "me", [again, sent], NOW)
    first, second = await rows(database)
    assert (first.state, first.remote, first.settled_at) == ("sent", "M9", NOW)
    assert (first.attempted_at, first.owner, first.lease_until) == (None, None, None)
    assert (second.state, second.due, second.attempted_at) == ("owed", due, NOW)
    assert (second.plain, second.code, second.owner) == (True, "500", None)


async def test_an_edit_and_its_line_wait_for_the_post_that_they_follow(
    database: Database,
) -> None:
    await owed_to(database, *places(1), posts=3)
    await change(database, 2, form="edit", follows=1, number=None)
    await change(database, 3, form="line", follows=1, number=None)
    (post,) = await claimed(database)
    assert (post.id, post.target) == (1, None)
    assert await claimed(database) == []
    await settled(database, post)
    for form, delivery in (("edit", 2), ("line", 3)):
        (next_one,) = await claimed(database)
        assert (next_one.id, next_one.form, next_one.target) == (delivery, form, "M1")
        await settled(database, next_one)


async def test_a_target_that_is_given_needs_nothing_to_follow(database: Database) -> None:
    await owed_to(database, *places(1))
    await change(database, 1, form="edit", target="M77")
    assert [one.target for one in await claimed(database)] == ["M77"]


async def test_what_would_follow_a_post_that_never_comes_is_dropped(database: Database) -> None:
    await owed_to(database, *places(1), posts=3)
    await change(database, 2, form="line", follows=1)
    post, *_ = await claimed(database)
    await settled(database, post, state="dead")
    assert await states(database) == ["dead", "dropped", "owed"]
    assert (await rows(database))[1].code == "nothing-to-follow"


async def test_what_is_owed_to_a_channel_that_is_shut_is_held(database: Database) -> None:
    channel, _ = await owed_to(database, *places(2))
    async with database.transaction() as connection:
        shut = channels.update().where(channels.c.id == channel).values(state="parked")
        await connection.execute(shut)
        await outbox.tidy(connection, NOW)
    assert await states(database) == ["parked", "owed"]


async def test_all_that_is_owed_to_a_channel_can_be_put_off(database: Database) -> None:
    first, _ = await owed_to(database, *places(2), posts=2)
    until = NOW + timedelta(seconds=30)
    async with database.transaction() as connection:
        await outbox.put_off(connection, first, until)
    assert [one.channel_id == first for one in await claimed(database)] == [False]
    again = [one for one in await claimed(database, now=until) if one.channel_id == first]
    assert [one.number for one in again] == [1]


async def test_many_claimers_at_once_never_take_the_same_nor_two_of_a_channel(
    database: Database,
) -> None:
    await owed_to(database, *places(40), posts=3)
    taken: list[int] = []

    async def work(owner: str) -> None:
        while some := await claimed(database, owner, room=7):
            assert len({one.channel_id for one in some}) == len(some)
            in_flight = [row.channel_id for row in await rows(database) if row.state == "claimed"]
            assert len(in_flight) == len(set(in_flight))
            taken.extend(one.id for one in some)
            await settled(database, *some, owner=owner)

    for _ in range(3):  # one may find nothing free and leave while another has the rest in hand
        await asyncio.gather(*(work(f"worker {n}") for n in range(6)))
    assert sorted(taken) == list(range(1, 121))
    assert set(await states(database)) == {"sent"}


async def test_one_process_leads_until_its_time_is_over_or_it_stops(database: Database) -> None:
    async def leads(owner: str, now: datetime = NOW) -> bool:
        async with database.transaction() as connection:
            return await lead(connection, "discord", owner, now, now + LEASE)

    assert [await leads("a"), await leads("b"), await leads("a")] == [True, False, True]
    assert await leads("b", LATER)
    assert not await leads("a", LATER)
    async with database.transaction() as connection:
        await stop_leading(connection, "b", LATER)
    assert await leads("a", LATER)


async def test_depth_counts_by_state(database: Database) -> None:
    await owed_to(database, *places(3))
    await settled(database, *(await claimed(database, room=1)))
    async with database.transaction() as connection:
        assert await outbox.depth(connection) == {"sent": 1, "owed": 2}


async def test_an_id_never_comes_back(database: Database) -> None:
    ids = await open_channels(database, places(1))
    await announce(database, ids, "change:1")
    async with database.transaction() as connection:
        await connection.execute(deliveries.delete())
    await announce(database, ids, "change:2")
    assert [row.id for row in await rows(database)] == [2]

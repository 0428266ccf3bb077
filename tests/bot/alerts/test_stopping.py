"""The courier stops: what is in flight comes to its end, the rest is given back."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.alerts.clock import Clock, system_clock
from bot.alerts.courier import Courier
from bot.alerts.limits import Limit, Limits
from bot.alerts.terms import Terms
from bot.database import Database
from bot.model import Delivery, Outcome
from tests.bot.alerts.owing import announce, owed_to, places, rows, states
from tests.bot.alerts.platforms import FREE, FakeChat, FakeClock, courier_for, landed


class SlowChat(FakeChat):
    """Answers when it is told to."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__(clock)
        self.asked = asyncio.Event()
        self.answer = asyncio.Event()

    async def post(self, delivery: Delivery) -> Outcome:
        self.asked.set()
        await self.answer.wait()
        return await super().post(delivery)


async def test_what_is_in_flight_is_settled_and_what_waits_is_given_back(
    database: Database, clock: FakeClock
) -> None:
    await owed_to(database, *places(5))
    chat = SlowChat(clock)
    terms = Terms(limits={"discord": Limits(platform=Limit(1, 0.2))})
    courier = courier_for(database, clock, chat, terms=terms)
    await courier.turn()
    await chat.asked.wait()
    stopping = asyncio.create_task(courier.stop())
    await clock.stand_still()
    assert not stopping.done()
    chat.answer.set()
    await stopping
    assert await states(database) == ["sent"] + ["owed"] * 4
    for row in (await rows(database))[1:]:
        assert (row.attempts, row.attempted_at, row.owner) == (0, None, None)


async def test_what_does_not_end_in_time_is_known_to_be_open(
    database: Database, clock: FakeClock
) -> None:
    await owed_to(database, *places(1))
    chat = SlowChat(clock)
    courier = courier_for(database, clock, chat)
    await courier.turn()
    await chat.asked.wait()
    await courier.stop(patience=0.0)
    (row,) = await rows(database)
    assert (row.state, row.attempted_at, row.code) == ("owed", clock.now(), "stopped")
    chat.answer.set()
    clock.time += 20
    again = courier_for(database, clock, chat)
    await again.turn()
    await landed(again, clock)
    assert chat.tried[0].attempted_at is not None


async def test_it_runs_by_itself_until_it_is_stopped(database: Database, clock: FakeClock) -> None:
    ids = await owed_to(database, *places(3))
    chat = FakeChat(clock)
    terms = replace(FREE, gather=0.0)
    courier = Courier(database, {"discord": chat}, terms=terms, clock=_in_real_time(clock))
    running = asyncio.create_task(courier.run())
    await chat.reached(3)
    await announce(database, ids, "change:2")
    courier.wake()
    await chat.reached(6)
    await courier.stop()
    await running
    assert await states(database) == ["sent"] * 6


def _in_real_time(clock: FakeClock) -> Clock:
    return replace(system_clock(), now=clock.now)


@pytest.mark.parametrize("times", [1, 2])
async def test_who_stops_before_it_ran_or_twice_has_stopped(
    database: Database, clock: FakeClock, times: int
) -> None:
    courier = courier_for(database, clock, FakeChat(clock))
    for _ in range(times):
        await courier.stop()
    await asyncio.wait_for(courier.run(), 5)

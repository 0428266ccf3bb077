"""The relay once more: after it died, beside another process, on a base that was made anew."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import timedelta
from itertools import count

from sqlalchemy import event

from bot.alerts.news import news_since
from bot.alerts.relay import tell
from knowledge.ingest import ingest_folder
from tests.bot.alerts.living import STATUS, THERE, VALUE, VEGA, World


class Died(Exception):
    pass


async def step_by_step(world: World) -> int:
    """Let relays die at their first statement, then at their second, and so on, until one ends."""
    engine = await world.database.engine()
    left = 0

    @event.listens_for(engine.sync_engine, "before_cursor_execute")
    def die(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise Died

    for dies_at in count(1):
        left = dies_at
        world.now += timedelta(minutes=1)  # by when the one that died leads no more
        with suppress(Died):
            await world.a_relay().step(world.now)
            event.remove(engine.sync_engine, "before_cursor_execute", die)
            return dies_at
    raise AssertionError


async def test_dying_anywhere_in_a_step_loses_and_doubles_nothing(world: World) -> None:
    await world.asks("everything")
    await world.asks("everything", THERE, digest="daily@09:00")
    world.edit(VEGA, *STATUS)
    world.add_many(2)
    await world.renew()
    assert await step_by_step(world) > 12
    assert sorted(await world.owed()) == [
        "post: Changed: Vega 5.1 (status)",
        "post: New: Letter port-0 to Lyra Labs of 3 August 2026",
        "post: New: Letter port-1 to Lyra Labs of 3 August 2026",
    ]
    assert await world.numbers() == [1, 2, 3]
    world.now += timedelta(days=1)
    assert await step_by_step(world) > 8
    assert len(await world.owed()) == 3
    assert [line[:14] for line in await world.owed(THERE)] == ["post: 3 alerts"]
    assert len(await world.owed(THERE, state="folded")) == 3


async def test_a_base_made_anew_is_no_news(world: World) -> None:
    await world.asks("everything")
    world.edit(VEGA, *STATUS)
    world.store.connection.execute("delete from changes")
    for n, entry in enumerate(world.store.ids(), 1):
        world.store.connection.execute(
            "insert into changes values (?, 'added', ?, 'model', 'x', '2026-11-09', '[]')",
            (n, entry),
        )
    assert await world.step(hours=1) == 0
    world.edit(VEGA, *VALUE)
    assert await world.step(hours=1) == 1


async def test_news_that_are_written_already_are_left_out(world: World) -> None:
    await world.asks("everything")
    world.edit(VEGA, *STATUS)
    await world.step(hours=1)
    log = world.store.log()
    news = await world.office.read(lambda desk: news_since(desk, log.newest - 1, log.newest))
    async with world.database.transaction() as connection:
        assert await tell(connection, news, world.now) == 0


async def test_a_change_brought_in_by_another_process_is_noticed(world: World) -> None:
    await world.asks("everything")
    world.edit(VEGA, *STATUS)
    ingest_folder(world.store, world.folder, world.now)
    assert await world.step(hours=1) == 1


async def test_the_relay_runs_until_it_is_stopped(world: World) -> None:
    await world.asks("everything")
    world.edit(VEGA, *STATUS)
    running = asyncio.ensure_future(world.relay.run())
    await world.told.wait()
    world.relay.stop()
    await running
    assert len(await world.owed()) == 1

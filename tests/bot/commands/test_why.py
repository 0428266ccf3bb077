"""`why` tells what became of an alert, or what stood against it: a test for each outcome."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import update

from bot.alerts.tables import deliveries
from tests.bot.alerts.living import BOB, STATUS, VEGA, World, words


async def of(world: World, entry: str = "vega 5.1") -> str:
    return words(await world.says("why", person=BOB, entry=entry))


async def test_why_tells_of_each_outcome(world: World) -> None:
    assert "This channel has no subscription." in await of(world)
    await world.asks("model:vega-5.1")
    assert "Subscription 1 began, or went on again, after" in await of(world)
    world.edit(VEGA, *STATUS)
    await world.renew()
    world.now += timedelta(hours=1)
    assert "is not told yet" in await of(world)
    await world.step()
    assert "A post of 2 November 2026, 13:00 UTC (alert 1) is on its way." in await of(world)
    await world.deliver("owed", code="timeout", attempts=2)
    assert "2 tries failed with `timeout`." in await of(world)
    await world.deliver("parked")
    assert "waits, since this channel cannot be posted to" in await of(world)
    for state, told in (
        ("sent", "was sent on 2 November 2026, 13:00 UTC."),
        ("dead", "failed for good with `timeout`."),
        ("dropped", "was overtaken by a later one."),
        ("gathered", "is gathered with others and goes out on"),
        ("folded", "went out in one post with others."),
    ):
        async with world.database.transaction() as connection:
            await connection.execute(update(deliveries).values(state=state))
        text = await of(world)
        assert told in text
        assert "Subscription 1 asks for it: `model:vega-5.1`." in text


async def test_why_tells_what_stood_against_it(world: World) -> None:
    await world.asks("model:vega-5.1 event:new")
    world.edit(VEGA, *STATUS)
    await world.step(hours=1)
    assert "`event:new` is not met (the change has event: changed)" in await of(world)
    await world.says("mute", entry="vega 5.1")
    assert "It is muted in this channel. `mute entry:vega-5.1 off:yes`" in await of(world)
    await world.says("mute", entry="vega 5.1", off="yes")
    await world.asks("model:vega-5.1")
    await world.says("pause", which="2")
    world.edit(VEGA, "350,000 tokens", "360,000 tokens")
    await world.step(hours=1)
    assert "Subscription 2 was paused when it changed" in await of(world)
    await world.says("resume", which="2")
    assert "Subscription 2 began, or went on again, after" in await of(world)
    world.edit(VEGA, "makes Vega 5.1.", "is the maker of Vega 5.1.")
    await world.step(hours=1)
    assert "Only words of it were corrected" in await of(world)


async def test_why_knows_an_entry_that_was_withdrawn(world: World) -> None:
    await world.asks("everything")
    world.remove("quotes/hale-leak-is-closed.toml")
    await world.step(hours=1)
    assert "is on its way" in await of(world, "hale-leak-is-closed")
    assert "I have no entry called" in await of(world, "nothing-of-the-kind")

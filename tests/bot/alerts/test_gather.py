"""What is gathered for a channel: one roll-up of a burst, one digest at its hour."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select

from bot.alerts.tables import announcements
from bot.plain import plain_text
from tests.bot.alerts.living import START, STATUS, THERE, VEGA, World


async def test_ten_within_an_hour_are_ten_posts(world: World) -> None:
    await world.asks("everything")
    world.add_many(10)
    assert await world.step(hours=1) == 10
    assert await world.numbers() == list(range(1, 11))


async def test_a_burst_becomes_one_roll_up(world: World) -> None:
    await world.asks("everything")
    world.add_many(11)
    assert await world.step(hours=1) == 1
    [card] = await world.cards()
    assert card.headline.startswith("11 alerts: New: Letter port")
    assert plain_text(card).count("New: Letter port") == 11
    assert len(await world.owed(state="folded")) == 11
    assert await world.numbers() == [1]


async def test_what_is_over_within_the_hour_waits_for_its_end(world: World) -> None:
    await world.asks("everything")
    world.add_many(10)
    await world.step(hours=1)
    await world.deliver()
    world.add_many(3, start=10)
    assert await world.step(minutes=10) == 0
    assert await world.step(minutes=49) == 0
    assert len(await world.owed(state="gathered")) == 3
    assert await world.step(minutes=1) == 1
    [card] = await world.cards()
    assert card.headline.startswith("3 alerts")


async def test_a_digest_gathers_until_its_hour_in_its_zone(world: World) -> None:
    await world.asks("everything", digest="daily@09:00", zone="Europe/Berlin")
    world.edit(VEGA, *STATUS)
    world.add_many(2)
    assert await world.step(hours=1) == 0
    world.now = datetime(2026, 11, 3, 7, 59, tzinfo=START.tzinfo)
    assert await world.step() == 0
    assert await world.step(minutes=1) == 1  # nine o'clock in Berlin's winter
    [card] = await world.cards()
    assert card.headline.startswith("3 alerts: ")
    assert "Vega 5.1 has been" in plain_text(card)
    assert "] Lyra Labs (Mara Voss), “Vega 5.1 returns”" in plain_text(card)
    assert await world.step(hours=1) == 0


async def test_one_alone_in_a_digest_is_the_alert_itself(world: World) -> None:
    await world.asks("everything", digest="daily@09:00")
    world.edit(VEGA, *STATUS)
    await world.step(hours=1)
    await world.step(days=1)
    assert await world.owed() == ["post: Changed: Vega 5.1 (status)"]


async def test_at_once_wins_over_a_digest(world: World) -> None:
    await world.asks("everything", digest="daily@09:00")
    await world.asks("kind:model")
    world.edit(VEGA, *STATUS)
    assert await world.step(hours=1) == 1


async def test_what_was_gathered_and_is_withdrawn_is_told_to_nobody(world: World) -> None:
    await world.asks("everything", digest="daily@09:00")
    world.add("port")
    await world.step(hours=1)
    world.remove("directives/us-port.toml")
    await world.step(hours=1)
    assert await world.step(days=1) == 0
    assert len(await world.owed(state="dropped")) == 1


async def test_channels_that_get_the_same_digest_get_one_announcement(world: World) -> None:
    await world.asks("everything", digest="daily@09:00")
    await world.asks("kind:directive", THERE, digest="daily@09:00")
    world.add_many(2)
    await world.step(hours=1)
    assert await world.step(days=1) == 2
    async with world.database.transaction() as connection:
        bundles = announcements.c.key.like("gathered:%")
        query = select(func.count()).select_from(announcements).where(bundles)
        assert await connection.scalar(query) == 1

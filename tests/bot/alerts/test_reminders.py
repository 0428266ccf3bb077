"""Reminders: 30, 7 and 1 days before, each once, to those who asked in time."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.alerts.reminders import last_day
from bot.plain import plain_text
from tests.bot.alerts.living import HERE, SB990, THERE, World


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


async def test_a_deadline_is_told_thirty_seven_and_one_days_before(world: World) -> None:
    await world.asks("event:deadline directive:us-ca-sb990")
    told = []
    for days in (29, 1, 1, 21, 1, 1, 5, 1, 1, 9):  # until 1, 2, 3, 24, 25, 26, 31 December, ...
        await world.step(days=days)
        told += [(world.now.date(), headline) for headline in await world.owed()]
        await world.deliver()
    due = "California SB 990, Frontier Release Act"
    assert told == [
        (date(2026, 12, 2), f"post: Due in 30 days: {due}"),
        (date(2026, 12, 25), f"post: Due in 7 days: {due}"),
        (date(2026, 12, 31), f"post: Due tomorrow: {due}"),
    ]


async def test_a_reminder_goes_out_from_its_hour_on_and_once(world: World) -> None:
    await world.asks("event:deadline directive:us-ca-sb990")
    world.now = at("2026-12-01T12:00")
    await world.step()
    world.now = at("2026-12-02T07:59")
    assert await world.step() == 0
    assert await world.step(minutes=1) == 1
    assert await world.step(minutes=1) == 0
    assert await world.a_relay().step(world.now) == 0


async def test_what_was_missed_is_made_up_for_once_with_the_days_that_are_left(
    world: World,
) -> None:
    await world.asks("event:deadline directive:us-ca-sb990")
    world.now = at("2026-12-24T12:00")
    await world.step()
    await world.deliver()
    world.now = at("2026-12-31T12:00")
    assert await world.step() == 1
    [headline] = await world.owed()
    assert headline.startswith("post: Due tomorrow: ")


async def test_who_asks_after_a_reminder_was_due_is_not_told_of_it(world: World) -> None:
    world.now = at("2026-12-02T12:00")
    await world.asks("event:deadline directive:us-ca-sb990", THERE)
    assert await world.step(minutes=1) == 0
    assert await world.owed(THERE) == []


async def test_a_filter_for_other_events_gets_no_reminder(world: World) -> None:
    await world.asks("event:new,changed")
    await world.asks("directive:us-ca-sb990", THERE)
    world.now = at("2026-12-02T12:00")
    await world.step()
    assert await world.owed(HERE) == []
    assert len(await world.owed(THERE)) == 1


async def test_a_reminder_is_no_post_that_a_change_would_mend(world: World) -> None:
    await world.asks("directive:us-ca-sb990")
    world.now = at("2026-12-02T12:00")
    await world.step()
    await world.deliver()
    world.edit(SB990, "up to $500,000", "up to $600,000")
    assert await world.step(hours=1) == 1
    [headline] = await world.owed()
    assert headline == "post: Changed: California SB 990, Frontier Release Act (penalty)"


async def test_a_reminder_tells_what_is_due_and_who_says_so(world: World) -> None:
    await world.asks("directive:us-ca-sb990")
    world.now = at("2026-12-25T12:00")
    await world.step()
    [card] = await world.cards()
    text = plain_text(card)
    assert "Due 1 January 2027 (in 7 days)" in text
    assert "publish their first test reports" in text
    assert "[1] California" in text


@pytest.mark.parametrize(
    ("now", "day"),
    [("2026-12-02T07:59", date(2026, 12, 1)), ("2026-12-02T08:00", date(2026, 12, 2))],
)
def test_a_day_begins_at_its_hour(now: str, day: date) -> None:
    assert last_day(at(now)) == day

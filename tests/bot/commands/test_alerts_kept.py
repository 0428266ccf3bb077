"""What can be done with a channel's subscriptions once they are made, and how they stand."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from bot.alerts.subscriptions import of_channel
from bot.alerts.tables import audit, channels
from bot.model import Person
from tests.bot.alerts.living import BOB, HERE, STATUS, VEGA, World, offered, subscribe, words


async def test_list_tells_who_made_what_and_when(world: World) -> None:
    assert "This channel has no alerts." in words(await world.says("list", person=BOB))
    await subscribe(world, "leak")
    await world.says("mute", entry="vega 5.1")
    shown = await world.says("list", person=BOB)
    assert "1: leak, at once, by Ada Wick on 2 November 2026" in words(shown)
    assert "Muted: Vega 5.1" in words(shown)
    assert "ended alerts" in words(await world.presses(offered(shown, "End 1")))
    assert "unmuted Vega 5.1" in words(await world.presses(offered(shown, "Unmute vega-5.1")))


async def test_a_pause_ends_by_itself_or_by_resume(world: World) -> None:
    await subscribe(world, "model:vega-5.1")
    await world.step()
    paused = await world.says("pause", options={"for": "2d"})
    assert "[to all] Ada Wick paused alerts in this channel until 4 November 2026, 12:00 UTC" in (
        words(paused)
    )
    assert ", paused until 4 November 2026, 12:00 UTC" in words(await world.says("list"))
    world.edit(VEGA, *STATUS)
    assert await world.step(days=1) == 0
    world.edit(VEGA, STATUS[1], STATUS[0])
    assert await world.step(days=1) == 1
    await world.says("pause")
    assert "resumed alerts in this channel: model:vega-5.1" in words(await world.says("resume"))
    assert "No alerts of this channel are paused." in words(await world.says("resume"))


@pytest.mark.parametrize("lasting", ["soon", "0d", "-1d", "7 fortnights", "99999d"])
async def test_a_pause_lasts_a_time_that_can_be_told(world: World, lasting: str) -> None:
    await subscribe(world, "leak")
    assert "is no time I know" in words(await world.says("pause", options={"for": lasting}))


async def test_resume_opens_a_channel_that_was_parked(world: World) -> None:
    await subscribe(world, "everything")
    await world.step()
    async with world.database.transaction() as connection:
        values = {"state": "parked", "code": "50013", "reason": "I may not post here."}
        await connection.execute(update(channels).values(**values))
    world.chats["discord"].hindered = "I may not post here."
    assert "The alerts cannot go on yet." in words(await world.says("resume"))
    world.chats["discord"].hindered = None
    assert "opened this channel for alerts again" in words(await world.says("resume"))
    async with world.database.transaction() as connection:
        assert await connection.scalar(select(channels.c.state)) == "open"


async def test_a_digest_is_set_for_one_or_all_and_undone(world: World) -> None:
    await subscribe(world, "leak")
    await subscribe(world, "breach", digest="weekly@mon@09:00")
    done = await world.says("digest", when="daily@9", zone="europe/berlin")
    assert "in a digest each day at 09:00 (Europe/Berlin): leak; breach" in words(done)
    assert {one.digest for one in await of_channel(world.database, HERE)} == {"daily@09:00"}
    await world.presses(offered(done, "Undo 2"))
    assert [one.digest for one in await of_channel(world.database, HERE)] == [
        "daily@09:00", "weekly@mon@09:00",
    ]  # fmt: skip
    shown = await world.says("digest", which="breach")
    assert "2: breach, in a digest each Monday at 09:00" in words(shown)
    await world.presses(offered(shown, "off"))
    assert [one.digest for one in await of_channel(world.database, HERE)] == ["daily@09:00", ""]


async def test_a_subscription_is_meant_by_number_or_filter(world: World) -> None:
    for text in ("leak", "jurisdiction:us,eu", "breach"):
        await subscribe(world, text)
    assert "Which of these alerts shall end?" in words(await world.says("unsubscribe"))
    assert "jurisdiction:eu,us." in words(
        await world.says("unsubscribe", which="jurisdiction:eu,us")
    )
    assert "no subscription “7”. It has: 1 (`leak`), 3 (`breach`)" in words(
        await world.says("unsubscribe", which="7")
    )
    assert "leak; breach" in words(await world.says("unsubscribe", which="all"))
    assert "This channel has no alerts." in words(await world.says("unsubscribe", which="all"))


async def test_every_change_is_written_down_with_who_did_it(world: World) -> None:
    await subscribe(world, "leak")
    await world.says("pause")
    await world.says("resume")
    await world.says("digest", when="daily")
    await world.says("mute", entry="vega 5.1")
    await world.says("unsubscribe", which="1")
    async with world.database.transaction() as connection:
        rows = (await connection.execute(select(audit).order_by(audit.c.id))).all()
    assert [row.action for row in rows] == [
        "subscribe", "pause", "resume", "digest", "mute", "unsubscribe",
    ]  # fmt: skip
    assert {(row.person, row.name) for row in rows} == {("u1", "Ada Wick")}


async def test_a_name_is_shown_without_effect(world: World) -> None:
    sly = Person(id="u3", name="Eve\n\u202e@everyone", manages=True)
    done = await world.says("subscribe", person=sly, filter="leak", confirmed="yes")
    assert done.notice is not None
    assert done.notice.headline.startswith("Eve @everyone subscribed")


# -- test and status


async def test_a_test_goes_the_way_of_alerts(world: World) -> None:
    said = await world.says("test")
    assert "A test goes out to this channel as alert 1." in words(said)
    [card] = await world.cards()
    assert "Ada Wick asked for this test." in words(card)
    await world.deliver()
    assert "last sent | 2 November 2026, 12:00 UTC" in words(await world.says("status"))


async def test_status_tells_how_a_channel_stands(world: World) -> None:
    assert "subscriptions | 0" in words(await world.says("status", person=BOB))
    await subscribe(world, "everything")
    await world.step()
    world.edit(VEGA, *STATUS)
    await world.step(hours=1)
    await world.deliver("dead", code="50035")
    world.add("port")
    await world.step(hours=1)
    async with world.database.transaction() as connection:
        values = {
            "state": "parked", "code": "50013", "reason": "I may not post here.",
            "since": world.now,
        }  # fmt: skip
        await connection.execute(update(channels).values(**values))
    text = words(await world.says("status", person=BOB))
    assert "channel | parked since 2 November 2026, 14:00 UTC (`50013`): I may not" in text
    assert "last number | 2" in text
    assert "last sent | none" in text
    assert "last failed | 2 November 2026, 13:00 UTC, vega-5.1 (`50035`)" in text
    assert "waiting | 1" in text
    assert "given up | 1" in text

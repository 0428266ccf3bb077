"""From a change to what is owed: one post a channel, mended when the entry changes, never twice."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update

from bot.alerts.tables import channels, deliveries, subscriptions
from bot.plain import plain_text
from tests.bot.alerts.living import HERE, SB990, STATUS, THERE, TYPO, VALUE, VEGA, World


async def test_what_was_there_before_anybody_asked_is_no_news(world: World) -> None:
    await world.asks("everything")
    assert await world.step() == 0
    assert await world.owed() == []


async def test_an_added_entry_is_one_post_however_many_subscriptions_ask(world: World) -> None:
    for text in ("kind:directive", "jurisdiction:us", "everything"):
        await world.asks(text)
    await world.asks("jurisdiction:eu", THERE)
    world.add("port")
    assert await world.step(hours=1) == 1
    assert await world.owed() == ["post: New: Letter port to Lyra Labs of 3 August 2026"]
    assert await world.owed(THERE) == []
    assert await world.numbers() == [1]
    assert world.woken == 1


async def test_a_second_look_finds_nothing(world: World) -> None:
    await world.asks("everything")
    world.edit(VEGA, *STATUS)
    assert await world.step(hours=1) == 1
    assert await world.step(minutes=1) == 0
    assert await world.a_relay().step(world.now) == 0
    assert len(await world.owed()) == 1


async def test_a_change_of_status_mends_the_post_and_is_worth_another(world: World) -> None:
    await world.asks("model:vega-5.1")
    world.edit(VEGA, *VALUE)
    await world.step(hours=1)
    assert await world.owed() == ["post: Changed: Vega 5.1 (capability)"]
    await world.deliver()
    world.edit(VEGA, *STATUS)
    assert await world.step(hours=2) == 2
    assert sorted(await world.owed()) == [
        "edit: Changed: Vega 5.1 (status)",
        "post: Changed: Vega 5.1 (status)",
    ]
    assert await world.numbers() == [1, 2]


async def test_any_other_change_mends_the_post_and_adds_a_line(world: World) -> None:
    await world.asks("model:vega-5.1")
    world.edit(VEGA, *STATUS)
    await world.step(hours=1)
    await world.deliver()
    world.edit(VEGA, *VALUE)
    assert await world.step(hours=2) == 2
    edit, line = await world.cards()
    assert edit.headline == "Changed: Vega 5.1 (capability)"
    assert "360,000 tokens" in plain_text(line)
    assert "(before: Chip Week measured that Vega 5.1 reads up to 350,000" in plain_text(line)
    async with world.database.transaction() as connection:
        rows = (await connection.execute(select(deliveries).order_by(deliveries.c.id))).all()
    assert [(row.form, row.follows, row.target) for row in rows[1:]] == [
        ("edit", rows[0].id, f"m{rows[0].id}"),
        ("line", rows[0].id, f"m{rows[0].id}"),
    ]


async def test_what_is_not_out_yet_is_followed_all_the_same(world: World) -> None:
    await world.asks("model:vega-5.1")
    world.edit(VEGA, *STATUS)
    await world.step(hours=1)
    world.edit(VEGA, *VALUE)
    await world.step(hours=2)
    async with world.database.transaction() as connection:
        rows = (await connection.execute(select(deliveries).order_by(deliveries.c.id))).all()
    assert [(row.form, row.follows, row.target) for row in rows] == [
        ("post", None, None),
        ("edit", rows[0].id, None),
        ("line", rows[0].id, None),
    ]


async def test_a_correction_of_wording_is_silent(world: World) -> None:
    await world.asks("model:vega-5.1")
    await world.asks("model:vega-5.1", THERE)
    async with world.database.transaction() as connection:
        there = select(channels.c.id).where(channels.c.platform == THERE.platform)
        values = {"paused_at": world.now, "paused_until": world.now + timedelta(hours=2)}
        await connection.execute(
            update(subscriptions).where(subscriptions.c.channel_id.in_(there)).values(**values)
        )
    world.edit(VEGA, *STATUS)
    await world.step(hours=1)
    await world.deliver()
    world.edit(VEGA, *TYPO)
    assert await world.step(hours=3) == 1
    assert await world.owed() == ["edit: Changed: Vega 5.1 (maker)"]
    assert await world.owed(THERE) == []  # it was paused, has no post, and hears nothing of it


async def test_a_withdrawn_entry_mends_its_post_and_says_so_under_it(world: World) -> None:
    await world.asks("kind:quote")
    quote = "quotes/hale-leak-is-closed.toml"
    world.edit(quote, 'title = "', 'title = "Again: ')
    await world.step(hours=1)
    assert await world.owed() == []  # a header is wording
    world.remove(quote)
    assert await world.step(hours=1) == 1
    [card] = await world.cards()
    assert card.headline == "Withdrawn: Again: Edwin Hale on lifting the letter"
    assert "should not be relied on" in plain_text(card)


async def test_a_withdrawn_entry_that_was_posted_gets_a_line(world: World) -> None:
    await world.asks("kind:directive event:new,ended")
    world.add("port")
    await world.step(hours=1)
    await world.deliver()
    world.remove("directives/us-port.toml")
    assert await world.step(hours=1) == 2
    assert [line.partition(":")[0] for line in await world.owed()] == ["edit", "line"]


async def test_who_asked_for_new_ones_only_has_posts_mended_without_a_word(world: World) -> None:
    await world.asks("kind:directive event:new")
    world.add("port")
    await world.step(hours=1)
    await world.deliver()
    world.edit("directives/us-port.toml", 'value = "ended"', 'value = "rescinded"')
    assert await world.step(hours=1) == 1
    assert [line.partition(":")[0] for line in await world.owed()] == ["edit"]


async def test_a_rule_that_came_to_its_end_is_one_that_ended(world: World) -> None:
    await world.asks("event:ended")
    await world.asks("event:ended", THERE)
    world.edit(
        SB990, 'value = "in-force"\nfrom = "2027-01-01"', 'value = "repealed"\nfrom = "2026-11-01"'
    )
    world.edit(SB990, 'until = "2027-01-01"', 'until = "2026-11-01"')
    await world.step(hours=1)
    assert await world.owed() == ["post: Changed: California SB 990, Frontier Release Act (status)"]


async def test_added_and_changed_before_the_relay_looked_is_new_once(world: World) -> None:
    await world.asks("everything")
    world.add("port")
    await world.renew()
    world.edit("directives/us-port.toml", 'value = "ended"', 'value = "rescinded"')
    await world.renew()
    assert await world.step(hours=1) == 1
    [headline] = await world.owed()
    assert headline.startswith("post: New: ")


async def test_added_and_gone_before_the_relay_looked_is_nothing(world: World) -> None:
    await world.asks("everything")
    world.add("port")
    await world.renew()
    world.remove("directives/us-port.toml")
    await world.renew()
    assert await world.step(hours=1) == 0


async def test_a_muted_entry_is_neither_posted_nor_mended(world: World) -> None:
    await world.asks("everything")
    world.edit(VEGA, *VALUE)
    await world.step(hours=1)
    await world.deliver()
    await world.says("mute", entry="vega-5.1")
    world.edit(VEGA, *STATUS)
    assert await world.step(hours=1) == 0
    await world.says("mute", entry="vega-5.1", off="yes")
    world.edit(VEGA, STATUS[1], STATUS[0])
    assert await world.step(hours=1) == 2


async def test_a_lost_channel_is_owed_nothing_and_a_parked_one_is(world: World) -> None:
    await world.asks("everything")
    await world.asks("everything", THERE)
    async with world.database.transaction() as connection:
        for where, state in ((HERE, "parked"), (THERE, "lost")):
            which = channels.c.platform == where.platform
            await connection.execute(update(channels).where(which).values(state=state))
    world.edit(VEGA, *STATUS)
    assert await world.step(hours=1) == 1
    assert len(await world.owed()) == 1

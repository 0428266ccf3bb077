"""The commands of alerts: exactly what was asked for, seen by all, and nobody else's."""

from __future__ import annotations

import pytest

from bot.alerts.subscriptions import MOST, of_channel
from bot.model import ChannelRef
from bot.router import load_commands
from bot.typed import parse
from tests.bot.alerts.living import (
    ADA,
    BOB,
    HERE,
    STATUS,
    THERE,
    VEGA,
    World,
    offered,
    subscribe,
    words,
)

COMMANDS = {name: one for name, one in load_commands().items() if one.group == "alerts"}


# -- what all have in common


def test_the_verbs_of_alerts_stand_together() -> None:
    assert set(COMMANDS) == {
        "subscribe", "unsubscribe", "list", "pause", "resume", "status", "why", "test", "digest",
        "mute",
    }  # fmt: skip
    assert {name for name, one in COMMANDS.items() if not one.manages} == {"list", "status", "why"}
    assert not [name for name, one in COMMANDS.items() if one.shared]


@pytest.mark.parametrize("name", COMMANDS)
def test_an_example_is_read_as_its_own_command(name: str) -> None:
    assert COMMANDS[name].examples
    for line in COMMANDS[name].examples:
        invocation = parse(line, load_commands())
        assert invocation.command == name
        assert set(invocation.arguments) <= {option.name for option in COMMANDS[name].options}


@pytest.mark.parametrize(
    "line", ["status of sb 53", "why was mythos 5 suspended", "list the models", "test of caisi"]
)
def test_a_question_that_begins_like_a_verb_is_a_question(line: str) -> None:
    assert parse(line, load_commands()).command == "ask"


@pytest.mark.parametrize("name", [name for name, one in COMMANDS.items() if one.manages])
async def test_only_who_manages_alerts_changes_them(world: World, name: str) -> None:
    refused = await world.says(name, person=BOB)
    assert "Only people who manage alerts here" in words(refused)
    assert await of_channel(world.database, HERE) == []


# -- subscribe


async def test_a_subscription_is_shown_before_it_is_confirmed(world: World) -> None:
    shown = await world.says("subscribe", filter='model:"vega 5.1" topic:export-control')
    text = words(shown)
    assert shown.private
    assert "You ask for: model:vega-5.1 topic:export-control" in text
    assert "model: Vega 5.1" in text
    assert "in the last 90 days" in text
    assert await of_channel(world.database, HERE) == []
    done = await world.presses(offered(shown, "Subscribe"))
    assert "[to all] Ada Wick subscribed this channel to alerts, at once: model:vega-5.1" in words(
        done
    )
    [made] = await of_channel(world.database, HERE)
    assert (made.filter, made.made_by, made.made_by_name) == (
        "model:vega-5.1 topic:export-control", "u1", "Ada Wick",
    )  # fmt: skip
    assert (made.after, made.made_at) == (world.store.log().newest, world.now)


async def test_subscribing_twice_gives_the_one_that_exists(world: World) -> None:
    await subscribe(world, "jurisdiction:us,eu kind:directive")
    again = await subscribe(world, "kind:directive jurisdiction:eu jurisdiction:us")
    assert "This channel has that subscription already, as number 1." in words(again)
    assert again.notice is None
    assert len(await of_channel(world.database, HERE)) == 1


async def test_a_channel_has_so_many_subscriptions_and_no_more(world: World) -> None:
    for number in range(MOST):
        await subscribe(world, f"word{number}")
    refused = await subscribe(world, "one more")
    assert f"This channel has {MOST} subscriptions" in words(refused)
    assert len(await of_channel(world.database, HERE)) == MOST


async def test_undo_takes_the_subscription_back_and_again(world: World) -> None:
    done = await subscribe(world, "leak", digest="daily@09:00", zone="Europe/Berlin")
    ended = await world.presses(offered(done, "Undo"))
    assert "[to all] Ada Wick ended alerts in this channel: leak." in words(ended)
    assert await of_channel(world.database, HERE) == []
    back = await world.presses(offered(ended, "Undo"))
    assert "took up alerts again: leak" in words(back)
    [one] = await of_channel(world.database, HERE)
    assert (one.id, one.digest, one.zone) == (1, "daily@09:00", "Europe/Berlin")


async def test_where_the_bot_may_not_post_nothing_is_subscribed(world: World) -> None:
    remedy = "I need Send Messages in #policy. A server admin can set this."
    world.chats["discord"].hindered = remedy
    refused = await world.says("subscribe", filter="leak")
    assert remedy in words(refused)
    world.chats["discord"].hindered = None
    assert "You ask for: leak" in words(await world.presses(offered(refused, "Retry")))


async def test_subscribe_alone_shows_what_there_is_and_a_picker(world: World) -> None:
    await subscribe(world, "leak")
    shown = await world.says("subscribe")
    text = words(shown)
    assert "1: leak, at once, by Ada Wick on 2 November 2026" in text
    assert "jurisdiction, status, topic and min-tier" in text
    picked = await world.presses(offered(shown, "export control"))
    assert "You ask for: topic:export-control" in words(picked)
    assert "every entry and event" in words(await world.presses(offered(shown, "everything")))


async def test_a_word_that_is_a_place_is_told(world: World) -> None:
    text = words(await world.says("subscribe", filter="eu"))
    assert "“eu” is looked for as a word. For the jurisdiction write `jurisdiction:eu`." in text


async def test_a_wrong_filter_is_told_with_what_was_meant(world: World) -> None:
    text = words(await world.says("subscribe", filter="juristiction:eu"))
    assert "Did you mean `jurisdiction`?" in text


async def test_nobody_else_is_told_in_a_direct_message(world: World) -> None:
    mine = ChannelRef("discord", ADA.id, "dm1")
    done = await subscribe(world, "leak", mine)
    assert done.notice is None
    assert "ended alerts" in words(await world.presses(offered(done, "Undo"), mine))


async def test_what_the_back_test_counts_is_what_the_relay_posts(world: World) -> None:
    await world.asks("kind:model,directive event:new,changed")
    posts = 0
    world.edit(VEGA, *STATUS)
    posts += await world.step(hours=1)
    world.add("port")
    posts += await world.step(days=1)
    await world.deliver()
    world.edit(VEGA, "350,000 tokens", "360,000 tokens")
    await world.step(days=1)
    world.remove("quotes/hale-leak-is-closed.toml")
    await world.step(days=1)
    assert posts == 2
    text = words(
        await world.says("subscribe", THERE, filter="kind:model,directive event:changed,new")
    )
    assert "2 from the log of changes since 1 November 2026" in text
    assert "The newest: 3 November 2026, Letter port to Lyra Labs" in text


async def test_before_the_log_the_back_test_counts_what_the_entries_record(world: World) -> None:
    text = words(await world.says("subscribe", filter="directive:us-trade-letter-2026-08-03"))
    assert "2 alerts in the last 90 days: 2 from days on which the entries record an event" in text
    assert "The newest: 14 September 2026, The Trade Office withdrew its letter" in text
    only = words(await world.says("subscribe", filter="event:deadline"))
    assert "no alert in the last 90 days" in only
    assert "The next thing due:" in only

"""App Home, and what the chat with the bot offers to be asked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.adapters.slack.words import meant
from bot.alerts.subscriptions import Actor, Wanted, subscribe
from bot.model import ChannelRef, Person
from bot.router import load_commands
from knowledge.changes import Log
from tests.bot.adapters.slack.bench import Bench, commands
from tests.bot.adapters.slack.rules import words_of
from tests.bot.adapters.slack.workspace import NOW, TEAM
from tests.bot.fakes import a_command, breaking

ADA = Person(id="U1", name="Ada <!here>", manages=True)


async def subscribed(bench: Bench, channel: str, wanted: str, tenant: str = TEAM) -> None:
    here = ChannelRef("slack", tenant, channel)
    act = Actor(channel=here, person=ADA, now=datetime.fromtimestamp(NOW, UTC))
    await subscribe(bench.office.database, act, Wanted(filter=wanted), a_log())


def a_log() -> Log:
    return Log(began="2026-11-01", newest=0)


def shown(bench: Bench) -> str:
    blocks: list[dict[str, Any]] = bench.slack.views["U1"]["blocks"]
    return words_of(blocks)


async def test_home_shows_what_the_bot_can_do_and_what_is_due(bench: Bench) -> None:
    await bench.open_home()
    words = shown(bench)
    for command in load_commands().values():
        assert f"/airules {command.examples[0]}" in words
    assert "There are none yet" in words
    assert "What is due" in words


async def test_home_shows_the_alerts_of_channels_that_its_reader_is_in(one: Bench) -> None:
    one.slack.channels["C2"].members.discard("U1")
    await subscribed(one, "C1", "jurisdiction:us")
    await subscribed(one, "C2", "lab:secret")
    await subscribed(one, "C1", "lab:elsewhere", tenant="T-other")
    await one.open_home()
    words = shown(one)
    assert "jurisdiction:us" in words
    assert "by Ada <!here>" in words
    assert "secret" not in words
    assert "elsewhere" not in words
    assert "1 in channels that you are not in" in words


async def test_home_shows_nobodys_alerts_where_slack_does_not_say_who_is_where(
    one: Bench,
) -> None:
    await subscribed(one, "C1", "lab:ours")
    one.slack.trouble["users.conversations"].append("missing_scope")
    await one.open_home()
    assert "lab:ours" not in shown(one)


async def test_many_alerts_are_counted(one: Bench) -> None:
    for channel in ("C1", "C2"):
        for number in range(12):
            await subscribed(one, channel, f"lab:l{number}")
    await one.open_home()
    assert "4 more" in shown(one)


async def test_a_button_of_home_is_answered_in_the_chat_with_the_bot(bench: Bench) -> None:
    await bench.open_home()
    await bench.press("Next deadlines", {"blocks": bench.slack.views["U1"]["blocks"]})
    assert bench.slack.said("D1")[0]["text"] == "What is due"


async def test_home_says_where_something_broke(one: Bench) -> None:
    await one.start(commands())
    router = one.chat.counter.router
    router.commands = {"deadlines": a_command("deadlines", breaking)}
    await one.open_home()
    assert "Something broke on my side" in shown(one)


async def test_the_chat_offers_prompts_without_a_thread(bench: Bench) -> None:
    await bench.open_home("messages")
    given = bench.slack.prompts["D1"]
    assert "thread_ts" not in given
    assert "who may use which AI model" in given["title"]
    assert 3 <= len(given["prompts"]) <= 4
    assert bench.slack.views == {}
    assert bench.slack.said("D1") == []  # nobody is written to unasked


async def test_every_prompt_means_a_command_that_is_there(one: Bench) -> None:
    await one.open_home("messages")
    for prompt in one.slack.prompts["D1"]["prompts"]:
        invocation = await meant(one.chat.counter.router, one.office, prompt["message"])
        if prompt["message"] in load_commands():
            assert invocation.command == prompt["message"]
        else:
            assert invocation.arguments == {"question": prompt["message"]}


@pytest.mark.parametrize("tab", ["home", "messages"])
async def test_an_opening_that_slack_tells_of_twice_is_served_once(bench: Bench, tab: str) -> None:
    event = {"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": tab}
    for retry in (None, 1):
        await bench.event(event, retry, id="Ev-same")
    method = "views.publish" if tab == "home" else "assistant.threads.setSuggestedPrompts"
    assert len(bench.slack.called(method)) == 1

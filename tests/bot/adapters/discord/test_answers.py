"""Commands, presses and names half typed, as somebody in a simulated Discord sees them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import discord
import pytest

from bot.adapters.discord.answers import NO_WORDS
from bot.cooldown import Cooldown
from bot.model import Command, Invocation, Office, Option
from bot.reply import Reply
from bot.router import load_commands
from knowledge.desk import Desk
from tests.bot.adapters.discord.conftest import (
    Open,
    Sim,
    labels,
    response,
    words,
)
from tests.bot.fakes import a_command, breaking, said

T = TypeVar("T")
GIVEN = {
    "ask": {"question": "who may use vega 5.1?"},
    "changes": {"since": "2026-10-15"},
    "compare": {"first": "vega 5", "second": "vega 5.1"},
    "deadlines": {},
    "directive": {"name": "eo 15001", "part": "deadline"},
    "feedback": {"question": "who may use vega 5.1?", "remark": "there is a newer order"},
    "help": {},
    "model": {"name": "vega 5.1"},
    "quote": {"name": "mara voss"},
    "search": {"words": "leak"},
    "sources": {"name": "vega 5.1"},
    "timeline": {"name": "vega 5.1"},
    "who": {"model": "vega 5.1"},
}


# -- commands


def test_every_command_that_stands_for_itself_is_given_below() -> None:
    alone = {name for name, command in load_commands().items() if command.group is None}
    assert alone == set(GIVEN)


@pytest.mark.parametrize("name", GIVEN)
async def test_a_command_answers_its_person_alone(sim: Sim, name: str) -> None:
    result = await sim.alice.slash(sim.channel, name, **GIVEN[name])
    assert result.acknowledged
    assert response(result).ephemeral
    assert words(response(result))
    assert result.followups == []
    assert sim.posted() == []


async def test_all_commands_in_one_world_are_there_for_everyone(sim: Sim) -> None:
    assert set(GIVEN) <= set(sim.alice.available_commands(sim.channel))


async def test_a_command_in_a_direct_message_is_answered_plainly(sim: Sim) -> None:
    result = await sim.alice.user.slash("who", model="vega 5.1")
    assert not response(result).ephemeral
    assert "Share" not in labels(response(result))  # nobody else is there


async def test_what_cannot_be_done_is_said_to_the_person_alone(sim: Sim) -> None:
    result = await sim.alice.slash(sim.channel, "who", model="vega 7")
    assert response(result).ephemeral
    assert "I have no model called" in words(response(result))
    assert labels(response(result)) == ["Vega 5", "Vega 5.1"]


async def test_a_fault_of_ours_is_one_sentence_with_a_reference(open_sim: Open) -> None:
    async with open_sim({"break": a_command("break", breaking)}) as sim:
        result = await sim.alice.slash(sim.channel, "break")
        assert response(result).ephemeral
        assert "Something broke on my side (reference " in words(response(result))
        assert "inner secret" not in words(response(result))


async def test_who_asks_too_often_is_told_so_privately(open_sim: Open) -> None:
    async with open_sim(cooldown=Cooldown(lambda: 0.0)) as sim:
        for _ in range(5):
            await sim.alice.slash(sim.channel, "help")
        result = await sim.alice.slash(sim.channel, "help")
        assert response(result).ephemeral
        assert "Ask again in 10 seconds" in words(response(result))


async def test_a_notice_goes_to_everyone_after_the_answer(open_sim: Open) -> None:
    async def act(office: Office, invocation: Invocation) -> Reply:
        return replace(said("Subscribed."), private=True, notice=said("alice subscribed."))

    command = Command(name="subscribe", summary="Subscribes", act=act, shared=False)
    async with open_sim({"subscribe": command}) as sim:
        result = await sim.alice.slash(sim.channel, "subscribe")
        assert words(response(result)) == "Subscribed."
        assert sim.posted() == ["alice subscribed."]
        direct = await sim.alice.user.slash("subscribe")
        assert direct.followups == []


async def test_alerts_are_for_those_who_manage_the_server(sim: Sim) -> None:
    manage = discord.Permissions(manage_guild=True)
    mods = sim.guild.create_role("Mods", permissions=manage)
    mod = sim.guild.add_member(sim.env.create_user("mod"), roles=[mods])
    assert "alerts list" not in sim.alice.available_commands(sim.channel)
    listed = await mod.slash(sim.channel, "alerts list")
    assert response(listed).ephemeral
    asked = await mod.slash(sim.channel, "alerts subscribe", filter="jurisdiction:us")
    assert "Subscribe" in labels(response(asked)), words(response(asked))
    refused = await sim.alice.send(sim.channel, f"{sim.mention} subscribe everything")
    assert refused.id
    assert "Only people who manage alerts here" in sim.posted()[-1]
    done = await mod.click(response(asked), label="Subscribe")
    assert [message.ephemeral for message in done.followups] == [True, False]
    assert "mod" in sim.posted()[-1]


# -- acknowledging


async def test_acknowledging_does_not_wait_for_the_reader(open_sim: Open, desk: Desk) -> None:
    """While the reader is held up, the acknowledgement is already there."""
    released = asyncio.Event()
    acknowledged: list[bool] = []

    async def read(look_up: Callable[[Desk], T]) -> T:
        acknowledged.append(any(r.path.endswith("/callback") for r in sim.env.http_requests))
        asyncio.get_running_loop().call_soon(released.set)
        await released.wait()
        return look_up(desk)

    async with open_sim(read=read) as sim:
        result = await sim.alice.slash(sim.channel, "who", model="vega 5.1")
        assert acknowledged == [True]
        assert "Who may use Vega 5.1" in words(response(result))


@pytest.mark.parametrize(("status", "code"), [(404, 10062), (400, 40060)])
async def test_what_cannot_be_acknowledged_is_left_alone(sim: Sim, status: int, code: int) -> None:
    sim.env.inject_error("POST", "/interactions/*/callback", status=status, code=code)
    result = await sim.alice.slash(sim.channel, "who", model="vega 5.1")
    assert not result.acknowledged
    assert result.response is None
    assert sim.posted() == []


async def test_each_interaction_is_acknowledged_once_and_answered_once(sim: Sim) -> None:
    result = await sim.alice.slash(sim.channel, "who", model="vega 5.1")
    await sim.alice.click(response(result), label="Timeline")
    sent = [r.method for r in sim.env.http_requests if r.path.startswith(("/inter", "/webh"))]
    assert sent == ["POST", "PATCH", "POST", "POST"]


async def test_a_reply_that_is_refused_goes_out_as_its_words(sim: Sim) -> None:
    sim.env.inject_error("PATCH", "/webhooks/*", status=400, code=50035)
    result = await sim.alice.slash(sim.channel, "who", model="vega 5.1")
    assert "Everyone, foreign nationals too" in words(response(result))
    assert labels(response(result)) == []


@pytest.mark.parametrize("status", [404, 503])
async def test_a_reply_that_cannot_be_sent_costs_nothing_else(sim: Sim, status: int) -> None:
    sim.env.inject_error("PATCH", "/webhooks/*", status=status)
    await sim.alice.slash(sim.channel, "who", model="vega 5.1")
    result = await sim.alice.slash(sim.channel, "who", model="vega 5.1")
    assert "Who may use Vega 5.1" in words(response(result))


# -- names half typed


@pytest.mark.parametrize(
    ("command", "option", "typed", "first"),
    [
        ("who", "model", "veg", "Vega 5"),
        ("directive", "name", "eo 15", "Executive Order 15001"),
        ("directive", "part", "pen", "penalty"),
        ("directive", "part", "", "access"),
        ("who", "model", "xylophone", None),
    ],
)
async def test_names_are_offered_best_first(
    sim: Sim, command: str, option: str, typed: str, first: str | None
) -> None:
    offered = await sim.alice.autocomplete(sim.channel, command, option, typed)
    assert (offered[0]["value"] if offered else None) == first
    assert len(offered) <= 25


async def test_too_many_or_too_long_names_are_offered_within_the_limits(open_sim: Open) -> None:
    names = [f"{n} {'long ' * 40}" for n in range(60)]
    option = Option(name="name", summary="a name", complete=lambda desk, typed: names)
    async with open_sim({"echo": a_command("echo", None, option)}) as sim:
        offered = await sim.alice.autocomplete(sim.channel, "echo", "name", "l")
        assert len(offered) == 25


async def test_names_that_cannot_be_found_are_none(open_sim: Open) -> None:
    def complete(desk: Desk, typed: str) -> list[str]:
        raise RuntimeError("inner secret")

    option = Option(name="name", summary="a name", complete=complete)
    async with open_sim({"echo": a_command("echo", None, option)}) as sim:
        assert await sim.alice.autocomplete(sim.channel, "echo", "name", "l") == []


async def test_names_offered_too_late_harm_nobody(sim: Sim) -> None:
    sim.env.inject_error("POST", "/interactions/*/callback", status=404, code=10062)
    assert await sim.alice.autocomplete(sim.channel, "who", "model", "veg") == []


# -- the menu of a message


async def test_a_claim_is_checked_for_the_person_alone(sim: Sim) -> None:
    bob = sim.guild.add_member(sim.env.create_user("bob"))
    message = await bob.send(sim.channel, "Foreign nationals may not use Vega 5.1 <@123456789012>")
    result = await sim.alice.context_menu(sim.channel, "Check this claim", message)
    assert response(result).ephemeral
    assert "Vega 5.1" in words(response(result))
    assert sim.posted() == []


async def test_a_message_without_words_cannot_be_checked(sim: Sim) -> None:
    message = await sim.alice.send(sim.channel, attachments=[("a.txt", b"x")])
    result = await sim.alice.context_menu(sim.channel, "Check this claim", message)
    assert words(response(result)) == NO_WORDS

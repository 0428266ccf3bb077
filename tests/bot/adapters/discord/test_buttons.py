"""Buttons: what a press does, for whom, after a restart, and for a long reply its pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import simcord
from sqlalchemy import text

from bot.adapters.discord.answers import OLD_BUTTON, OLD_PAGES
from bot.adapters.discord.buttons import turn_id
from bot.cooldown import Cooldown
from bot.database import Database
from bot.kept import KEPT_FOR
from bot.model import Invocation, Office
from bot.reply import Listing, Paragraph, Reply
from bot.router import Router, load_commands
from knowledge.desk import Desk
from tests.bot.adapters.discord.conftest import (
    Open,
    Sim,
    followup,
    labels,
    new_chat,
    response,
    words,
)
from tests.bot.conftest import NOW
from tests.bot.fakes import a_command, asking_on


async def test_a_press_gives_its_command_for_the_presser_alone(sim: Sim) -> None:
    result = await sim.alice.slash(sim.channel, "who", model="vega 5.1")
    pressed = await sim.alice.click(response(result), label="Timeline")
    assert followup(pressed).ephemeral
    assert "Timeline of Vega 5.1" in words(followup(pressed))
    assert sim.posted() == []


async def test_share_posts_for_everyone_with_who_shared_and_what_was_asked(sim: Sim) -> None:
    result = await sim.alice.slash(sim.channel, "who", model="vega 5.1")
    pressed = await sim.alice.click(response(result), label="Share")
    assert not followup(pressed).ephemeral
    [posted] = sim.posted()
    assert posted.startswith("### Who may use Vega 5.1\n-# alice shared this: who vega 5.1")
    assert "Share" not in labels(followup(pressed))


async def test_a_follow_up_is_shared_as_it_was_answered(open_sim: Open, office: Office) -> None:
    async with open_sim({"ask": asking_on()}) as sim:
        await sim.alice.slash(sim.channel, "ask", question="who may use vega 5.1?")
        result = await sim.alice.slash(sim.channel, "ask", question="and vega 5?")
        fresh = new_chat(Router({"ask": asking_on()}), office)
        await sim.env.restart_bot(fresh.client)
        await sim.alice.click(response(result), label="Share")
        [posted] = sim.posted()
    assert "alice shared this: ask and vega 5?" in posted
    assert "To “and vega 5?” after “who may use vega 5.1?”: yes." in posted


async def test_what_is_no_longer_kept_is_not_shared(open_sim: Open) -> None:
    later = [NOW]
    async with open_sim(now=lambda: later[0]) as sim:
        result = await sim.alice.slash(sim.channel, "who", model="vega 5.1")
        later[0] += 2 * KEPT_FOR
        await sim.alice.slash(sim.channel, "who", model="vega 5")
        pressed = await sim.alice.click(response(result), label="Share")
        assert followup(pressed).ephemeral
        assert "That answer is no longer kept." in words(followup(pressed))
        assert sim.posted() == []


async def test_wrong_or_missing_is_noted(sim: Sim) -> None:
    question = "who may use vega 5.1, and why may they, " + "please " * 20
    result = await sim.alice.slash(sim.channel, "ask", question=question)
    pressed = await sim.alice.click(response(result), label="Wrong or missing?")
    assert followup(pressed).ephemeral
    assert "Noted under number 1" in words(followup(pressed))


async def test_a_press_in_a_direct_message_is_answered_plainly(sim: Sim) -> None:
    result = await sim.alice.user.slash("who", model="vega 5.1")
    pressed = await sim.alice.user.click(response(result), label="Timeline")
    assert not followup(pressed).ephemeral


async def test_a_refused_share_is_told_to_the_presser_alone(open_sim: Open) -> None:
    async with open_sim(cooldown=Cooldown(lambda: 0.0)) as sim:
        results = [await sim.alice.slash(sim.channel, "changes") for _ in range(5)]
        pressed = await sim.alice.click(response(results[0]), label="Share")
        assert followup(pressed).ephemeral
        assert sim.posted() == []


async def test_a_button_made_before_a_restart_works_after_it(sim: Sim, office: Office) -> None:
    question = "who may use vega 5.1, and why may they, " + "please " * 20
    result = await sim.alice.slash(sim.channel, "ask", question=question)  # longer than an id
    fresh = new_chat(Router(load_commands()), office)
    await sim.env.restart_bot(fresh.client)
    pressed = await sim.alice.click(response(result), label="Share")
    assert "alice shared this: ask who may use vega 5.1, and why" in words(followup(pressed))


# -- buttons that mean nothing


@pytest.mark.parametrize(
    "custom_id", ["", "other-bot:42", "air0|o|who|model=x", "air1k|0123456789abcdef0123", "ü" * 100]
)
async def test_an_unknown_button_is_answered_politely(
    sim: Sim, custom_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = await sim.alice.slash(sim.channel, "who", model="vega 5.1")
    stored = sim.env.backend.get_message(sim.channel.id, response(result).id)
    button = next(c for row in stored.components for c in row.get("components", []))
    button["custom_id"] = custom_id or "x"
    pressed = await sim.alice.click(response(result), custom_id=custom_id or "x")
    assert followup(pressed).ephemeral
    assert words(followup(pressed)) == OLD_BUTTON


# -- pages


def many(count: int) -> Callable[[Desk, Invocation], Reply]:
    """What a command does whose reply has so many lines."""

    def run(desk: Desk, invocation: Invocation) -> Reply:
        items = tuple((f"item {n} " + "word " * 30,) for n in range(1, count + 1))
        return Reply(headline="Items", blocks=(Paragraph(("Items",)), Listing(items)))

    return run


async def test_a_long_reply_is_turned_page_by_page_in_place(open_sim: Open) -> None:
    async with open_sim({"list": a_command("list", many(60))}) as sim:
        result = await sim.alice.slash(sim.channel, "list")
        seen = words(response(result))
        assert "Next" in labels(response(result))
        assert "1 of 3" in labels(response(result))
        for number in (2, 3):
            turned = await sim.alice.click(response(result), label="Next")
            assert turned.followups == []
            assert f"{number} of 3" in labels(response(result))
            seen += words(response(result))
        assert all(f"item {n} " in seen for n in range(1, 61))
        with pytest.raises(simcord.SetupError):  # there is nothing after the last page
            await sim.alice.click(response(result), label="Next")
        await sim.alice.click(response(result), label="Previous")
        assert "2 of 3" in labels(response(result))


async def test_a_page_turned_by_somebody_else_is_theirs_alone(open_sim: Open) -> None:
    async with open_sim({"list": a_command("list", many(60))}) as sim:
        bob = sim.guild.add_member(sim.env.create_user("bob"))
        await sim.alice.send(sim.channel, f"{sim.mention} list")
        message = sim.channel.last_message
        turned = await bob.click(message, label="Next")
        assert followup(turned).ephemeral
        assert "2 of 3" in labels(followup(turned))
        assert "1 of 3" in labels(sim.channel.last_message)


async def test_pages_outlive_a_restart(open_sim: Open, office: Office) -> None:
    commands = {"list": a_command("list", many(60))}
    async with open_sim(commands) as sim:
        result = await sim.alice.slash(sim.channel, "list")
        await sim.env.restart_bot(new_chat(Router(commands), office).client)
        await sim.alice.click(response(result), label="Next")
        assert "2 of 3" in labels(response(result))


async def test_pages_that_are_no_longer_kept_are_said_to_be_gone(sim: Sim) -> None:
    result = await sim.alice.slash(sim.channel, "who", model="vega 5.1")
    stored = sim.env.backend.get_message(sim.channel.id, response(result).id)
    button = next(c for row in stored.components for c in row.get("components", []))
    button["custom_id"] = turn_id("0123456789abcdef0123", 2)
    pressed = await sim.alice.click(response(result), custom_id=button["custom_id"])
    assert words(followup(pressed)) == OLD_PAGES


async def test_pages_that_cannot_be_kept_are_a_fault_of_ours(
    open_sim: Open, database: Database
) -> None:
    async with open_sim({"list": a_command("list", many(60))}) as sim:
        async with database.transaction() as connection:
            await connection.execute(text("drop table kept"))
        result = await sim.alice.slash(sim.channel, "list")
        assert "Something broke on my side (reference " in words(response(result))

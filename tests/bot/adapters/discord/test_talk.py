"""What is said to the bot in words: mentions, replies to its answers, direct messages."""

from __future__ import annotations

import discord
import pytest

from bot.model import Invocation, Option
from bot.reply import Reply
from knowledge.desk import Desk
from tests.bot.adapters.discord.conftest import Open, Sim, labels, words
from tests.bot.fakes import a_command, breaking, said


async def test_a_mention_is_answered_for_all_as_a_reply(sim: Sim) -> None:
    asked = await sim.alice.send(sim.channel, f"{sim.mention} who vega 5.1")
    [posted] = sim.posted()
    assert "Vega 5.1" in posted
    message = sim.channel.last_message
    assert message is not None
    assert message.reference is not None
    assert message.reference.message_id == asked.id
    assert "Share" not in labels(message)


async def test_a_typed_command_in_a_mention_is_given(sim: Sim) -> None:
    await sim.alice.send(sim.channel, f"timeline vega 5.1 {sim.mention.replace('@', '@!')}")
    assert sim.posted()[0].startswith("### Timeline of Vega 5.1")


async def test_a_mention_alone_is_answered_by_help(sim: Sim) -> None:
    await sim.alice.send(sim.channel, sim.mention)
    assert sim.posted()[0].startswith("### What I can do")


async def test_a_reply_to_an_answer_goes_on_in_the_same_conversation(open_sim: Open) -> None:
    def run(desk: Desk, invocation: Invocation) -> Reply:
        return said(f"{invocation.arguments['question']} | {invocation.conversation}")

    question = Option(name="question", summary="a question")
    async with open_sim({"ask": a_command("ask", run, question)}) as sim:
        await sim.alice.send(sim.channel, f"{sim.mention} who may use vega 5.1?")
        answer = sim.channel.last_message
        assert answer is not None
        await sim.alice.send(sim.channel, "and heron 2?", reply_to=answer)
        first, second = sim.posted()
        asked, conversation = second.split(r" \| ")
        assert asked == "and heron 2?"
        assert first.endswith(conversation)
        assert str(sim.alice.id) in conversation


async def test_people_may_talk_under_what_is_no_answer(sim: Sim) -> None:
    """A reply mentions whom it replies to, so under an alert it would be taken for a question."""
    with sim.arranging():
        alert = await sim.env.bot.get_partial_messageable(sim.channel.id).send("An alert")
    await sim.alice.send(sim.channel, "did you all see this?", reply_to=alert)
    assert sim.posted() == [""]


@pytest.mark.parametrize("text", ["who vega 5.1", "@everyone who?", "<@1234567890123>"])
async def test_what_is_not_said_to_the_bot_is_left_alone(sim: Sim, text: str) -> None:
    await sim.alice.send(sim.channel, text)
    assert sim.posted() == []


async def test_a_bot_is_never_answered(sim: Sim) -> None:
    other = sim.guild.add_member(sim.env.create_user("other", bot=True))
    await other.send(sim.channel, f"{sim.mention} who vega 5.1")
    hook = sim.guild.create_webhook(sim.channel, "hook")
    await hook.send(f"{sim.mention} who vega 5.1")
    assert sim.posted() == []


async def test_a_mention_in_a_thread_is_answered_in_it(sim: Sim) -> None:
    first = await sim.alice.send(sim.channel, "let us talk")
    channel = sim.env.bot.get_channel(sim.channel.id)
    assert isinstance(channel, discord.TextChannel)
    with sim.arranging():
        await channel.create_thread(name="talk", message=discord.Object(first.id))
    [thread] = sim.channel.threads
    await sim.alice.send(thread, f"{sim.mention} who vega 5.1")
    assert not any(sim.posted())
    assert thread.last_message is not None
    assert "Vega 5.1" in words(thread.last_message)


async def test_a_direct_message_is_answered(sim: Sim) -> None:
    await sim.alice.send_dm("who vega 5.1")
    answer = sim.alice.user.dm_channel.last_message
    assert answer is not None
    assert "Vega 5.1" in words(answer)
    await sim.alice.send_dm("who vega 7")
    answer = sim.alice.user.dm_channel.last_message
    assert answer is not None
    assert "I have no model called" in words(answer)


async def test_a_fault_of_ours_is_one_sentence(open_sim: Open) -> None:
    async with open_sim({"break": a_command("break", breaking)}) as sim:
        await sim.alice.send(sim.channel, f"{sim.mention} break")
        [posted] = sim.posted()
        assert posted.startswith("Something broke on my side (reference ")


async def test_without_the_channels_history_the_answer_is_no_reply(sim: Sim) -> None:
    sim.env.inject_error("POST", "/channels/*/messages", status=400, code=160002)
    await sim.alice.send(sim.channel, f"{sim.mention} who vega 5.1")
    message = sim.channel.last_message
    assert message is not None
    assert message.reference is None
    assert "Vega 5.1" in words(message)


async def test_where_nothing_may_be_said_nothing_is(sim: Sim) -> None:
    sim.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    await sim.alice.send(sim.channel, f"{sim.mention} who vega 5.1")
    assert sim.posted() == []


async def test_no_mention_that_somebody_types_pings_anybody(sim: Sim) -> None:
    bob = sim.guild.add_member(sim.env.create_user("bob"))
    await sim.alice.send(sim.channel, f"{sim.mention} who {bob.mention} @everyone @here")
    message = sim.channel.last_message
    assert message is not None
    assert (message.mentions, message.role_mentions, message.mention_everyone) == ([], [], False)

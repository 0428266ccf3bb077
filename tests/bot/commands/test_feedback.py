"""Feedback is kept with the answer and how its question was understood, without a name."""

from __future__ import annotations

from bot.feedback import all_feedback
from bot.model import ChannelRef, Invocation, Office, Person
from bot.plain import plain_text
from bot.router import Router, load_commands
from tests.bot.conftest import NOW

ROUTER = Router(load_commands())


def told(**arguments: str) -> Invocation:
    return Invocation(
        command="feedback",
        arguments=arguments,
        person=Person(id="U1SECRET", name="Ann Onymous"),
        channel=ChannelRef("slack", "T1", "C1"),
    )


async def test_what_was_wrong_is_kept_with_the_answer_and_its_trace(office: Office) -> None:
    given = told(question="who may use vega 5.1?", remark="there is a newer order")
    reply = await ROUTER.answer(office, given)
    assert plain_text(reply).startswith("Noted under number 1, without your name.")
    assert reply.private
    [kept] = await all_feedback(office.database)
    assert (kept.number, kept.at, kept.remark) == (1, NOW, "there is a newer order")
    assert "Vega 5.1" in kept.answer
    assert "vega" in kept.trace
    assert "Ann" not in repr(kept)
    assert "U1SECRET" not in repr(kept)


async def test_the_newest_comes_first(office: Office) -> None:
    for question in ("one?", "two?"):
        await ROUTER.answer(office, told(question=question))
    assert [kept.question for kept in await all_feedback(office.database)] == ["two?", "one?"]


async def test_a_table_that_was_wrong_is_told_by_its_command(office: Office) -> None:
    await ROUTER.answer(office, told(question="vega 5.1", answer_to="who"))
    [kept] = await all_feedback(office.database)
    assert (kept.command, kept.question) == ("who", "vega 5.1")


async def test_every_shared_answer_offers_to_say_that_it_is_wrong(office: Office) -> None:
    asked = Invocation(command="who", arguments={"model": "vega 5.1"})
    reply = await ROUTER.answer(office, asked)
    share, *_, wrong = reply.actions
    assert (share.label, share.shown) == ("Share", True)
    assert (share.command, dict(share.arguments)) == ("who", {"model": "vega 5.1"})
    pressed = Invocation(command=wrong.command, arguments=dict(wrong.arguments))
    assert "Noted under number 1" in plain_text(await ROUTER.answer(office, pressed))

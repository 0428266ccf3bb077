"""What is shared is what was shown; it is kept for that, and counts as a command."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.cooldown import Cooldown
from bot.database import Database
from bot.model import ChannelRef, Invocation, Office, Person
from bot.plain import plain_text
from bot.reply import Choice, Reply
from bot.router import Router
from bot.sharing import shareable
from tests.bot.fakes import asking_on, said

ASK = {"question": "may I? \u202e\nreally"}
ANN = Person(id="U1", name="Ann")
HERE = ChannelRef("slack", "T1", "C1")


def asked(arguments: dict[str, str], person: Person | None = ANN) -> Invocation:
    return Invocation(command="ask", arguments=arguments, person=person, channel=HERE)


async def shown(office: Office) -> Reply:
    """An answer as it is shown to one person."""
    return await shareable(office, await Router({"ask": asking_on()}).answer(office, asked(ASK)))


def share(reply: Reply) -> dict[str, str]:
    """What pressing the button that shares a reply carries."""
    [choice] = [action for action in reply.actions if action.shown]
    return dict(choice.arguments)


async def test_what_is_shared_is_what_was_shown_with_who_shares_it(office: Office) -> None:
    reply = await shown(office)
    again = await Router({}).share(office, asked(share(reply)))
    note, *rest = plain_text(again).splitlines()
    assert note == "Ann shared this: ask may I? really"
    assert "\n".join(rest).strip() == plain_text(reply)
    assert again.actions == tuple(action for action in reply.actions if not action.shown)
    assert not again.private


@pytest.mark.parametrize(
    ("name", "words"),
    [("a\u202e\nb" * 90, "abab"), ("", "Somebody shared this")],
)
async def test_a_name_is_one_short_line(office: Office, name: str, words: str) -> None:
    reply = await shown(office)
    again = await Router({}).share(office, asked(share(reply), replace(ANN, name=name)))
    note = plain_text(again).splitlines()[0].replace(" ", "")
    assert note.startswith(words.replace(" ", ""))
    assert len(note) < 120


@pytest.mark.parametrize("arguments", [{}, {"kept": ""}, {"kept": "0" * 20}, {"question": "x"}])
async def test_what_is_not_kept_is_not_shared(office: Office, arguments: dict[str, str]) -> None:
    reply = await Router({"ask": asking_on()}).share(office, asked(arguments))
    assert reply.private
    assert reply.headline.startswith("That answer is no longer kept.")


async def test_sharing_counts_as_a_command(office: Office) -> None:
    router, kept = Router({}, Cooldown(lambda: 0.0)), share(await shown(office))
    replies = [await router.share(office, asked(kept)) for _ in range(6)]
    assert [reply.private for reply in replies] == [False] * 5 + [True]
    assert "Ask again in 10 seconds." in replies[-1].headline


async def test_what_cannot_be_kept_is_shown_but_not_to_be_shared(
    office: Office, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    away = Database(f"sqlite+aiosqlite:///{tmp_path}")  # a folder
    reply = await shown(replace(office, database=away))
    assert [action.label for action in reply.actions] == ["Wrong or missing?"]
    assert plain_text(reply).startswith("To “may I?")
    assert "cannot be kept" in caplog.text


async def test_a_reply_that_cannot_be_shared_is_left_as_it_is(office: Office) -> None:
    reply = replace(said("Done."), actions=(Choice("Sources", "sources"),))
    assert await shareable(office, reply) is reply

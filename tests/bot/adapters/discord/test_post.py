"""Posts over real sockets: made once, however often they are tried."""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.adapters.discord.post import mark_of, nonce_of
from bot.model import (
    Ambiguous,
    ChannelRef,
    Delivery,
    Failed,
    Office,
    Outcome,
    Parked,
    Sent,
    Wait,
)
from bot.reply import Listing, Reply
from tests.bot.adapters.discord.conftest import chat_on, judged
from tests.bot.adapters.discord.wire import ALICE, CHANNEL, CHAT, GUILD, Canned, Wire, served
from tests.bot.conftest import NOW
from tests.bot.fakes import said


def delivery(**changes: Any) -> Delivery:
    parts: dict[str, Any] = {
        "id": "7:42",
        "channel": ChannelRef("discord", GUILD, CHANNEL),
        "reply": said("A new order."),
    }
    return Delivery(**(parts | changes))


@pytest.fixture
async def post(wire: Wire, office: Office) -> AsyncIterator[Callable[..., Awaitable[Outcome]]]:
    """Posts a delivery through a chat that is not connected."""
    chat = chat_on(wire, office)
    yield lambda **changes: chat.post(delivery(**changes))
    await chat.stop()


Post = Callable[..., Awaitable[Outcome]]


async def test_a_post_is_made_with_its_nonce_and_its_mark(wire: Wire, post: Post) -> None:
    assert await post() == Sent("1000")
    [body] = wire.asked("POST")
    assert body["nonce"] == nonce_of(delivery())
    assert body["components"][0]["id"] == mark_of(delivery())
    assert judged(wire) == []


async def test_a_post_that_is_made_twice_is_there_once(wire: Wire, post: Post) -> None:
    wire.canned["POST"] = [Canned(None, after=True)]
    assert isinstance(await post(), Ambiguous)
    assert await post(attempted_at=NOW - timedelta(seconds=30)) == Sent("1000")
    assert len(wire.messages) == 1
    assert wire.asked("GET") == []


async def test_a_post_of_long_ago_is_looked_for_before_it_is_made(wire: Wire, post: Post) -> None:
    await post()
    wire.messages[0]["nonce"] = None  # Discord has forgotten it
    assert await post(attempted_at=NOW - timedelta(minutes=10)) == Sent("1000")
    assert len(wire.messages) == 1
    assert await post(id="7:43", attempted_at=NOW - timedelta(minutes=10)) == Sent("1001")
    assert len(wire.messages) == 2


@pytest.mark.parametrize(
    ("canned", "outcome"),
    [
        (Canned(503), Failed("503")),
        (Canned(None), Failed("ServerDisconnectedError")),
        (Canned(429, {"retry_after": 3, "global": True}), Wait(3.0, "platform")),
    ],
)
async def test_a_look_that_fails_posts_nothing(
    wire: Wire, post: Post, canned: Canned, outcome: Outcome
) -> None:
    wire.canned["GET"] = [canned, canned]  # the client asks once more where the line went dead
    assert await post(attempted_at=NOW - timedelta(minutes=10)) == outcome
    assert wire.asked("POST") == []


async def test_a_line_under_a_post_is_a_reply_to_it(wire: Wire, post: Post) -> None:
    await post(thread="1000")
    [body] = wire.asked("POST")
    assert body["message_reference"] == {"message_id": "1000", "fail_if_not_exists": False}
    assert judged(wire) == []


async def test_an_edit_changes_the_post_in_place(wire: Wire, post: Post) -> None:
    assert await post(edits="900", attempted_at=NOW - timedelta(hours=1)) == Sent("900")
    [body] = wire.asked("PATCH", f"/channels/{CHANNEL}/messages/900")
    assert "nonce" not in body
    assert judged(wire) == []


async def test_a_plain_post_is_its_words_alone(wire: Wire, post: Post) -> None:
    await post(plain=True)
    [body] = wire.asked("POST")
    assert [each["type"] for each in body["components"]] == [10]
    assert judged(wire) == []


async def test_a_long_post_has_pages(wire: Wire, post: Post) -> None:
    items = tuple((f"item {n} " + "word " * 30,) for n in range(60))
    await post(reply=Reply(headline="News", blocks=(Listing(items),)))
    [body] = wire.asked("POST")
    buttons = body["components"][-1]["components"]
    assert [each["label"] for each in buttons] == ["Previous", "1 of 3", "Next"]
    assert judged(wire) == []


async def test_a_channel_whose_allowance_is_used_up_is_not_asked(wire: Wire, post: Post) -> None:
    headers = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset-After": "4.5"}
    wire.canned["POST"] = [Canned(200, {"id": "1"}, headers)]
    assert await post() == Sent("1")
    assert await post(id="7:43") == Wait(4.5, "channel")
    assert len(wire.asked("POST")) == 1


@pytest.mark.parametrize("status", [429, 500, 502, 503])
async def test_nothing_is_tried_twice_or_waited_for(wire: Wire, post: Post, status: int) -> None:
    wire.canned["POST"] = [Canned(status, {"retry_after": 30.0})]
    expected = Wait(30.0, "channel") if status == 429 else Ambiguous(str(status))
    assert await post() == expected
    assert len(wire.asked("POST")) == 1


async def test_where_nobody_listens_nothing_was_posted(office: Office) -> None:
    async with served() as gone:
        chat = chat_on(gone, office)
    assert await chat.post(delivery()) == Failed("ClientConnectorError")
    await chat.stop()


async def test_a_fault_of_ours_is_a_failure(post: Post, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    assert await post(reply=None) == Failed("AttributeError")


def said_in(body: dict[str, Any]) -> str:
    """The first text of a message."""
    return str(body["components"][0]["content"])


ALICE_HERE = ChannelRef("discord", GUILD, str(ALICE["id"]))


async def test_somebody_is_told_in_a_chat_with_him_alone(wire: Wire, office: Office) -> None:
    chat = chat_on(wire, office)
    assert await chat.tell(ALICE_HERE, said("The channel is shut.")) == Sent("1000")
    assert wire.asked("POST", "/users/@me/channels") == [{"recipient_id": ALICE["id"]}]
    [body] = wire.asked("POST", f"/channels/{CHAT}/messages")
    assert "The channel is shut." in body["components"][0]["content"]
    assert body["allowed_mentions"] == {"parse": []}
    assert judged(wire) == []
    await chat.stop()


@pytest.mark.parametrize("opened", [False, True])
async def test_who_takes_no_messages_is_asked_once(
    wire: Wire, office: Office, opened: bool
) -> None:
    refused = Canned(403, {"code": 50007, "message": "Cannot send messages to this user"})
    first = [Canned(200, {"id": CHAT})] if opened else []
    wire.canned["POST"] = [*first, refused]
    chat = chat_on(wire, office)
    outcome = await chat.tell(ALICE_HERE, said("The channel is shut."))
    assert isinstance(outcome, Parked)
    assert outcome.code == "50007"
    assert len(wire.asked("POST")) == 1 + opened
    await chat.stop()


async def test_a_channel_has_an_address(wire: Wire, office: Office) -> None:
    where = ChannelRef("discord", GUILD, CHANNEL)
    address = chat_on(wire, office).address(where)
    assert address == f"https://discord.com/channels/{GUILD}/{CHANNEL}"


async def test_a_letter_of_many_channels_is_laid_out_once_and_each_has_its_own_mark(
    wire: Wire, post: Post
) -> None:
    letter = said('Order 7048391 says "id":0 here.')
    for number in (3, 41):
        for reply in (said("A new order."), letter):
            await post(id=f"7:{number}{len(reply.headline)}", reply=reply, number=number)
    for body, number in zip(wire.asked("POST"), (3, 3, 41, 41), strict=True):
        assert f"Alert {number} in this channel" in str(body)
    marks = [body["components"][0]["id"] for body in wire.asked("POST")]
    assert len(set(marks)) == 4
    for body in wire.asked("POST")[1::2]:
        assert not {str(mark) for mark in marks} & set(re.findall(r"\d+", said_in(body)))
        assert "7048391" in said_in(body)
    assert judged(wire) == []

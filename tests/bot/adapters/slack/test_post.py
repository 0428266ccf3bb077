"""Posts that are owed: once, whatever Slack answers and whenever the connection ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from bot.adapters.slack.app import SlackChat
from bot.adapters.slack.codes import (
    LOST,
    MALFORMED,
    PARKED,
    PASSING,
    REFUSED,
    STOPPED,
    UNSURE,
    WAITING,
    outcome_of,
)
from bot.model import (
    Ambiguous,
    ChannelRef,
    Delivery,
    Failed,
    Malformed,
    Office,
    Outcome,
    Parked,
    PlatformStopped,
    Refused,
    Sent,
    TenantLost,
    Wait,
)
from bot.reply import Listing, Paragraph, Reply
from bot.router import Router
from tests.bot.adapters.slack.bench import a_chat
from tests.bot.adapters.slack.fake import Dropped, FakeSlack, Limited, Status
from tests.bot.adapters.slack.rules import words_of
from tests.bot.adapters.slack.workspace import NOW
from tests.bot.fakes import said

TRIED = datetime.fromtimestamp(NOW, UTC)


def owed(**changes: Any) -> Delivery:
    """A post to C1, unless told otherwise."""
    delivery = Delivery(id="d-1", channel=ChannelRef("slack", "T0TEAM", "C1"), reply=said("New!"))
    return replace(delivery, **changes)


@pytest_asyncio.fixture
async def chat(slack: FakeSlack, office: Office) -> AsyncIterator[SlackChat]:
    """A bot that only posts."""
    posting = a_chat(slack, office, Router({}))
    try:
        yield posting
    finally:
        await posting.stop()


async def test_a_post_carries_its_delivery_and_nothing_unfolds(
    slack: FakeSlack, chat: SlackChat
) -> None:
    outcome = await chat.post(owed())
    (posted,) = slack.said("C1")
    assert outcome == Sent(posted["ts"])
    assert posted["metadata"] == {
        "event_type": "airules_delivery",
        "event_payload": {"delivery_id": "d-1"},
    }
    assert posted["unfurl_links"] is posted["unfurl_media"] is posted["link_names"] is False
    assert posted["text"] == "New!"


async def test_a_delivery_has_one_key_after_a_restart_too(slack: FakeSlack, office: Office) -> None:
    for number in ("d-1", "d-1", "d-2"):
        posting = a_chat(slack, office, Router({}))
        await posting.post(owed(id=number))
        await posting.stop()
    first, second, other = (m["client_msg_id"] for m in slack.said("C1"))
    assert first == second != other


async def test_a_line_goes_under_its_post(slack: FakeSlack, chat: SlackChat) -> None:
    await chat.post(owed(thread="1.5"))
    assert slack.said("C1")[0]["thread_ts"] == "1.5"


async def test_an_edit_replaces_the_post(slack: FakeSlack, chat: SlackChat) -> None:
    sent = await chat.post(owed())
    assert isinstance(sent, Sent)
    edit = owed(id="d-2", edits=sent.remote, reply=said("Newer!"), attempted_at=TRIED)
    assert await chat.post(edit) == sent
    (posted,) = slack.said("C1")
    assert words_of(posted["blocks"]) == "Newer!"


async def test_an_edit_of_a_post_that_is_gone_is_refused(chat: SlackChat) -> None:
    assert await chat.post(owed(edits="1.5")) == Refused("message_not_found")


@pytest.mark.parametrize("edits", [False, True])
async def test_words_alone_are_sent_where_blocks_were_refused(
    slack: FakeSlack, chat: SlackChat, edits: bool
) -> None:
    sent = await chat.post(owed())
    assert isinstance(sent, Sent)
    reply = Reply(headline="h", blocks=(Paragraph(("<!channel> & *all* @here",)),))
    plain = owed(id="d-2", reply=reply, plain=True, edits=sent.remote if edits else None)
    assert isinstance(await chat.post(plain), Sent)
    posted = slack.said("C1")[-1]
    assert not posted.get("blocks")
    assert posted["text"] == "&lt;!channel&gt; &amp; *all* @\u2060here"


@pytest.mark.parametrize("thread", [None, "1700000000.5"])
async def test_a_post_whose_answer_was_lost_is_found_and_not_sent_again(
    slack: FakeSlack, chat: SlackChat, thread: str | None
) -> None:
    for number in range(3):
        await chat.post(owed(id=f"before-{number}", thread=thread))
    slack.trouble["chat.postMessage"].append(Dropped(stored=True))
    assert await chat.post(owed(thread=thread)) == Ambiguous("disconnected")
    for number in range(5):
        await chat.post(owed(id=f"after-{number}", thread=thread))
    again = await chat.post(owed(thread=thread, attempted_at=TRIED))
    ours = [m for m in slack.said("C1") if "'d-1'" in str(m["metadata"])]
    assert [Sent(m["ts"]) for m in ours] == [again]


@pytest.mark.parametrize("thread", [None, "1700000000.5"])
async def test_a_post_that_never_arrived_is_sent_once(
    slack: FakeSlack, chat: SlackChat, thread: str | None
) -> None:
    await chat.post(owed(id="before", thread=thread))
    slack.trouble["chat.postMessage"].append(Dropped(stored=False))
    assert await chat.post(owed(thread=thread)) == Ambiguous("disconnected")
    assert isinstance(await chat.post(owed(thread=thread, attempted_at=TRIED)), Sent)
    assert len(slack.said("C1")) == 2


async def test_what_was_posted_before_the_attempt_is_not_taken_for_it(
    slack: FakeSlack, chat: SlackChat
) -> None:
    await chat.post(owed())
    later = TRIED + timedelta(hours=1)
    await chat.post(owed(attempted_at=later))
    assert len(slack.said("C1")) == 2


@pytest.mark.parametrize(
    ("trouble", "outcome"),
    [
        (Limited(7), Wait(7, "tenant")),
        ("is_archived", Parked("is_archived", PARKED["is_archived"])),
        ("token_revoked", TenantLost("token_revoked")),
        ("internal_error", Ambiguous("internal_error")),
        ("something_new", Ambiguous("something_new")),
        (Status(503), Ambiguous("http_503")),
        (Dropped(stored=False), Ambiguous("unread")),
    ],
)
async def test_what_cannot_be_looked_for_is_not_sent_again(
    slack: FakeSlack, chat: SlackChat, trouble: Any, outcome: Outcome
) -> None:
    slack.trouble["conversations.history"] += [
        trouble,
        trouble,
    ]  # reading is tried twice by aiohttp
    assert await chat.post(owed(attempted_at=TRIED)) == outcome
    assert slack.said("C1") == []


async def test_where_nobody_may_look_it_is_sent_again(slack: FakeSlack, chat: SlackChat) -> None:
    slack.trouble["conversations.history"].append("missing_scope")
    assert isinstance(await chat.post(owed(attempted_at=TRIED)), Sent)


TABLE: list[tuple[Any, Outcome]] = [
    *((code, Parked(code, reason)) for code, reason in PARKED.items()),
    ("restricted_action_other", Parked("restricted_action_other", PARKED["restricted_action"])),
    *((code, TenantLost(code)) for code in sorted(LOST)),
    *((code, PlatformStopped(code)) for code in sorted(STOPPED)),
    *((code, Malformed(code)) for code in sorted(MALFORMED)),
    *((code, Refused(code)) for code in sorted(REFUSED)),
    *((code, Wait(60.0, "tenant")) for code in sorted(WAITING)),
    *((code, Failed(code)) for code in sorted(PASSING)),
    *((code, Ambiguous(code)) for code in sorted(UNSURE)),
    ("a_code_that_is_new", Failed("a_code_that_is_new")),
    (Limited(2.5), Wait(2.5, "tenant")),
    (Limited(float("nan")), Wait(60.0, "tenant")),
    (Limited(float("inf")), Wait(3_600.0, "tenant")),
    (Status(500), Ambiguous("http_500")),
    (Status(502), Ambiguous("http_502")),
    (Status(503), Ambiguous("http_503")),
    (Dropped(stored=True), Ambiguous("disconnected")),
    (Dropped(stored=False), Ambiguous("disconnected")),
]


async def test_every_answer_of_slack_has_its_outcome_after_one_try(
    slack: FakeSlack, chat: SlackChat
) -> None:
    for trouble, outcome in TABLE:
        before = len(slack.calls)
        slack.trouble["chat.postMessage"].append(trouble)
        assert await chat.post(owed()) == outcome
        assert len(slack.calls) == before + 1, trouble


async def test_a_slack_that_cannot_be_reached_got_nothing(slack: FakeSlack, office: Office) -> None:
    slack.url = "http://127.0.0.1:9"  # nobody listens there
    chat = a_chat(slack, office, Router({}))
    assert await chat.post(owed()) == Failed("unreachable")
    assert "cannot be reached" in str(await chat.hindrance(owed().channel))
    await chat.stop()


def test_a_connection_that_was_never_there_carried_nothing() -> None:
    assert outcome_of(aiohttp.ConnectionTimeoutError()) == Failed("unreachable")
    assert outcome_of(aiohttp.SocketTimeoutError()) == Ambiguous("timeout")


async def test_a_reply_that_cannot_be_written_was_not_sent(
    slack: FakeSlack, chat: SlackChat, caplog: pytest.LogCaptureFixture
) -> None:
    broken = Reply(headline="h", blocks=("no block",))  # type: ignore[arg-type]
    assert await chat.post(owed(reply=broken)) == Failed("fault")
    assert "d-1" in caplog.text
    assert slack.calls == []


async def test_a_long_post_leads_on_by_a_button(slack: FakeSlack, chat: SlackChat) -> None:
    items = tuple(("word " * 60,) for _ in range(100))
    await chat.post(owed(reply=Reply(headline="Long", blocks=(Listing(items),))))
    assert "More (2 of" in words_of(slack.said("C1")[0]["blocks"])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, None),
        ({"archived": True}, "The channel is archived. Unarchive it."),
        ({"members": {"U1"}}, "I am not in the channel. Type `/invite @airules` in the channel."),
        (
            {"members": {"U1"}, "private": True},
            "The channel is deleted, or I am not in it. Type `/invite @airules` in the channel.",
        ),
        ({"read_only": True}, "The channel is read-only. Let me post in it."),
    ],
)
async def test_a_hindrance_is_told_with_its_remedy(
    slack: FakeSlack, chat: SlackChat, changes: dict[str, Any], words: str | None
) -> None:
    for name, value in changes.items():
        setattr(slack.channels["C1"], name, value)
    assert await chat.hindrance(owed().channel) == words


async def test_a_chat_with_the_bot_has_no_hindrance(chat: SlackChat) -> None:
    assert await chat.hindrance(ChannelRef("slack", "T0TEAM", "D1")) is None


async def test_a_chat_between_others_cannot_be_posted_to(chat: SlackChat) -> None:
    words = await chat.hindrance(ChannelRef("slack", "T0TEAM", "D9"))
    assert words is not None
    assert "between others" in words


async def test_an_answer_that_is_new_to_us_is_told_as_it_is(
    slack: FakeSlack, chat: SlackChat
) -> None:
    slack.trouble["conversations.info"] += ["missing_scope", "teapot"]
    assert "airules manifest slack" in str(await chat.hindrance(owed().channel))
    assert "teapot" in str(await chat.hindrance(owed().channel))

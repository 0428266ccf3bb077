"""What goes to one person alone, and one letter that goes to many channels."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.adapters.slack.app import SlackChat
from bot.model import ChannelRef, Delivery, Failed, Office, Parked, Sent
from bot.router import Router
from tests.bot.adapters.slack.bench import a_chat
from tests.bot.adapters.slack.fake import FakeSlack
from tests.bot.adapters.slack.rules import words_of
from tests.bot.fakes import said

HERE = ChannelRef("slack", "T0TEAM", "C1")
ADA = ChannelRef("slack", "T0TEAM", "U1")


@pytest_asyncio.fixture
async def chat(slack: FakeSlack, office: Office) -> AsyncIterator[SlackChat]:
    """A bot that only posts."""
    posting = a_chat(slack, office, Router({}))
    yield posting
    await posting.stop()


async def test_somebody_is_told_in_a_chat_with_him_alone(slack: FakeSlack, chat: SlackChat) -> None:
    outcome = await chat.tell(ADA, said("The channel is <shut>."))
    (posted,) = slack.said("D1")
    assert outcome == Sent(posted["ts"])
    assert posted["text"] == "The channel is &lt;shut&gt;."
    assert posted["unfurl_links"] is posted["unfurl_media"] is posted["link_names"] is False
    assert "metadata" not in posted


@pytest.mark.parametrize("code", ["messages_tab_disabled", "user_not_found"])
async def test_who_takes_no_messages_is_asked_once(
    slack: FakeSlack, chat: SlackChat, code: str
) -> None:
    slack.trouble["chat.postMessage"] = [code]
    outcome = await chat.tell(ADA, said("The channel is shut."))
    assert isinstance(outcome, Parked | Failed)
    assert outcome.code == code
    assert len(slack.called("chat.postMessage")) == 1


async def test_a_channel_has_an_address(chat: SlackChat) -> None:
    address = chat.address(HERE)
    assert address == "https://slack.com/app_redirect?team=T0TEAM&channel=C1"


async def test_a_letter_of_many_channels_is_laid_out_once_with_the_number_of_each(
    slack: FakeSlack, chat: SlackChat
) -> None:
    letters = (said("A new order."), said("Order 7048391 is out."))
    for number in (3, 41):
        for letter in letters:
            await chat.post(Delivery(id=f"d-{number}", channel=HERE, reply=letter, number=number))
    assert [words_of(m["blocks"]) for m in slack.said("C1")] == [
        f"{letter.headline}Alert {number} in this channel"
        for number in (3, 41)
        for letter in letters
    ]

"""Says a reply in Slack: to everyone, or to one person alone."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.adapters.slack.codes import BROKEN, is_patience, pause_asked, pause_of
from bot.adapters.slack.render import Page

log = logging.getLogger(__name__)

_TRIES = 3  # where Slack asks for patience
_PATIENCE = 20.0  # seconds; whoever asked has gone by then


class Unsaid(Exception):
    """Slack did not take what was said by a response address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody is: `thread` is the message their thread hangs on, `direct` our own chat.

    `address` is where Slack takes answers for half an hour, even in channels that the bot is not
    in. A thread is `fresh` until somebody replied: Slack shows nothing there to one person alone.
    """

    tenant: str
    channel: str
    person: str
    thread: str | None = None
    address: str | None = None
    direct: bool = False
    fresh: bool = False


class Voice:
    """Says pages; where Slack asks for patience it has some."""

    def __init__(
        self,
        client: Callable[[], AsyncWebClient],
        rest: Callable[[float], Awaitable[Any]] = asyncio.sleep,
    ) -> None:
        self._client = client
        self._rest = rest

    async def aside(self, place: Place, page: Page) -> None:
        """To the person alone; in our own chat that is to everyone there."""
        if place.address is not None:
            await self._answer(place, page, "ephemeral")
        elif place.direct:
            await self.aloud(place, page)
        else:
            await self._patiently(
                lambda: self._client().chat_postEphemeral(
                    channel=place.channel,
                    user=place.person,
                    thread_ts=None if place.fresh else place.thread,
                    text=page.text,
                    blocks=list(page.blocks),
                    parse="none",
                    link_names=False,
                )
            )

    async def aloud(self, place: Place, page: Page) -> None:
        """To everyone in the channel or the thread."""
        if place.address is not None:
            try:
                await self._answer(place, page, "in_channel")
            except (Unsaid, *BROKEN):
                log.info("a response address was refused, so the message is posted")
            else:
                return
        await self._patiently(
            lambda: self._client().chat_postMessage(
                channel=place.channel,
                thread_ts=place.thread,
                text=page.text,
                blocks=list(page.blocks),
                unfurl_links=False,
                unfurl_media=False,
                parse="none",
                link_names=False,
            )
        )

    async def _answer(self, place: Place, page: Page, seen_by: str) -> None:
        assert place.address is not None
        body: dict[str, Any] = {
            "response_type": seen_by,
            "replace_original": False,
            "text": page.text,
            "blocks": list(page.blocks),
            "unfurl_links": False,
            "unfurl_media": False,
        }
        if place.thread is not None:
            body["thread_ts"] = place.thread
        client = self._client()
        hook = AsyncWebhookClient(
            place.address,
            session=client.session,
            proxy=client.proxy,
            logger=client.logger,
            retry_handlers=[],
        )
        for _ in range(_TRIES):
            answer = await hook.send_dict(body)
            if answer.status_code != 429:
                break
            await self._rest(min(pause_asked(answer.headers, 1.0), _PATIENCE))
        if answer.status_code != 200:
            raise Unsaid(f"{answer.status_code} {answer.body[:80]}")

    async def _patiently(self, call: Callable[[], Awaitable[object]]) -> None:
        for left in reversed(range(_TRIES)):
            try:
                await call()
            except SlackApiError as error:
                if not left or not is_patience(error):
                    raise
                await self._rest(min(pause_of(error), _PATIENCE))
            else:
                return

"""Posts that are owed: each tried once, found again where its end was not known."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.codes import BROKEN, PARKED, code_of, outcome_of
from bot.adapters.slack.counter import Counter
from bot.adapters.slack.render import Page, plain, render
from bot.model import (
    Ambiguous,
    ChannelRef,
    Delivery,
    Failed,
    Outcome,
    Parked,
    PlatformStopped,
    Refused,
    Sent,
    TenantLost,
    Wait,
)

log = logging.getLogger(__name__)

EVENT = "airules_delivery"
_OURS = uuid.UUID("5f0a1f0e-7b0b-5d35-9a43-0b7c6c1f6f0e")  # the name space of our deliveries
_AHEAD = timedelta(minutes=1)  # by which our clock may be ahead of Slack's
_BETWEEN = "This is a chat between others. Try in a channel, or in a direct message to me."
# What an error of reading says of posting too; what else it may be, the earlier try is still open.
_HOLDING = (Wait, Parked, TenantLost, PlatformStopped, Refused)
_UNREADABLE = frozenset({"missing_scope", "not_allowed_token_type", "no_permission"})


class Post:
    """Posts into channels; keeps what the buttons of a long post lead to."""

    def __init__(self, counter: Counter, client: Callable[[], AsyncWebClient]) -> None:
        self._counter = counter
        self._client = client

    async def send(self, delivery: Delivery) -> Outcome:
        """Try once; what may have been posted before is looked for first."""
        try:
            message = await self._message(delivery)
        except Exception:
            log.exception("delivery %s could not be written", delivery.id)
            return Failed("fault")
        try:
            if delivery.attempted_at is not None and delivery.edits is None:
                found = await self._found(delivery)
                if found is not None:
                    return found
            return Sent(await self._sent(delivery, message))
        except (SlackApiError, *BROKEN) as error:
            return outcome_of(error)

    async def hindrance(self, channel: ChannelRef) -> str | None:
        """What keeps us from posting in a channel, with the remedy."""
        try:
            answer = await self._client().conversations_info(channel=channel.channel)
        except SlackApiError as error:
            code = code_of(error)
            if channel.channel.startswith("D") and code == "channel_not_found":
                return _BETWEEN
            return _upper(PARKED.get(code, f"Slack says {code} of it. Try again in a minute."))
        except BROKEN:
            return "Slack cannot be reached. Try again in a minute."
        found: dict[str, Any] = answer.get("channel") or {}
        if found.get("is_archived"):
            return _upper(PARKED["is_archived"])
        if not (found.get("is_member") or found.get("is_im")):
            return _upper(PARKED["not_in_channel"])
        if found.get("is_read_only"):
            return _upper(PARKED["restricted_action_read_only_channel"])
        return None

    async def _sent(self, delivery: Delivery, message: dict[str, Any]) -> str:
        client = self._client()
        channel = delivery.channel.channel
        marked = {"event_type": EVENT, "event_payload": {"delivery_id": delivery.id}}
        if delivery.edits is not None:
            answer = await client.chat_update(
                channel=channel,
                ts=delivery.edits,
                parse="none",
                link_names=False,
                metadata=marked,
                **message,
            )
            return str(answer["ts"])
        answer = await client.chat_postMessage(
            channel=channel,
            thread_ts=delivery.thread,
            unfurl_links=False,
            unfurl_media=False,
            parse="none",
            link_names=False,
            metadata=marked,
            client_msg_id=str(uuid.uuid5(_OURS, delivery.id)),
            **message,
        )
        return str(answer["ts"])

    async def _message(self, delivery: Delivery) -> dict[str, Any]:
        if delivery.plain:
            # An edit without blocks would keep the old ones, so they are taken away.
            bare: dict[str, Any] = (
                {"blocks": []} if delivery.edits is not None else {"mrkdwn": False}
            )
            return {"text": plain(delivery.reply), **bare}
        first: Page = render(delivery.reply)[0]
        await self._counter.keep(first)
        return {"text": first.text, "blocks": list(first.blocks)}

    async def _found(self, delivery: Delivery) -> Outcome | None:
        """What became of an earlier try: the post, if it is there; None if it has to be sent.

        Where Slack lets nobody read, it is sent again: better twice than never.
        """
        try:
            ts = await self._read_back(delivery)
        except BROKEN:
            return Ambiguous("unread")
        except SlackApiError as error:
            if code_of(error) in _UNREADABLE:
                return None
            outcome = outcome_of(error)
            return outcome if isinstance(outcome, _HOLDING) else Ambiguous(code_of(error))
        return None if ts is None else Sent(ts)

    async def _read_back(self, delivery: Delivery) -> str | None:
        assert delivery.attempted_at is not None
        since = f"{(delivery.attempted_at - _AHEAD).timestamp():.6f}"
        asked: dict[str, Any] = {
            "channel": delivery.channel.channel,
            "oldest": since,
            "inclusive": True,
            "include_all_metadata": True,
            "limit": 200,
        }
        client = self._client()
        cursor = ""
        while True:
            if delivery.thread is None:
                answer = await client.conversations_history(cursor=cursor or None, **asked)
            else:
                answer = await client.conversations_replies(
                    ts=delivery.thread, cursor=cursor or None, **asked
                )
            for message in answer.get("messages") or []:
                payload = (message.get("metadata") or {}).get("event_payload") or {}
                if payload.get("delivery_id") == delivery.id:
                    return str(message["ts"])
            cursor = str((answer.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return None


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]

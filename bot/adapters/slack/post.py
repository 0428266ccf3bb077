"""Posts that are owed: each tried once, found again where its end was not known."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import msgspec
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.adapters.posting import PATIENCE
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
from bot.reply import Reply
from bot.stencil import Stencils, to_json, with_more

log = logging.getLogger(__name__)

EVENT = "airules_delivery"
_LITERAL: dict[str, Any] = {"parse": "none", "link_names": False}
_QUIET = _LITERAL | {"unfurl_links": False, "unfurl_media": False}
_JSON = {"Content-Type": "application/json;charset=utf-8"}
_AHEAD = timedelta(minutes=1)  # by which our clock may be ahead of Slack's
_BETWEEN = "This is a chat between others. Try in a channel, or in a direct message to me."
# What an error of reading says of posting too; what else it may be, the earlier try is still open.
_HOLDING = (Wait, Parked, TenantLost, PlatformStopped, Refused)
_UNREADABLE = frozenset({"missing_scope", "not_allowed_token_type", "no_permission"})


def key_of(delivery: Delivery) -> str:
    """Slack's own key for the post: a UUID of version 8, the same after a restart."""
    found = hashlib.blake2b(delivery.id.encode(), digest_size=16).hexdigest()
    return f"{found[:8]}-{found[8:12]}-8{found[13:16]}-a{found[17:20]}-{found[20:]}"


class Post:
    """Posts into channels; keeps what the buttons of a long post lead to."""

    def __init__(self, counter: Counter, client: Callable[[], AsyncWebClient]) -> None:
        self._counter = counter
        self._client = client
        self._stencils = Stencils(self._written)

    async def send(self, delivery: Delivery) -> Outcome:
        """Try once; what may have been posted before is looked for first."""
        try:
            message = await self._stencils.written(delivery)
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

    async def tell(self, person: ChannelRef, reply: Reply) -> Outcome:
        """Try once to send somebody a direct message."""
        try:
            page = render(reply)[0]
            await self._counter.keep(page)
            message = to_json({"text": page.text, "blocks": page.blocks})
        except Exception:
            log.exception("a direct message could not be written")
            return Failed("fault")
        try:
            more = _QUIET | {"channel": person.channel}
            return Sent(await self._called("chat.postMessage", message, more))
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

    async def _sent(self, delivery: Delivery, message: bytes) -> str:
        more: dict[str, Any] = {
            "channel": delivery.channel.channel,
            "metadata": {"event_type": EVENT, "event_payload": {"delivery_id": delivery.id}},
        }
        if delivery.edits is not None:
            more |= _LITERAL | {"ts": delivery.edits}
            return await self._called("chat.update", message, more)
        more |= _QUIET | {"client_msg_id": key_of(delivery)}
        if delivery.thread is not None:
            more["thread_ts"] = delivery.thread
        return await self._called("chat.postMessage", message, more)

    async def _called(self, method: str, message: bytes, more: dict[str, Any]) -> str:
        """Call it with a message that is written already; the id of what was posted.

        Slack's library would take apart what goes into a call and out of it, each time.
        """
        client = self._client()
        assert client.session is not None
        url = f"{client.base_url}{method}"
        headers = {"Authorization": f"Bearer {client.token}", **_JSON}
        body = with_more(message, more)
        async with client.session.post(
            url, data=body, headers=headers, proxy=client.proxy, timeout=PATIENCE
        ) as response:
            told = _read(await response.read())
            if response.status != 200 or told.get("ok") is not True:
                failed: Any = AsyncSlackResponse(
                    client=client,
                    http_verb="POST",
                    api_url=url,
                    req_args={},
                    data=told,
                    headers=response.headers,  # type: ignore[arg-type] # whose names have no case
                    status_code=response.status,
                )
                failed.validate()  # raises what the library raises
            return str(told["ts"])

    async def _written(self, delivery: Delivery) -> tuple[bytes, bool]:
        """The message, and whether it is all of the reply."""
        if delivery.plain:
            # An edit without blocks would keep the old ones, so they are taken away.
            bare: dict[str, Any] = (
                {"blocks": []} if delivery.edits is not None else {"mrkdwn": False}
            )
            return to_json({"text": plain(delivery.numbered), **bare}), True
        pages: tuple[Page, ...] = render(delivery.numbered)
        await self._counter.keep(pages[0])
        return to_json({"text": pages[0].text, "blocks": pages[0].blocks}), len(pages) == 1

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


def _read(body: bytes) -> dict[str, Any]:
    """What Slack's answer says; nothing where it is none of its API's."""
    try:
        told = msgspec.json.decode(body)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]

"""The two ways in which Slack reaches the bot: its socket, and signed requests over HTTP."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import urlencode

import aiohttp

from bot.adapters.slack.app import SlackChat
from tests.bot.adapters.slack.fake import FakeSlack
from tests.bot.adapters.slack.workspace import NOW, SECRET

Json = dict[str, Any]


class Wire(Protocol):
    """Takes something that happened to the bot, and tells whether the bot acknowledged it."""

    async def send(self, kind: str, payload: Json, retry: int | None = None) -> bool: ...


class SocketWire:
    """As Socket Mode does it: an envelope, answered by its id."""

    def __init__(self, slack: FakeSlack) -> None:
        self._slack = slack
        self._numbers = itertools.count(1)

    async def send(self, kind: str, payload: Json, retry: int | None = None) -> bool:
        envelope: Json = {"envelope_id": f"e{next(self._numbers)}", "type": kind}
        again = {} if retry is None else {"retry_attempt": retry, "retry_reason": "timeout"}
        await self._slack.sockets[-1].send_json({**envelope, **again, "payload": payload})
        return await self._slack.acknowledged(str(envelope["envelope_id"]))


class HttpWire:
    """As HTTP does it: a signed request, answered by its status."""

    def __init__(self, slack: FakeSlack, chat: SlackChat) -> None:
        self._slack = slack
        self._chat = chat
        self._numbers = itertools.count()

    async def send(self, kind: str, payload: Json, retry: int | None = None) -> bool:
        forms = {"slash_commands": payload, "interactive": {"payload": json.dumps(payload)}}
        events = kind == "events_api"
        body = json.dumps(payload) if events else urlencode(forms[kind])
        headers = {} if retry is None else {"X-Slack-Retry-Num": str(retry)}
        kinds = {True: "application/json", False: "application/x-www-form-urlencoded"}
        stamp = str(int(NOW) + next(self._numbers))  # Slack signs every try anew
        headers |= {"Content-Type": kinds[events], **signed(body.encode(), stamp)}
        status, _ = await asked(self._chat.port, body.encode(), headers)
        self._slack.timeline.append("ack")
        return status == 200


def signed(body: bytes, stamp: str, secret: str = SECRET) -> dict[str, str]:
    """Slack's headers for a body."""
    base = b"v0:" + stamp.encode() + b":" + body
    mark = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={mark}"}


async def asked(port: int, body: bytes, headers: Mapping[str, str]) -> tuple[int, str]:
    """What the bot answers to a request."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"http://127.0.0.1:{port}/slack/events", data=body, headers=headers) as answer,
    ):
        return answer.status, await answer.text()

"""A Discord of ours on this machine: requests over HTTP, and events through a websocket.

It keeps what SimCord leaves out: content types, status 429, dropped connections, RESUME, and the
nonce by which a message is made once.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web
from aiohttp.test_utils import TestServer

ME = "100000000000000001"  # the bot's user and its application
GUILD = "200000000000000002"
CHANNEL = "300000000000000003"
CHAT = "500000000000000005"  # between the bot and Alice
ALICE = {"id": "400000000000000004", "username": "alice", "discriminator": "0", "avatar": None}
TOKEN = "a.b.c"  # noqa: S105 (nobody's)
_OWN = {"id": ME, "username": "airules", "discriminator": "0", "avatar": None, "bot": True}
_APPLICATION = {
    "id": ME,
    "name": "airules",
    "icon": None,
    "description": "",
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "0" * 64,
    "owner": ALICE,
    "team": None,
    "flags": 0,
    "summary": "",
    "approximate_guild_count": 1,
}
_SERVER = {
    "id": GUILD,
    "name": "Server",
    "unavailable": False,
    "member_count": 2,
    "large": False,
    "joined_at": "2026-01-01T00:00:00+00:00",
    "voice_states": [],
    "presences": [],
    "threads": [],
    "stage_instances": [],
    "guild_scheduled_events": [],
    "soundboard_sounds": [],
    "roles": [],
    "emojis": [],
    "stickers": [],
    "features": [],
    "channels": [],
    "members": [],
    "owner_id": ALICE["id"],
    "afk_timeout": 60,
    "verification_level": 0,
    "default_message_notifications": 0,
    "explicit_content_filter": 0,
    "mfa_level": 0,
    "premium_tier": 0,
    "nsfw_level": 0,
    "preferred_locale": "en-US",
    "system_channel_flags": 0,
}


@dataclass(frozen=True, slots=True)
class Canned:
    """An answer that a request gets in place of its own; without a status the line goes dead."""

    status: int | None
    body: Any = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    after: bool = False  # the request has taken effect before


@dataclass(slots=True)
class Wire:
    """What was asked, what is there, and what is to go wrong next."""

    url: str = ""
    requests: list[tuple[str, str, Any]] = field(default_factory=list)
    canned: dict[str, list[Canned]] = field(default_factory=dict)  # by method
    messages: list[dict[str, Any]] = field(default_factory=list)
    commands: list[dict[str, Any]] = field(default_factory=list)
    heard: list[dict[str, Any]] = field(default_factory=list)  # through the websocket
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    refuse: int | None = None  # the code by which the gateway closes on IDENTIFY
    sequence: int = 0
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def gateway(self) -> str:
        return self.url.replace("http", "ws", 1) + "/gateway"

    def asked(self, method: str, part: str = "") -> list[Any]:
        """The bodies of the requests of that method whose path has a part."""
        return [body for m, path, body in self.requests if m == method and part in path]

    async def until(self, come: Callable[[], bool]) -> None:
        """Wait for something that the bot does."""
        async with asyncio.timeout(20), self.changed:
            await self.changed.wait_for(come)

    async def tell(self, event: str, data: dict[str, Any]) -> None:
        """Send an event to the bot."""
        self.sequence += 1
        await self.sockets[-1].send_json({"op": 0, "t": event, "s": self.sequence, "d": data})

    async def _note(self) -> None:
        async with self.changed:
            self.changed.notify_all()

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Any request but that for the gateway."""
        body = await request.json() if request.can_read_body else None
        self.requests.append((request.method, request.path, body))
        await self._note()
        waiting = self.canned.get(request.method)
        canned = waiting.pop(0) if waiting else None
        if canned is not None and not canned.after:
            return self._said(request, canned)
        status, said = self._done(request.method, request.path, body)
        return self._said(request, canned or Canned(status, said))

    def _said(self, request: web.Request, canned: Canned) -> web.StreamResponse:
        if canned.status is None:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        if isinstance(canned.body, str):
            return web.Response(status=canned.status, text=canned.body, headers=canned.headers)
        headers = {"Content-Type": "application/json", "Via": "1.1 google", **canned.headers}
        return web.Response(
            status=canned.status, body=json.dumps(canned.body).encode(), headers=headers
        )

    def _done(self, method: str, path: str, body: Any) -> tuple[int, Any]:
        match method, path.rsplit("/", 1)[-1]:
            case "GET", "@me":
                return 200, _OWN if "users" in path else _APPLICATION
            case "PUT", "commands":
                self.commands = [each | {"id": "1", "version": "1"} for each in body]
                return 200, self.commands
            case "GET", "commands":
                return 200, self.commands
            case "GET", "messages":
                return 200, self.messages
            case "POST", "channels":
                return 200, {"id": CHAT, "type": 1, "recipients": [ALICE]}
            case "POST", "messages":
                return 200, self._posted(body)
            case "POST", "callback":
                return 200, {"interaction": {"id": "1", "type": 2}}
            case "PATCH", _:
                return 200, {**_message("1", body), "id": "900"}
            case _:
                return 404, {"code": 0, "message": "404: Not Found"}

    def _posted(self, body: dict[str, Any]) -> dict[str, Any]:
        same = [m for m in self.messages if m["nonce"] and m["nonce"] == body.get("nonce")]
        if not same:
            self.messages.append(_message(str(1_000 + len(self.messages)), body))
        return same[0] if same else self.messages[-1]

    async def socket(self, request: web.Request) -> web.WebSocketResponse:
        """The gateway: HELLO, then READY or RESUMED, and a beat for each heartbeat."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 45_000}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                continue
            heard = json.loads(message.data)
            self.heard.append(heard)
            match heard["op"]:
                case 1:
                    await socket.send_json({"op": 11})
                case 2 if self.refuse is not None:
                    await socket.close(code=self.refuse)
                case 2:
                    await self._ready()
                case 6:
                    await self.tell("RESUMED", {})
            await self._note()
        return socket

    async def _ready(self) -> None:
        ready = {
            "v": 10,
            "user": _OWN,
            "guilds": [{"id": GUILD, "unavailable": True}],
            "session_id": "session",
            "resume_gateway_url": self.gateway,
            "application": {"id": ME, "flags": 0},
        }
        await self.tell("READY", ready)
        await self.tell("GUILD_CREATE", _SERVER)


def _message(remote: str, body: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": remote,
        "channel_id": CHANNEL,
        "author": _OWN,
        "content": body.get("content") or "",
        "components": body.get("components", []),
        "nonce": body.get("nonce"),
        "timestamp": "2026-11-21T12:00:00+00:00",
        "edited_timestamp": None,
        "flags": body.get("flags", 0),
        "type": 0,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
    }


@asynccontextmanager
async def served() -> AsyncIterator[Wire]:
    """A Discord on a free port of this machine."""
    wire = Wire()
    application = web.Application()
    application.router.add_get("/gateway/", wire.socket)
    application.router.add_get("/gateway", wire.socket)
    application.router.add_route("*", "/{path:.*}", wire.answer)
    async with TestServer(application, host="127.0.0.1") as server:
        wire.url = f"http://127.0.0.1:{server.port}"
        yield wire


def slash(name: str, **options: str) -> dict[str, Any]:
    """The event of a slash command that alice gives in a direct message."""
    given = [{"name": key, "type": 3, "value": value} for key, value in options.items()]
    return {
        "id": "500000000000000005",
        "application_id": ME,
        "type": 2,
        "token": "interaction_token",
        "version": 1,
        "data": {"id": "1", "name": name, "type": 1, "options": given},
        "channel_id": CHANNEL,
        "channel": {"id": CHANNEL, "type": 1, "recipients": [ALICE]},
        "user": ALICE,
        "locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": {},
        "context": 1,
        "app_permissions": "0",
        "attachment_size_limit": 1,
    }

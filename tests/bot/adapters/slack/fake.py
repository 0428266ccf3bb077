"""A Slack of our own on one port: its Web API, its response addresses and its socket."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import WSMsgType, web

from tests.bot.adapters.slack.rules import faults
from tests.bot.adapters.slack.workspace import (
    APP_TOKEN,
    ARGUMENTS,
    BOT_TOKEN,
    BOT_USER,
    NOW,
    SECRET,
    TEAM,
    Json,
    Refused,
    Workspace,
)

__all__ = [
    "APP_TOKEN",
    "BOT_TOKEN",
    "BOT_USER",
    "NOW",
    "SECRET",
    "TEAM",
    "Dropped",
    "FakeSlack",
    "Limited",
    "Status",
]

_HOOK = {
    *("text", "blocks", "response_type", "replace_original"),
    *("unfurl_links", "unfurl_media", "thread_ts"),
}


@dataclass(frozen=True)
class Limited:
    """Slack asks for patience."""

    after: float = 0.0


@dataclass(frozen=True)
class Status:
    """An answer that is none of the API's."""

    code: int


@dataclass(frozen=True)
class Dropped:
    """The connection ends; `stored` tells whether what was asked for had been done by then."""

    stored: bool


class FakeSlack(Workspace):
    """The Web API, response addresses and the socket, on one port."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, Json]] = []
        self.timeline: list[str] = []  # what happened, in order
        self.trouble: dict[str, list[str | Limited | Status | Dropped]] = defaultdict(list)
        self.hooks: dict[str, tuple[str, str, int]] = {}  # channel, user, uses left
        self.sockets: list[web.WebSocketResponse] = []
        self.acks: dict[str, Json] = {}
        self._changed = asyncio.Condition()

    def application(self) -> web.Application:
        """What answers on the port."""
        app = web.Application(client_max_size=5_000_000)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/hook/{id}", self._hook)
        app.router.add_get("/link", self._link)
        return app

    def hook(self, channel: str, user: str) -> str:
        """A response address: five answers for whoever holds it."""
        number = str(next(self._numbers))
        self.hooks[number] = (channel, user, 5)
        return f"{self.url}/hook/{number}"

    def called(self, method: str) -> list[Json]:
        """The arguments of each call of a method."""
        return [given for name, given in self.calls if name == method]

    async def acknowledged(self, envelope: str) -> bool:
        """Wait for the answer to an envelope."""
        await self.until(lambda: envelope in self.acks)
        return True

    async def linked(self, count: int = 1) -> None:
        """Wait until so many sockets were opened."""
        await self.until(lambda: len(self.sockets) >= count)

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is true."""
        async with asyncio.timeout(20), self._changed:  # only a test that hangs waits so long
            await self._changed.wait_for(true)

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    # -- the Web API

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        given = await _arguments(request)
        self.calls.append((method, given))
        self.timeline.append(method)
        await self._tell()
        trouble = self.trouble[method].pop(0) if self.trouble[method] else None
        if isinstance(trouble, Limited):
            return web.json_response(
                {"ok": False, "error": "ratelimited"},
                status=429,
                headers={"Retry-After": str(trouble.after)},
            )
        if isinstance(trouble, Status):
            return web.Response(status=trouble.code, text="<html>sorry</html>")
        if isinstance(trouble, Dropped) and not trouble.stored:
            return _hang_up(request)
        try:
            self._admit(request, method, given, trouble)
            answer = {"ok": True, **getattr(self, f"_{method.replace('.', '_')}")(given)}
        except Refused as error:
            answer = {"ok": False, "error": str(error)}
        if isinstance(trouble, Dropped):
            return _hang_up(request)
        return web.json_response(answer, headers={"x-oauth-scopes": self.scopes})

    def _admit(self, request: web.Request, method: str, given: Json, trouble: object) -> None:
        if isinstance(trouble, str):
            raise Refused(trouble)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if method not in ARGUMENTS:
            raise Refused("unknown_method")
        if token != (APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN):
            raise Refused("invalid_auth" if token else "not_authed")
        if set(given) - ARGUMENTS[method]:
            raise Refused("invalid_arguments")

    # -- response addresses

    async def _hook(self, request: web.Request) -> web.StreamResponse:
        number = request.match_info["id"]
        given = await request.json()
        self.timeline.append("hook")
        trouble = self.trouble["hook"].pop(0) if self.trouble["hook"] else None
        if isinstance(trouble, Limited):
            return web.Response(status=429, headers={"Retry-After": str(trouble.after)})
        channel, user, left = self.hooks.get(number, ("", "", 0))
        if not left or isinstance(trouble, Status):
            return web.Response(status=404, text="expired_url")
        self.hooks[number] = (channel, user, left - 1)
        if set(given) - _HOOK or faults(given.get("blocks", [])):
            return web.Response(status=400, text="invalid_blocks")
        if given.get("response_type") == "in_channel":  # all else is for one person
            self._stored(self.channels[channel], {**given, "channel": channel})
        else:
            self.whispers.append({**given, "channel": channel, "user": user})
        return web.Response(text="ok")

    # -- the socket

    async def _link(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        await self._tell()
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                ack = json.loads(frame.data)
                self.acks[ack["envelope_id"]] = ack
                self.timeline.append("ack")
                await self._tell()
        return socket


async def _arguments(request: web.Request) -> Json:
    given: Json = dict(request.query)
    if request.content_type == "application/json":
        given |= await request.json()
    elif request.method == "POST":
        given |= dict(await request.post())
    return given


def _hang_up(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()

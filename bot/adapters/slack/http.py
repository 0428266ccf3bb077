"""Slack's requests over HTTP: only those that Slack signed, and each of them once."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import Clock, SignatureVerifier

from bot.adapters.slack.work import Work

log = logging.getLogger(__name__)

PATH = "/slack/events"
LARGEST = 1_000_000  # bytes of a request
_EVERYWHERE = "0.0.0.0"  # noqa: S104 (Slack comes from outside, by a proxy or a container's port)
_SLOWEST = 10.0  # seconds in which a request must be here
_LEAVE = 5.0  # seconds for requests that are being answered when the bot stops
_FRESH = 300  # seconds for which Slack's signature holds


class Door:
    """Lets in what Slack signed within five minutes and did not send before."""

    def __init__(self, secret: str, now: Callable[[], float]) -> None:
        clock = Clock()
        clock.now = now  # type: ignore[method-assign]
        self._verifier = SignatureVerifier(secret, clock)
        self._now = now
        self._seen: OrderedDict[tuple[str, str], float] = OrderedDict()

    def lets_in(self, timestamp: str, signature: str, body: bytes) -> bool:
        """Whether a request is Slack's, fresh, and new; whatever is malformed is none of these."""
        try:
            genuine = self._verifier.is_valid(body, timestamp, signature)
        except Exception:  # noqa: BLE001 (the library raises many kinds on malformed headers)
            return False
        if not genuine or (timestamp, signature) in self._seen:
            return False
        now = self._now()
        while self._seen and next(iter(self._seen.values())) < now:
            self._seen.popitem(last=False)
        self._seen[timestamp, signature] = now + 2 * _FRESH  # its clock may be ahead of ours
        return True


class HttpServer:
    """Listens on a port at `/slack/events`, and hands on what the door lets in."""

    def __init__(
        self,
        port: int,
        door: Door,
        dispatch: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]],
        work: Work,
    ) -> None:
        self.port = port
        self._door = door
        self._dispatch = dispatch
        self._work = work
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Begin to listen; with port 0 on any that is free."""
        app = web.Application(client_max_size=LARGEST)
        app.router.add_post(PATH, self._take)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_LEAVE)
        await self._runner.setup()
        await web.TCPSite(self._runner, _EVERYWHERE, self.port).start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Take no more."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _take(self, request: web.Request) -> web.Response:
        await self._work.take()
        async with asyncio.timeout(_SLOWEST):
            body = await request.read()
        timestamp = request.headers.getall("X-Slack-Request-Timestamp", [])
        signature = request.headers.getall("X-Slack-Signature", [])
        alone = len(timestamp) == len(signature) == 1
        if not (alone and self._door.lets_in(timestamp[0], signature[0], body)):
            return web.Response(status=401)
        asked = _read(request, body)
        if asked is None:
            return web.Response(status=401)
        if asked.body.get("type") == "url_verification":  # the one answer that Slack reads
            return await to_aiohttp_response(await self._dispatch(asked))
        self._work.begin(lambda: self._dispatch(asked))
        return web.Response()


def _read(request: web.Request, body: bytes) -> AsyncBoltRequest | None:
    """The request as Bolt takes it; None where its body is not what Slack sends."""
    try:
        headers: dict[str, str | Sequence[str]] = dict(request.headers)
        asked = AsyncBoltRequest(body=body.decode("utf-8"), headers=headers)
    except Exception:  # noqa: BLE001 (Bolt takes bodies apart as it reads them)
        return None
    well = isinstance(asked.body, dict) and isinstance(asked.body.get("event", {}), dict)
    return asked if well and asked.body else None

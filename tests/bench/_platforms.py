"""Two chats in one server of its own process: they keep posts, enforce their rules, and count.

It tells the port on its first line. A request whose client has died is worked on to its end.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from typing import Any

import msgspec
from aiohttp import web

_NUMBER = re.compile(rb"Alert (\d+) in this channel")
_EPOCH = 1_420_070_400_000  # milliseconds, from which Discord's ids count
_NONCE_HOLDS = 180.0  # seconds


@dataclass(frozen=True)
class Rules:
    """How the chats behave; times are in seconds."""

    answer: float = 0.05  # the longest until a request is answered; half of it until it is stored
    exactly: bool = False  # every request takes as long as the longest
    fast: bool = True  # no limit on how fast one may post
    dead_every: int = 0  # each so many-th channel refuses posts
    faults: float = 0.0  # the share of posts that are stored and then not answered


@dataclass
class Allowance:
    """So many requests in so many seconds, whenever one looks."""

    count: int
    seconds: float
    seen: deque[float] = field(default_factory=deque)

    def asks(self, now: float) -> float:
        """Counts a request; how long it would have had to wait."""
        while self.seen and now - self.seen[0] >= self.seconds:
            self.seen.popleft()
        if len(self.seen) >= self.count:
            return self.seconds - (now - self.seen[0])
        self.seen.append(now)
        return 0.0


class DiscordPost(msgspec.Struct):
    """What counts of a message for Discord."""

    components: list[Any]
    nonce: str = ""
    enforce_nonce: bool = False


class SlackPost(msgspec.Struct):
    """What counts of a message for Slack."""

    channel: str
    metadata: dict[str, Any] | None = None


class Platforms:
    """What was posted where, in both chats."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.count: Counter[str] = Counter()
        self.posts: Counter[tuple[str, str, bytes]] = Counter()
        self.first_at: float | None = None
        self.last_at = 0.0
        self._random = random.Random(7)  # noqa: S311
        self._nonces: dict[tuple[str, str], tuple[float, str]] = {}
        self._channels: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        self._all = Allowance(50, 1.0)
        self._each: dict[str, Allowance] = {}
        self._serial = 0

    def app(self) -> web.Application:
        """The server."""
        app = web.Application()
        app.add_routes(
            [
                web.post("/discord/channels/{channel}/messages", self.discord_post),
                web.get("/discord/channels/{channel}/messages", self.discord_read),
                web.post("/slack/chat.postMessage", self.slack_post),
                web.post("/slack/conversations.history", self.slack_read),
                web.get("/slack/conversations.history", self.slack_read),
                web.post("/hook/{channel}", self.hook),
                web.get("/stats", self.stats),
            ]
        )
        return app

    async def discord_post(self, request: web.Request) -> web.Response:
        """Create Message, with nonces that are enforced and every limit."""
        channel, body = request.match_info["channel"], await request.read()
        self.count["requests"] += 1
        late = self._too_fast(channel, Allowance(5, 5.0))
        if late:
            said = {"message": "slow down", "retry_after": late, "global": False}
            return web.json_response(said, status=429, headers={"Retry-After": f"{late:.3f}"})
        if self._dead(channel):
            return web.json_response({"code": 50013, "message": "Missing Permissions"}, status=403)
        await self._work()
        now, given = time.time(), msgspec.json.decode(body, type=DiscordPost)
        key = (channel, given.nonce)
        if given.enforce_nonce and now - self._nonces.get(key, (0.0, ""))[0] < _NONCE_HOLDS:
            message_id = self._nonces[key][1]
        else:
            self._serial += 1
            message_id = str((int(now * 1_000) - _EPOCH << 22) + self._serial % 4_096)
            self._nonces[key] = (now, message_id)
            message = {"id": message_id, "components": given.components}
            self._store("discord", channel, body, message)
        return await self._answer({"id": message_id, "channel_id": channel})

    async def discord_read(self, request: web.Request) -> web.Response:
        """Get Channel Messages, the newest first."""
        self.count["read back"] += 1
        after = int(request.query.get("after", 0))
        found = self._channels["discord", request.match_info["channel"]]
        newer = [message for message in reversed(found) if int(message["id"]) > after]
        return web.json_response(newer[: int(request.query.get("limit", 50))])

    async def slack_post(self, request: web.Request) -> web.Response:
        """chat.postMessage, which knows no key."""
        body = await request.read()
        given = msgspec.json.decode(body, type=SlackPost)
        channel = given.channel
        self.count["requests"] += 1
        late = self._too_fast(channel, Allowance(1, 1.0))
        if late:
            headers = {"Retry-After": f"{late:.3f}"}
            said = {"ok": False, "error": "ratelimited"}
            return web.json_response(said, status=429, headers=headers)
        if self._dead(channel):
            return web.json_response({"ok": False, "error": "is_archived"})
        await self._work()
        self._serial += 1
        ts = f"{time.time():.6f}"
        message = {"ts": ts, "metadata": given.metadata}
        self._store("slack", channel, body, message)
        return await self._answer({"ok": True, "ts": ts, "channel": channel})

    async def slack_read(self, request: web.Request) -> web.Response:
        """conversations.history with metadata."""
        self.count["read back"] += 1
        if request.content_type == "application/json":
            given = await request.json()
        else:
            given = {**request.query, **await request.post()}
        found = self._channels["slack", str(given["channel"])]
        newer = [m for m in found if float(m["ts"]) >= float(given.get("oldest") or 0)]
        return web.json_response({"ok": True, "messages": newer[::-1], "has_more": False})

    async def hook(self, request: web.Request) -> web.Response:
        """A post of somebody else's, for comparison."""
        await request.read()
        self.count["requests"] += 1
        await self._work()
        self._mark()
        return await self._answer({})

    async def stats(self, _: web.Request) -> web.Response:
        """What came to pass so far."""
        doubled = sum(count - 1 for count in self.posts.values())
        told = {"posts": self.posts.total(), "alerts": len(self.posts), "doubled": doubled}
        seconds = self.last_at - (self.first_at or self.last_at)
        return web.json_response({**self.count, **told, "seconds": seconds})

    def _store(self, platform: str, channel: str, body: bytes, message: dict[str, Any]) -> None:
        number = _NUMBER.search(body)
        self.posts[platform, channel, number[1] if number else b""] += 1
        self._channels[platform, channel].append(message)
        self._mark()

    def _mark(self) -> None:
        self.last_at = time.monotonic()
        self.first_at = self.first_at or self.last_at

    def _too_fast(self, channel: str, usual: Allowance) -> float:
        if self.rules.fast:
            return 0.0
        now = time.monotonic()
        late = self._each.setdefault(channel, usual).asks(now)
        if usual.count > 1:  # Discord's
            late = max(late, self._all.asks(now))
        if late:
            self.count["too fast"] += 1
        return late

    def _dead(self, channel: str) -> bool:
        dead = self.rules.dead_every and int(channel.lstrip("C")) % self.rules.dead_every == 0
        self.count["refused"] += bool(dead)
        return bool(dead)

    async def _work(self) -> None:
        share = 0.5 if self.rules.exactly else self._random.random() / 2
        await asyncio.sleep(self.rules.answer * share)

    async def _answer(self, body: dict[str, Any]) -> web.Response:
        if self._random.random() < self.rules.faults:
            self.count["not answered"] += 1
            return web.Response(status=500, text="{}")
        await self._work()
        return web.json_response(body)


async def _serve(rules: Rules) -> None:
    runner = web.AppRunner(Platforms(rules).app(), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1_024)
    await site.start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve(Rules(**json.loads(sys.argv[1]))))

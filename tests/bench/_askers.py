"""Fifty people who ask at the same moment, and the Slack or the Discord on loopback they are in.

They run in a process of their own, as they would, and tell it by lines: the address of the chat,
that the bot is there, and in the end the milliseconds until each of them was heard.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

from aiohttp.test_utils import TestServer

from tests.bench.search import query_of
from tests.bot.adapters.discord import wire
from tests.bot.adapters.slack.fake import NOW, TEAM, FakeSlack
from tests.bot.adapters.slack.wires import signed

AT_ONCE = 50
ROUNDS = 10
_REST = 1.0  # seconds between two rounds, in which the answers come

Json = dict[str, Any]
Round = Callable[[list[str]], Awaitable[list[float]]]
"""Lets somebody ask each of these at the same moment; milliseconds until they were heard."""


async def main(kind: str) -> None:
    """Ask in one of the chats, and tell how long it took."""
    ways = {"http": _slack_http, "socket": _slack_socket, "discord": _discord}
    async with ways[kind]() as ask:
        _tell("the bot is there")
        await _told()
        chance = random.Random(1)  # noqa: S311 (the same questions every time)
        times: list[float] = []
        for _ in range(ROUNDS):
            times += await ask([query_of(chance) for _ in range(AT_ONCE)])
            await asyncio.sleep(_REST)
        _tell(json.dumps(times))
        await _told()


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def _told() -> str:
    return await asyncio.to_thread(sys.stdin.readline)


class _Stamped(dict[str, Any]):
    """Remembers when each of its keys was first set."""

    def __init__(self) -> None:
        super().__init__()
        self.at: dict[str, float] = {}

    def __setitem__(self, key: str, value: Any) -> None:
        self.at.setdefault(key, time.perf_counter())
        super().__setitem__(key, value)


# -- Slack


@asynccontextmanager
async def _slack() -> AsyncIterator[FakeSlack]:
    slack = FakeSlack()
    server = TestServer(slack.application())
    await server.start_server()
    slack.url = str(server.make_url("")).rstrip("/")
    _tell(slack.url)
    try:
        yield slack
    finally:
        await server.close()


@asynccontextmanager
async def _slack_http() -> AsyncIterator[Round]:
    async with _slack() as slack:
        port, numbers = int(await _told()), itertools.count()

        async def ask(words: list[str]) -> list[float]:
            asked = [_request(_slash(slack, next(numbers), each)) for each in words]
            lines = [await asyncio.open_connection("127.0.0.1", port) for _ in asked]
            heard = (_heard(*line, request) for line, request in zip(lines, asked, strict=True))
            return await asyncio.gather(*heard)

        yield ask


@asynccontextmanager
async def _slack_socket() -> AsyncIterator[Round]:
    async with _slack() as slack:
        await slack.linked()
        slack.acks = acks = _Stamped()
        numbers = itertools.count()

        async def ask(words: list[str]) -> list[float]:
            sent: dict[str, float] = {}
            for each in words:
                number = next(numbers)
                envelope = {"envelope_id": f"e{number}", "type": "slash_commands"}
                sent[f"e{number}"] = time.perf_counter()
                payload = _slash(slack, number, each)
                await slack.sockets[-1].send_json({**envelope, "payload": payload})
            await slack.until(lambda: sent.keys() <= acks.keys())
            return [(acks.at[name] - begin) * 1000 for name, begin in sent.items()]

        yield ask


def _slash(slack: FakeSlack, number: int, words: str) -> dict[str, str]:
    """A command of somebody's."""
    user = f"U{number}"
    return {
        "command": "/airules",
        "text": f"search {words}",
        "team_id": TEAM,
        "channel_id": "C1",
        "user_id": user,
        "user_name": user,
        "trigger_id": f"t{number}",
        "response_url": slack.hook("C1", user),
    }


def _request(payload: dict[str, str]) -> bytes:
    """The command as it goes over the wire, ready beforehand so that only the bot is timed."""
    body = urlencode(payload).encode()
    headers = {
        "Host": "127.0.0.1",
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(len(body)),
        **signed(body, str(int(NOW))),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST /slack/events HTTP/1.1\r\n{lines}\r\n".encode() + body


async def _heard(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes
) -> float:
    """Give one command; milliseconds until its acknowledgement is here."""
    begin = time.perf_counter()
    writer.write(request)
    status = await reader.readline()
    took = (time.perf_counter() - begin) * 1000
    assert status.startswith(b"HTTP/1.1 200"), status
    writer.close()
    return took


# -- Discord


class _Requests(list[tuple[str, str, Any]]):
    """What the bot asks Discord for; remembers when it acknowledged each interaction."""

    def __init__(self) -> None:
        super().__init__()
        self.acknowledged = _Stamped()

    def append(self, request: tuple[str, str, Any]) -> None:
        method, path, body = request
        if (method, path.rsplit("/", 1)[-1]) == ("POST", "callback"):
            self.acknowledged[path.split("/")[-3]] = body
        super().append(request)


@asynccontextmanager
async def _discord() -> AsyncIterator[Round]:
    async with wire.served() as discord:
        discord.requests = requests = _Requests()
        acknowledged, numbers = requests.acknowledged, itertools.count(10**17)
        _tell(discord.url)
        await discord.until(lambda: any(heard["op"] == 2 for heard in discord.heard))

        async def ask(words: list[str]) -> list[float]:
            sent: dict[str, float] = {}
            for each in words:
                given = _interaction(str(next(numbers)), each)
                sent[given["id"]] = time.perf_counter()
                await discord.tell("INTERACTION_CREATE", given)
            await discord.until(lambda: sent.keys() <= acknowledged.keys())
            return [(acknowledged.at[name] - begin) * 1000 for name, begin in sent.items()]

        yield ask


def _interaction(number: str, words: str) -> Json:
    """A slash command that somebody gives in a server, with all that Discord tells of them."""
    member: Json = {
        "user": {**wire.ALICE, "id": number},
        "roles": [],
        "joined_at": "2026-01-01T00:00:00+00:00",
        "premium_since": None,
        "permissions": "2248473465835073",
        "deaf": False,
        "mute": False,
        "flags": 0,
    }
    given = wire.slash("search", text=words)
    del given["user"]
    return given | {
        "id": number,
        "token": f"token_of_{number}",
        "guild_id": wire.GUILD,
        "guild": {"id": wire.GUILD, "features": [], "locale": "en-US"},
        "guild_locale": "en-US",
        "member": member,
        "channel": {
            "id": wire.CHANNEL,
            "type": 0,
            "name": "policy",
            "guild_id": wire.GUILD,
            "position": 1,
            "nsfw": False,
            "rate_limit_per_user": 0,
            "topic": None,
            "parent_id": None,
            "last_message_id": None,
            "flags": 0,
            "permissions": "2248473465835073",
        },
        "context": 0,
        "app_permissions": "2248473465835073",
    }


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))

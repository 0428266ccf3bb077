"""How soon a chat is answered that somebody was heard, with many commands at once.

The bot with a base of 100,000 entries runs here; a made-up Slack and the people in it run in a
process of their own, as they would.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlencode

from aiohttp.test_utils import TestServer

from bot.adapters.slack.app import SlackChat
from bot.database import Database
from bot.model import Office
from bot.reader import Reader
from bot.router import Router, load_commands
from knowledge.desk import Desk
from knowledge.names import Names
from knowledge.store import Store
from tests.bench._table import percentile, table
from tests.bench.search import build_base, query_of
from tests.bot.adapters.slack.bench import a_chat
from tests.bot.adapters.slack.fake import NOW, TEAM, FakeSlack
from tests.bot.adapters.slack.wires import signed

ENTRIES = 100_000
AT_ONCE = 50
ROUNDS = 10
_TICK = 0.001  # seconds between two looks at how late the loop is


def run() -> None:
    """Ten rounds of fifty commands at once."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "knowledge.db"
        build_base(file, ENTRIES)
        acknowledged, lag = asyncio.run(_served(file, Path(folder)))
    table(
        ("commands at once", "entries", "ack p50 ms", "ack p99 ms", "lag p99 ms", "lag max ms"),
        [
            (
                f"{ROUNDS} times {AT_ONCE}",
                f"{ENTRIES:,}",
                f"{percentile(acknowledged, 0.5):.1f}",
                f"{percentile(acknowledged, 0.99):.1f}",
                f"{percentile(lag, 0.99):.1f}",
                f"{max(lag):.1f}",
            )
        ],
    )


async def _served(file: Path, folder: Path) -> tuple[list[float], list[float]]:
    """Milliseconds until each acknowledgement, and by which the loop was late at each look."""
    people = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        __name__,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert people.stdin is not None
    assert people.stdout is not None
    slack = FakeSlack()
    slack.url = (await people.stdout.readline()).decode().strip()
    reader = Reader(lambda: _desk(file), lambda: date(2026, 11, 21))
    database = Database(f"sqlite+aiosqlite:///{folder / 'state.db'}")
    office = Office(read=reader, database=database, adapters={}, now=lambda: datetime.now(UTC))
    chat: SlackChat = a_chat(slack, office, Router(load_commands()), "http")
    serving = asyncio.create_task(chat.run())
    await chat.ready.wait()
    await reader(lambda desk: desk.names.find("a name", frozenset()))
    late: list[float] = []
    watching = asyncio.create_task(_watch(late))
    people.stdin.write(f"{chat.port}\n".encode())
    told = json.loads(await people.stdout.readline())
    watching.cancel()
    await chat.stop()
    await serving
    people.stdin.close()
    await people.wait()
    await database.close()
    reader.close()
    return told, late


def _desk(file: Path) -> Desk:
    store = Store.open(file)
    return Desk(store, Names(store), date(2026, 11, 21))


async def _watch(late: list[float]) -> None:
    while True:
        begin = time.perf_counter()
        await asyncio.sleep(_TICK)
        late.append((time.perf_counter() - begin - _TICK) * 1000)


async def _people() -> None:
    """A Slack of our own on loopback, and fifty people who ask in it at the same moment."""
    slack = FakeSlack()
    server = TestServer(slack.application())
    await server.start_server()
    slack.url = str(server.make_url("")).rstrip("/")
    sys.stdout.write(f"{slack.url}\n")
    sys.stdout.flush()
    port = int(await asyncio.to_thread(sys.stdin.readline))
    chance = random.Random(1)  # noqa: S311 (the same questions every time)
    numbers = itertools.count()
    times: list[float] = []
    for _ in range(ROUNDS):
        asked = [_request(slack, chance, next(numbers)) for _ in range(AT_ONCE)]
        lines = [await asyncio.open_connection("127.0.0.1", port) for _ in asked]
        asking = (_ask(*line, request) for line, request in zip(lines, asked, strict=True))
        times += await asyncio.gather(*asking)
        await asyncio.sleep(1.0)
    sys.stdout.write(json.dumps(times) + "\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.readline)
    await server.close()


def _request(slack: FakeSlack, chance: random.Random, number: int) -> bytes:
    """One command as it goes over the wire, ready beforehand so that only the bot is timed."""
    user = f"U{number}"
    payload = {
        "command": "/airules",
        "text": f"search {query_of(chance)}",
        "team_id": TEAM,
        "channel_id": "C1",
        "user_id": user,
        "user_name": user,
        "trigger_id": f"t{number}",
        "response_url": slack.hook("C1", user),
    }
    body = urlencode(payload).encode()
    headers = {
        "Host": "127.0.0.1",
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(len(body)),
        **signed(body, str(int(NOW) - 200 + number % 400)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST /slack/events HTTP/1.1\r\n{lines}\r\n".encode() + body


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> float:
    """Give one command; milliseconds until its acknowledgement is here."""
    begin = time.perf_counter()
    writer.write(request)
    status = await reader.readline()
    took = (time.perf_counter() - begin) * 1000
    assert status.startswith(b"HTTP/1.1 200"), status
    writer.close()
    return took


if __name__ == "__main__":
    asyncio.run(_people())

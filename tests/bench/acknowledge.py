"""How soon a chat is answered that somebody was heard, with many commands at once.

The bot with a base of 100,000 entries runs here; a made-up chat and the people in it run in a
process of their own, as they would.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from bot.adapters.discord.app import DiscordChat
from bot.adapters.slack.app import SlackChat
from bot.database import Database
from bot.model import Office
from bot.reader import Reader
from bot.router import Router, load_commands
from knowledge.desk import Desk
from knowledge.names import Names
from knowledge.store import Store
from tests.bench._askers import AT_ONCE, ROUNDS
from tests.bench._table import percentile, table
from tests.bench.search import build_base
from tests.bot.adapters.discord.wire import TOKEN
from tests.bot.adapters.slack.bench import a_chat
from tests.bot.adapters.slack.fake import FakeSlack

ENTRIES = 100_000
CHATS = {"http": "Slack, HTTP", "socket": "Slack, Socket Mode", "discord": "Discord"}
_TICK = 0.001  # seconds between two looks at how late the loop is


def run() -> None:
    """Ten rounds of fifty commands at once, in each chat."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "knowledge.db"
        build_base(file, ENTRIES)
        for kind, name in CHATS.items():
            acknowledged, lag = asyncio.run(served(kind, file))
            heard = [percentile(acknowledged, share) for share in (0.5, 0.99)]
            figures = [f"{each:.1f}" for each in (*heard, percentile(lag, 0.99), max(lag))]
            rows.append((name, f"{ROUNDS} times {AT_ONCE}", *figures))
    columns = ("commands at once", "ack p50 ms", "ack p99 ms", "lag p99 ms", "lag max ms")
    table((f"{ENTRIES:,} entries", *columns), rows)


async def served(kind: str, file: Path) -> tuple[list[float], list[float]]:
    """Milliseconds until each acknowledgement, and by which the loop was late at each look."""
    askers = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.bench._askers", kind),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert askers.stdin is not None
    assert askers.stdout is not None
    reader = Reader(lambda: _desk(file), lambda: date(2026, 11, 21))
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{folder}/state.db")
        office = Office(read=reader, database=database, adapters={}, now=lambda: datetime.now(UTC))
        chat = _chat(kind, (await askers.stdout.readline()).decode().strip(), office)
        serving = asyncio.create_task(chat.run())
        if isinstance(chat, SlackChat):
            await chat.ready.wait()
            askers.stdin.write(f"{chat.port}\n".encode() if kind == "http" else b"")
        await askers.stdout.readline()
        await reader(lambda desk: desk.names.find("a name", frozenset()))
        late: list[float] = []
        watching = asyncio.create_task(_watch(late))
        askers.stdin.write(b"go on\n")
        told = json.loads(await askers.stdout.readline())
        watching.cancel()
        await chat.stop()
        await serving
        await database.close()
    await askers.communicate(b"that is all\n")
    reader.close()
    return told, late


def _chat(kind: str, url: str, office: Office) -> SlackChat | DiscordChat:
    router = Router(load_commands())
    if kind == "discord":
        gateway = f"{url.replace('http', 'ws', 1)}/gateway"
        return DiscordChat(router, office, token=TOKEN, api_url=url, gateway_url=gateway)
    slack = FakeSlack()
    slack.url = url
    return a_chat(slack, office, router, kind)


def _desk(file: Path) -> Desk:
    store = Store.open(file)
    return Desk(store, Names(store), date(2026, 11, 21))


async def _watch(late: list[float]) -> None:
    while True:
        begin = time.perf_counter()
        await asyncio.sleep(_TICK)
        late.append((time.perf_counter() - begin - _TICK) * 1000)

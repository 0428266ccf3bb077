"""Posts what is owed, with the bot's own courier and adapters, until all is done.

The process takes one piece of work a line, and each is done by a child of its own that can be
killed: what takes long at a start, the imports, is done once for all.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import secrets
import signal
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from bot.adapters.discord.post import Account, Poster
from bot.adapters.slack.app import SlackChat
from bot.alerts import outbox
from bot.alerts.courier import Courier
from bot.alerts.failures import Retries
from bot.alerts.limits import LIMITS
from bot.alerts.terms import Terms
from bot.database import Database
from bot.model import Adapter, Ambiguous, ChannelRef, Delivery, Failed, Office, Outcome, Sent
from bot.reply import Reply
from bot.router import Router
from bot.serve import spare_collector
from knowledge.desk import Desk

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Work:
    """What a worker is to do; times are in seconds."""

    database: str
    chats: str = ""  # the address of the server with both chats
    file: str = ""  # in their place: posts are lines of this file
    keys: bool = True  # the delivery's id and its earlier try are known to the adapters
    paced: bool = False  # at the platforms' pace
    window: int = 400
    lease: float = 60.0
    patience: float = 20.0
    unclear: float = 10.0
    idle: float = 1.0
    forever: bool = False


_ANY = "made-up"  # the chats here ask for no token


class Posting:
    """An adapter that only posts, in whatever way it is given."""

    def __init__(
        self,
        platform: str,
        try_once: Callable[[Delivery], Awaitable[Outcome]],
        leave: Callable[[], Awaitable[None]],
        *,
        keys: bool = True,
    ) -> None:
        self.platform = platform
        self._try_once = try_once
        self._leave = leave
        self._keys = keys

    async def run(self) -> None:
        """Nobody is listened to here."""

    async def stop(self) -> None:
        """Let go of what it posts through."""
        await self._leave()

    async def tell(self, person: ChannelRef, reply: Reply) -> Outcome:
        """Nobody has subscribed here."""
        return Failed("nobody")

    def address(self, channel: ChannelRef) -> str:
        """Nobody opens these."""
        return ""

    async def hindrance(self, channel: ChannelRef) -> str | None:
        """Nothing, as far as is known."""
        return None

    async def post(self, delivery: Delivery) -> Outcome:
        """Post it under its key, or under one that nobody will know again."""
        if not self._keys:
            delivery = replace(delivery, id=secrets.token_hex(8), attempted_at=None)
        return await self._try_once(delivery)


def _to_discord(database: Database, address: str, *, keys: bool) -> Posting:
    """The bot's own way to post in Discord."""
    account = Account(api_url=f"{address}/discord", token=_ANY, agent="bench", known=lambda _: True)
    poster = Poster(account, database, _now)
    return Posting("discord", poster.post, poster.close, keys=keys)


def _to_slack(database: Database, address: str, *, keys: bool) -> Posting:
    """The bot's own way to post in Slack."""
    office = Office(read=_nothing_to_read, database=database, adapters={}, now=_now)
    chat = SlackChat(
        Router({}),
        office,
        bot_token=_ANY,
        app_token=_ANY,
        signing_secret="",
        port=0,
        api_url=f"{address}/slack/",
        managers="anyone",
    )
    return Posting("slack", chat.post, chat.stop, keys=keys)


class _File:
    """Posts are lines of it, made after a while; whoever tried before looks there first."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    async def post(self, delivery: Delivery) -> Outcome:
        line = f"{delivery.id}\n".encode()
        if delivery.attempted_at is not None and line in self._path.read_bytes():
            return Sent(delivery.id)
        await asyncio.sleep(0.01)
        os.write(self._open, line)
        await asyncio.sleep(0.01)
        if random.random() < 0.001:  # noqa: S311
            return Ambiguous("made up")
        return Sent(delivery.id)

    async def close(self) -> None:
        os.close(self._open)


def _now() -> datetime:
    return datetime.now(UTC)


async def _nothing_to_read(look_up: Callable[[Desk], T]) -> T:
    raise AssertionError(f"a worker only posts, and reads nothing: {look_up}")


def adapters_of(work: Work, database: Database) -> Mapping[str, Adapter]:
    """What the worker posts through."""
    if work.file:
        file = _File(Path(work.file))
        return {"slack": Posting("slack", file.post, file.close)}
    return {
        "discord": _to_discord(database, work.chats, keys=work.keys),
        "slack": _to_slack(database, work.chats, keys=work.keys),
    }


def terms_of(work: Work) -> Terms:
    """How the worker's courier works."""
    return Terms(
        window=work.window,
        lease=work.lease,
        patience=work.patience,
        idle=work.idle,
        tidy=min(5.0, work.lease / 4),
        retries=Retries(delays=(0.2, 0.5, 1.0, 2.0), unclear=work.unclear),
        limits=LIMITS if work.paced else {},
    )


async def _work(work: Work) -> None:
    database = Database(work.database)
    adapters = adapters_of(work, database)
    courier = Courier(database, adapters, terms=terms_of(work))
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, told.set)
    running = asyncio.create_task(courier.run())
    _say(f"started {os.getpid()}")
    while not told.is_set() and (work.forever or not await _done(database)):
        try:
            async with asyncio.timeout(work.idle / 2):
                await told.wait()
        except TimeoutError:
            continue
    begin = time.monotonic()
    await courier.stop()
    await running
    for adapter in adapters.values():
        await adapter.stop()
    await database.close()
    _say(f"left after {time.monotonic() - begin:.3f}")


async def _done(database: Database) -> bool:
    async with database.transaction() as connection:
        depth = await outbox.depth(connection)
    return not depth.keys() & {"owed", "claimed"}


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _nurse() -> None:
    with suppress(ImportError):
        import psycopg  # noqa: F401, PLC0415 (an extra that need not be installed)
    spare_collector()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            asyncio.run(_work(Work(**json.loads(line))))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        _say(f"ended {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    _nurse()

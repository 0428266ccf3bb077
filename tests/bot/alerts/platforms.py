"""A clock that stands still until it is moved on, and a chat that enforces its rules by it."""

from __future__ import annotations

import asyncio
import heapq
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from bot.alerts.clock import Clock
from bot.alerts.courier import Courier
from bot.alerts.limits import Limit, Limits
from bot.alerts.terms import Terms
from bot.database import Database
from bot.model import Adapter, ChannelRef, Delivery, Outcome, Sent, Wait
from bot.reply import Reply
from tests.bot.alerts.owing import NOW

FREE = Terms(limits={})
_STEPS = 10  # of the loop, in which whoever can go on does


class FakeClock:
    """Time passes when everybody sleeps."""

    def __init__(self) -> None:
        self.time = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = count()

    def clock(self) -> Clock:
        return Clock(now=self.now, seconds=lambda: self.time, sleep=self.sleep)

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.time)

    async def sleep(self, seconds: float) -> None:
        future = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.time + seconds, next(self._order), future))
        await future

    async def stand_still(self) -> None:
        """Let all go on that can."""
        for _ in range(_STEPS):
            await asyncio.sleep(0)

    async def pass_by(self) -> None:
        """Let all go on that can, then wake whoever sleeps the shortest."""
        await self.stand_still()
        while self._sleepers:
            moment, _, future = heapq.heappop(self._sleepers)
            if not future.done():  # whoever slept may have been told to stop
                self.time = max(self.time, moment)
                future.set_result(None)
                return


async def landed(courier: Courier, clock: FakeClock) -> None:
    """Let time pass until all posts in hand have come to their end."""
    done = asyncio.ensure_future(courier.landed())
    while not done.done():
        await clock.pass_by()


async def turns(courier: Courier, clock: FakeClock, number: int = 1) -> None:
    """So many turns, each with what it sends on its way, and one that writes down the last."""
    for _ in range(number):
        await courier.turn()
        await landed(courier, clock)
    await courier.turn()
    await landed(courier, clock)


class FakeChat:
    """Keeps posts, and answers 429 where its limits are broken.

    `script` may answer in its place; a post that it has stored under a delivery's id is found
    again by whoever knows that he tried before.
    """

    def __init__(
        self,
        clock: FakeClock,
        platform: str = "discord",
        limits: Limits | None = None,
        script: Callable[[Delivery], Outcome | None] = lambda _: None,
    ) -> None:
        self.platform = platform
        self.script = script
        self.tried: list[Delivery] = []
        self.posts: list[tuple[float, Delivery]] = []
        self.told: list[tuple[ChannelRef, Reply]] = []
        self.reach: Callable[[ChannelRef], Outcome] = lambda _: Sent("")
        self.refused = 0  # for being too fast
        self._clock = clock
        self._limits = limits or Limits()
        self._seen: dict[object, list[float]] = defaultdict(list)
        self._news = asyncio.Condition()

    async def run(self) -> None:
        raise AssertionError("nobody asked for it")

    async def stop(self) -> None:
        raise AssertionError("nobody asked for it")

    async def tell(self, person: ChannelRef, reply: Reply) -> Outcome:
        self.told.append((person, reply))
        return self.reach(person)

    def address(self, channel: ChannelRef) -> str:
        return f"https://chat.example/{channel.tenant}/{channel.channel}"

    async def hindrance(self, channel: ChannelRef) -> str | None:
        return None

    async def post(self, delivery: Delivery) -> Outcome:
        self.tried.append(delivery)
        if not self._allowed(delivery.channel):
            self.refused += 1
            return Wait(1.0, "channel")
        if delivery.attempted_at is not None:
            for number, (_, post) in enumerate(self.posts):
                if post.id == delivery.id:
                    return Sent(f"M{number}")
        scripted = self.script(delivery)
        outcome = self.store(delivery) if scripted is None else scripted
        async with self._news:
            self._news.notify_all()
        return outcome

    async def reached(self, count: int) -> None:
        """Wait until there are so many posts."""
        async with self._news:
            await self._news.wait_for(lambda: len(self.posts) >= count)

    def store(self, delivery: Delivery) -> Sent:
        """Keep it as a post."""
        self.posts.append((self._clock.time, delivery))
        return Sent(f"M{len(self.posts) - 1}")

    def _allowed(self, channel: ChannelRef) -> bool:
        limits = self._limits
        keys: list[tuple[object, Limit | None]] = [
            (channel, limits.channel),
            (channel.tenant, limits.tenant),
            ("", limits.platform),
        ]
        now, fine = self._clock.time, True
        for key, limit in keys:
            if limit is not None:
                self._seen[key] = [t for t in self._seen[key] if now - t < limit.seconds - 1e-9]
                fine = fine and len(self._seen[key]) < limit.count
                self._seen[key].append(now)
        return fine


def courier_for(
    database: Database, clock: FakeClock, *chats: Adapter, terms: Terms = FREE, **more: Any
) -> Courier:
    """A courier on that clock, as fast as it goes unless told otherwise."""
    adapters = {chat.platform: chat for chat in chats}
    return Courier(database, adapters, terms=terms, clock=clock.clock(), **more)


def first_then(outcome: Outcome, chat: FakeChat) -> None:
    """The first try ends like that, all others well."""
    chat.script = lambda _: outcome if len(chat.tried) == 1 else None

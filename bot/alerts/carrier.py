"""Posts that are on their way: each waits for its time, is tried once, and comes to an end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.alerts.clock import Clock
from bot.alerts.failures import Owed
from bot.alerts.lane import Lane
from bot.alerts.terms import Terms
from bot.model import Ambiguous, ChannelRef, Delivery, Outcome, Sent, Wait
from bot.reply import Reply

log = logging.getLogger(__name__)

End = tuple[Owed, Outcome]


class Carrier:
    """Carries claimed deliveries to their platforms; tells the end of each."""

    def __init__(self, terms: Terms, clock: Clock, ended: Callable[[End], None]) -> None:
        self._terms = terms
        self._clock = clock
        self._ended = ended
        self._needed = timedelta(seconds=terms.patience)
        self._hands: dict[asyncio.Task[None], Owed] = {}
        self._posting: set[int] = set()
        self._telling: set[asyncio.Task[None]] = set()

    def send(self, lane: Lane, owed: Owed, delivery: Delivery, start: float) -> None:
        """Post it at `start`, or as soon after that as the platform's pace allows."""
        lane.waiting += 1
        lane.in_hand += 1
        task = asyncio.create_task(self._carry(lane, owed, delivery, start))
        self._hands[task] = owed
        task.add_done_callback(self._hands.pop)

    def tell(self, lane: Lane, person: ChannelRef, reply: Reply) -> None:
        """Send somebody a direct message, if that goes at the first try."""
        task = asyncio.create_task(self._tell(lane, person, reply))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def landed(self) -> None:
        """All have come to their end."""
        while self._hands or self._telling:
            await asyncio.wait([*self._hands, *self._telling])

    async def leave(self, patience: float) -> None:
        """Give back what is not being posted, and wait so long for what is."""
        for task, owed in list(self._hands.items()):
            if owed.id not in self._posting and not task.done():
                task.cancel()
                self._ended((owed, Wait(0.0, "stopping")))
        if self._hands or self._telling:
            await asyncio.wait([*self._hands, *self._telling], timeout=patience)
        for message in self._telling:
            message.cancel()
        for task, owed in list(self._hands.items()):
            if not task.done():
                task.cancel()
                self._ended((owed, Ambiguous("stopped")))

    async def _carry(self, lane: Lane, owed: Owed, delivery: Delivery, start: float) -> None:
        # an adapter may have to look first whether an earlier try came through
        requests = 1 if owed.attempted_at is None else 2
        await self._until(start)
        outcome = self._hindered(lane, owed)
        if outcome is None and lane.alone:
            outcome = await self._turn(lane, requests, lambda: self._hindered(lane, owed))
        lane.waiting -= 1
        if outcome is None:
            # noted before anything is waited for, and so before anybody else has his turn
            lane.went(owed.channel, self._clock.seconds(), requests)
            outcome = await self._post(lane, owed, delivery)
            lane.over(owed.channel, outcome, self._clock.seconds(), requests)
        lane.in_hand -= 1
        self._ended((owed, outcome))

    async def _turn(
        self, lane: Lane, requests: int, hindered: Callable[[], Outcome | None]
    ) -> Outcome | None:
        """Wait until the platform's limit lets it go; by then it may be hindered."""
        async with lane.turn:
            while (moment := lane.go(self._clock.seconds(), requests)) > self._clock.seconds():
                await self._until(moment)
            return hindered()

    async def _tell(self, lane: Lane, person: ChannelRef, reply: Reply) -> None:
        requests = 2  # one may be needed to open the chat
        outcome: Outcome | None = None
        if lane.alone:
            now = self._clock.seconds
            outcome = await self._turn(lane, requests, lambda: lane.put_back(person, now()))
        if outcome is None:
            lane.went(person, self._clock.seconds(), requests)
            outcome = await self._tried(lane.adapter.tell(person, reply), "a direct message")
            lane.over(person, outcome, self._clock.seconds(), requests)
        if not isinstance(outcome, Sent):
            where = f"{person.platform} {person.tenant}"
            log.warning("who subscribed in %s could not be told that it failed: %s", where, outcome)

    def _hindered(self, lane: Lane, owed: Owed) -> Outcome | None:
        if self._clock.now() + self._needed > owed.lease_until:
            return Wait(0.0, "lease")  # the machine slept, and others may have it by now
        return lane.put_back(owed.channel, self._clock.seconds())

    async def _post(self, lane: Lane, owed: Owed, delivery: Delivery) -> Outcome:
        self._posting.add(owed.id)
        try:
            return await self._tried(lane.adapter.post(delivery), f"delivery {owed.id}")
        finally:
            self._posting.discard(owed.id)

    async def _tried(self, trying: Awaitable[Outcome], what: str) -> Outcome:
        try:
            async with asyncio.timeout(self._terms.patience):
                return await trying
        except TimeoutError:
            return Ambiguous("timeout")
        except Exception:
            log.exception("%s failed by a fault of ours", what)
            return Ambiguous("fault")

    async def _until(self, moment: float) -> None:
        wait = moment - self._clock.seconds()
        if wait > 0:
            await self._clock.sleep(wait)

"""Posts that are on their way: each waits for its time, is tried once, and comes to an end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

from bot.alerts.clock import Clock
from bot.alerts.failures import Owed
from bot.alerts.lane import Lane
from bot.alerts.terms import Terms
from bot.model import Ambiguous, Delivery, Outcome, Wait

log = logging.getLogger(__name__)

End = tuple[Owed, Outcome]


class Carrier:
    """Carries claimed deliveries to their platforms; tells the end of each."""

    def __init__(self, terms: Terms, clock: Clock, ended: Callable[[End], None]) -> None:
        self._terms = terms
        self._clock = clock
        self._ended = ended
        self._hands: dict[asyncio.Task[None], Owed] = {}
        self._posting: set[int] = set()

    def send(self, lane: Lane, owed: Owed, delivery: Delivery, start: float) -> None:
        """Post it at `start`, or as soon after that as the platform's pace allows."""
        lane.waiting += 1
        lane.in_hand += 1
        task = asyncio.create_task(self._carry(lane, owed, delivery, start))
        self._hands[task] = owed
        task.add_done_callback(self._hands.pop)

    async def landed(self) -> None:
        """All have come to their end."""
        while self._hands:
            await asyncio.wait(list(self._hands))

    async def leave(self, patience: float) -> None:
        """Give back what is not being posted, and wait so long for what is."""
        for task, owed in list(self._hands.items()):
            if owed.id not in self._posting and not task.done():
                task.cancel()
                self._ended((owed, Wait(0.0, "stopping")))
        if self._hands:
            await asyncio.wait(list(self._hands), timeout=patience)
        for task, owed in list(self._hands.items()):
            if not task.done():
                task.cancel()
                self._ended((owed, Ambiguous("stopped")))

    async def _carry(self, lane: Lane, owed: Owed, delivery: Delivery, start: float) -> None:
        try:
            await self._until(start)
        finally:
            lane.waiting -= 1
        # an adapter may have to look first whether an earlier try came through
        requests = 1 if owed.attempted_at is None else 2
        outcome = self._hindered(lane, owed)
        if outcome is None:
            await self._until(lane.go(self._clock.seconds(), requests))
            while (moment := lane.late(self._clock.seconds())) > self._clock.seconds():
                await self._until(moment)
            outcome = self._hindered(lane, owed)  # much may have happened in the meantime
        if outcome is None:
            lane.went(owed.channel, self._clock.seconds(), requests)
            outcome = await self._post(lane, owed, delivery)
            lane.heed(owed.channel, outcome, self._clock.seconds())
        lane.in_hand -= 1
        self._ended((owed, outcome))

    def _hindered(self, lane: Lane, owed: Owed) -> Outcome | None:
        needed = timedelta(seconds=self._terms.patience)
        if self._clock.now() + needed > owed.lease_until:
            return Wait(0.0, "lease")  # the machine slept, and others may have it by now
        return lane.put_back(owed.channel, self._clock.seconds())

    async def _post(self, lane: Lane, owed: Owed, delivery: Delivery) -> Outcome:
        self._posting.add(owed.id)
        try:
            async with asyncio.timeout(self._terms.patience):
                return await lane.adapter.post(delivery)
        except TimeoutError:
            return Ambiguous("timeout")
        except Exception:
            log.exception("delivery %s failed by a fault of ours", owed.id)
            return Ambiguous("fault")
        finally:
            self._posting.discard(owed.id)

    async def _until(self, moment: float) -> None:
        wait = moment - self._clock.seconds()
        if wait > 0:
            await self._clock.sleep(wait)

"""What is being done: each thing once, however often Slack tells of it, and all of it finished."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from bot.turns import Turns

TAKEN = 3  # requests that are taken in one turn of the loop
BEGUN = 4  # requests that the library takes apart at the same time
AT_ONCE = 8  # answers in hand; with more, those who are only to be acknowledged would wait
REMEMBERED = 20_000  # things done; Slack tells of one again within some six minutes


class Work:
    """Remembers what was done and what is in hand.

    What failed counts as not done: when Slack tells of it again, it is tried again.
    """

    def __init__(self) -> None:
        self._done: OrderedDict[str, None] = OrderedDict()
        self._in_hand: dict[str, asyncio.Future[bool]] = {}
        self._hands = asyncio.Semaphore(AT_ONCE)
        self._begun: set[asyncio.Task[None]] = set()
        self._beginning = asyncio.Semaphore(BEGUN)
        self._taking = Turns(TAKEN)
        self._turns = Turns(1)

    async def take(self) -> None:
        """Wait until a request that came may be taken: many come at once."""
        await self._taking.wait()

    def begin(self, call: Callable[[], Awaitable[object]]) -> None:
        """Do it soon: what others wait for, their acknowledgement, goes before."""
        task = asyncio.create_task(self._begin(call))
        self._begun.add(task)
        task.add_done_callback(self._begun.discard)

    async def once(self, key: str, call: Callable[[], Awaitable[bool]]) -> None:
        """Do it unless it was done; `call` tells whether it succeeded.

        Where it is in hand, its end is waited for, since it may yet fail.
        """
        while key in self._in_hand:
            await asyncio.shield(self._in_hand[key])
        if key in self._done:
            return
        end = self._in_hand[key] = asyncio.get_running_loop().create_future()
        succeeded = False
        try:
            async with self._hands:
                succeeded = await call()
        finally:
            if succeeded:
                self._done[key] = None
                while len(self._done) > REMEMBERED:
                    self._done.popitem(last=False)
            del self._in_hand[key]
            end.set_result(succeeded)

    async def finish(self, seconds: float) -> bool:
        """Wait for what is in hand, at most so long; tells whether all came to its end."""
        try:
            async with asyncio.timeout(seconds):
                while self._begun or self._in_hand:
                    unfinished: list[asyncio.Future[Any]] = [*self._begun, *self._in_hand.values()]
                    await asyncio.wait(unfinished)
        except TimeoutError:
            return False
        return True

    async def _begin(self, call: Callable[[], Awaitable[object]]) -> None:
        async with self._beginning:
            await self._turns.wait()
            await call()

"""What is being done: each thing once, however often Slack tells of it, and all of it finished."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

AT_ONCE = 8  # answers in hand; with more, those who are only to be acknowledged would wait
REMEMBERED = 20_000  # things done; Slack tells of one again within some six minutes


class Work:
    """Remembers what was done and what is in hand.

    What failed counts as not done: when Slack tells of it again, it is tried again.
    """

    def __init__(self) -> None:
        self._done: OrderedDict[str, None] = OrderedDict()
        self._in_hand: dict[str, asyncio.Future[bool]] = {}
        self._turns = asyncio.Semaphore(AT_ONCE)

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
            async with self._turns:
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
                while self._in_hand:
                    await asyncio.wait(list(self._in_hand.values()))
        except TimeoutError:
            return False
        return True

"""Lets those who come all at once go on a few at a time, so that nobody else waits behind them."""

from __future__ import annotations

import asyncio
from collections import deque


class Turns:
    """In each turn of the loop so many go on, first come first served; the rest in later ones.

    All that is ready in a turn runs before anything else is looked at.
    """

    def __init__(self, each_turn: int) -> None:
        self._each_turn = each_turn
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def wait(self) -> None:
        """Wait for one's turn, which comes at once where nobody else waits."""
        loop = asyncio.get_running_loop()
        if not self._waiting:
            loop.call_soon(self._next)
        mine = loop.create_future()
        self._waiting.append(mine)
        await mine

    def _next(self) -> None:
        for _ in range(min(self._each_turn, len(self._waiting))):
            first = self._waiting.popleft()
            if not first.done():  # else whoever waited was cancelled
                first.set_result(None)
        if self._waiting:
            asyncio.get_running_loop().call_soon(self._next)

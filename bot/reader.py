"""Looks up at the desk in a thread of its own, so that the chats' own thread never waits."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import TypeVar

from bot.turns import Turns
from knowledge.desk import Desk

T = TypeVar("T")
_TURN = 0.0005  # seconds that a thread has when another one waits


class Reader:
    """One thread and the desk that only it touches: SQLite's connections belong to a thread."""

    def __init__(self, open_desk: Callable[[], Desk], today: Callable[[], date]) -> None:
        self._open_desk = open_desk
        self._today = today
        self._desk: Desk | None = None
        # Else the chats' thread waits 5 ms whenever it takes its turn from this one.
        sys.setswitchinterval(_TURN)
        self._turns = Turns(1)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")

    async def __call__(self, look_up: Callable[[Desk], T]) -> T:
        """What `look_up` returns, or raises, at the desk as it is today."""
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._thread, lambda: look_up(self._here()))
        # What was found while the loop was busy is there all at once, and to write it out is long.
        await self._turns.wait()
        return found

    async def renew(self) -> None:
        """Bring the entries in again; what is looked up from now on sees them."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._reopen)

    def close(self) -> None:
        """Let what runs come to its end."""
        self._thread.submit(self._shut).result()
        self._thread.shutdown()

    def _here(self) -> Desk:
        if self._desk is None:
            self._desk = self._open_desk()
        return replace(self._desk, today=self._today())

    def _reopen(self) -> None:
        before, self._desk = self._desk, self._open_desk()
        if before is not None:
            before.store.close()

    def _shut(self) -> None:
        if self._desk is not None:
            self._desk.store.close()
            self._desk = None

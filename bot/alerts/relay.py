"""From what changed to what is owed: reads on from where it was, and writes all in one step."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts import cursors, ledger
from bot.alerts.decide import Heard, pace, plan
from bot.alerts.gather import hand_out
from bot.alerts.leading import lead, stop_leading
from bot.alerts.news import News, Turn, news_since
from bot.alerts.reminders import last_day, reminders
from bot.alerts.tables import announcements
from bot.model import Office
from knowledge.changes import Log

log = logging.getLogger(__name__)
_PAUSE = 1.0  # seconds between two looks
_LEASE = timedelta(seconds=30)


class Relay:
    """Turns changes, deadlines and what was gathered into deliveries.

    One process runs it for a knowledge file. It may die anywhere: what a step writes, it writes
    in one transaction with how far it has read.
    """

    def __init__(
        self,
        office: Office,
        renew: Callable[[], Awaitable[None]],
        entries: Path,
        wake: Callable[[], None],
    ) -> None:
        self._office = office
        self._renew = renew
        self._entries = entries
        self._wake = wake
        self._seen_files: frozenset[tuple[str, int, int]] | None = None
        self._seen_newest: int | None = None
        self._owner = secrets.token_hex(8)
        self._look = asyncio.Event()
        self._stopping = False

    async def run(self) -> None:
        """Step every second or so, until `stop`; a step that fails is tried again."""
        while not self._stopping:
            try:
                await self.step(self._office.now())
            except Exception:
                log.exception("the alerts could not be brought up to date; trying again")
            try:
                await asyncio.wait_for(self._look.wait(), _PAUSE)
            except TimeoutError:
                continue
            self._look.clear()
        if not self._office.database.one_writer:
            async with self._office.database.transaction() as connection:
                await stop_leading(connection, self._owner, self._office.now())

    def stop(self) -> None:
        """Let the step that runs be the last."""
        self._stopping = True
        self._look.set()

    async def step(self, now: datetime) -> int:
        """Bring everything up to date as of a moment; returns how many deliveries are new."""
        if not await self._leads(now):
            return 0
        await self._renew_where_changed()
        owed = await self._tell_changes(now)
        owed += await self._remind(now)
        async with self._office.database.transaction() as connection:
            owed += await hand_out(connection, now)
        if owed:
            self._wake()
        return owed

    async def _leads(self, now: datetime) -> bool:
        """Whether it is this process that tells, where several share a database."""
        if self._office.database.one_writer:
            return True
        async with self._office.database.transaction() as connection:
            return await lead(connection, "relay", self._owner, now, now + _LEASE)

    async def _renew_where_changed(self) -> None:
        """Bring the entries in again where a file of theirs, or the log, is another than before."""
        files = await asyncio.to_thread(_stamps, self._entries)
        newest = (await self._log()).newest
        if self._seen_files is None:
            self._seen_files, self._seen_newest = files, newest
        if (files, newest) != (self._seen_files, self._seen_newest):
            await self._renew()
            self._seen_files, self._seen_newest = files, (await self._log()).newest

    async def _log(self) -> Log:
        return await self._office.read(lambda desk: desk.store.log())

    async def _tell_changes(self, now: datetime) -> int:
        known = await self._log()
        async with self._office.database.transaction() as connection:
            after = await cursors.position(connection, known)
        if after >= known.newest:
            return 0
        news = await self._office.read(
            lambda desk: news_since(replace(desk, today=now.date()), after, known.newest)
        )
        async with self._office.database.transaction() as connection:
            if await cursors.position(connection, known) != after:
                return 0  # another process was here
            owed = await tell(connection, news, now)
            await cursors.advance(connection, known, known.newest)
        return owed

    async def _remind(self, now: datetime) -> int:
        upto = last_day(now)
        async with self._office.database.transaction() as connection:
            at = await cursors.read(connection, cursors.DEADLINES)
        after = upto - timedelta(days=1) if at is None else date.fromordinal(at)
        if after >= upto:
            return 0
        news = await self._office.read(
            lambda desk: reminders(replace(desk, today=now.date()), after, upto)
        )
        async with self._office.database.transaction() as connection:
            if await cursors.read(connection, cursors.DEADLINES) != at:
                return 0
            owed = await tell(connection, news, now)
            await cursors.move(connection, cursors.DEADLINES, upto.toordinal())
        return owed


async def tell(connection: AsyncConnection, news: Sequence[News], now: datetime) -> int:
    """Write down what the news give to tell, and to whom; what is written already is left out."""
    new = await _untold(connection, news)
    if not new:
        return 0
    wishes = {
        since: await ledger.wishes(connection, now, since) for since in {n.since for n in new}
    }
    plans = []
    for one in new:
        fresh = one.turn is Turn.REMINDER
        heard = Heard() if fresh else await ledger.heard(connection, one.entry)
        plans.append(plan(one, wishes[one.since], heard, now))
    pace(plans, await ledger.recent(connection, now, len(plans)), now)
    return sum([await ledger.write(connection, each, now) for each in plans])


async def _untold(connection: AsyncConnection, news: Sequence[News]) -> list[News]:
    keys = [one.key for one in news]
    told: set[str] = set()
    for start in range(0, len(keys), 500):
        query = select(announcements.c.key).where(
            announcements.c.key.in_(keys[start : start + 500])
        )
        told.update((await connection.scalars(query)).all())
    return [one for one in news if one.key not in told]


def _stamps(folder: Path) -> frozenset[tuple[str, int, int]]:
    """What tells that a file of the folder is another than before."""
    found = set()
    for path in folder.rglob("*.toml"):
        try:
            stat = path.stat()
        except OSError:  # it went away while we looked
            continue
        found.add((str(path), stat.st_mtime_ns, stat.st_size))
    return frozenset(found)

"""Posts what is owed: claims it, hands it to the adapters at the platforms' pace, and settles it.

One transaction a turn writes down what has ended and claims what may go next, so that many posts
share the database's cost.
"""

from __future__ import annotations

import asyncio
import logging
import os
import random
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts import outbox
from bot.alerts.carrier import Carrier, End
from bot.alerts.channels import shut_channel, shut_tenant
from bot.alerts.clock import Clock, system_clock
from bot.alerts.failures import Owed, settle
from bot.alerts.lane import Lane
from bot.alerts.leading import lead, stop_leading
from bot.alerts.letters import Letters
from bot.alerts.limits import Breaker, Limits
from bot.alerts.telling import shut_card, untold
from bot.alerts.terms import Terms
from bot.database import Database
from bot.model import Adapter, ChannelRef, Parked, Refused, TenantLost, Wait
from bot.reply import Reply

log = logging.getLogger(__name__)

_IN_ORDER = timedelta(minutes=1)  # a channel's next posts wait so long for one that failed
_EACH_TURN = 25  # posts that are begun in one turn of the loop
_LAST_TRIES = 3  # to write down what has ended, when the bot stops


class Courier:
    """Posts to the platforms of its adapters, until it is stopped."""

    def __init__(
        self,
        database: Database,
        adapters: Mapping[str, Adapter],
        *,
        terms: Terms | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.owner = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._database = database
        self._terms = terms or Terms()
        self._clock = clock or system_clock()
        self._lanes = {
            name: Lane(
                adapter, self._terms.limits.get(name, Limits()), Breaker(self._terms.breaker)
            )
            for name, adapter in adapters.items()
        }
        self._letters = Letters()
        self._ended: list[End] = []
        self._carrier = Carrier(self._terms, self._clock, self._end)
        self._tidy_at = 0.0
        self._news = asyncio.Event()
        self._stopping = False
        self._stopped = asyncio.Event()
        self._stopped.set()

    def wake(self) -> None:
        """Something new is owed: look at once."""
        for lane in self._lanes.values():
            lane.look_at = 0.0
        self._news.set()

    async def run(self) -> None:
        """Post until `stop`."""
        self._stopped.clear()
        try:
            while not self._stopping:
                self._news.clear()
                await self.turn()
                await self._rest()
        finally:
            self._stopped.set()

    async def stop(self, patience: float = 10.0) -> None:
        """Claim no more, wait so long for what is in flight, and give the rest back."""
        self._stopping = True
        self._news.set()
        await self._stopped.wait()
        await self._carrier.leave(patience)
        for _ in range(_LAST_TRIES):
            if await self._write(claiming=False):
                break

    async def turn(self) -> None:
        """Write down what has ended, claim what may go, and send it on its way."""
        await self._write(claiming=True)

    async def landed(self) -> None:
        """What is in hand has come to its end, which the next turn writes down."""
        await self._carrier.landed()

    def _end(self, end: End) -> None:
        self._ended.append(end)
        self._news.set()

    async def _rest(self) -> None:
        if not self._ended:
            try:
                async with asyncio.timeout(self._terms.idle):
                    await self._news.wait()
            except TimeoutError:
                return
        if self._ended and not self._stopping:  # others end about the same time
            await asyncio.sleep(self._terms.gather)

    # -- one turn

    async def _write(self, *, claiming: bool) -> bool:
        """One transaction; whether it came to its end. If not, what has ended is kept."""
        now, at = self._clock.now(), self._clock.seconds()
        ended, self._ended = self._ended, []
        claimed: list[tuple[Lane, Owed, float]] = []
        told: list[tuple[Lane, ChannelRef, Reply]] = []
        try:
            async with self._database.transaction() as connection:
                await self._settle(connection, ended, now)
                if claiming:
                    told = await self._tidy(connection, now, at)
                    claimed = await self._claim(connection, now, at)
                else:
                    await stop_leading(connection, self.owner, now)
        except (SQLAlchemyError, OSError) as error:
            self._ended = ended + self._ended
            log.warning("the database failed: %s", getattr(error, "orig", None) or error)
            await self._clock.sleep(self._terms.idle)
            return False
        for number, (lane, owed, start) in enumerate(claimed, 1):
            if number % _EACH_TURN == 0:
                await asyncio.sleep(0)  # so that nobody else in this loop waits for all of them
            try:
                self._carrier.send(lane, owed, self._letters.delivery(owed), start)
            except ValueError:
                log.exception("what delivery %s says cannot be read", owed.id)
                lane.look_at = 0.0
                self._end((owed, Refused("unreadable")))
        for lane, person, reply in told:
            self._carrier.tell(lane, person, reply)
        return True

    async def _settle(
        self, connection: AsyncConnection, ended: Sequence[End], now: datetime
    ) -> None:
        rows = [
            settle(owed, outcome, now, chance=random.random(), retries=self._terms.retries)  # noqa: S311
            for owed, outcome in ended
        ]
        await outbox.write_down(connection, self.owner, rows, now)
        for (owed, outcome), row in zip(ended, rows, strict=True):
            match outcome:
                case Parked(code, reason):
                    await shut_channel(connection, owed.channel_id, code, reason, now)
                case TenantLost(code):
                    channel = owed.channel
                    await shut_tenant(connection, channel.platform, channel.tenant, code, now)
                case _ if row.state == "owed" and row.due > now:
                    if isinstance(outcome, Wait) or row.due - now <= _IN_ORDER:
                        await outbox.put_off(connection, owed.channel_id, row.due)
                case _:
                    pass

    async def _tidy(
        self, connection: AsyncConnection, now: datetime, at: float
    ) -> list[tuple[Lane, ChannelRef, Reply]]:
        """What is due now and then; returns who is to be told of channels that were parked."""
        if at < self._tidy_at:
            return []
        self._tidy_at = at + self._terms.tidy
        self._letters.instance = await outbox.instance(connection)
        await outbox.tidy(connection, now)
        return [
            (lane, person, shut_card(shut, lane.adapter.address))
            for name, lane in self._lanes.items()
            if lane.open(at) and await self._leads(connection, name, lane, now, at)
            for person, shut in (await untold(connection, name)).items()
        ]

    async def _claim(
        self, connection: AsyncConnection, now: datetime, at: float
    ) -> list[tuple[Lane, Owed, float]]:
        going: list[tuple[Lane, Owed, float]] = []
        late: list[End] = []
        for name, lane in self._lanes.items():
            for owed in await self._claim_for(connection, name, lane, now, at):
                start = lane.reserve(owed.channel, at, self._terms.ahead)
                if start is None:
                    late.append((owed, Wait(lane.plan(owed.channel, at) - at, "pace")))
                else:
                    going.append((lane, owed, start))
        if late:  # there is room for others
            await self._settle(connection, late, now)
            self._news.set()
        missing = self._letters.missing(owed for _, owed, _ in going)
        if missing:
            self._letters.add(await outbox.letters(connection, missing))
        return going

    async def _claim_for(
        self, connection: AsyncConnection, name: str, lane: Lane, now: datetime, at: float
    ) -> list[Owed]:
        terms = self._terms
        room = lane.room(at, terms.ahead, terms.window)
        if room <= 0 or not await self._leads(connection, name, lane, now, at):
            return []
        claimed, all_taken = await outbox.claim(
            connection, name, self.owner, now, lease=timedelta(seconds=terms.lease), room=room
        )
        if all_taken:
            lane.look_at = at + terms.idle
        elif not claimed:  # another process had the same in hand
            self._news.set()
        return claimed

    async def _leads(
        self, connection: AsyncConnection, name: str, lane: Lane, now: datetime, at: float
    ) -> bool:
        """Whether this process may post there: on some platforms, one at a time."""
        if self._database.one_writer or not lane.alone or at < lane.leads_until:
            return True
        until = now + timedelta(seconds=self._terms.lease)
        leads = await lead(connection, name, self.owner, now, until)
        if leads:
            lane.leads_until = at + self._terms.lease / 3
        else:
            lane.look_at = at + self._terms.idle
        return leads

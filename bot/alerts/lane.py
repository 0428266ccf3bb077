"""What a courier knows of one platform: its pace, what is on the way, and whether it is stopped."""

from __future__ import annotations

import asyncio
import logging

from bot.alerts.limits import Breaker, Limits, Pace
from bot.model import (
    Adapter,
    ChannelRef,
    Outcome,
    Parked,
    PlatformStopped,
    TenantLost,
    Wait,
)

log = logging.getLogger(__name__)

# Seconds in which posts to a lost tenant that were claimed before are put back; by then its
# channels are written down as lost.
_LOST = 10.0


class Lane:
    """One platform's share of a courier's work; times are seconds of the courier's clock."""

    def __init__(self, adapter: Adapter, limits: Limits, breaker: Breaker) -> None:
        self.adapter = adapter
        self.stopped: str | None = None  # the code with which the platform shut us out
        self.waiting = 0  # claimed, and not under way
        self.in_hand = 0  # claimed, those among them
        self.turn = asyncio.Lock()  # of those who wait for the platform's limit: one by one
        self.look_at = 0.0  # when to look for more, where the last look found all there was
        self.leads_until = 0.0
        self._limits = limits
        self._pace = Pace(limits)
        self._breaker = breaker

    @property
    def alone(self) -> bool:
        """Whether one process at a time may post, since all share one limit."""
        return self._limits.platform is not None

    def open(self, at: float) -> bool:
        """Whether the platform lets us speak at all."""
        return self.stopped is None and not self._pace.closed(at)

    def room(self, at: float, ahead: float, window: int) -> int:
        """How many more to claim.

        Where the platform paces us, half of what goes in `ahead` seconds at once, rather than
        one by one.
        """
        if self.stopped is not None or at < self.look_at:
            return 0
        room = window - self.in_hand
        slots = self._pace.room(at, ahead)
        if slots is None:
            return room
        slots -= self.waiting
        return 0 if slots < self._pace.half(ahead) else min(room, slots)

    def reserve(self, channel: ChannelRef, at: float, ahead: float) -> float | None:
        """When a claimed post is ready to go; None if that is too far away to keep it."""
        start = self._pace.ready(channel, at)
        if start > at + ahead:
            return None
        self._pace.reserve(channel, start)
        return start

    def plan(self, channel: ChannelRef, at: float) -> float:
        """When to look again at a post that could not be kept."""
        return self._pace.plan(channel, at)

    def go(self, at: float, requests: int) -> float:
        """When a post that is ready may go, as far as is known by then."""
        return self._pace.go(at, requests)

    def went(self, channel: ChannelRef, at: float, requests: int) -> None:
        """It goes now."""
        self._pace.went(channel, at, requests)

    def put_back(self, channel: ChannelRef, at: float) -> Wait | None:
        """Why a post must not go just now, though its time has come."""
        if self.stopped is not None:
            return Wait(0.0, "stopped")
        shut = self._pace.shut_for(channel, at)
        return Wait(shut, "pace") if shut > 0 else None

    def over(self, channel: ChannelRef, outcome: Outcome, at: float, requests: int) -> None:
        """What the end of a try means for those that come after it."""
        self._pace.over(at, requests)
        self.look_at = 0.0
        match outcome:
            case Wait(seconds, scope):
                self._pace.shut(channel, scope, at + seconds)
            case TenantLost():
                self._pace.shut(channel, "tenant", at + _LOST)
            case PlatformStopped(code):
                self.stopped = code
                log.error("%s refuses us (%s): nothing more is posted", channel.platform, code)
            case Parked():
                pass
            case _:
                return
        until = self._breaker.note(at)
        if until is not None:
            log.error("%s refused too much; posting pauses", channel.platform)
            self._pace.shut(channel, "platform", until)

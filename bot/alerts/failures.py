"""What becomes of a post after a try: pure, from how the try ended and what is owed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.model import (
    Ambiguous,
    ChannelRef,
    Failed,
    Malformed,
    Outcome,
    Parked,
    PlatformStopped,
    Refused,
    Sent,
    TenantLost,
    Wait,
)

_LONGEST_WAIT = 86_400.0  # seconds: whatever a platform asks for, we look again after a day
_JITTER = 0.2  # of a delay, to either side, so that what failed together does not return together


class Owed(NamedTuple):
    """A delivery that this process has claimed, as it was before; a tuple, as there are many."""

    id: int
    channel_id: int
    channel: ChannelRef
    announcement_id: int
    form: str
    number: int | None
    target: str | None
    plain: bool
    attempts: int  # this one among them
    attempted_at: datetime | None  # an earlier try whose end is not known
    claimed_at: datetime
    lease_until: datetime
    since: datetime  # when it was made, or its channel opened again


class Settlement(NamedTuple):
    """What is written down of a delivery after a try; the columns of its row."""

    id: int
    state: str
    due: datetime
    attempts: int
    attempted_at: datetime | None
    plain: bool
    code: str | None = None
    remote: str | None = None
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retries:
    """When a post is tried again, in seconds after each try, and for how long in all."""

    delays: tuple[float, ...] = (2, 5, 15, 60, 300, 900, 1_800, 3_600, 7_200, 14_400)
    # The platform may still be at work on a try whose end is not known: asked too early, it
    # would say that there is no such post, and then make it.
    unclear: float = 10.0
    horizon: timedelta = timedelta(hours=72)

    def delay(self, attempts: int, chance: float) -> timedelta:
        """How long to wait after so many tries; `chance` is between 0 and 1."""
        base = self.delays[min(max(attempts, 1), len(self.delays)) - 1]
        return timedelta(seconds=base * (1 - _JITTER + 2 * _JITTER * chance))


def settle(
    owed: Owed, outcome: Outcome, now: datetime, *, chance: float, retries: Retries
) -> Settlement:
    """What becomes of the delivery; what becomes of its channel is for others to decide."""
    row = _Row(owed, now, retries.horizon)
    match outcome:
        case Sent(remote):
            return row.ended("sent", None, remote)
        case Wait(seconds, scope):
            return row.again(now + _patience(seconds), f"wait-{scope}", counts=False)
        case Failed(code):
            return row.again(now + retries.delay(owed.attempts, chance), code)
        case Ambiguous(code):
            least = timedelta(seconds=retries.unclear)
            return row.again(
                now + max(least, retries.delay(owed.attempts, chance)), code, known=False
            )
        case Parked(code, _) | TenantLost(code):
            return row.again(now, code, state="parked")
        case PlatformStopped(code):
            return row.again(now, code, counts=False)
        case Malformed(code) if not owed.plain:
            return row.again(now, code, plain=True)
        case Malformed(code) | Refused(code):
            return row.ended("dead", code)


class _Row(NamedTuple):
    owed: Owed
    now: datetime
    horizon: timedelta

    def ended(self, state: str, code: str | None, remote: str | None = None) -> Settlement:
        return Settlement(
            id=self.owed.id,
            state=state,
            due=self.now,
            attempts=self.owed.attempts,
            # a dead one that somebody replays may have been posted by an earlier try
            attempted_at=None if state == "sent" else self.owed.attempted_at,
            plain=self.owed.plain,
            code=code,
            remote=remote,
            settled_at=self.now,
        )

    def again(  # noqa: PLR0913 (each is one thing that may differ)
        self,
        due: datetime,
        code: str,
        *,
        state: str = "owed",
        counts: bool = True,
        known: bool = True,
        plain: bool = False,
    ) -> Settlement:
        """Still owed, unless the time for it has run out.

        A try that is known to have posted nothing says nothing of an earlier one.
        """
        late = state == "owed" and self.now - self.owed.since > self.horizon
        earlier = self.owed.attempted_at
        return Settlement(
            id=self.owed.id,
            state="dead" if late else state,
            due=due,
            attempts=self.owed.attempts - (0 if counts else 1),
            attempted_at=earlier if known else earlier or self.owed.claimed_at,
            plain=plain or self.owed.plain,
            code=code,
            settled_at=self.now if late else None,
        )


def _patience(seconds: float) -> timedelta:
    """What a platform asks for, within reason: it comes from outside."""
    if not math.isfinite(seconds):
        return timedelta(seconds=_LONGEST_WAIT)
    return timedelta(seconds=min(max(seconds, 0.0), _LONGEST_WAIT))

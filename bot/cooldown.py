"""How often one person, and one server or workspace, may ask."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from bot.errors import TooOften
from bot.model import Invocation

_IDLE = 10_000  # remembered askers, after which those who have been quiet are forgotten


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many commands within so many seconds."""

    commands: int
    seconds: float


PERSON = Allowance(5, 10.0)
TENANT = Allowance(60, 60.0)


@dataclass(slots=True)
class Cooldown:
    """Remembers when commands were given; `clock` counts seconds and never goes back."""

    clock: Callable[[], float]
    _given: dict[Hashable, deque[float]] = field(default_factory=dict)

    def take(self, invocation: Invocation) -> None:
        """Count a command; raises TooOften where its person or tenant has had their share."""
        if invocation.person is None or invocation.channel is None:
            return
        where = (invocation.channel.platform, invocation.channel.tenant)
        now = self.clock()
        own = self._recent((*where, invocation.person.id), PERSON, now)
        all_here = self._recent(where, TENANT, now)
        if len(own) >= PERSON.commands:
            raise TooOften("you", PERSON.commands, PERSON.seconds, own[0] + PERSON.seconds - now)
        if len(all_here) >= TENANT.commands:
            left = all_here[0] + TENANT.seconds - now
            raise TooOften("this place", TENANT.commands, TENANT.seconds, left)
        own.append(now)
        all_here.append(now)

    def _recent(self, who: Hashable, allowance: Allowance, now: float) -> deque[float]:
        if len(self._given) > _IDLE:
            self._given = {k: v for k, v in self._given.items() if v and now - v[-1] < 60.0}
        given = self._given.setdefault(who, deque())
        while given and given[0] <= now - allowance.seconds:
            given.popleft()
        return given

"""How fast a platform lets us post: when the next one may go, decided from times that are given."""

from __future__ import annotations

from bisect import insort
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.model import ChannelRef

_APART = 0.25  # of the time that the limit leaves to each request, between one and the next
_IDLE = 10_000  # buckets that may be kept although they say no more than new ones would


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many posts in any so many seconds."""

    count: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a platform allows in one channel, in one tenant, and over all."""

    channel: Limit | None = None
    tenant: Limit | None = None
    platform: Limit | None = None


# Discord allows 50 requests a second over all, and 5 posts in 5 seconds in a channel was observed;
# there a little slower, so that none comes too early for having been quick on its way.
# Slack allows one a second in a channel, and "several hundred" a minute in a workspace.
LIMITS: Mapping[str, Limits] = MappingProxyType(
    {
        "discord": Limits(channel=Limit(5, 5.25), platform=Limit(50, 1.0)),
        "slack": Limits(channel=Limit(1, 1.05), tenant=Limit(5, 1.0)),
    }
)


# Discord bars an address after 10,000 answers of refusal in 10 minutes.
BREAKER = Limit(1_000, 600.0)


class Bucket:
    """The last posts under one limit, and how long it is shut because the platform said so."""

    __slots__ = ("_limit", "_planned", "_shut", "_starts")

    def __init__(self, limit: Limit | None) -> None:
        self._limit = limit
        self._starts: list[float] = []
        self._shut = 0.0
        self._planned = 0.0

    def next(self, at: float) -> float:
        """When the next one may go, not before `at`."""
        start = max(at, self._shut)
        if self._limit is not None and len(self._starts) == self._limit.count:
            start = max(start, self._starts[0] + self._limit.seconds)
        return start

    def take(self, start: float) -> None:
        """One goes at `start`."""
        if self._limit is None:
            return
        insort(self._starts, start)
        if len(self._starts) > self._limit.count:
            del self._starts[0]

    def plan(self, at: float) -> float:
        """When one may go that waits behind all that were planned before."""
        apart = self._limit.seconds / self._limit.count if self._limit else 0.0
        self._planned = max(self._planned + apart, self.next(at))
        return self._planned

    def shut(self, until: float) -> None:
        """Let none go before `until`."""
        self._shut = max(self._shut, until)

    def shut_for(self, at: float) -> float:
        """How much longer it is shut."""
        return self._shut - at if self._shut > at else 0.0

    def idle(self, at: float) -> bool:
        """Whether it says no more than a new one would."""
        spent = self._limit.seconds if self._limit else 0.0
        last = self._starts[-1] + spent if self._starts else 0.0
        return max(last, self._shut, self._planned) <= at


class Window:
    """The requests of all, however long each is on its way and however busy the machine is.

    When one reaches the platform nobody tells: it is after its start and before its answer. So it
    counts from its start until the limit's time has passed since its answer; then there are never
    too many, whichever was slow on its way and whichever quick.
    """

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._apart = _APART * limit.seconds / limit.count
        self._under_way = 0
        self._answered: deque[float] = deque()
        self._free_at = 0.0

    def next(self, at: float, requests: int) -> float:
        """When so many may go; unless others are answered late, in which case one asks again."""
        while self._answered and self._answered[0] + self._limit.seconds <= at:
            self._answered.popleft()
        taken = self._under_way + len(self._answered)
        full = taken + min(requests, self._limit.count) - self._limit.count
        if full <= 0:
            return max(at, self._free_at)
        answered = self._answered[full - 1] if full <= len(self._answered) else at
        return max(answered + self._limit.seconds, self._free_at)

    def went(self, at: float, requests: int) -> None:
        """So many go."""
        self._under_way += requests
        self._free_at = at + requests * self._apart

    def over(self, at: float, requests: int) -> None:
        """So many are answered, or given up."""
        self._under_way -= requests
        self._answered.extend([at] * requests)


class Pace:
    """The buckets of one platform.

    A post passes its channel and its tenant first and the platform last, when it is ready to go:
    a slot of the platform that waits for a slow channel would be lost to all others.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._channels: dict[tuple[str, str], Bucket] = {}
        self._tenants: dict[str, Bucket] = {}
        self._platform = Bucket(None)
        self._all = Window(limits.platform) if limits.platform else None
        self._most = _IDLE

    def ready(self, channel: ChannelRef, at: float) -> float:
        """When its channel and its tenant let a post go."""
        return max(self._channel(channel).next(at), self._tenant(channel).next(at))

    def reserve(self, channel: ChannelRef, start: float) -> None:
        """Its tenant counts a post at `start`."""
        self._tenant(channel).take(start)

    def plan(self, channel: ChannelRef, at: float) -> float:
        """When to look again at a post that its channel or its tenant does not let go soon."""
        return max(self._channel(channel).next(at), self._tenant(channel).plan(at))

    def go(self, at: float, requests: int) -> float:
        """When a post that is ready may go, which takes so many requests."""
        return self._all.next(at, requests) if self._all else at

    def went(self, channel: ChannelRef, at: float, requests: int) -> None:
        """A post goes."""
        if self._all:
            self._all.went(at, requests)
        self._channel(channel).take(at)
        self._forget(at)

    def over(self, at: float, requests: int) -> None:
        """A post is over, however it ended."""
        if self._all:
            self._all.over(at, requests)

    def shut(self, channel: ChannelRef, scope: str, until: float) -> None:
        """Let none go before `until` in the channel, its tenant, or anywhere."""
        match scope:
            case "channel":
                self._channel(channel).shut(until)
            case "tenant":
                self._tenant(channel).shut(until)
            case _:
                self._platform.shut(until)

    def shut_for(self, channel: ChannelRef, at: float) -> float:
        """How much longer the platform said that none may go there."""
        return max(
            self._channel(channel).shut_for(at),
            self._tenant(channel).shut_for(at),
            self._platform.shut_for(at),
        )

    def closed(self, at: float) -> bool:
        """Whether none may go anywhere."""
        return self._platform.shut_for(at) > 0

    def half(self, ahead: float) -> int:
        """Half of what the platform takes in `ahead` seconds."""
        limit = self._limits.platform
        return int(ahead * limit.count / limit.seconds / 2) if limit else 1

    def room(self, at: float, ahead: float) -> int | None:
        """How many the platform takes in the next `ahead` seconds; None for any number."""
        limit = self._limits.platform
        open_for = ahead - self._platform.shut_for(at)
        if limit is None:
            return None if open_for >= 0 else 0
        return max(0, round(open_for * limit.count / limit.seconds))

    def _channel(self, channel: ChannelRef) -> Bucket:
        key = (channel.tenant, channel.channel)
        if key not in self._channels:
            self._channels[key] = Bucket(self._limits.channel)
        return self._channels[key]

    def _tenant(self, channel: ChannelRef) -> Bucket:
        if channel.tenant not in self._tenants:
            self._tenants[channel.tenant] = Bucket(self._limits.tenant)
        return self._tenants[channel.tenant]

    def _forget(self, at: float) -> None:
        """Let go of buckets that say nothing, before they are many more than those that do."""
        if len(self._channels) + len(self._tenants) > self._most:
            self._channels = {k: b for k, b in self._channels.items() if not b.idle(at)}
            self._tenants = {k: b for k, b in self._tenants.items() if not b.idle(at)}
            self._most = _IDLE + 2 * (len(self._channels) + len(self._tenants))


class Breaker:
    """Tells when a platform has refused more than so many in so many seconds."""

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._refused: deque[float] = deque(maxlen=limit.count + 1)

    def note(self, at: float) -> float | None:
        """One was refused; until when to post nothing, or None to go on."""
        self._refused.append(at)
        oldest = self._refused[0]
        if len(self._refused) <= self._limit.count or at - oldest >= self._limit.seconds:
            return None
        return oldest + self._limit.seconds

    def count(self, at: float) -> int:
        """How many were refused lately."""
        return sum(at - one < self._limit.seconds for one in self._refused)

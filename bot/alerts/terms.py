"""How a courier works: how much at once, for how long, how often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.alerts.failures import Retries
from bot.alerts.limits import BREAKER, LIMITS, Limit, Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How a courier works; times are in seconds."""

    window: int = 400  # posts that it has in hand at once on a platform
    lease: float = 60.0  # for how long nobody else touches what it has claimed
    patience: float = 20.0  # for one post
    ahead: float = 2.0  # how long before its time a post is claimed, so that none is ever missing
    gather: float = 0.01  # between turns, so that many posts share one
    idle: float = 1.0  # between looks while there is nothing to do
    tidy: float = 5.0  # between looks for what processes that died have left
    breaker: Limit = BREAKER
    retries: Retries = field(default_factory=Retries)
    limits: Mapping[str, Limits] = field(default_factory=lambda: LIMITS)

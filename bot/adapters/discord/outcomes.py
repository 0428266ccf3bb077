"""How a try to post ended, from Discord's answer: pure, one row for each kind of end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.adapters.discord.hindrance import GONE
from bot.model import (
    Ambiguous,
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

_BARRED = 1_800.0  # seconds for which nothing is sent after Cloudflare shut us out
_SLOW = 5.0  # seconds to wait where Discord does not say how many
_NO_ACCESS = 50001
_SERVER_GONE = 10004
_MESSAGE_GONE = 10008
_PARKED = {
    10003: GONE,
    50007: "You do not take direct messages from me. Allow them, then send me a message.",
    50008: "This kind of channel takes no messages. Subscribe in a text channel or a thread.",
    50013: (
        "I need View Channel and Send Messages here. A server admin can set this under "
        "Edit Channel → Permissions."
    ),
    50083: "The thread is archived. Open it again, or subscribe in another channel.",
    160005: "The thread is locked. A moderator can unlock it.",
    160002: (
        "I need Read Message History here to write under my own posts. A server admin can set "
        "this under Edit Channel → Permissions."
    ),
}
_MALFORMED = frozenset({40005, 50006, 50035})
_REFUSED = frozenset({200000, 200001, 240000})
_SHUT_OUT = 40333  # Cloudflare, in Discord's words
_SLOWED = frozenset({20016, 20022, 20028, 20029})
_TRANSIENT = frozenset({40006, 130000})
_SCOPES = {"global": "platform", "user": "channel", "shared": "channel"}


@dataclass(frozen=True, slots=True)
class Answered:
    """What Discord's server said; `known` tells whether the bot is still in the server."""

    status: int
    body: Mapping[str, Any] | list[Any] | str
    headers: Mapping[str, str] = field(default_factory=dict)
    known: bool = True

    @property
    def code(self) -> int:
        """Discord's own code for what is wrong, or 0."""
        code = self.body.get("code", 0) if isinstance(self.body, Mapping) else 0
        return code if isinstance(code, int) else 0


def outcome_of(answer: Answered) -> Outcome:
    """What becomes of a post after that answer."""
    named = str(answer.code or answer.status)
    if answer.status == 429 or answer.code in _SLOWED or answer.code == _SHUT_OUT:
        return _patience(answer)
    if answer.code in _TRANSIENT:
        return Failed(named)
    if answer.status >= 500:
        return Ambiguous(named)
    if answer.status < 300:
        remote = answer.body.get("id") if isinstance(answer.body, Mapping) else None
        return Sent(str(remote)) if remote else Ambiguous("unreadable")
    if answer.status == 401:
        return PlatformStopped(named)
    return _refusal(answer, named)


def _refusal(answer: Answered, named: str) -> Outcome:
    """What is wrong with the post or with its channel."""
    code = answer.code
    if code == _SERVER_GONE or (code == _NO_ACCESS and not answer.known):
        return TenantLost(named)
    if code in _PARKED:
        return Parked(named, _PARKED[code])
    if code in _REFUSED or code == _MESSAGE_GONE:
        return Refused(named)
    if answer.status == 403:
        return Parked(named, _PARKED[50013])
    if code in _MALFORMED or answer.status in {400, 413}:
        return Malformed(named)
    return Failed(named)


def _patience(answer: Answered) -> Wait:
    """How long to wait, and what has to wait; a page in place of an answer is Cloudflare's."""
    if not isinstance(answer.body, Mapping) or answer.code == _SHUT_OUT:
        return Wait(_BARRED, "platform")
    said = answer.body.get("retry_after", answer.headers.get("Retry-After", _SLOW))
    try:
        seconds = max(0.0, float(said))
    except (TypeError, ValueError):
        seconds = _SLOW
    scope = "platform" if answer.body.get("global") is True else None
    return Wait(seconds, scope or _SCOPES.get(_scope(answer), "channel"))


def _scope(answer: Answered) -> str:
    found = {name.casefold(): value for name, value in answer.headers.items()}
    return found.get("x-ratelimit-scope", "")

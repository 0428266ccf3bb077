"""What becomes of a post, for every row of Discord's errors."""

from __future__ import annotations

from typing import Any

import pytest

from bot.adapters.discord.outcomes import Answered, outcome_of
from bot.model import (
    Ambiguous,
    Failed,
    Malformed,
    Parked,
    PlatformStopped,
    Refused,
    Sent,
    TenantLost,
    Wait,
)


def answered(status: int, code: int | None = None, **more: Any) -> Answered:
    body = {} if code is None else {"code": code, "message": "words"}
    return Answered(status, body | more.pop("body", {}), **more)


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (answered(404, 10003), Parked, "10003"),
        (answered(403, 50001, known=False), TenantLost, "50001"),
        (answered(404, 10004), TenantLost, "10004"),
        (answered(403, 50001), Parked, "50001"),
        (answered(403, 50013), Parked, "50013"),
        (answered(400, 50083), Parked, "50083"),
        (answered(400, 160005), Parked, "160005"),
        (answered(400, 160002), Parked, "160002"),
        (answered(403, 50007), Parked, "50007"),
        (answered(400, 50008), Parked, "50008"),
        (answered(403), Parked, "403"),
        (answered(401), PlatformStopped, "401"),
        (answered(400, 50035), Malformed, "50035"),
        (answered(400, 50006), Malformed, "50006"),
        (answered(413, 40005), Malformed, "40005"),
        (answered(400), Malformed, "400"),
        (answered(400, 200000), Refused, "200000"),
        (answered(400, 240000), Refused, "240000"),
        (answered(404, 10008), Refused, "10008"),
        (answered(503, 130000), Failed, "130000"),
        (answered(400, 40006), Failed, "40006"),
        (answered(404), Failed, "404"),
        (answered(500), Ambiguous, "500"),
        (answered(502), Ambiguous, "502"),
        (Answered(504, "<html>"), Ambiguous, "504"),
        (Answered(200, "<html>"), Ambiguous, "unreadable"),
        (Answered(204, {}), Ambiguous, "unreadable"),
    ],
)
def test_an_error_has_its_outcome(answer: Answered, kind: type[Any], code: str) -> None:
    outcome = outcome_of(answer)
    assert type(outcome) is kind
    assert not isinstance(outcome, Sent | Wait)
    assert outcome.code == code


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (answered(429, body={"retry_after": 2.5}), Wait(2.5, "channel")),
        (answered(429, body={"retry_after": 1, "global": True}), Wait(1.0, "platform")),
        (
            answered(429, body={"retry_after": 1}, headers={"X-RateLimit-Scope": "shared"}),
            Wait(1.0, "channel"),
        ),
        (
            answered(429, body={"retry_after": 1}, headers={"x-ratelimit-scope": "global"}),
            Wait(1.0, "platform"),
        ),
        (answered(429, 20016, body={"retry_after": 60.0}), Wait(60.0, "channel")),
        (answered(400, 20028, headers={"Retry-After": "7"}), Wait(7.0, "channel")),
        (answered(429, body={"retry_after": "soon"}), Wait(5.0, "channel")),
        (answered(429, body={"retry_after": -3}), Wait(0.0, "channel")),
        (Answered(429, "<html>Access denied</html>"), Wait(1_800.0, "platform")),
        (answered(403, 40333), Wait(1_800.0, "platform")),
        (answered(200, body={"id": "12"}), Sent("12")),
    ],
)
def test_patience_has_its_seconds_and_its_scope(answer: Answered, outcome: Wait | Sent) -> None:
    assert outcome_of(answer) == outcome


def test_what_is_parked_tells_its_people_what_to_do() -> None:
    for code in (10003, 50007, 50008, 50013, 50083, 160005, 160002):
        outcome = outcome_of(answered(403, code))
        assert isinstance(outcome, Parked)
        assert len(outcome.reason.split(". ")) == 2  # what is wrong, then what to do

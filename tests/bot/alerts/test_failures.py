"""What becomes of a post after a try."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alerts.failures import Owed, Retries, Settlement, settle
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
from tests.bot.alerts.owing import NOW

RETRIES = Retries()
EARLIER = NOW - timedelta(minutes=5)
OWED = Owed(
    id=7,
    channel_id=3,
    channel=ChannelRef("discord", "T0", "C0"),
    announcement_id=1,
    form="post",
    number=12,
    target=None,
    plain=False,
    attempts=1,
    attempted_at=None,
    claimed_at=NOW,
    lease_until=NOW + timedelta(minutes=1),
    since=NOW,
)

outcomes: st.SearchStrategy[Outcome] = st.one_of(
    st.builds(Sent, st.just("M1")),
    st.builds(Wait, st.floats(), st.sampled_from(("channel", "tenant", "platform"))),
    st.builds(Failed, st.just("500")),
    st.builds(Ambiguous, st.just("timeout")),
    st.builds(Parked, st.just("50013"), st.just("Let me post.")),
    st.builds(TenantLost, st.just("10004")),
    st.builds(PlatformStopped, st.just("401")),
    st.builds(Malformed, st.just("50035")),
    st.builds(Refused, st.just("200000")),
)


def after(outcome: Outcome, owed: Owed = OWED, chance: float = 0.5) -> Settlement:
    return settle(owed, outcome, NOW, chance=chance, retries=RETRIES)


@pytest.mark.parametrize(
    ("outcome", "state", "attempts", "seconds"),
    [
        (Sent("M1"), "sent", 1, 0),
        (Wait(42.0, "tenant"), "owed", 0, 42),
        (Failed("500"), "owed", 1, 2),
        (Ambiguous("timeout"), "owed", 1, 10),
        (Parked("50013", "Let me post."), "parked", 1, 0),
        (TenantLost("10004"), "parked", 1, 0),
        (PlatformStopped("401"), "owed", 0, 0),
        (Malformed("50035"), "owed", 1, 0),
        (Refused("200000"), "dead", 1, 0),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Outcome) else None,
)
def test_each_end_of_a_try_has_its_consequence(
    outcome: Outcome, state: str, attempts: int, seconds: float
) -> None:
    done = after(outcome)
    assert (done.state, done.attempts) == (state, attempts)
    assert done.due == NOW + timedelta(seconds=seconds)
    assert (done.settled_at is not None) == (state in {"sent", "dead"})


def test_a_post_that_is_malformed_goes_once_as_plain_words_and_then_no_more() -> None:
    first = after(Malformed("50035"))
    assert first.plain
    second = after(Malformed("50035"), OWED._replace(plain=True, attempts=2))
    assert (second.state, second.code) == ("dead", "50035")


@pytest.mark.parametrize("earlier", [None, EARLIER])
def test_a_try_whose_end_is_not_known_is_remembered_from_its_beginning(
    earlier: datetime | None,
) -> None:
    owed = OWED._replace(attempted_at=earlier)
    assert after(Ambiguous("timeout"), owed).attempted_at == (earlier or NOW)


@pytest.mark.parametrize("outcome", [Failed("500"), Wait(1, "channel"), Parked("x", "y")])
def test_a_try_that_posted_nothing_says_nothing_of_an_earlier_one(outcome: Outcome) -> None:
    assert after(outcome).attempted_at is None
    assert after(outcome, OWED._replace(attempted_at=EARLIER)).attempted_at == EARLIER


def test_it_is_given_up_after_three_days_and_not_before() -> None:
    old = OWED._replace(attempts=30, since=NOW - timedelta(hours=72))
    assert after(Failed("500"), old).state == "owed"
    older = old._replace(since=NOW - timedelta(hours=72, seconds=1))
    assert (after(Failed("500"), older).state, after(Failed("500"), older).code) == ("dead", "500")


def test_the_schedule_grows_from_seconds_to_hours() -> None:
    delays = [RETRIES.delay(n, 0.5) for n in range(1, 20)]
    assert delays == sorted(delays)
    assert delays[0] == timedelta(seconds=2)
    assert delays[-1] == timedelta(hours=4)


@given(st.integers(0, 100), st.floats(0, 1))
def test_jitter_stays_within_a_fifth(attempts: int, chance: float) -> None:
    base = RETRIES.delay(attempts, 0.5)
    assert 0.79 * base <= RETRIES.delay(attempts, chance) <= 1.21 * base


@given(outcomes, st.booleans(), st.integers(1, 40), st.integers(-(10**6), 0), st.floats(0, 1))
def test_nothing_is_lost_whatever_the_end(
    outcome: Outcome, plain: bool, attempts: int, age: int, chance: float
) -> None:
    owed = OWED._replace(plain=plain, attempts=attempts, since=NOW + timedelta(seconds=age))
    done = after(outcome, owed, chance)
    assert done.id == owed.id
    assert NOW <= done.due <= NOW + timedelta(days=1)
    assert 0 <= done.attempts <= attempts
    late = NOW - owed.since > RETRIES.horizon
    refused = isinstance(outcome, Refused) or (isinstance(outcome, Malformed) and plain)
    assert done.state in {"sent", "owed", "parked", "dead"}
    assert (done.state == "sent") == isinstance(outcome, Sent)
    if done.state == "dead":
        assert late or refused

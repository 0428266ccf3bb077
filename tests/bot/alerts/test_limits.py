"""The pace of posting: never more than a platform allows, and no slower than need be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alerts.limits import BREAKER, LIMITS, Breaker, Bucket, Limit, Limits, Pace
from bot.model import ChannelRef

CHANNEL = ChannelRef("discord", "T0", "C0")
limits = st.builds(Limit, st.integers(1, 6), st.floats(0.01, 10))


def most_in(seconds: float, starts: list[float]) -> int:
    """The most starts in any stretch of so many seconds."""
    return max(sum(first <= s < first + seconds - 1e-6 for s in starts) for first in starts)


@given(limits, st.lists(st.floats(0, 3), min_size=1, max_size=40))
def test_no_stretch_of_time_has_more_than_the_limit(limit: Limit, pauses: list[float]) -> None:
    bucket, at, starts = Bucket(limit), 100.0, []
    for pause in pauses:
        at += pause
        start = bucket.next(at)
        assert start >= at
        bucket.take(start)
        starts.append(start)
    assert most_in(limit.seconds, starts) <= limit.count


@given(limits, st.integers(1, 30))
def test_who_is_alone_goes_as_soon_as_the_limit_lets_him(limit: Limit, posts: int) -> None:
    bucket = Bucket(limit)
    for _ in range(posts):
        bucket.take(bucket.next(5.0))
    assert bucket.next(5.0) == pytest.approx(5.0 + (posts // limit.count) * limit.seconds)


def test_without_a_limit_everything_goes_at_once_unless_it_is_shut() -> None:
    bucket = Bucket(None)
    for _ in range(1_000):
        bucket.take(bucket.next(1.0))
    assert bucket.next(1.0) == 1.0
    bucket.shut(9.0)
    assert (bucket.next(1.0), bucket.shut_for(1.0), bucket.next(10.0)) == (9.0, 8.0, 10.0)


def test_what_waits_is_planned_one_behind_the_other() -> None:
    bucket = Bucket(Limit(5, 1.0))
    assert [bucket.plan(0.0) for _ in range(4)] == pytest.approx([0.2, 0.4, 0.6, 0.8])


@pytest.mark.parametrize(
    ("scope", "shut"),
    [("channel", [True, False, False]), ("tenant", [True, True, False]), ("platform", [True] * 3)],
)
def test_a_platform_shuts_a_channel_a_tenant_or_all(scope: str, shut: list[bool]) -> None:
    pace = Pace(Limits())
    pace.shut(CHANNEL, scope, 30.0)
    others = [CHANNEL, ChannelRef("discord", "T0", "C1"), ChannelRef("discord", "T1", "C2")]
    assert [pace.shut_for(channel, 10.0) == 20.0 for channel in others] == shut


def went(pace: Pace, at: float, requests: int = 1) -> float:
    """When a post goes that is ready at some time, and is answered at once."""
    start = pace.go(at, requests)
    pace.went(CHANNEL, start, requests)
    pace.over(start, requests)
    return start


def test_the_platforms_posts_go_one_by_one_and_a_look_back_takes_two() -> None:
    pace = Pace(Limits(platform=Limit(50, 1.0)))
    goes = [went(pace, 0.0, 1 + (n == 1)) for n in range(4)]
    apart = 0.25 / 50
    assert goes == pytest.approx([0.0, apart, 3 * apart, 4 * apart])


def test_posts_that_are_late_catch_up_one_by_one_and_within_the_limit() -> None:
    pace, at, starts = Pace(Limits(platform=Limit(10, 1.0))), 0.95, []
    for _ in range(12):  # the machine stood still for the first second
        at = went(pace, at)
        starts.append(at)
    assert starts == pytest.approx([0.95 + n * 0.025 for n in range(10)] + [1.95, 1.975])


def test_what_is_not_answered_keeps_its_place() -> None:
    pace = Pace(Limits(platform=Limit(2, 1.0)))
    assert went(pace, 0.0) == 0.0
    pace.went(CHANNEL, 0.5, 1)  # and no answer comes
    assert pace.go(0.6, 1) == 1.0
    pace.went(CHANNEL, 1.0, 1)
    assert pace.go(1.7, 1) == 2.7  # at the soonest
    pace.over(1.8, 1)
    assert pace.go(1.8, 1) == 2.8


@given(
    st.integers(1, 6),
    st.lists(st.tuples(st.floats(0, 0.4), st.floats(0, 0.9)), min_size=1, max_size=40),
)
def test_however_long_each_is_on_its_way_the_platform_never_gets_too_many(
    count: int, trips: list[tuple[float, float]]
) -> None:
    pace, at = Pace(Limits(platform=Limit(count, 1.0))), 10.0
    ends: list[float] = []  # of those that are under way
    reached: list[float] = []
    for there, back in trips:
        while (moment := pace.go(at, 1)) > at:
            at = min([moment, *ends])
            for end in sorted(end for end in ends if end <= at):
                pace.over(end, 1)
                ends.remove(end)
        pace.went(CHANNEL, at, 1)
        reached.append(at + there)
        ends.append(at + there + back)
    assert most_in(1.0, reached) <= count


def test_room_is_what_the_platform_takes_in_time() -> None:
    pace = Pace(LIMITS["discord"])
    assert (pace.room(0.0, 1.0), pace.room(0.0, 0.5)) == (50, 25)
    pace.shut(CHANNEL, "platform", 60.0)
    assert (pace.room(0.0, 1.0), pace.room(59.5, 1.0)) == (0, 25)
    assert Pace(LIMITS["slack"]).room(0.0, 1.0) is None


def test_channels_that_say_no_more_are_forgotten() -> None:
    pace = Pace(Limits(channel=Limit(1, 1.0)))
    for n in range(30_000):
        pace.went(ChannelRef("slack", f"T{n}", "C"), float(n), 1)
    assert len(pace._channels) < 15_000
    assert pace.ready(ChannelRef("slack", "T29999", "C"), 29_999.0) == 30_000.0


def test_the_breaker_opens_when_too_much_was_refused_in_too_short_a_time() -> None:
    breaker = Breaker(Limit(3, 600.0))
    assert [breaker.note(float(n)) for n in range(3)] == [None] * 3
    assert breaker.note(3.0) == 600.0
    assert breaker.note(700.0) is None
    assert breaker.count(700.0) == 1


def test_a_thousand_refused_are_borne_and_one_more_is_not() -> None:
    breaker = Breaker(BREAKER)
    assert all(breaker.note(n / 50) is None for n in range(1_000))
    assert breaker.note(20.0) == 600.0

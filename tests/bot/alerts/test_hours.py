"""When digests go out: once each day or week by the clock of a zone, whatever the clock does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alerts.hours import digest_in_words, next_time, parse_digest, parse_zone, zones_like
from bot.errors import BadOption

BERLIN = ZoneInfo("Europe/Berlin")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("daily@09:00", "daily@09:00"),
        ("Daily @ 9", "daily@09:00"),
        ("daily", "daily@09:00"),
        ("weekly@mon@09:00", "weekly@mon@09:00"),
        ("weekly@Friday@17:30", "weekly@fri@17:30"),
        ("weekly", "weekly@mon@09:00"),
        ("off", ""),
    ],
)
def test_a_digest_is_read_as_people_write_it(typed: str, kept: str) -> None:
    assert parse_digest(typed) == kept
    assert parse_digest(kept or "off") == kept


@pytest.mark.parametrize("typed", ["hourly", "daily@24:00", "daily@09:60", "weekly@moon", "9:00"])
def test_what_is_no_digest_is_told(typed: str) -> None:
    with pytest.raises(BadOption, match="is no digest I know"):
        parse_digest(typed)


def test_a_zone_is_read_as_people_write_it() -> None:
    assert parse_zone("europe/berlin") == "Europe/Berlin"
    assert parse_zone("America/New York") == "America/New_York"
    with pytest.raises(BadOption, match="Did you mean `Europe/Berlin`"):
        parse_zone("Berlin")
    assert zones_like("berl") == ["Europe/Berlin"]
    assert len(zones_like("")) == 25


@pytest.mark.parametrize(
    ("after", "moment"),
    [
        ("2026-10-24T06:59", "2026-10-24T07:00"),  # summer: two hours ahead of UTC
        ("2026-10-24T07:00", "2026-10-25T08:00"),  # the clock went back in the night
        ("2027-03-27T08:00", "2027-03-28T07:00"),  # and forward
    ],
)
def test_nine_o_clock_is_nine_o_clock_when_the_clock_changes(after: str, moment: str) -> None:
    assert next_time("daily@09:00", "Europe/Berlin", utc(after)) == utc(moment)


def test_an_hour_that_is_skipped_or_comes_twice_is_met_once() -> None:
    skipped = next_time("daily@02:30", "Europe/Berlin", utc("2027-03-27T12:00"))
    assert skipped == utc("2027-03-28T01:30")
    twice = next_time("daily@02:30", "Europe/Berlin", utc("2026-10-24T12:00"))
    assert twice == utc("2026-10-25T00:30")
    assert next_time("daily@02:30", "Europe/Berlin", twice) == utc("2026-10-26T01:30")


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)),  # noqa: DTZ001 (hypothesis wants none)
    st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"]),
    st.times().map(lambda t: f"{t.hour:02}:{t.minute:02}"),
)
def test_a_daily_digest_goes_out_once_on_every_day(start: datetime, zone: str, at: str) -> None:
    moment = next_time(f"daily@{at}", zone, start.replace(tzinfo=UTC))
    assert moment > start.replace(tzinfo=UTC)
    following = next_time(f"daily@{at}", zone, moment)
    clock = ZoneInfo(zone)
    gap = following.astimezone(clock).date() - moment.astimezone(clock).date()
    assert timedelta(0) < following - moment < timedelta(hours=26)
    assert gap.days == 1


def test_a_weekly_digest_goes_out_on_its_day() -> None:
    moment = next_time("weekly@fri@17:30", "Europe/Berlin", utc("2026-11-21T12:00"))
    assert moment.astimezone(BERLIN).strftime("%a %H:%M") == "Fri 17:30"
    assert next_time("weekly@fri@17:30", "Europe/Berlin", moment) - moment == timedelta(days=7)


def test_a_zone_that_is_no_more_counts_as_utc() -> None:
    assert next_time("daily@09:00", "Mars/Base", utc("2026-11-21T12:00")) == utc("2026-11-22T09:00")


def test_when_alerts_come_is_told_in_words() -> None:
    assert digest_in_words("", "UTC") == "at once"
    told = "in a digest each Monday at 09:00 (Europe/Berlin)"
    assert digest_in_words("weekly@mon@09:00", "Europe/Berlin") == told

"""When digests go out: "daily@09:00" or "weekly@mon@09:00", by the clock of a zone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from rapidfuzz import fuzz, process

from bot.errors import BadOption
from bot.reply import as_typed

AT_ONCE = ""  # how "no digest" is kept
OFF = "off"  # how it is typed
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WRITTEN = re.compile(
    r"(?:(daily)|weekly(?:@(mon|tue|wed|thu|fri|sat|sun)[a-z]*)?)(?:@([0-9]{1,2})(?::([0-9]{2}))?)?"
)
_USUAL_HOUR = 9
_NEAR = 60  # of 100 in rapidfuzz's ratio


def parse_digest(typed: str) -> str:
    """The digest that somebody typed, as it is kept; raises BadOption where it is none."""
    plain = typed.casefold().replace(" ", "")
    if plain in {OFF, "none", "immediate"}:
        return AT_ONCE
    found = _WRITTEN.fullmatch(plain)
    if found is None or int(found[3] or 0) > 23 or int(found[4] or 0) > 59:
        raise BadOption(
            f"“{as_typed(typed, 40)}” is no digest I know. Write `daily@09:00`, "
            "`weekly@mon@09:00` or `off`."
        )
    hour, minute = int(found[3] or _USUAL_HOUR), int(found[4] or 0)
    kind = "daily" if found[1] else f"weekly@{found[2] or DAYS[0]}"
    return f"{kind}@{hour:02}:{minute:02}"


def parse_zone(typed: str) -> str:
    """The name of a zone as the IANA writes it; raises BadOption with the nearest otherwise."""
    by_folded = _zones()
    plain = "_".join(typed.casefold().split())
    if plain in by_folded:
        return by_folded[plain]
    inner = [folded for folded in by_folded if folded.rpartition("/")[2] == plain]
    near = inner or [
        each for each, *_ in process.extract(plain, by_folded, scorer=fuzz.ratio, limit=1)
    ]
    raise BadOption(
        f"“{as_typed(typed, 40)}” is no time zone I know. Did you mean `{by_folded[near[0]]}`? "
        "Write a zone such as `Europe/Berlin` or `UTC`."
    )


def zones_like(typed: str) -> list[str]:
    """Zones whose names hold what is typed so far, those that begin with it first."""
    plain = "_".join(typed.casefold().split())
    found = [folded for folded in _zones() if plain in folded]
    found.sort(key=lambda folded: (not folded.startswith(plain), f"/{plain}" not in folded, folded))
    return [_zones()[folded] for folded in found[:25]]


@cache
def _zones() -> dict[str, str]:
    return {name.casefold(): name for name in sorted(available_timezones())}


def next_time(digest: str, zone: str, after: datetime) -> datetime:
    """The first moment past another at which a digest goes out: once each day or week.

    An hour that daylight saving skips is reckoned by the clock before the change; of one that
    comes twice the first is meant.
    """
    kind, *rest = digest.split("@")
    at = time.fromisoformat(rest[-1])
    clock = _clock(zone)
    day = after.astimezone(clock).date() - timedelta(days=1)
    while True:
        wanted = kind == "daily" or DAYS[day.weekday()] == rest[0]
        moment = _moment(day, at, clock)
        if wanted and moment > after:
            return moment
        day += timedelta(days=1)


def _moment(day: date, at: time, clock: ZoneInfo) -> datetime:
    return datetime.combine(day, at, clock).astimezone(UTC)


def _clock(zone: str) -> ZoneInfo:
    """The zone; UTC where this machine does not know it any more."""
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def digest_in_words(digest: str, zone: str) -> str:
    """When alerts come, as people say it."""
    if not digest:
        return "at once"
    kind, *rest = digest.split("@")
    if kind == "daily":
        return f"in a digest each day at {rest[-1]} ({zone})"
    return f"in a digest each {_NAMES[DAYS.index(rest[0])]} at {rest[-1]} ({zone})"

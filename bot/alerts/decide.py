"""Who gets what of a piece of news, and whether at once: pure, and nothing is read or written."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from bot.alerts.filters import Filter, read_filter
from bot.alerts.hours import next_time
from bot.alerts.news import News, Turn

BURST = 10  # posts that a channel gets within an hour; what is more comes as one
HOUR = timedelta(hours=1)


class Form(StrEnum):
    """What is done in a channel."""

    POST = "post"
    EDIT = "edit"  # of an earlier post
    LINE = "line"  # under an earlier post


# For a channel that hears of the entry for the first time; for one with an earlier post that asked
# for such events; and for one with an earlier post that did not ask.
_POST, _EDIT, _LINE = (Form.POST,), (Form.EDIT,), (Form.EDIT, Form.LINE)
_FORMS: dict[Turn, tuple[tuple[Form, ...], tuple[Form, ...], tuple[Form, ...]]] = {
    Turn.NEW: (_POST, (Form.EDIT, Form.POST), _EDIT),
    Turn.WORDING: ((), _EDIT, _EDIT),
    Turn.EDIT: (_POST, _LINE, _EDIT),
    Turn.RENEWED: (_POST, (Form.EDIT, Form.POST), _EDIT),
    Turn.GONE: (_POST, _LINE, _EDIT),
    Turn.REMINDER: (_POST, _POST, ()),
}


class Wish(NamedTuple):
    """Subscriptions that do not rest and are alike: whose, since when, how their alerts come.

    A change may concern a hundred thousand channels, so they are handled many at a time.
    """

    channels: Collection[int]
    after: int
    digest: str = ""
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier post of an entry in a channel: its delivery, and its id there once it is out."""

    delivery: int
    remote: str | None


@dataclass(frozen=True, slots=True)
class Heard:
    """What channels heard of an entry: its last post there, and what is gathered of it."""

    posts: Mapping[int, Earlier] = field(default_factory=dict)
    gathered: Mapping[int, Sequence[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wishes:
    """All subscriptions by the text of their filter, each text read once."""

    filters: Mapping[str, Filter]
    by_filter: Mapping[str, Sequence[Wish]]
    muted: frozenset[tuple[int, str]] = frozenset()

    @classmethod
    def of(
        cls, rows: Iterable[Sequence[Any]], muted: frozenset[tuple[int, str]] = frozenset()
    ) -> Wishes:
        """Rows that hold the text of a filter, then what a wish consists of."""
        grouped: dict[str, list[Wish]] = defaultdict(list)
        for text, *wish in rows:
            grouped[text].append(Wish._make(wish))
        return cls({text: read_filter(text) for text in grouped}, grouped, muted)


@dataclass(slots=True)
class Plan:
    """What a piece of news does: who gets it at once, who later, whose posts are mended."""

    news: News
    at_once: list[int] = field(default_factory=list)
    later: dict[datetime, list[int]] = field(default_factory=lambda: defaultdict(list))
    mended: list[tuple[int, Form, Earlier]] = field(default_factory=list)
    overtaken: list[int] = field(default_factory=list)  # gathered deliveries that tell what was

    @property
    def empty(self) -> bool:
        """Whether nobody gets anything."""
        return not (self.at_once or self.later or self.mended)


def plan(news: News, wishes: Wishes, heard: Heard, now: datetime) -> Plan:
    """Who gets what: one post a channel, however many of its subscriptions ask for it.

    Earlier posts are mended wherever somebody still subscribes and has not muted the entry.
    """
    first, asked, unasked = _FORMS[news.turn]
    found = Plan(news)
    at_once, later = _wanting(news, wishes, heard.posts)
    unheard = heard.gathered if news.turn is Turn.GONE else {}  # of these nobody needs to hear
    found.overtaken = [one for waiting in unheard.values() for one in waiting]
    silent = set(unheard)
    if Form.POST not in first:
        silent |= (at_once | later.keys()) - heard.posts.keys()
    if Form.POST not in asked:
        silent |= heard.posts.keys()
    found.at_once = sorted(at_once - silent)
    for channel in sorted(later.keys() - silent):
        found.later[next_time(*later[channel], now)].append(channel)
    if heard.posts:
        listening = {c for group in wishes.by_filter.values() for wish in group for c in wish[0]}
        for channel, before in heard.posts.items():
            if channel in listening and (channel, news.entry) not in wishes.muted:
                forms = asked if channel in at_once or channel in later else unasked
                found.mended += [(channel, f, before) for f in forms if f is not Form.POST]
    return found


def _wanting(
    news: News, wishes: Wishes, posts: Mapping[int, Earlier]
) -> tuple[set[int], dict[int, tuple[str, str]]]:
    """The channels that asked for it: those that get it at once, and others with their digest.

    A channel that has a post of the entry already is not asked again whether it concerns it.
    """
    at_once: set[int] = set()
    later: dict[int, tuple[str, str]] = {}
    before = math.inf if news.sequence is None else news.sequence
    for text, wanted in wishes.filters.items():
        matches = wanted.matches(news.facts)
        if not matches and not (posts and wanted.asks_for(news.facts)):
            continue
        for wish in wishes.by_filter[text]:
            if wish.after >= before:
                continue
            channels = wish.channels if matches else posts.keys() & set(wish.channels)
            if wish.digest:
                later.update(dict.fromkeys(channels, (wish.digest, wish.zone)))
            else:
                at_once.update(channels)
    muted = {channel for channel, entry in wishes.muted if entry == news.entry}
    at_once -= muted
    return at_once, {c: when for c, when in later.items() if c not in at_once and c not in muted}


@dataclass(frozen=True, slots=True)
class Recent:
    """How many posts a channel got within the last hour, and when the first of them was made."""

    posts: int
    first: datetime


def pace(plans: Sequence[Plan], recent: Mapping[int, Recent], now: datetime) -> None:
    """Where a channel would get too many posts within an hour, gather them for one.

    That one goes out now if it fits in the hour, else as soon as it does.
    """
    counts: Counter[int] = Counter()
    for each in plans:
        counts.update(each.at_once)
    over = {}
    for channel, count in counts.items():
        before = recent.get(channel)
        if count + (before.posts if before else 0) > BURST:
            room = before is None or before.posts < BURST
            over[channel] = now if room or before is None else before.first + HOUR
    if not over:
        return
    for each in plans:
        for channel in each.at_once:
            if channel in over:
                each.later[over[channel]].append(channel)
        each.at_once = [channel for channel in each.at_once if channel not in over]

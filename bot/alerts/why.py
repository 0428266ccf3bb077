"""Why a channel did, or did not, hear of an entry: what became of it, or what stood against it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts import cursors
from bot.alerts.facts import Facts
from bot.alerts.filters import read_filter
from bot.alerts.news import Turn, news_of
from bot.alerts.subscriptions import Subscription, muted, of_channel
from bot.alerts.tables import announcements, channels, deliveries
from bot.days import moment_words
from bot.model import ChannelRef, Office
from knowledge.changes import Change, Log
from knowledge.desk import Desk

_TOLD = 5  # deliveries of an entry that are told of, newest first


class Fate(StrEnum):
    """What became of it."""

    SENT = "sent"
    WAITING = "waiting"
    GATHERED = "gathered"
    FOLDED = "folded"
    PARKED = "parked"
    DEAD = "failed"
    DROPPED = "dropped"
    MUTED = "muted"
    PAUSED = "paused"
    BEFORE = "before"
    FILTERED = "filtered"
    WORDING = "wording"
    NOT_YET = "not yet"
    UNASKED = "unasked"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing that explains it, in words."""

    fate: Fate
    words: str


@dataclass(frozen=True, slots=True)
class _Latest:
    """The newest change of an entry, what it does, and how far the log reaches."""

    change: Change | None
    turn: Turn | None
    facts: Facts | None
    log: Log


async def why(office: Office, channel: ChannelRef, entry: str) -> list[Verdict]:
    """What explains that a channel heard, or did not hear, of an entry."""
    latest = await office.read(lambda desk: _latest(desk, entry))
    async with office.database.transaction() as connection:
        posts = await _deliveries(connection, channel, entry)
        told_to = await cursors.position(connection, latest.log)
    subscriptions = await of_channel(office.database, channel)
    found = [_of_delivery(row) for row in posts[:_TOLD]]
    change = latest.change
    if change is not None and change.sequence in {row.sequence for row in posts}:
        there = [s for s in subscriptions if s.after < change.sequence and not s.paused(change.at)]
        return [*found, *(_because(one) for one in there if _matches(one, latest.facts))]
    if not subscriptions:
        words = "This channel has no subscription. `subscribe` makes one."
        return [*found, Verdict(Fate.UNASKED, words)]
    if change is None or latest.turn is None or latest.facts is None:
        words = "The log of changes has nothing on it, so there was nothing to tell."
        return [*found, Verdict(Fate.BEFORE, words)]
    if change.sequence > told_to:
        words = (
            f"Its change of {moment_words(change.at)} is not told yet; that takes a few seconds."
        )
        return [*found, Verdict(Fate.NOT_YET, words)]
    if entry in await muted(office.database, channel):
        words = f"It is muted in this channel. `mute entry:{entry} off:yes` lets it be heard again."
        return [*found, Verdict(Fate.MUTED, words)]
    return [*found, *(_against(one, latest, change) for one in subscriptions)]


def _latest(desk: Desk, entry: str) -> _Latest:
    log = desk.store.log()
    changes = [change for change in desk.store.changes() if change.entry == entry]
    if not changes:
        return _Latest(None, None, None, log)
    news = news_of(desk, changes[-1], bare=True)
    if news is None:
        return _Latest(changes[-1], None, None, log)
    return _Latest(changes[-1], news.turn, news.facts, log)


async def _deliveries(connection: AsyncConnection, channel: ChannelRef, entry: str) -> list[Any]:
    """What was, or is, owed to this channel of an entry, newest first."""
    here = and_(
        channels.c.platform == channel.platform,
        channels.c.tenant == channel.tenant,
        channels.c.channel == channel.channel,
    )
    rows = await connection.execute(
        select(deliveries, announcements.c.key, announcements.c.sequence, channels.c.reason)
        .join(announcements, announcements.c.id == deliveries.c.announcement_id)
        .join(channels, channels.c.id == deliveries.c.channel_id)
        .where(here, announcements.c.entry == entry)
        .order_by(deliveries.c.id.desc())
    )
    return list(rows.all())


def _of_delivery(row: Any) -> Verdict:
    what = {"post": "A post", "edit": "A correction of the post", "line": "A line under it"}[
        row.form
    ]
    if row.key.startswith("deadline:"):
        what = "A reminder"
    number = f" (alert {row.number})" if row.number else ""
    of = f"{what} of {moment_words(row.made_at)}{number}"
    match row.state:
        case "sent":
            at = f" on {moment_words(row.settled_at)}" if row.settled_at else ""
            return Verdict(Fate.SENT, f"{of} was sent{at}.")
        case "owed" | "claimed":
            tries = f" {row.attempts} tries failed with `{row.code}`." if row.code else ""
            return Verdict(Fate.WAITING, f"{of} is on its way.{tries}")
        case "gathered":
            words = f"{of} is gathered with others and goes out on {moment_words(row.due)}."
            return Verdict(Fate.GATHERED, words)
        case "folded":
            return Verdict(Fate.FOLDED, f"{of} went out in one post with others.")
        case "parked":
            words = f"{of} waits, since this channel cannot be posted to: {row.reason}"
            return Verdict(Fate.PARKED, f"{words} When that is mended, write `resume`.")
        case "dead":
            return Verdict(Fate.DEAD, f"{of} failed for good with `{row.code}`.")
        case _:
            return Verdict(Fate.DROPPED, f"{of} was overtaken by a later one.")


def _because(one: Subscription) -> Verdict:
    shown = read_filter(one.filter).shown()
    return Verdict(Fate.SENT, f"Subscription {one.id} asks for it: `{shown}`.")


def _matches(one: Subscription, facts: Facts | None) -> bool:
    return facts is not None and read_filter(one.filter).matches(facts)


def _against(one: Subscription, latest: _Latest, change: Change) -> Verdict:
    """What kept a subscription from bringing the newest change of an entry."""
    assert latest.facts is not None
    of = f"Subscription {one.id}"
    if one.after >= change.sequence:
        words = (
            f"{of} began, or went on again, after the entry's newest change of "
            f"{moment_words(change.at)}."
        )
        return Verdict(Fate.BEFORE, words)
    if one.paused(change.at):
        return Verdict(
            Fate.PAUSED, f"{of} was paused when it changed on {moment_words(change.at)}."
        )
    unmet = read_filter(one.filter).unmet(latest.facts)
    if unmet is not None:
        there = ", ".join(sorted(latest.facts.of(unmet.key)))
        is_so = f" (the change has {unmet.key}: {there})" if there else ""
        return Verdict(Fate.FILTERED, f"{of} does not ask for it: `{unmet}` is not met{is_so}.")
    if latest.turn is Turn.WORDING:
        words = "Only words of it were corrected, which is told to nobody; posts of it are edited."
        return Verdict(Fate.WORDING, words)
    return Verdict(Fate.DROPPED, f"{of} asks for it, yet nothing was owed: tell a curator.")

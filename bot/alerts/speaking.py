"""What the commands of alerts share: whose channel it is, which subscriptions are meant.

Nothing here loads the database's library, which the terminal need not wait for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.alerts.filters import Filter, parse_filter, read_filter
from bot.alerts.hours import digest_in_words, zones_like
from bot.days import moment_words, when_day
from bot.errors import BadOption, UserError
from bot.model import ChannelRef, Invocation, Office, Option, Person
from bot.reply import (
    Block,
    Choice,
    Choices,
    Paragraph,
    Quiet,
    Reply,
    Spans,
    Strong,
    as_typed,
    sentence,
    spans_text,
)
from knowledge.changes import Log

if TYPE_CHECKING:
    from bot.alerts.subscriptions import Actor, Subscription

_NUMBERS = re.compile(r"#?\d{1,18}(?:[,\s]+#?\d{1,18})*")
ALL = "all"

WHICH = Option(name="which", summary="the number of a subscription, its filter, or all")
ZONE = Option(
    name="zone", summary="the zone of that hour", complete=lambda _desk, typed: zones_like(typed)
)


def channel_of(invocation: Invocation) -> ChannelRef:
    """Where the command was given; raises UserError where that is no channel."""
    if invocation.channel is None:
        raise UserError("Alerts belong to a channel. Give this command in one, or in a message.")
    return invocation.channel


def person_of(invocation: Invocation) -> Person:
    """Who gave the command."""
    return invocation.person or Person(id="somebody", name="Somebody", manages=False)


def actor_of(office: Office, invocation: Invocation) -> Actor:
    """Who changes which channel's alerts, and when."""
    from bot.alerts.subscriptions import Actor  # noqa: PLC0415 (SQLAlchemy loads slowly)

    return Actor(channel=channel_of(invocation), person=person_of(invocation), now=office.now())


async def newest(office: Office) -> Log:
    """How far the change log reaches."""
    return await office.read(lambda desk: desk.store.log())


async def filter_typed(office: Office, text: str) -> Filter:
    """The filter that somebody typed, its names looked up."""
    return await office.read(lambda desk: parse_filter(text, desk.names))


async def chosen(
    office: Office, invocation: Invocation, found: Sequence[Subscription]
) -> list[Subscription]:
    """The subscriptions of the channel that `which` means; all of them where it is left out."""
    typed = invocation.arguments.get("which", ALL)
    if not found:
        raise UserError(
            "This channel has no alerts. Try `subscribe jurisdiction:us`, or `subscribe` alone "
            "to pick a topic."
        )
    if typed.casefold() == ALL:
        return list(found)
    if _NUMBERS.fullmatch(typed):
        ids = numbers_in(typed)
        kept = [one for one in found if one.id in ids]
    else:
        wanted = str(await filter_typed(office, typed))
        kept = [one for one in found if one.filter == wanted]
    if not kept:
        here = ", ".join(f"{one.id} (`{shown(one)}`)" for one in found[:5])
        raise BadOption(
            f"This channel has no subscription “{as_typed(typed, 60)}”. It has: {here}. "
            "`list` shows all."
        )
    return kept


def numbers_in(typed: str) -> frozenset[int]:
    """The numbers that somebody typed."""
    return frozenset(int(number) for number in re.findall(r"\d{1,18}", typed))


def shown(one: Subscription) -> str:
    """A subscription's filter as people read it."""
    return read_filter(one.filter).shown()


def listed(one: Subscription, now: datetime) -> Spans:
    """A subscription in a line: number, filter, when it comes, who made it and when."""
    return (
        Strong(f"{one.id}: "),
        shown(one),
        Quiet(
            f", {digest_in_words(one.digest, one.zone)}, by {as_typed(one.made_by_name, 60)} on "
        ),
        *when_day(one.made_at.date()),
        Quiet(state_of(one, now)),
    )


def state_of(one: Subscription, now: datetime) -> str:
    """Whether it rests, and until when."""
    if not one.paused(now):
        return ""
    if one.paused_until is None:
        return ", paused until somebody resumes it"
    return f", paused until {moment_words(one.paused_until)}"


def ids_of(found: Sequence[Subscription]) -> str:
    """The numbers of subscriptions, as an option takes them."""
    return ", ".join(str(one.id) for one in found)


def done(
    invocation: Invocation,
    did: str,
    more: Sequence[Block] = (),
    undo: Sequence[Choice] = (),
) -> Reply:
    """The reply to a change: to the person what was done, to all one line with who did it.

    In a direct message and in the terminal there is nobody else to be told.
    """
    person = person_of(invocation)
    mine: tuple[Block, ...] = (Paragraph((f"You {did}.",)), *more)
    if _alone(invocation):
        offered = (Choices(tuple(undo)),) if undo else ()
        return Reply(headline=f"You {did}.", blocks=(*mine, *offered), private=True)
    line: Spans = (Strong(as_typed(person.name, 60)), f" {did}.")
    public: tuple[Block, ...] = (Paragraph(line),)
    notice = Reply(headline=spans_text(line), blocks=public, actions=tuple(undo))
    return Reply(headline=f"You {did}.", blocks=mine, private=True, notice=notice)


def told(headline: str, blocks: Sequence[Block] = (), actions: Sequence[Choice] = ()) -> Reply:
    """A reply for the person alone."""
    said = sentence(headline)
    return replace(said, blocks=tuple(blocks) or said.blocks, actions=tuple(actions))


async def hindrance(office: Office, channel: ChannelRef) -> str | None:
    """What keeps the bot from posting in a channel, with its remedy."""
    adapter = office.adapters.get(channel.platform)
    return None if adapter is None else await adapter.hindrance(channel)


def again(invocation: Invocation, label: str = "Retry") -> Choice:
    """The same command once more."""
    return Choice(label, invocation.command, tuple(invocation.arguments.items()))


def _alone(invocation: Invocation) -> bool:
    channel, person = channel_of(invocation), person_of(invocation)
    return channel.platform == "console" or channel.tenant == person.id

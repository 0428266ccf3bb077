"""`digest`: when a channel's alerts come: at once, or gathered each day or week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bot.alerts.hours import (
    OFF,
    digest_in_words,
    next_time,
    parse_digest,
    parse_zone,
)
from bot.alerts.speaking import (
    ALL,
    WHICH,
    ZONE,
    actor_of,
    channel_of,
    chosen,
    done,
    listed,
    shown,
    told,
)
from bot.days import moment_words
from bot.model import Command, Invocation, Office, Option
from bot.reply import Choice, Choices, Heading, Listing, Note, Reply, Spans

_OFFERED = ("daily@09:00", "weekly@mon@09:00", OFF)


async def act(office: Office, invocation: Invocation) -> Reply:
    from bot.alerts.subscriptions import of_channel, set_digest  # noqa: PLC0415 (loads slowly)

    given = invocation.arguments
    found = await of_channel(office.database, channel_of(invocation))
    kept = await chosen(office, invocation, found)
    if "when" not in given:
        return _offer([listed(one, office.now()) for one in kept], given.get("which", ALL))
    digest, zone = parse_digest(given["when"]), parse_zone(given.get("zone", kept[0].zone))
    acting = actor_of(office, invocation)
    before = await set_digest(office.database, acting, [one.id for one in kept], digest, zone)
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in before:
        groups[one.digest, one.zone].append(str(one.id))
    undo = [
        _when(was or OFF, was_zone, ", ".join(ids), "Undo" if len(groups) == 1 else f"Undo {n}")
        for n, ((was, was_zone), ids) in enumerate(groups.items(), 1)
    ]
    names = "; ".join(shown(one) for one in before)
    did = f"set when alerts come to this channel, {digest_in_words(digest, zone)}: {names}"
    more = []
    if digest:
        more.append(Note((f"The next: {moment_words(next_time(digest, zone, office.now()))}.",)))
    return done(invocation, did, more, undo)


def _offer(lines: Sequence[Spans], which: str) -> Reply:
    """When the alerts come now, and what else there is."""
    choices = tuple(_when(each, "", which, each) for each in _OFFERED)
    note = Note(("A zone of your own: `digest daily@09:00 zone:Europe/Berlin`.",))
    headline = "When the alerts of this channel come"
    return told(headline, (Heading(headline), Listing(tuple(lines)), Choices(choices), note))


def _when(digest: str, zone: str, which: str, label: str) -> Choice:
    given = (("when", digest), ("zone", zone), ("which", which))
    return Choice(label, "digest", tuple(pair for pair in given if pair[1]))


command = Command(
    name="digest",
    summary="When the alerts of this channel come: at once, daily or weekly",
    act=act,
    options=(
        Option(name="when", summary="daily@09:00, weekly@mon@09:00 or off"),
        ZONE,
        WHICH,
    ),
    examples=("digest daily@09:00 zone:Europe/Berlin", "digest weekly@mon@09:00", "digest off"),
    group="alerts",
    manages=True,
    shared=False,
)

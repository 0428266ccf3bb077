"""`why`: why a channel did, or did not, hear of an entry."""

from __future__ import annotations

from bot.alerts.speaking import channel_of, told
from bot.errors import UnknownName
from bot.model import Command, Invocation, Office
from bot.options import entry_named, name_option
from bot.reply import Choice, Heading, Listing, Reply
from knowledge.desk import Desk
from knowledge.names import Named
from knowledge.vocabulary import Kind


async def act(office: Office, invocation: Invocation) -> Reply:
    from bot.alerts.why import why  # noqa: PLC0415 (SQLAlchemy loads slowly)

    channel = channel_of(invocation)
    named = await office.read(lambda desk: _entry(desk, invocation))
    found = await why(office, channel, named.id)
    headline = f"Alerts about {named.title}"
    lines = tuple((verdict.words,) for verdict in found)
    actions = (Choice("Manage", "list"), Choice("Status", "status"))
    return told(headline, (Heading(headline), Listing(lines)), actions)


def _entry(desk: Desk, invocation: Invocation) -> Named:
    """The entry that is named, or one of that id that was withdrawn."""
    try:
        return entry_named(desk, invocation, "entry")
    except UnknownName:
        typed = invocation.arguments["entry"]
        gone = (c for c in reversed(desk.store.changes()) if c.entry == typed)
        change = next(gone, None)
        if change is None:
            raise
        return Named(change.entry, change.title, change.entry_kind)


command = Command(
    name="why",
    summary="Why this channel did, or did not, get an alert about an entry",
    act=act,
    options=(name_option("entry", "the name of an entry", frozenset(Kind)),),
    examples=("why mythos 5",),
    group="alerts",
    shared=False,
)

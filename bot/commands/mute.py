"""`mute`: keeps alerts about one entry out of a channel, whatever its filters ask for."""

from __future__ import annotations

from bot.alerts.speaking import actor_of, done, told
from bot.model import Command, Invocation, Office, Option
from bot.options import entry_named, name_option
from bot.reply import Choice, Note, Reply
from knowledge.vocabulary import Kind


async def act(office: Office, invocation: Invocation) -> Reply:
    from bot.alerts.subscriptions import mute  # noqa: PLC0415 (SQLAlchemy loads slowly)

    off = invocation.arguments.get("off") == "yes"
    acting = actor_of(office, invocation)
    named = await office.read(lambda desk: entry_named(desk, invocation, "entry"))
    if not await mute(office.database, acting, named.id, off):
        return told(f"{named.title} is {'not' if off else 'already'} muted in this channel.")
    did = f"{'unmuted' if off else 'muted'} {named.title} in this channel"
    entry = (("entry", named.id),)
    undo = Choice("Undo", "mute", entry if off else (*entry, ("off", "yes")))
    words = "Alerts about other entries that name it come as before."
    return done(invocation, did, () if off else (Note((words,)),), (undo,))


command = Command(
    name="mute",
    summary="No alerts about one entry in this channel",
    act=act,
    options=(
        name_option("entry", "the name of an entry", frozenset(Kind)),
        Option(name="off", summary="yes lets it be heard again", choices=("yes",)),
    ),
    examples=("mute mythos 5", "mute entry:claude-mythos-5 off:yes"),
    group="alerts",
    manages=True,
    shared=False,
)

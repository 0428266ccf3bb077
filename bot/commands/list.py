"""`list`: a channel's subscriptions, with who made them and when, and what it has muted."""

from __future__ import annotations

from bot.alerts.speaking import channel_of, listed, told
from bot.model import Command, Invocation, Office
from bot.reply import Block, Choice, Choices, Heading, Listing, Note, Paragraph, Reply, Strong
from knowledge.desk import Desk

_BUTTONS = 10


async def act(office: Office, invocation: Invocation) -> Reply:
    from bot.alerts.subscriptions import MOST, muted, of_channel  # noqa: PLC0415 (loads slowly)

    channel = channel_of(invocation)
    found = await of_channel(office.database, channel)
    silenced = await muted(office.database, channel)
    blocks: list[Block] = [Heading("Alerts in this channel")]
    choices = [Choice("Add", "subscribe")]
    if found:
        blocks.append(Listing(tuple(listed(one, office.now()) for one in found)))
        blocks.append(Note((f"{len(found)} of at most {MOST} subscriptions.",)))
        choices += [
            Choice(f"End {one.id}", "unsubscribe", (("which", str(one.id)),))
            for one in found[:_BUTTONS]
        ]
    else:
        words = "This channel has no alerts. Try `subscribe jurisdiction:us`, or press Add."
        blocks.append(Paragraph((words,)))
    if silenced:
        titles = await office.read(lambda desk: _titles(desk, silenced))
        blocks.append(Paragraph((Strong("Muted: "), "; ".join(titles))))
        choices += [
            Choice(f"Unmute {entry}"[:75], "mute", (("entry", entry), ("off", "yes")))
            for entry in silenced[:_BUTTONS]
        ]
    return told("Alerts in this channel", (*blocks, Choices(tuple(choices))))


def _titles(desk: Desk, entries: list[str]) -> list[str]:
    titles = desk.store.titles(entries)
    return [titles.get(entry, entry) for entry in entries]


command = Command(
    name="list",
    summary="The alerts of this channel: who made them, and when",
    act=act,
    examples=("list",),
    group="alerts",
    shared=False,
)

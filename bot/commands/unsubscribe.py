"""`unsubscribe`: ends one subscription of a channel, or all of them."""

from __future__ import annotations

from bot.alerts.speaking import (
    ALL,
    WHICH,
    actor_of,
    channel_of,
    chosen,
    done,
    ids_of,
    listed,
    shown,
    told,
)
from bot.model import Command, Invocation, Office
from bot.reply import Choice, Choices, Listing, Paragraph, Reply


async def act(office: Office, invocation: Invocation) -> Reply:
    from bot.alerts.subscriptions import of_channel, unsubscribe  # noqa: PLC0415 (loads slowly)

    found = await of_channel(office.database, channel_of(invocation))
    kept = await chosen(office, invocation, found)
    if "which" not in invocation.arguments:
        choices = [
            Choice(f"{one.id}: {shown(one)}"[:75], "unsubscribe", _which(str(one.id)))
            for one in found
        ]
        choices.append(Choice("All of them", "unsubscribe", _which(ALL)))
        lines = Listing(tuple(listed(one, office.now()) for one in found))
        words = "Which of these alerts shall end?"
        return told(words, (Paragraph((words,)), lines, Choices(tuple(choices))))
    ended = await unsubscribe(
        office.database, actor_of(office, invocation), [one.id for one in kept]
    )
    did = f"ended alerts in this channel: {'; '.join(shown(one) for one in ended)}"
    undo = Choice("Undo", "subscribe", (("again", ids_of(ended)),))
    return done(invocation, did, (), (undo,))


def _which(text: str) -> tuple[tuple[str, str], ...]:
    return (("which", text),)


command = Command(
    name="unsubscribe",
    summary="End alerts of this channel: one subscription, or all",
    act=act,
    options=(WHICH,),
    examples=("unsubscribe 7", "unsubscribe jurisdiction:us", "unsubscribe all"),
    group="alerts",
    manages=True,
    shared=False,
)

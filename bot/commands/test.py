"""`test`: posts a sample to a channel, the same way that alerts go."""

from __future__ import annotations

from bot.alerts.bundles import sample_card
from bot.alerts.cards import change_card
from bot.alerts.speaking import again, channel_of, hindrance, person_of, told
from bot.errors import UserError
from bot.model import Command, Invocation, Office
from bot.reply import Choice, Reply, as_typed
from knowledge.changes import ChangeKind
from knowledge.desk import Desk


async def act(office: Office, invocation: Invocation) -> Reply:
    from bot.alerts.sample import owe_sample  # noqa: PLC0415 (SQLAlchemy loads slowly)

    channel = channel_of(invocation)
    hindered = await hindrance(office, channel)
    if hindered is not None:
        raise UserError(f"Nothing is posted. {hindered}", (again(invocation),))
    sample = await office.read(_newest)
    card = sample_card(as_typed(person_of(invocation).name, 60), sample)
    number = await owe_sample(office.database, channel, card, office.now())
    words = f"A test goes out to this channel as alert {number}. `status` tells whether it came."
    return told(words, actions=(Choice("Status", "status"),))


def _newest(desk: Desk) -> Reply | None:
    """The card of the newest change to a directive, model or quote that is still there."""
    for change in reversed(desk.store.changes()):
        known = change.kind is not ChangeKind.WITHDRAWN
        if known and change.entry_kind in {"directive", "model", "quote"}:
            return change_card(desk, change)
    return None


command = Command(
    name="test",
    summary="Post a sample alert to this channel",
    act=act,
    examples=("test",),
    group="alerts",
    manages=True,
    shared=False,
)

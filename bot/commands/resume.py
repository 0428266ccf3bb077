"""`resume`: lets a channel's alerts go on, and opens a channel that could not be posted to."""

from __future__ import annotations

from bot.alerts.speaking import (
    WHICH,
    actor_of,
    again,
    channel_of,
    chosen,
    done,
    hindrance,
    ids_of,
    newest,
    shown,
    told,
)
from bot.errors import UserError
from bot.model import Command, Invocation, Office
from bot.reply import Choice, Reply


async def act(office: Office, invocation: Invocation) -> Reply:
    from bot.alerts.channels import reopen  # noqa: PLC0415 (SQLAlchemy loads slowly)
    from bot.alerts.subscriptions import of_channel, resume  # noqa: PLC0415

    channel = channel_of(invocation)
    hindered = await hindrance(office, channel)
    if hindered is not None:
        raise UserError(f"The alerts cannot go on yet. {hindered}", (again(invocation),))
    opened = await reopen(office.database, channel, office.now())
    found = await of_channel(office.database, channel)
    kept = await chosen(office, invocation, found) if found or not opened else []
    log = await newest(office)
    acting = actor_of(office, invocation)
    ids = [one.id for one in kept]
    resumed = await resume(office.database, acting, ids, log) if ids else []
    if not resumed and not opened:
        return told("No alerts of this channel are paused. `list` shows them.")
    did = "opened this channel for alerts again, and what waited goes out" if opened else ""
    if resumed:
        names = "; ".join(shown(one) for one in resumed)
        did += f"{', and ' if did else ''}resumed alerts in this channel: {names}"
    undo = [Choice("Undo", "pause", (("which", ids_of(resumed)),))] if resumed else []
    return done(invocation, did, (), undo)


command = Command(
    name="resume",
    summary="Let the alerts of this channel go on",
    act=act,
    options=(WHICH,),
    examples=("resume", "resume 7"),
    group="alerts",
    manages=True,
    shared=False,
)

"""`pause`: lets a channel's alerts rest, for a time or until somebody resumes them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.alerts.speaking import WHICH, actor_of, channel_of, chosen, done, ids_of, shown
from bot.days import moment_words
from bot.errors import BadOption
from bot.model import Command, Invocation, Office, Option
from bot.reply import Choice, Reply, as_typed

_LASTING = re.compile(r"(?:for )?([0-9]{1,3}) ?(h|hours?|d|days?|w|weeks?)")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


async def act(office: Office, invocation: Invocation) -> Reply:
    from bot.alerts.subscriptions import of_channel, pause  # noqa: PLC0415 (loads slowly)

    until = _until(office.now(), invocation.arguments.get("for"))
    found = await of_channel(office.database, channel_of(invocation))
    kept = await chosen(office, invocation, found)
    ids = [one.id for one in kept]
    paused = await pause(office.database, actor_of(office, invocation), ids, until)
    end = f"until {moment_words(until)}" if until else "until somebody resumes them"
    did = f"paused alerts in this channel {end}: {'; '.join(shown(one) for one in paused)}"
    undo = Choice("Undo", "resume", (("which", ids_of(paused)),))
    return done(invocation, did, (), (undo,))


def _until(now: datetime, typed: str | None) -> datetime | None:
    if typed is None:
        return None
    found = _LASTING.fullmatch(typed.casefold())
    if found is None or not int(found[1]):
        words = (
            f"“{as_typed(typed, 40)}” is no time I know. Write `pause 7d`, `pause 12h` or `pause`."
        )
        raise BadOption(words)
    return now + int(found[1]) * _UNITS[found[2][0]]


command = Command(
    name="pause",
    summary="Let the alerts of this channel rest; what comes meanwhile is not made up for",
    act=act,
    options=(Option(name="for", summary="how long, such as 7d or 12h"), WHICH),
    examples=("pause 7d", "pause", "pause 12h which:7"),
    group="alerts",
    manages=True,
    shared=False,
)

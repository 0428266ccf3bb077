"""`status`: how a channel's alerts are doing: what was sent, what failed, what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.alerts.speaking import channel_of, hindrance, told
from bot.days import moment_words
from bot.model import Command, Invocation, Office
from bot.reply import Block, Choice, Heading, Note, Paragraph, Reply, Spans, Strong, Table

if TYPE_CHECKING:
    from bot.alerts.condition import Condition, Last


async def act(office: Office, invocation: Invocation) -> Reply:
    from bot.alerts.condition import condition  # noqa: PLC0415 (SQLAlchemy loads slowly)
    from bot.alerts.subscriptions import of_channel  # noqa: PLC0415

    channel = channel_of(invocation)
    found = await condition(office.database, channel)
    subscriptions = await of_channel(office.database, channel)
    hindered = await hindrance(office, channel)
    headline = "How the alerts of this channel are doing"
    resting = sum(one.paused(office.now()) for one in subscriptions)
    many = f"{len(subscriptions)}{f', {resting} of them paused' if resting else ''}"
    rows: list[tuple[Spans, ...]] = [(("subscriptions",), (many,))]
    blocks: list[Block] = [Heading(headline)]
    if found is not None:
        rows = [(("channel",), _standing(found)), *rows, *_rows(found)]
    blocks.append(Table(("what", "how it stands"), tuple(rows)))
    actions = [Choice("Manage", "list")]
    if hindered is not None:
        blocks.append(Paragraph((Strong("Posting is not possible. "), hindered)))
    if found is not None and found.standing.state == "parked":
        actions.append(Choice("Retry", "resume"))
    blocks.append(Note(("A number missing between two alerts here would be a lost one.",)))
    return told(headline, blocks, actions)


def _standing(found: Condition) -> Spans:
    now = found.standing
    if now.state == "open":
        return ("open",)
    since = f" since {moment_words(now.since)}" if now.since else ""
    return (Strong(now.state), f"{since} (`{now.code}`): {now.reason}")


def _rows(found: Condition) -> list[tuple[Spans, ...]]:
    return [
        (("last number",), (str(found.number),)),
        (("last sent",), (_last(found.sent),)),
        (("last failed",), (_last(found.failed, found.failed is not None),)),
        (("waiting",), (str(found.standing.waiting),)),
        (("gathered",), (str(found.gathered),)),
        (("given up",), (str(found.dead),)),
    ]


def _last(last: Last | None, failed: bool = False) -> str:
    if last is None:
        return "none"
    at = moment_words(last.at) if last.at else "not settled yet"
    of = f", {last.entry}" if last.entry else ""
    return f"{at}{of}{f' (`{last.code}`)' if failed else ''}"


command = Command(
    name="status",
    summary="How the alerts of this channel are doing: sent, failed, waiting",
    act=act,
    examples=("status",),
    group="alerts",
    shared=False,
)

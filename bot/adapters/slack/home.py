"""App Home: what the bot can do, this workspace's alerts, the next deadlines; and prompts."""

from __future__ import annotations

import itertools
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError

from bot.adapters.slack.counter import PLATFORM, Counter
from bot.adapters.slack.elements import Json
from bot.adapters.slack.render import home
from bot.adapters.slack.slash import COMMAND
from bot.alerts.subscriptions import Subscription, of_tenant
from bot.model import Invocation
from bot.reply import (
    Block,
    Choice,
    Choices,
    Heading,
    Listing,
    Note,
    Paragraph,
    Quiet,
    Reply,
    Spans,
    Strong,
)
from bot.router import Router, broken

_BLOCKS = 100  # of a view
_PROMPTS = 4  # that Slack shows
_SHOWN = 20  # subscriptions on the page
_WELCOME = "Ask me who may use which AI model, under which rule, and since when."


def listen(app: AsyncApp, counter: Counter) -> None:
    """Draw App Home when it is opened, and offer prompts when our chat is."""

    @app.event("app_home_opened")
    async def opened(body: dict[str, Any], event: dict[str, Any]) -> None:
        async def show() -> bool:
            if event.get("tab") == "messages":
                await counter.client().assistant_threads_setSuggestedPrompts(
                    channel_id=str(event["channel"]),
                    title=_WELCOME,
                    prompts=prompts(counter.router),
                )
            else:
                await _publish(counter, str(body["team_id"]), str(event["user"]))
            return True

        await counter.work.once(f"event:{body.get('event_id')}", show)


def prompts(router: Router) -> list[dict[str, str]]:
    """What the chat offers to be asked: examples of the commands themselves."""
    asked = [*router.commands["ask"].examples] if "ask" in router.commands else []
    found = [{"title": _question(each), "message": _question(each)} for each in asked]
    for command, title in (
        ("deadlines", "What is due next?"),
        ("changes", "What changed lately?"),
        ("help", "What can you do?"),
    ):
        if command in router.commands:
            found.append({"title": title, "message": command})
    return found[:_PROMPTS]


async def _publish(counter: Counter, tenant: str, user: str) -> None:
    try:
        blocks = await _view(counter, tenant, user)
    except Exception as fault:  # noqa: BLE001 (the log gets it, the person its reference)
        blocks = home(broken(Invocation(command="home"), fault), itertools.count(1))
    await counter.client().views_publish(
        user_id=user, view={"type": "home", "blocks": blocks[:_BLOCKS]}
    )


async def _view(counter: Counter, tenant: str, user: str) -> list[Json]:
    """What may be long stands last, so that nothing else is lost where it does not fit."""
    numbers = itertools.count(1)
    found = await of_tenant(counter.office.database, PLATFORM, tenant)
    mine = await _channels_of(counter, user) if found else frozenset()
    blocks = home(Reply(headline="", blocks=_abilities(counter.router)), numbers)
    blocks += [{"type": "divider"}]
    blocks += home(Reply(headline="", blocks=_alerts(counter, found, mine)), numbers)
    if "deadlines" in counter.router.commands:
        due = await counter.router.answer(counter.office, Invocation(command="deadlines"))
        blocks += [{"type": "divider"}, *home(due, numbers)]
    return blocks


def _abilities(router: Router) -> tuple[Block, ...]:
    lines: list[Spans] = []
    for command in router.commands.values():
        example = command.examples[0] if command.examples else command.name
        lines.append((Strong(f"{COMMAND} {example}"), f": {command.summary.lower()}"))
    wanted = [("Next deadlines", "deadlines"), ("What changed", "changes"), ("Help", "help")]
    choices = tuple(Choice(label, name) for label, name in wanted if name in router.commands)
    return (
        Heading("What I can do"),
        Paragraph((_WELCOME, " Every sentence has its source.")),
        Listing(tuple(lines)),
        Note((Quiet("In a channel, mention me; here, just write."),)),
        *((Choices(choices),) if choices else ()),
    )


def _alerts(counter: Counter, found: list[Subscription], mine: frozenset[str]) -> tuple[Block, ...]:
    """The subscriptions of channels that the reader is in; the others are counted only."""
    seen = [one for one in found if one.channel.channel in mine]
    lines = tuple(_line(counter, one) for one in seen[:_SHOWN])
    more = len(seen) - len(lines)
    hidden = len(found) - len(seen)
    blocks: list[Block] = [Heading("Alerts in this workspace")]
    if not found:
        blocks.append(Paragraph((f"There are none yet. In a channel, type {COMMAND} subscribe.",)))
    if lines:
        blocks.append(Listing(lines))
    if more:
        blocks.append(Note((f"{more} more: type {COMMAND} list in their channels.",)))
    if hidden:
        blocks.append(Note((f"{hidden} in channels that you are not in.",)))
    return tuple(blocks)


def _line(counter: Counter, one: Subscription) -> Spans:
    what = one.filter or "everything"
    when = f", as a digest {one.digest}" if one.digest else ""
    rests = " (paused)" if one.paused(counter.office.now()) else ""
    return (Strong(what), f"{when}{rests}, by {one.made_by_name}")


def _question(example: str) -> str:
    return example.removeprefix("ask ").strip()


async def _channels_of(counter: Counter, user: str) -> frozenset[str]:
    """The channels that somebody is in and that the bot can see."""
    seen: set[str] = set()
    cursor = ""
    try:
        while True:
            answer = await counter.client().users_conversations(
                user=user,
                types="public_channel,private_channel",
                limit=999,
                cursor=cursor or None,
            )
            seen |= {str(each["id"]) for each in answer.get("channels") or []}
            cursor = str((answer.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return frozenset(seen)
    except SlackApiError:  # then nothing is shown rather than what is not theirs to see
        return frozenset(seen)

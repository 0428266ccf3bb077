"""Buttons that were pressed: the same as giving the command."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.adapters.slack.buttons import MORE, PRESS, chosen, opened
from bot.adapters.slack.counter import Counter
from bot.adapters.slack.render import Page, with_more
from bot.adapters.slack.voice import Place
from bot.model import Invocation

_GONE = "This button is too old to work. Ask again, and press the button of the new answer."


def listen(app: AsyncApp, counter: Counter) -> None:
    """Answer the buttons of every message, however old."""

    @app.action(PRESS)
    async def pressed(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any]) -> None:
        await ack()
        place = _place(body)

        async def answer() -> None:
            choice = await chosen(counter.office.database, str(action.get("value") or ""))
            if choice is None:
                await counter.tell(place, _GONE)
                return
            invocation = Invocation(command=choice.command, arguments=dict(choice.arguments))
            if choice.shown:
                await counter.share(invocation, place, _name(body))
            else:
                await counter.answer(invocation, place, name=_name(body))

        await counter.serve(_key(body, action), place, answer)

    @app.action(MORE)
    async def turned(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any]) -> None:
        await ack()
        place = _place(body)

        async def answer() -> None:
            found = await opened(counter.office.database, str(action.get("value") or ""))
            if found is None:
                await counter.tell(place, _GONE)
                return
            page, leaf, total = found
            body: Any = page["blocks"]
            blocks = with_more(body, leaf, total)
            await counter.say(place, (Page(str(page["text"]), blocks),), aloud=False)

        await counter.serve(_key(body, action), place, answer)

    @app.action(re.compile(".*"))
    async def unknown(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any]) -> None:
        await ack()
        place = _place(body)
        await counter.serve(_key(body, action), place, lambda: counter.tell(place, _GONE))


def _place(body: dict[str, Any]) -> Place:
    """Where the button is; those of App Home are answered in the person's chat with the bot."""
    person = str(body["user"]["id"])
    container = body.get("container") or {}
    channel = str((body.get("channel") or {}).get("id") or container.get("channel_id") or "")
    tenant = str((body.get("team") or {}).get("id") or body["user"].get("team_id") or "")
    if not channel:
        return Place(tenant=tenant, channel=person, person=person, direct=True)
    message = body.get("message") or {}
    place = Place(
        tenant=tenant,
        channel=channel,
        person=person,
        thread=message.get("thread_ts") or container.get("thread_ts"),
        address=body.get("response_url"),
    )
    if channel.startswith("D") and not container.get("is_ephemeral"):
        # Our own chat, where an answer should stay. Slack lets us post there and nowhere else.
        return replace(place, address=None, direct=True)
    return place


def _name(body: dict[str, Any]) -> str:
    return str(body["user"].get("name") or body["user"].get("username") or "")


def _key(body: dict[str, Any], action: dict[str, Any]) -> str:
    return f"trigger:{body.get('trigger_id')}:{action.get('action_ts')}"

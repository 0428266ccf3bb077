"""Somebody at work in a workspace: what they do, and what they then see."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from bot.adapters.slack.app import SlackChat
from bot.cooldown import Cooldown
from bot.database import Database
from bot.model import Command, Invocation, Office
from bot.reply import Reply
from bot.router import Router, load_commands
from knowledge.desk import Desk
from tests.bot.adapters.slack.fake import FakeSlack
from tests.bot.adapters.slack.rules import buttons
from tests.bot.adapters.slack.wires import HttpWire, SocketWire, Wire
from tests.bot.adapters.slack.workspace import APP_TOKEN, BOT_TOKEN, BOT_USER, NOW, SECRET, TEAM
from tests.bot.fakes import said

Json = dict[str, Any]
T = TypeVar("T")
GIVE_UP = 20.0  # seconds; only a test that hangs comes to it


@dataclass
class Counting:
    """A desk that can be closed for a while, and counts who came."""

    desk: Desk
    open: asyncio.Event = field(default_factory=asyncio.Event)
    asked: int = 0

    async def __call__(self, look_up: Callable[[Desk], T]) -> T:
        self.asked += 1
        await self.open.wait()
        return look_up(self.desk)


class Bench:
    """A bot in a workspace, and a person in front of it."""

    def __init__(self, slack: FakeSlack, office: Office, reader: Counting, mode: str) -> None:
        self.slack = slack
        self.office = office
        self.reader = reader
        self.mode = mode
        self.wire: Wire = SocketWire(slack)
        self.chat: SlackChat
        self._running: asyncio.Task[None] | None = None
        self._numbers = itertools.count(1)

    async def start(
        self,
        commands: Mapping[str, Command],
        managers: str = "anyone",
        cooldown: Cooldown | None = None,
    ) -> None:
        """Start the bot; one that runs is stopped first, as a restart would."""
        await self.stop()
        router = Router(commands, cooldown)
        self.chat = a_chat(self.slack, self.office, router, self.mode, managers)
        self._running = asyncio.create_task(self.chat.run())
        ready = asyncio.ensure_future(self.chat.ready.wait())
        async with asyncio.timeout(GIVE_UP):
            await asyncio.wait([ready, self._running], return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if self._running.done():
            self._running.result()
        if self.mode == "http":
            self.wire = HttpWire(self.slack, self.chat)
        else:
            await self.slack.linked()

    async def stop(self) -> None:
        """Stop the bot."""
        if self._running is not None:
            await self.chat.stop()
            await self._running
            self._running = None

    async def settle(self) -> None:
        """Wait until the bot has nothing in hand."""
        assert await self.chat.work.finish(GIVE_UP)

    # -- what people do

    async def slash(self, text: str, channel: str = "C1", **changes: Any) -> bool:
        """Type the command."""
        user = changes.pop("user", "U1")
        payload = {
            "command": "/airules",
            "text": text,
            "team_id": TEAM,
            "channel_id": channel,
            "user_id": user,
            "user_name": "ada",
            "trigger_id": f"t{next(self._numbers)}",
            "response_url": self.slack.hook(channel, user),
        }
        return await self._send("slash_commands", payload | changes)

    async def mention(self, text: str, channel: str = "C1", **changes: Any) -> Json:
        """Mention the bot; returns the event, with its message."""
        return await self.message(f"<@{BOT_USER}> {text}", channel, type="app_mention", **changes)

    async def message(self, text: str, channel: str = "C1", **changes: Any) -> Json:
        """Write a message; returns the event that Slack sends of it."""
        retry = changes.pop("retry", None)
        event = {"type": "message", "channel": channel, "user": "U1", "text": text}
        kind = {"D": "im", "C": "channel"}[channel[0]]
        if changes.get("type") != "app_mention":
            event["channel_type"] = kind
        event = {**event, "ts": self.slack.ts(), **changes}
        await self.event(event, retry=retry)
        return event

    async def event(self, event: Json, retry: int | None = None, id: str = "") -> bool:  # noqa: A002
        """Let Slack tell of an event."""
        payload = {
            "type": "event_callback",
            "team_id": TEAM,
            "event_id": id or f"Ev{next(self._numbers)}",
            "event": event,
        }
        return await self._send("events_api", payload, retry)

    async def press(self, label: str, message: Json, **changes: Any) -> bool:
        """Press a button of a message that somebody sees."""
        found = [b for b in buttons(message["blocks"]) if b["text"]["text"] == label]
        assert found, [b["text"]["text"] for b in buttons(message["blocks"])]
        return await self.push(found[0], message, **changes)

    async def push(self, button: Json, message: Json, **changes: Any) -> bool:
        """Press this button."""
        user = changes.pop("user", "U1")
        channel = message.get("channel")
        whisper = message in self.slack.whispers
        payload: Json = {
            "type": "block_actions",
            "team": {"id": TEAM},
            "user": {"id": user, "name": "ada"},
            "trigger_id": f"t{next(self._numbers)}",
            "actions": [{**button, "block_id": "b", "action_ts": "1.0"}],
            "container": {"type": "message", "is_ephemeral": whisper},
        }
        if channel is None:
            payload["view"] = {"type": "home"}
        else:
            payload["channel"] = {"id": channel}
            payload["response_url"] = self.slack.hook(channel, user)
            payload["container"] |= {"channel_id": channel}
            if message.get("thread_ts"):
                payload["container"]["thread_ts"] = message["thread_ts"]
            if not whisper:
                payload["message"] = message
        return await self._send("interactive", payload | changes.pop("whole", {}))

    async def check(self, text: str, channel: str = "C1", **message: Any) -> bool:
        """Choose the shortcut on a message."""
        payload = {
            "type": "message_action",
            "callback_id": "check_claim",
            "team": {"id": TEAM},
            "channel": {"id": channel},
            "user": {"id": "U1", "name": "ada"},
            "trigger_id": f"t{next(self._numbers)}",
            "response_url": self.slack.hook(channel, "U1"),
            "message": {"ts": self.slack.ts(), "text": text, **message},
        }
        return await self._send("interactive", payload)

    async def open_home(self, tab: str = "home", user: str = "U1") -> bool:
        """Open the bot's page."""
        event = {"type": "app_home_opened", "user": user, "channel": "D1", "tab": tab}
        return await self.event(event)

    async def _send(self, kind: str, payload: Json, retry: int | None = None) -> bool:
        taken = await self.wire.send(kind, payload, retry)
        if self.reader.open.is_set():
            await self.settle()
        return taken


def commands() -> dict[str, Command]:
    """All commands; `ask` repeats its question, as what it makes of one is tested elsewhere."""

    def repeat(desk: Desk, invocation: Invocation) -> Reply:
        return said(f"Asked: {invocation.arguments['question']}")

    found = load_commands()
    return {**found, "ask": replace(found["ask"], run=repeat)}


def a_chat(
    slack: FakeSlack,
    office: Office,
    router: Router,
    mode: str = "socket",
    managers: str = "anyone",
) -> SlackChat:
    """A bot that speaks with our own Slack."""
    return SlackChat(
        router,
        office,
        bot_token=BOT_TOKEN,
        app_token=APP_TOKEN if mode == "socket" else "",
        signing_secret=SECRET,
        port=0,
        api_url=f"{slack.url}/api/",
        managers=managers,
        clock=lambda: NOW,
    )


def an_office(reader: Counting, database: Database) -> Office:
    """An office whose clock stands still."""
    return Office(
        read=reader,
        database=database,
        adapters={},
        now=lambda: datetime.fromtimestamp(NOW, UTC),
    )

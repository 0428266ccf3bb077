"""What tests of Discord share: the bot in a simulated Discord, which judges all that it sends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from typing import Any

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle
from simcord.env import Env
from simcord.results import InteractionResult, ResponseMessage

from bot.adapters.discord.app import DiscordChat
from bot.cooldown import Cooldown
from bot.model import Adapter, Command, Office
from bot.router import Router, load_commands
from tests.bot.adapters.discord.rules import breaches, walk
from tests.bot.adapters.discord.wire import TOKEN, Wire, served

API = "https://discord.com/api/v10"
GATEWAY = "wss://gateway.discord.gg/"


@dataclass(frozen=True, slots=True)
class Sim:
    """The bot in a server with a channel, and somebody who asks there."""

    env: Env
    chat: DiscordChat
    guild: GuildHandle
    channel: ChannelHandle
    alice: MemberActor
    apart: set[int]  # numbers of requests that a test makes by itself, which nobody judges

    @contextmanager
    def arranging(self) -> Iterator[None]:
        """What is sent inside is not the bot's own doing."""
        before = len(self.env.http_requests)
        yield
        self.apart.update(range(before, len(self.env.http_requests)))

    @property
    def mention(self) -> str:
        assert self.env.bot.user is not None
        return self.env.bot.user.mention

    def posted(self) -> list[str]:
        """The words of every message in the channel that everyone sees and the bot wrote."""
        me = self.env.bot.user
        return [
            words(m) for m in self.channel.history() if m.author == me and not m.flags.ephemeral
        ]


def words(message: Any) -> str:
    """The texts of a message, one below the other."""
    return "\n".join(each["content"] for each in parts(message) if each["type"] == 10)


def labels(message: Any) -> list[str]:
    """The labels of a message's buttons."""
    return [each["label"] for each in parts(message) if each["type"] == 2]


def parts(message: Any) -> list[dict[str, Any]]:
    """Every component of a message as Discord keeps it."""
    top = message.components
    if isinstance(message, ResponseMessage):
        return list(walk(top))
    return list(walk([each.to_dict() for each in top]))


def response(result: InteractionResult) -> ResponseMessage:
    """What a command was answered with."""
    assert result.response is not None
    return result.response


def followup(result: InteractionResult) -> ResponseMessage:
    """What a press was answered with: one message."""
    assert len(result.followups) == 1
    return result.followups[0]


Open = Callable[..., Any]


@pytest.fixture
def open_sim(office: Office) -> Open:
    """Opens a simulated Discord with some commands; at its end, all that was sent is judged."""

    @asynccontextmanager
    async def opened(
        commands: Mapping[str, Command] | None = None,
        cooldown: Cooldown | None = None,
        **changes: Any,
    ) -> AsyncIterator[Sim]:
        router = Router(load_commands() if commands is None else commands, cooldown)
        adapters: dict[str, Adapter] = {}
        chat = new_chat(router, replace(office, adapters=adapters, **changes))
        adapters["discord"] = chat
        env = Env(chat.client)
        apart: set[int] = set()
        await env.start()
        try:
            guild = env.create_guild()
            channel = guild.create_text_channel("policy")
            alice = guild.add_member(env.create_user("alice"))
            yield Sim(env, chat, guild, channel, alice, apart)
        finally:
            await chat.stop()
            await env.shutdown()
        env.raise_errors()
        assert faults(env, apart) == []

    return opened


def faults(env: Env, apart: set[int]) -> list[str]:
    """What is wrong with what the bot sent."""
    return [
        f"{r.method} {r.path}: {fault}"
        for number, r in enumerate(env.http_requests)
        if number not in apart
        for fault in breaches(r.method, r.path, r.json)
    ]


def new_chat(router: Router, office: Office) -> DiscordChat:
    return DiscordChat(router, office, token=TOKEN, api_url=API, gateway_url=GATEWAY)


@pytest.fixture
async def sim(open_sim: Open) -> AsyncIterator[Sim]:
    """The bot with all its commands."""
    async with open_sim() as opened:
        yield opened


@pytest.fixture
async def wire(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Wire]:
    """A Discord of ours; the library's own addresses are put back afterwards."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    async with served() as opened:
        yield opened


def chat_on(wire: Wire, office: Office, **changes: Any) -> DiscordChat:
    return DiscordChat(
        Router(changes.pop("commands", load_commands())),
        office,
        token=TOKEN,
        api_url=wire.url,
        gateway_url=wire.gateway,
        **changes,
    )


@asynccontextmanager
async def running(chat: DiscordChat) -> AsyncIterator[None]:
    task = asyncio.create_task(chat.run())
    try:
        yield
    finally:
        await chat.stop()
        await task


def judged(wire: Wire) -> list[str]:
    return [fault for m, path, body in wire.requests for fault in breaches(m, path, body)]

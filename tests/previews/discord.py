"""What people see in Discord: real answers of the bot in a simulated server, shown as a page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from PIL import Image
from simcord.actors import MemberActor
from simcord.builders import GuildHandle
from simcord.env import Env

from bot.adapters.discord.app import DiscordChat
from bot.model import Office
from bot.router import Router, load_commands
from bot.settings import DISCORD_API, DISCORD_GATEWAY
from tests.previews.shoot import Frame, shoot_page

_BESIDE, _ABOVE = 258, 140  # pixels of the page's own controls


@dataclass(frozen=True, slots=True)
class Server:
    """A server with the bot in it, and somebody who asks."""

    env: Env
    guild: GuildHandle
    ann: MemberActor

    async def shoot(self, command: str, options: Mapping[str, str], frame: Frame) -> None:
        """A picture of the answer to a slash command, in a channel of its own."""
        channel = self.guild.create_text_channel(f"ai-policy-{command}")
        await self.ann.slash(channel, command, **options)
        async with self.env.preview(
            channel, viewers=[self.ann], width=frame.width, height=frame.height
        ) as preview:
            await shoot_page(preview.url, frame)
        with Image.open(frame.picture) as whole:
            whole.crop((_BESIDE, _ABOVE, frame.width, frame.height)).save(frame.picture)


@asynccontextmanager
async def a_server(office: Office) -> AsyncIterator[Server]:
    """The bot in a simulated Discord."""
    chat = DiscordChat(
        Router(load_commands()),
        office,
        token="a.b.c",  # noqa: S106 (nobody is asked for it here)
        api_url=DISCORD_API,
        gateway_url=DISCORD_GATEWAY,
    )
    env = Env(chat.client)
    await env.start()
    try:
        guild = env.create_guild()
        yield Server(env, guild, guild.add_member(env.create_user("ann")))
    finally:
        await chat.stop()
        await env.shutdown()

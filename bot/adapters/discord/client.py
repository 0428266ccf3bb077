"""Discord's events, handed to those who deal with them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord

from bot.adapters.discord.answers import Answers
from bot.adapters.discord.deliver import NOBODY
from bot.adapters.discord.guilds import Guilds
from bot.adapters.discord.sync import sync
from bot.adapters.discord.talk import Talk
from bot.model import Office
from bot.router import Router
from bot.turns import Turns

_IN_HAND = 8.0  # seconds for what is in hand when the bot stops; the system gives ten in all


def intents() -> discord.Intents:
    """What the bot is told of: none of it is privileged."""
    wanted = discord.Intents.none()
    wanted.guilds = True  # servers, channels, threads and roles, for what may be posted where
    wanted.guild_messages = True  # with words only where the bot is mentioned
    wanted.dm_messages = True
    return wanted


class Client(discord.Client):
    """The connection to Discord; remembers no messages and no members."""

    def __init__(self, router: Router, office: Office) -> None:
        super().__init__(
            intents=intents(),
            allowed_mentions=NOBODY,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )
        self.stopping = False
        self._router = router
        self._office = office
        self._answers = Answers(router, office)
        self._talking = Turns(1)
        self._guilds = Guilds(self, office)
        self._busy: set[asyncio.Task[object]] = set()

    async def finish(self) -> None:
        """Take no more work, and wait for what is in hand."""
        self.stopping = True
        if self._busy:
            await asyncio.wait(self._busy, timeout=_IN_HAND)

    async def setup_hook(self) -> None:
        """Logged in, not connected yet."""
        commands = self._router.commands.values()
        await sync(self, commands, self._office.database, self._office.now())

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if self.stopping:
            return
        async with self._work():
            await self._answers.take(interaction)

    async def on_message(self, message: discord.Message) -> None:
        if self.user is None or self.stopping:
            return
        talk = Talk(self._router, self._office, self.user.id)
        if talk.concerns(message):
            async with self._work():
                await self._talking.wait()
                await talk.answer(message)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        async with self._work():
            await self._guilds.joined(guild.id)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        async with self._work():
            await self._guilds.joined(guild.id)
            await self._guilds.changed(guild.id)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        async with self._work():
            await self._guilds.left(guild.id)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        async with self._work():
            await self._guilds.deleted(channel.guild.id, channel.id)

    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        async with self._work():
            await self._guilds.deleted(payload.guild_id, payload.thread_id)

    async def on_guild_channel_update(
        self, _before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        await self._changed(after.guild.id)

    async def on_guild_role_update(self, _before: discord.Role, after: discord.Role) -> None:
        await self._changed(after.guild.id)

    async def on_raw_thread_update(self, payload: discord.RawThreadUpdateEvent) -> None:
        await self._changed(payload.guild_id)

    async def on_member_update(self, _before: discord.Member, after: discord.Member) -> None:
        if self.user is not None and after.id == self.user.id:
            await self._changed(after.guild.id)

    async def _changed(self, guild: int) -> None:
        async with self._work():
            await self._guilds.changed(guild)

    @asynccontextmanager
    async def _work(self) -> AsyncIterator[None]:
        """Counts the current task as work in hand."""
        task = asyncio.current_task()
        assert task is not None, "events have a task each"
        self._busy.add(task)
        try:
            yield
        finally:
            self._busy.discard(task)

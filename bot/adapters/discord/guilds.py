"""What happens to servers and channels, as far as alerts depend on it."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from sqlalchemy import select

from bot.adapters.discord.hindrance import GONE, hindrance
from bot.adapters.discord.places import PLATFORM
from bot.alerts.channels import find_tenant, lose_tenant, park, reopen
from bot.alerts.tables import channels
from bot.model import ChannelRef, Office

_UNKNOWN_CHANNEL = "10003"  # Discord's own code, as a refused post would have it


class Guilds:
    """Parks, loses and reopens the channels that alerts go to."""

    def __init__(self, client: discord.Client, office: Office) -> None:
        self._client = client
        self._office = office

    async def joined(self, guild: int) -> None:
        """The bot is in a server; it may have been there before."""
        await find_tenant(self._office.database, PLATFORM, str(guild), self._office.now())

    async def left(self, guild: int) -> None:
        """The bot was removed from a server."""
        now = self._office.now()
        await lose_tenant(self._office.database, PLATFORM, str(guild), "removed", now)

    async def deleted(self, guild: int, channel: int) -> None:
        """A channel or a thread is no more."""
        place = ChannelRef(PLATFORM, str(guild), str(channel))
        await park(self._office.database, place, _UNKNOWN_CHANNEL, GONE, self._office.now())

    async def changed(self, guild: int) -> None:
        """Permissions may have changed: reopen what can be posted to again."""
        for place in await self._parked(guild):
            if await hindrance(self._client, place) is None:
                await reopen(self._office.database, place, self._office.now())

    async def _parked(self, guild: int) -> Sequence[ChannelRef]:
        wanted = select(channels.c.channel).where(
            channels.c.platform == PLATFORM,
            channels.c.tenant == str(guild),
            channels.c.state == "parked",
        )
        async with self._office.database.transaction() as connection:
            found = (await connection.scalars(wanted)).all()
        return [ChannelRef(PLATFORM, str(guild), str(channel)) for channel in found]

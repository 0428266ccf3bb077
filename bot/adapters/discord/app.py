"""The Discord chat: connects, answers, posts, and tells what keeps it from posting."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.adapters.discord.client import Client
from bot.adapters.discord.hindrance import hindrance
from bot.adapters.discord.places import PLATFORM
from bot.adapters.discord.post import Account, Poster
from bot.errors import SetupError
from bot.model import ChannelRef, Delivery, Office, Outcome
from bot.reply import Reply
from bot.router import Router

log = logging.getLogger(__name__)
_UNWELCOME = (
    "Discord refuses the token in DISCORD_TOKEN. Reset it in the developer portal under Bot, and "
    "copy the new one into .env."
)
_TOKEN_REFUSED = 4004  # the gateway's close code
_LONGEST_PAUSE = 300.0  # seconds between tries to reach Discord


class DiscordChat:
    """Discord as a chat that the bot speaks in."""

    platform = PLATFORM

    def __init__(  # noqa: PLR0913 (the settings of a chat, by name)
        self,
        router: Router,
        office: Office,
        *,
        token: str,
        api_url: str,
        gateway_url: str,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self.client = Client(router, office)
        self._token = token
        self._api_url = api_url
        self._gateway_url = gateway_url
        self._sleep = sleep
        account = Account(
            api_url=api_url, token=token, agent=self.client.http.user_agent, known=self._known
        )
        self._poster = Poster(account, office.database, office.now)

    async def run(self) -> None:
        """Connect, and serve until `stop`; raises SetupError where Discord refuses the bot."""
        # The library has no other way to be told, and both are needed: the first is for requests
        # and the second for events.
        Route.BASE = self._api_url.rstrip("/")
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(self._gateway_url)
        try:
            async with self.client:
                await self._log_in()
                if not self.client.stopping:
                    await self.client.connect()
        except discord.LoginFailure:
            raise SetupError(_UNWELCOME) from None
        except discord.ConnectionClosed as closed:
            if closed.code == _TOKEN_REFUSED:
                raise SetupError(_UNWELCOME) from None
            raise SetupError(
                f"Discord closed the connection for good (code {closed.code}: "
                f"{closed.reason or 'no reason given'}). `airules doctor` tells more."
            ) from None
        finally:
            await self._poster.close()

    async def stop(self) -> None:
        """Take no more work, finish what is in flight, disconnect."""
        await self.client.finish()
        await self.client.close()
        await self._poster.close()

    async def post(self, delivery: Delivery) -> Outcome:
        """Try once to make a post; raises nothing."""
        return await self._poster.post(delivery)

    async def tell(self, person: ChannelRef, reply: Reply) -> Outcome:
        """Try once to send somebody a direct message."""
        return await self._poster.tell(person, reply)

    def address(self, channel: ChannelRef) -> str:
        """Where people open a channel."""
        return f"https://discord.com/channels/{channel.tenant}/{channel.channel}"

    async def hindrance(self, channel: ChannelRef) -> str | None:
        """What keeps the bot from posting in a channel, with its remedy; None if nothing does."""
        return await hindrance(self.client, channel)

    def _known(self, tenant: str) -> bool:
        """Whether the bot is in a server; before it is told its servers, it is taken to be."""
        ready = self.client.is_ready() and tenant.isdigit()
        return not ready or self.client.get_guild(int(tenant)) is not None

    async def _log_in(self) -> None:
        """Log in, however long Discord cannot be reached."""
        pause = 1.0
        while not self.client.stopping:
            try:
                await self.client.login(self._token)
            except discord.LoginFailure:
                raise
            except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
                log.warning("Discord cannot be reached, next try in %.0f s: %s", pause, error)
                await self._forget_session()
                await self._sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
            else:
                return

    async def _forget_session(self) -> None:
        """Close what a try to log in has opened: the next one opens it anew."""
        await self.client.http.close()
        self.client.http.connector = discord.utils.MISSING

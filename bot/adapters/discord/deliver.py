"""Sends a reply by whatever way it goes: as it is, or its words alone where Discord refuses it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

import aiohttp
import discord
from discord.ui import LayoutView

from bot.adapters.discord.buttons import Bound, bind
from bot.adapters.discord.layout import layout
from bot.adapters.discord.render import plain_page, render
from bot.database import Database
from bot.model import Invocation
from bot.reply import Reply
from bot.router import broken

log = logging.getLogger(__name__)
NOBODY = discord.AllowedMentions.none()
UNSENT = (discord.DiscordException, aiohttp.ClientError, OSError)
"""What may be raised when something is sent; a timeout is an OSError."""
Send = Callable[[LayoutView], Awaitable[object]]


async def bound_reply(
    database: Database, asked: Invocation, reply: Reply, now: datetime, public: bool
) -> Bound:
    """The first page of a reply with its buttons; one without buttons where they cannot be kept."""
    try:
        return await bind(database, render(reply, public), now)
    except Exception as fault:  # noqa: BLE001 (the log gets it, the person its reference)
        return Bound(render(broken(asked, fault))[0], {})


async def deliver(bound: Bound, reply: Reply, send: Send) -> bool:
    """Whether the reply was sent; nothing is raised, and the log tells why it was not."""
    try:
        await send(layout(bound))
    except discord.HTTPException as error:
        if error.status != 400:
            log.warning("a reply could not be sent: %s", error)
            return False
        log.error("Discord refuses a reply, so its words go alone: %s", error)  # noqa: TRY400
    except UNSENT as error:
        log.warning("a reply could not be sent: %s", error)
        return False
    else:
        return True
    try:
        await send(layout(Bound(plain_page(reply), {})))
    except UNSENT as error:
        log.warning("not even the words of a reply could be sent: %s", error)
        return False
    return True

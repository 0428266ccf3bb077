"""Tells Discord the commands, and only when they changed: it counts how often it is told."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from datetime import datetime

import discord

from bot.adapters.discord.commands import application_commands
from bot.database import Database
from bot.kept import digest, keep, recall
from bot.model import Command

log = logging.getLogger(__name__)


async def sync(
    client: discord.Client, commands: Iterable[Command], database: Database, now: datetime
) -> bool:
    """Whether the commands were sent; those that Discord refuses leave the old ones there."""
    payload = application_commands(commands)
    application = client.application_id
    assert application is not None, "the client has logged in"
    key = f"discord:commands:{application}"
    wanted = digest(json.dumps(payload, sort_keys=True))
    if await recall(database, key) == wanted:
        return False
    try:
        await client.http.bulk_upsert_global_commands(application, payload)
    except discord.HTTPException as error:
        log.error(  # noqa: TRY400 (the words say it all)
            "Discord did not take the commands, so the old ones stay: %s", error
        )
        return False
    await keep(database, key, wanted, now)
    log.info("told Discord %d commands", len(payload))
    return True

"""A sample alert on the very way that alerts go."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import select

from bot.alerts.channels import channel_id
from bot.alerts.ledger import Announcement, announce, owe
from bot.alerts.tables import channels
from bot.database import Database
from bot.model import ChannelRef
from bot.reply import Reply


async def owe_sample(database: Database, channel: ChannelRef, card: Reply, now: datetime) -> int:
    """Owe a channel a sample; returns the running number that it has."""
    async with database.transaction() as connection:
        place = await channel_id(connection, channel)
        key = f"test:{place}:{now.isoformat()}:{secrets.token_hex(4)}"
        made = await announce(connection, Announcement(key, card), now)
        await owe(connection, made, [place], now)
        number = await connection.scalar(select(channels.c.posts).where(channels.c.id == place))
        assert number is not None
        return int(number)

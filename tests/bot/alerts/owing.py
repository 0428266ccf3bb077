"""Made-up channels, announcements and deliveries, and a look at what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, insert, select

from bot.alerts import ledger
from bot.alerts.tables import announcements, channels, deliveries
from bot.database import Database
from bot.model import ChannelRef
from bot.reply import Paragraph, Reply
from bot.written import to_json

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def a_letter(words: str = "Vega 5 may be released.") -> Reply:
    """A post of one paragraph."""
    return Reply(headline=words, blocks=(Paragraph((words,)),))


def places(count: int, platform: str = "discord", tenants: int = 1) -> list[ChannelRef]:
    """So many channels, spread over so many tenants."""
    return [ChannelRef(platform, f"T{n % tenants}", f"C{n}") for n in range(count)]


async def open_channels(database: Database, refs: Sequence[ChannelRef]) -> list[int]:
    """Their rows."""
    async with database.transaction() as connection:
        rows = [{"platform": r.platform, "tenant": r.tenant, "channel": r.channel} for r in refs]
        await connection.execute(insert(channels), rows)
        ids = {
            (row.platform, row.tenant, row.channel): row.id
            for row in await connection.execute(select(channels))
        }
        return [ids[r.platform, r.tenant, r.channel] for r in refs]


async def announce(
    database: Database, to: Sequence[int], key: str = "change:1", now: datetime = NOW
) -> int:
    """Owe one announcement to channels; returns its id."""
    async with database.transaction() as connection:
        told = ledger.Announcement(key, a_letter(), line=a_letter("It changed."))
        made = await ledger.announce(connection, told, now)
        await ledger.owe(connection, made, to, now)
        return made


async def owed_to(database: Database, *refs: ChannelRef, posts: int = 1) -> list[int]:
    """Open these channels, and owe each so many posts; returns the channels' rows."""
    ids = await open_channels(database, refs)
    for n in range(posts):
        await announce(database, ids, f"change:{n}")
    return ids


async def rows(database: Database) -> list[Row[Any]]:
    """All deliveries, in the order in which they were made."""
    async with database.transaction() as connection:
        return list((await connection.execute(select(deliveries).order_by(deliveries.c.id))).all())


async def states(database: Database) -> list[str]:
    """The state of each delivery."""
    return [row.state for row in await rows(database)]


async def change(database: Database, delivery: int, **values: object) -> None:
    """Change a row by hand."""
    async with database.transaction() as connection:
        await connection.execute(
            deliveries.update().where(deliveries.c.id == delivery).values(**values)
        )


async def written(database: Database, words: str) -> int:
    """An announcement whose letter is just these words, be they JSON or not."""
    async with database.transaction() as connection:
        made = await connection.execute(
            insert(announcements).values(key=words[:200], reply=words, at=NOW)
        )
        assert made.inserted_primary_key is not None
        return int(made.inserted_primary_key[0])


def as_letter(words: str) -> str:
    """The JSON of a post."""
    return to_json(a_letter(words))

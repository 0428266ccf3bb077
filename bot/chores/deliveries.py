"""`airules deliveries`: what is owed, sent and given up; what was given up can be owed again."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from bot.database import Database
from bot.settings import Settings

USAGE = "airules deliveries           counts posts; --dead lists those given up; --replay ID|all"


def run(settings: Settings, arguments: Sequence[str]) -> int:
    """Count, list, or owe again; 2 where the words mean none of these."""
    match list(arguments):
        case []:
            work = _count
        case ["--dead"]:
            work = _list
        case ["--replay", "all"]:
            return asyncio.run(_replay(Database(settings.database), None))
        case ["--replay", *ids] if ids and all(one.isascii() and one.isdigit() for one in ids):
            return asyncio.run(_replay(Database(settings.database), [int(one) for one in ids]))
        case _:
            sys.stderr.write(f"airules: I don't know what that means. {USAGE}\n")
            return 2
    return asyncio.run(work(Database(settings.database)))


async def _count(database: Database) -> int:
    from bot.alerts.outbox import depth  # noqa: PLC0415 (SQLAlchemy loads slowly)

    async with database.transaction() as connection:
        counts = await depth(connection)
    await database.close()
    for state, count in sorted(counts.items()):
        sys.stdout.write(f"{state}: {count}\n")
    if not counts:
        sys.stdout.write("No post was ever owed.\n")
    return 0


async def _list(database: Database) -> int:
    from bot.alerts.dead import dead_letters  # noqa: PLC0415 (SQLAlchemy loads slowly)

    found = await dead_letters(database)
    await database.close()
    for one in found:
        where = f"{one.channel.platform} {one.channel.tenant}/{one.channel.channel}"
        sys.stdout.write(
            f"#{one.id} {one.made_at:%Y-%m-%d} {where}: {one.code} after {one.attempts} "
            f"attempts. {one.headline}\n"
        )
    if not found:
        sys.stdout.write("No post was given up.\n")
    return 0


async def _replay(database: Database, which: Collection[int] | None) -> int:
    from bot.alerts.dead import replay  # noqa: PLC0415 (SQLAlchemy loads slowly)

    count = await replay(database, which, datetime.now(UTC))
    await database.close()
    sys.stdout.write(f"{count} post{'s' * (count != 1)} owed again.\n")
    return 0 if count else 1

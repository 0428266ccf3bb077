"""Makes the bot's own tables, and brings those of an earlier version up to this one."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from sqlalchemy import Connection, insert, inspect, select, text, update

from bot.errors import SetupError
from bot.tables import metadata, properties

# The statements that lead from one version of the tables to the next; the first leads from 1 to 2.
# New tables need none. Statements must be such as SQLite and PostgreSQL both understand.
STEPS: tuple[tuple[str, ...], ...] = ()
_TURN = 0x61697275  # of PostgreSQL's advisory locks, the one for making tables


def make_tables(connection: Connection, steps: Sequence[Sequence[str]] = STEPS) -> None:
    """Make what is missing; several processes may ask at once.

    Raises SetupError where a newer version made the tables.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
    there = set(inspect(connection).get_table_names())  # one question, and not one for each table
    missing = [table for table in metadata.sorted_tables if table.name not in there]
    metadata.create_all(connection, missing, checkfirst=False)
    version = len(steps) + 1
    found = connection.scalar(select(properties.c.value).where(properties.c.name == "version"))
    if found is None:
        made = {"version": str(version), "instance": secrets.token_hex(4)}
        rows = [{"name": name, "value": value} for name, value in made.items()]
        connection.execute(insert(properties), rows)
    elif int(found) > version:
        raise SetupError(
            f"The bot's database is of version {found}, and this program knows {version}. "
            "Start the newer program, or restore a backup of the older one."
        )
    elif int(found) < version:
        for statement in (line for step in steps[int(found) - 1 :] for line in step):
            connection.execute(text(statement))
        connection.execute(
            update(properties).where(properties.c.name == "version").values(value=str(version))
        )

"""The bot's own tables that are not about alerts: feedback, and what buttons and threads keep."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table, Text
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy import Dialect

metadata = MetaData()


class Moment(TypeDecorator[datetime]):
    """A point in time, in UTC and with its zone, whichever database keeps it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """In UTC, so that SQLite's texts sort as the moments do."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> datetime | None:
        """SQLite gives it back without its zone, PostgreSQL in the server's."""
        if value is None:
            return None
        moment: datetime = value
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


properties = Table(
    "properties",
    metadata,
    # version (of these tables), instance (parts this database's keys from any other's)
    Column("name", String(40), primary_key=True),
    Column("value", String(200), nullable=False),
)

feedback = Table(
    "feedback",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("command", String(40), nullable=False),
    Column("question", Text, nullable=False),
    Column("remark", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("trace", Text, nullable=False),  # how the question was understood
)

kept = Table(
    "kept",
    metadata,
    Column("key", String(80), primary_key=True),
    Column("value", Text, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)

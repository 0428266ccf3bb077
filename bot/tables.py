"""The bot's own tables that are not about alerts: feedback, and what buttons and threads keep."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table, Text

metadata = MetaData()

feedback = Table(
    "feedback",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),
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
    Column("at", DateTime(timezone=True), nullable=False, index=True),
)

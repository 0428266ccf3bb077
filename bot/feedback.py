"""What people say of answers, kept for the curators, without who said it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot.database import Database
from bot.tables import feedback


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """That an answer was wrong or missing; `trace` tells how its question was understood."""

    command: str
    question: str
    remark: str
    answer: str
    trace: str
    at: datetime
    number: int = 0  # given when it is kept


async def keep_feedback(database: Database, told: Feedback) -> int:
    """Keep it; returns its number."""
    async with database.transaction() as connection:
        done = await connection.execute(
            feedback.insert().values(
                at=told.at,
                command=told.command,
                question=told.question,
                remark=told.remark,
                answer=told.answer,
                trace=told.trace,
            )
        )
        key = done.inserted_primary_key
        assert key is not None
        return int(key[0])


async def all_feedback(database: Database) -> list[Feedback]:
    """All that was kept, newest first."""
    async with database.transaction() as connection:
        rows = await connection.execute(select(feedback).order_by(feedback.c.id.desc()))
        return [
            Feedback(
                number=row.id,
                at=row.at,
                command=row.command,
                question=row.question,
                remark=row.remark,
                answer=row.answer,
                trace=row.trace,
            )
            for row in rows
        ]

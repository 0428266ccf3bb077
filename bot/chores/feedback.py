"""`airules feedback`: lists what people said of answers, newest first, for the curators."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

from bot.database import Database
from bot.feedback import Feedback, all_feedback
from bot.settings import Settings

USAGE = "airules feedback             lists what people said of answers, for the curators"


def run(settings: Settings, arguments: Sequence[str]) -> int:
    """Print all feedback; with `--trace` also how each question was understood."""
    told = asyncio.run(_all(Database(settings.database)))
    for one in told:
        sys.stdout.write(_as_text(one, traced="--trace" in arguments))
    if not told:
        sys.stdout.write("Nobody has said anything of an answer yet.\n")
    return 0


async def _all(database: Database) -> list[Feedback]:
    try:
        return await all_feedback(database)
    finally:
        await database.close()


def _as_text(one: Feedback, traced: bool) -> str:
    lines = [f"#{one.number} {one.at:%Y-%m-%d %H:%M} {one.command}: {one.question}"]
    if one.remark:
        lines.append(f"   remark: {one.remark}")
    if one.answer:
        lines.append(f"   answer: {one.answer.partition(chr(10))[0]}")
    if traced:
        lines += [f"   {line}" for line in one.trace.splitlines()]
    return "\n".join(lines) + "\n"

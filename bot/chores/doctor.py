"""`airules doctor`: looks at tokens, chats, store and versions; green, or what to do."""

from __future__ import annotations

import asyncio
import importlib.metadata
import platform
import sqlite3
import sys
from collections.abc import Iterator, Sequence

from bot.errors import SetupError
from bot.model import Finding
from bot.opening import open_desk
from bot.settings import Settings

USAGE = "airules doctor               looks at tokens, chats, store and versions"
_LIBRARIES = ("discord.py", "slack-bolt", "sqlite-utils", "sqlalchemy", "aiohttp")


def run(settings: Settings, arguments: Sequence[str]) -> int:  # noqa: ARG001 (as all chores)
    """Print one line a finding; returns 1 where something has to be done."""
    findings = asyncio.run(examine(settings))
    for finding in findings:
        mark = "ok  " if finding.fine else "TODO"
        remedy = f" {finding.remedy}" if finding.remedy else ""
        words = finding.words[:1].upper() + finding.words[1:]
        sys.stdout.write(f"{mark}  {words}.{remedy}\n")
    return 0 if all(finding.fine for finding in findings) else 1


async def examine(settings: Settings) -> list[Finding]:
    """All that is found: versions, the knowledge, the bot's own database, and the chats."""
    here = [*_versions(), *_store(settings)]
    return [*here, *await _state(settings), *await _chats(settings)]


def _versions() -> Iterator[Finding]:
    found = ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    yield Finding(True, f"Python {platform.python_version()}, {found}")
    fixed = sqlite3.sqlite_version_info >= (3, 51, 3)
    note = "" if fixed else " (one writing process only: sqlite.org/wal.html#walresetbug)"
    yield Finding(True, f"SQLite {sqlite3.sqlite_version}{note}")


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "(not installed)"


def _store(settings: Settings) -> Iterator[Finding]:
    try:
        desk = open_desk(settings)
    except SetupError as error:
        yield Finding(False, str(error).rstrip("."))
        return
    count = len(desk.store.ids())
    changes = desk.store.changes()
    newest = f", the newest change on {changes[-1].at:%d %B %Y}" if changes else ""
    upto = f"; checked up to {desk.checked_to:%d %B %Y}" if desk.checked_to else ""
    yield Finding(count > 0, f"{settings.store}: {count} entries{newest}{upto}")
    from knowledge.questions.vectors.encoder import available  # noqa: PLC0415 (it imports numpy)

    yield (
        Finding(True, "The word vectors are there")
        if available()
        else Finding(
            False,
            "The word vectors are missing: questions are understood less well",
            "Run: pip install wordllama",
        )
    )
    desk.store.close()


async def _state(settings: Settings) -> list[Finding]:
    """The bot's own database: can it be written to, and does anything wait?"""
    from bot.alerts.outbox import depth  # noqa: PLC0415 (SQLAlchemy loads slowly)
    from bot.database import Database  # noqa: PLC0415

    database = Database(settings.database)
    try:
        async with database.transaction() as connection:
            waiting = await depth(connection)
    except Exception as fault:  # noqa: BLE001 (whatever hinders it is what is asked for)
        kind = type(fault).__name__
        return [
            Finding(
                False,
                f"The bot's own database cannot be used ({kind})",
                "Check DATABASE_URL and AIRULES_DATA in .env.",
            )
        ]
    finally:
        await database.close()
    told = ", ".join(f"{count} {state}" for state, count in sorted(waiting.items())) or "none yet"
    dead = waiting.get("dead", 0)
    remedy = "See them with: airules deliveries --dead" if dead else ""
    return [Finding(not dead, f"The bot's own database is there; posts: {told}", remedy)]


async def _chats(settings: Settings) -> list[Finding]:
    findings: list[Finding] = []
    if settings.discord_token is not None:
        from bot.adapters.discord.check import examine as discord  # noqa: PLC0415 (if it is used)

        token = settings.discord_token.reveal()
        findings += await discord(token, settings.discord_api_url)
    if settings.slack_bot_token is not None:
        from bot.adapters.slack.check import examine as slack  # noqa: PLC0415

        app = settings.slack_app_token.reveal() if settings.slack_app_token else ""
        findings += await slack(settings.slack_bot_token.reveal(), app, settings.slack_api_url)
        if not (settings.slack_app_token or settings.slack_signing_secret):
            findings.append(
                Finding(
                    False,
                    "Slack's bot token stands alone",
                    "Set SLACK_APP_TOKEN or SLACK_SIGNING_SECRET in .env.",
                )
            )
    if not findings:
        findings.append(Finding(True, "No chat token is set: the bot opens in the terminal"))
    return findings

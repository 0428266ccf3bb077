"""How alerts, digests, reminders and what the commands tell of them read, as plain text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.database import Database
from bot.plain import plain_text
from bot.reply import Reply
from tests.bot.alerts.living import LETTER, SB990, VEGA, World
from tests.bot.test_golden import GOLDEN, compare

BEFORE = "Vega 5.1 has been generally available again since 14 September 2026."
AFTER = "Vega 5.1 has been withheld again since 1 November 2026."
STATUS = (
    f'text = "{BEFORE}"\nvalue = "generally-available"',
    f'text = "{AFTER}"\nvalue = "withheld"',
)
ALERTS = {"alert-new", "alert-changed", "alert-line", "alert-withdrawn", "reminder", "roll-up"}
COMMANDS = {"test", "subscribe", "preview", "list", "status", "why", "help"}
NAMES = ALERTS | COMMANDS


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """How it reads is the same on both databases."""
    opened = Database(f"sqlite+aiosqlite:///{tmp_path / 'state.db'}")
    yield opened
    await opened.close()


def reads(name: str, reply: Reply) -> None:
    """Compare a reply, its buttons and what all are told with its golden file."""
    parts = [plain_text(reply)]
    if reply.actions:
        parts.append(" ".join(f"[{choice.label}]" for choice in reply.actions))
    if reply.notice is not None:
        buttons = " ".join(f"[{choice.label}]" for choice in reply.notice.actions)
        parts.append(f"to all: {plain_text(reply.notice)} {buttons}")
    assert name in NAMES
    compare("alerts", name, "\n\n".join(parts) + "\n")


async def test_how_alerts_read(world: World) -> None:
    await world.asks("everything")
    world.add("port")
    await world.step(hours=1)
    [card] = await world.cards()
    reads("alert-new", card)
    world.edit(VEGA, *STATUS)
    await world.step(hours=1)
    reads("alert-changed", (await world.cards())[-1])
    await world.deliver()
    world.edit(VEGA, "350,000 tokens", "360,000 tokens")
    await world.step(hours=1)
    reads("alert-line", (await world.cards())[-1])
    world.remove("directives/us-port.toml")
    await world.deliver()
    await world.step(hours=1)
    reads("alert-withdrawn", (await world.cards())[0])


async def test_how_a_reminder_reads(world: World) -> None:
    await world.asks("directive:us-ca-sb990")
    world.now = datetime(2026, 12, 25, 12, tzinfo=UTC)
    await world.step()
    [card] = await world.cards()
    reads("reminder", card)


async def test_how_a_digest_and_a_roll_up_read(world: World) -> None:
    await world.asks("everything", digest="daily@09:00")
    for name in ("port", "rail"):
        world.add(name)
    world.edit(VEGA, *STATUS)
    world.edit(SB990, "up to $500,000", "up to $600,000")
    await world.step(hours=1)
    await world.step(days=1)
    [card] = await world.cards()
    reads("roll-up", card)


async def test_how_commands_read(world: World) -> None:
    reads("preview", await world.says("subscribe", filter='jurisdiction:us model:"vega 5.1"'))
    given = {"digest": "weekly@fri@17:30", "zone": "Europe/Berlin", "confirmed": "yes"}
    await world.says("subscribe", options=given, filter="topic:export-control")
    reads("subscribe", await world.says("subscribe", filter="everything", confirmed="yes"))
    await world.step()
    await world.says("pause", which="1", options={"for": "7d"})
    await world.says("mute", entry="heron 2")
    reads("list", await world.says("list"))
    world.edit(VEGA, *STATUS)
    world.edit(LETTER, "gave a leak of Vega 5.1", "gave two leaks of Vega 5.1")
    await world.step(hours=1)
    await world.deliver()
    reads("status", await world.says("status"))
    reads("why", await world.says("why", entry="vega 5.1"))
    await world.says("test")
    reads("test", (await world.cards())[-1])
    reads("help", await world.says("help", command="subscribe"))


def test_every_golden_file_has_its_reply() -> None:
    assert {file.stem for file in (GOLDEN / "alerts").glob("*.txt")} == NAMES

"""Small texts outlive a restart, for a while."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.database import Database
from bot.kept import KEPT_FOR, digest, keep, recall
from tests.bot.conftest import NOW


async def test_a_value_is_there_after_a_restart(tmp_path: Path) -> None:
    before, again = (Database(f"sqlite+aiosqlite:///{tmp_path / 'state.db'}") for _ in range(2))
    await keep(before, "key", "välue", NOW)
    await before.close()
    assert await recall(again, "key") == "välue"
    await again.close()


async def test_a_value_is_replaced(database: Database) -> None:
    await keep(database, "key", "one", NOW)
    await keep(database, "key", "two", NOW)
    assert await recall(database, "key") == "two"
    assert await recall(database, "other") is None


async def test_old_values_are_let_go(database: Database) -> None:
    await keep(database, "old", "one", NOW)
    await keep(database, "new", "two", NOW + KEPT_FOR + timedelta(seconds=1))
    assert await recall(database, "old") is None
    assert await recall(database, "new") == "two"


def test_a_digest_is_the_same_for_the_same_text_only() -> None:
    assert digest("a") == digest("a") != digest("b")
    assert len(digest("\ud800")) == 20

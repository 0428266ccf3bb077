"""`airules deliveries` and `airules backup`, on alerts that the terminal subscribed to."""

from __future__ import annotations

import asyncio
import sqlite3
import tarfile
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.alerts.tables import deliveries
from bot.database import Database
from tests.bot.chores.conftest import Place


def give_up(place: Place) -> None:
    """What the courier does with a post that no try could make."""

    async def give() -> None:
        database = Database(f"sqlite+aiosqlite:///{place.data / 'state.db'}")
        async with database.transaction() as connection:
            await connection.execute(update(deliveries).values(state="dead", code="too_long"))
        await database.close()

    asyncio.run(give())


def test_nothing_was_ever_owed(place: Place) -> None:
    assert place.airules("deliveries") == (0, "No post was ever owed.\n")
    assert place.airules("deliveries", "--dead") == (0, "No post was given up.\n")
    assert place.airules("deliveries", "--replay", "all") == (1, "0 posts owed again.\n")


def test_a_test_alert_is_counted(place: Place) -> None:
    status, text = place.airules("test")
    assert status == 0
    assert "Alert 1 in this channel" in text
    assert place.airules("deliveries") == (0, "sent: 1\n")


def test_what_was_given_up_is_listed_and_owed_again(place: Place) -> None:
    place.airules("test")
    give_up(place)
    status, text = place.airules("deliveries", "--dead")
    assert status == 0
    assert text.startswith("#1 ")
    assert "console console/terminal: too_long" in text
    assert place.airules("deliveries", "--replay", "1") == (0, "1 post owed again.\n")
    assert place.airules("deliveries") == (0, "owed: 1\n")


@pytest.mark.parametrize("words", [["--dread"], ["--replay"], ["--replay", "x"], ["1"]])
def test_words_that_mean_nothing_are_refused(place: Place, words: list[str]) -> None:
    status, text = place.airules("deliveries", *words)
    assert status == 2
    assert "--replay ID|all" in text


def test_a_backup_holds_what_the_bot_keeps(place: Place, tmp_path: Path) -> None:
    place.airules("test")
    target = tmp_path / "copy.tar"
    status, text = place.airules("backup", str(target))
    assert status == 0
    assert text.startswith(f"{target}: ")
    with tarfile.open(target) as packed:
        packed.extractall(tmp_path / "restored", filter="data")
    with sqlite3.connect(tmp_path / "restored" / "state.db") as state:
        assert state.execute("select state from deliveries").fetchall() == [("sent",)]
    state.close()
    assert (tmp_path / "restored" / "knowledge.db").stat().st_size > 10_000


def test_a_backup_needs_a_file_and_something_to_back_up(place: Place, tmp_path: Path) -> None:
    assert place.airules("backup")[0] == 2
    status, text = place.airules("backup", str(tmp_path / "copy.tar"))
    assert status == 78
    assert "There is no" in text

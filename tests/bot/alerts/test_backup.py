"""A backup of the running bot, and what it restores."""

from __future__ import annotations

import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from bot.alerts.backup import back_up
from bot.database import Database
from bot.errors import SetupError
from tests.bot.alerts.owing import announce, owed_to, places, states


@pytest.fixture
async def data(tmp_path: Path) -> Path:
    """A folder with the knowledge of the bot, one table of it."""
    folder = tmp_path / "data"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "knowledge.db")) as connection:
        connection.executescript("create table entries (id); insert into entries values ('vega-5')")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def address(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / 'state.db'}"


async def test_a_backup_made_in_the_middle_of_writing_restores(data: Path, tmp_path: Path) -> None:
    database, target = Database(address(data)), tmp_path / "backup.tar"
    try:
        ids = await owed_to(database, *places(3))
        async with database.transaction():  # somebody is writing
            size = back_up(database.url, data / "knowledge.db", target)
        await announce(database, ids, "change:later")
    finally:
        await database.close()
    assert target.stat().st_size == size
    assert names(tmp_path) == ["backup.tar", "data"]

    restored = tmp_path / "restored"
    with tarfile.open(target) as tar:
        tar.extractall(restored, filter="data")
    with closing(sqlite3.connect(restored / "knowledge.db")) as connection:
        assert connection.execute("select id from entries").fetchall() == [("vega-5",)]
    again = Database(address(restored))
    try:
        assert await states(again) == ["owed"] * 3
        await announce(again, ids, "change:after")
        assert await states(again) == ["owed"] * 6
    finally:
        await again.close()


async def test_a_backup_takes_the_place_of_an_older_one(data: Path, tmp_path: Path) -> None:
    database, target = Database(address(data)), tmp_path / "backup.tar"
    target.write_text("older")
    try:
        await owed_to(database, *places(1))
        back_up(database.url, data / "no-knowledge.db", target)
    finally:
        await database.close()
    with tarfile.open(target) as tar:
        assert tar.getnames() == ["state.db"]


async def test_a_damaged_database_is_not_backed_up(data: Path, tmp_path: Path) -> None:
    target = tmp_path / "backup.tar"
    target.write_text("older")
    (data / "state.db").write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
    with pytest.raises(SetupError, match="The backup was not made"):
        back_up(address(data), data / "knowledge.db", target)
    assert target.read_text() == "older"
    assert names(tmp_path) == ["backup.tar", "data"]


def test_where_there_is_nothing_it_says_what_to_check(data: Path, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="Check AIRULES_DATA"):
        back_up(address(data), data / "knowledge.db", tmp_path / "backup.tar")


def test_postgresql_has_its_own_way_which_is_told_without_the_password(tmp_path: Path) -> None:
    url = "postgresql+psycopg://bot:geheim@db/airules"
    with pytest.raises(SetupError, match="pg_dump") as told:
        back_up(url, tmp_path / "knowledge.db", tmp_path / "backup.tar")
    assert "geheim" not in str(told.value)


def test_nothing_is_written_where_it_cannot_be(data: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(data / "state.db")) as connection:
        connection.execute("create table t (at)")
    with pytest.raises(SetupError, match="The backup was not made"):
        back_up(address(data), data / "knowledge.db", tmp_path / "no-such-folder" / "backup.tar")

"""The tables themselves: made once whoever asks, brought up to date, the same on both databases."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import inspect, select, text

from bot.database import Database, add_if_new
from bot.errors import SetupError
from bot.tables import kept, metadata, properties
from bot.versions import make_tables
from tests.bot.alerts.owing import NOW, open_channels, places

STEPS = (
    ("create table later_one (id integer)",),
    (
        "alter table later_one add column word varchar(9) default 'new'",
        "insert into later_one values (1, 'x')",
    ),
)


async def value(database: Database, name: str) -> str:
    async with database.transaction() as connection:
        found = await connection.scalar(select(properties.c.value).where(properties.c.name == name))
        return str(found)


async def upgraded(database: Database, steps: tuple[tuple[str, ...], ...]) -> None:
    async with database.transaction() as connection:
        await connection.run_sync(lambda plain: make_tables(plain, steps))


async def test_several_that_start_at_once_make_the_tables_once(database: Database) -> None:
    async with database.transaction() as connection:
        await connection.run_sync(metadata.drop_all)
    others = [Database(database.url) for _ in range(4)]
    await database.close()
    try:
        await asyncio.gather(*(other.engine() for other in others))
        told = {await value(other, "instance") for other in others}
    finally:
        await asyncio.gather(*(other.close() for other in others))
    assert len(told) == 1
    assert await value(database, "version") == "1"


async def test_older_tables_are_brought_up_to_date_step_by_step(database: Database) -> None:
    before = await value(database, "instance")
    try:
        await upgraded(database, STEPS[:1])
        assert await value(database, "version") == "2"
        await upgraded(database, STEPS)
        await upgraded(database, STEPS)
        assert (await value(database, "version"), await value(database, "instance")) == (
            "3",
            before,
        )
        async with database.transaction() as connection:
            found = await connection.execute(text("select id, word from later_one"))
            assert [tuple(row) for row in found] == [(1, "x")]
        with pytest.raises(SetupError, match="of version 3, and this program knows 2"):
            await upgraded(database, STEPS[:1])
    finally:
        async with database.transaction() as connection:
            await connection.execute(text("drop table if exists later_one"))
            one = properties.update().where(properties.c.name == "version").values(value="1")
            await connection.execute(one)


async def test_a_step_that_fails_leaves_all_as_it_was(database: Database) -> None:
    with pytest.raises(Exception, match="no_such"):
        await upgraded(database, (("create table later_one (id integer)", "drop table no_such"),))
    assert await value(database, "version") == "1"
    async with database.transaction() as connection:
        names = await connection.run_sync(lambda plain: inspect(plain).get_table_names())
    assert "later_one" not in names


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=-5))])
async def test_a_moment_comes_back_in_utc(database: Database, zone: timezone) -> None:
    at = NOW.astimezone(zone).replace(microsecond=123_456)
    async with database.transaction() as connection:
        await add_if_new(connection, kept, {"key": "k", "value": "v", "at": at})
        back = await connection.scalar(select(kept.c.at))
    assert isinstance(back, datetime)
    assert (back, back.tzinfo) == (at, UTC)


async def test_moments_compare_as_moments_whatever_their_zone(database: Database) -> None:
    early = NOW.astimezone(timezone(timedelta(hours=9)))
    async with database.transaction() as connection:
        for n, at in enumerate((early, NOW + timedelta(seconds=1))):
            await add_if_new(connection, kept, {"key": str(n), "value": "", "at": at})
        found = await connection.scalars(select(kept.c.key).where(kept.c.at <= NOW))
        assert list(found) == ["0"]


async def test_a_row_is_added_once(database: Database) -> None:
    row = {"key": "k", "value": "first", "at": NOW}
    async with database.transaction() as connection:
        assert await add_if_new(connection, kept, row)
        assert not await add_if_new(connection, kept, row | {"value": "second"})
        assert await connection.scalar(select(kept.c.value)) == "first"


async def test_all_in_a_transaction_or_nothing(database: Database) -> None:
    async def half() -> None:
        async with database.transaction() as connection:
            await add_if_new(connection, kept, {"key": "k", "value": "v", "at": NOW})
            raise KeyError

    with pytest.raises(KeyError):
        await half()
    async with database.transaction() as connection:
        assert await connection.scalar(select(kept.c.key)) is None


async def test_a_channel_starts_open_and_untold(database: Database) -> None:
    await open_channels(database, places(1))
    async with database.transaction() as connection:
        row = (await connection.execute(text("select state, told, posts from channels"))).one()
    assert (row.state, bool(row.told), row.posts) == ("open", False, 0)


async def test_sqlite_keeps_what_was_written_through_a_power_cut(database: Database) -> None:
    if not database.one_writer:
        pytest.skip("PostgreSQL's own affair")
    async with database.transaction() as connection:
        told = [
            await connection.scalar(text(f"pragma {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert told == ["wal", 2, 1]  # 2 is FULL

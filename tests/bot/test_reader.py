"""Looking up happens in one thread of its own, on the day that it is."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from bot.reader import Reader
from knowledge.desk import Desk
from knowledge.ingest import ingest_folder
from knowledge.names import Names
from knowledge.store import Store
from tests.conftest import BUILT, TODAY


class Opening:
    """Opens a desk on the made-up base, and counts how often."""

    def __init__(self, path: Path, entries: Path) -> None:
        self.path = path
        self.entries = entries
        self.count = 0

    def __call__(self) -> Desk:
        self.count += 1
        store = Store.open(self.path)
        ingest_folder(store, self.entries, BUILT)
        return Desk(store, Names(store), TODAY)


@pytest.fixture
def opening(tmp_path: Path, sample_entries: Path) -> Opening:
    return Opening(tmp_path / "knowledge.db", sample_entries)


@pytest.fixture
async def reader(opening: Opening) -> AsyncIterator[Reader]:
    made = Reader(opening, lambda: date(2027, 1, 2))
    yield made
    made.close()


async def test_the_desk_is_opened_once_and_speaks_for_the_day_that_it_is(
    reader: Reader, opening: Opening
) -> None:
    assert await reader(lambda desk: desk.today) == date(2027, 1, 2)
    assert await reader(lambda desk: len(desk.store.ids())) > 10
    assert opening.count == 1


async def test_it_runs_in_another_thread_and_always_the_same(reader: Reader) -> None:
    first = await reader(lambda desk: threading.get_ident())
    assert first == await reader(lambda desk: threading.get_ident()) != threading.get_ident()


async def test_what_is_raised_reaches_who_asked(reader: Reader) -> None:
    def fail(desk: Desk) -> None:
        raise KeyError("no such thing")

    with pytest.raises(KeyError, match="no such thing"):
        await reader(fail)


async def test_a_renewed_reader_has_a_desk_of_its_own(reader: Reader, opening: Opening) -> None:
    before = await reader(lambda desk: id(desk.names))
    await reader.renew()
    assert opening.count == 2
    assert await reader(lambda desk: id(desk.names)) != before

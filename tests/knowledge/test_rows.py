"""From nouns to rows and back: nothing is lost between the files and the store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge.ingest import ingest
from knowledge.model import Absent, Access, Entry, Known, Source, Statement, Unknown
from knowledge.rows import (
    concern_rows,
    entry_of,
    entry_row,
    source_of,
    source_row,
    statement_of,
    statement_row,
)
from knowledge.sources.files import Reading, read_folder
from knowledge.store import Store
from knowledge.vocabulary import AccessState, Audience, Jurisdiction, Modality, Property, Rank
from tests.conftest import SAMPLE
from tests.knowledge.making import base, day, quote, source, statement


@pytest.fixture
def empty() -> Iterator[Store]:
    opened = Store.open(None)
    yield opened
    opened.close()


def test_entries_and_sources_read_from_the_store_equal_those_of_the_files(empty: Store) -> None:
    reading = read_folder(SAMPLE)
    assert ingest(empty, reading).problems == ()
    _assert_same(empty, reading)


def test_the_real_ones_read_from_the_store_equal_those_of_the_files(
    real_store: Store, real_reading: Reading
) -> None:
    _assert_same(real_store, real_reading)


def _assert_same(store: Store, reading: Reading) -> None:
    for entry, stored in zip(
        reading.entries, store.entries([entry.id for entry in reading.entries]), strict=True
    ):
        assert stored == entry
    assert store.sources() == {one.id: _without_passages(one) for one in reading.sources}
    assert store.checked_to() == reading.checked_to


def _without_passages(one: Source) -> Source:
    return source_of(source_row(one))


FULL = statement(
    Property.ACCESS,
    "It is “barred” for now.",
    value=Known("barred"),
    topic="reach",
    on="2026-05~",
    valid_from="2026",
    valid_to="2026-07-01",
    known_from="2026-06",
    computed_from="60 days after 2026-05-02",
    jurisdiction=Jurisdiction.US_CA,
    modality=Modality.ORDERED,
    rank=Rank.DEPRECATED,
    reason="Misread.",
    doubt="One page only.",
    about=("lamp-2", "lamp-1", "lamp-2"),
    access=Access(
        audience=Audience.US_PERSONS, state=AccessState.BARRED, under=("lamp-order", "old-order")
    ),
)


@pytest.mark.parametrize(
    "original",
    [
        FULL,
        statement(),
        statement(value=Known("")),
        statement(value=Unknown()),
        statement(value=Absent()),
        statement(cites=()),
    ],
)
def test_a_statement_is_the_same_after_a_journey_through_its_rows(original: Statement) -> None:
    row = statement_row(original, 3)
    cited = [{"source": c.source, "quote": c.quote} for c in original.citations]
    assert statement_of(row, concern_rows(original, 7), cited) == original


def test_a_statement_concerns_its_subject_first_then_others_in_their_order() -> None:
    found = [(row["entry"], row["relation"]) for row in concern_rows(FULL, 7)]
    assert found == [
        ("lamp-order", "subject"),
        ("lamp-2", "about"),
        ("lamp-1", "about"),
        ("lamp-2", "about"),
        ("lamp-order", "under"),
        ("old-order", "under"),
    ]


def test_a_row_keeps_the_first_and_the_last_day_that_a_date_may_mean() -> None:
    row, none = statement_row(FULL, 0), statement_row(statement(), 0)
    assert (row["on_day"], row["on_last"]) == ("2026-05-01", "2026-05-31")
    assert (none["on_day"], none["on_last"]) == (None, None)


@pytest.mark.parametrize(
    "original",
    [*base(), quote(said_on=day("2026-05~"), about=("lamp-order",), aliases=("lamps", "light"))],
    ids=lambda entry: str(entry.kind),
)
def test_each_kind_of_entry_is_the_same_after_a_journey_through_its_row(original: Entry) -> None:
    topics = [str(topic) for topic in original.topics]
    row = entry_row(original, "digest")
    assert entry_of(row, original.names, topics, original.statements) == original


def test_a_source_is_the_same_after_a_journey_through_its_row() -> None:
    whole = source(
        url="https://lamp.example",
        author="A. W.",
        published=day("2026-05~"),
        copy_at="Web Keep",
        via="Night Wire",
        note="Scanned",
    )
    assert source_of(source_row(whole), whole.passages) == whole
    assert source_of(source_row(source(passages=()))) == source(passages=())

"""The index beside the store: read where it fits the base, laid out anew where it does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from knowledge.answers import Answered
from knowledge.desk import Desk
from knowledge.ingest import ingest_folder
from knowledge.names import Names
from knowledge.questions.base import kept_index
from knowledge.questions.base.index import Index
from knowledge.questions.base.kept_index import file_of, index_of
from knowledge.questions.base.layout import lay_out
from knowledge.questions.vectors.encoder import Encoder
from knowledge.questions.vectors.postings import Arrays
from knowledge.store import Store
from tests.conftest import BUILT, SAMPLE, TODAY

ASKED = ("who may use vega 5?", "what is the penalty under california sb 990?", "vega 7?", "?")


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Store]:
    """A store in a file, with the made-up base."""
    opened = Store.open(tmp_path / "knowledge.db")
    try:
        ingest_folder(opened, SAMPLE, BUILT)
        yield opened
    finally:
        opened.close()


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[Store]:
    """The stores that were laid out, one line a time."""
    stores: list[Store] = []

    def noted(store: Store, names: Names, encoder: Encoder | None) -> Arrays:
        stores.append(store)
        return lay_out(store, names, encoder)

    monkeypatch.setattr(kept_index, "lay_out", noted)
    return stores


def opened(store: Store, encoder: Encoder | None) -> Index:
    return index_of(store, Names(store), encoder)


def test_a_base_is_laid_out_once_for_many_starts(
    on_disk: Store, encoder: Encoder, laid_out: list[Store]
) -> None:
    first, second = opened(on_disk, encoder), opened(on_disk, encoder)
    assert len(laid_out) == 1
    assert list(first.statements) == list(second.statements)
    assert first.rarity == second.rarity
    assert first.lexicon.vocabulary == second.lexicon.vocabulary
    assert np.array_equal(first.texts.lengths, second.texts.lengths)
    assert first.vectors is not None
    assert second.vectors is not None
    assert np.array_equal(first.vectors, second.vectors)


def test_what_was_kept_answers_as_what_was_laid_out(on_disk: Store, sample: Desk) -> None:
    for _ in range(2):  # laid out, then read
        desk = Desk(on_disk, Names(on_disk), TODAY)
        for typed in ASKED:
            answer, trace = desk.questions.explain(desk, typed)
            other, same = sample.questions.explain(sample, typed)
            assert answer == other
            assert trace.certainty == same.certainty
    assert isinstance(desk.questions.ask(desk, ASKED[0]), Answered)


def test_a_base_in_memory_keeps_none(store: Store, encoder: Encoder) -> None:
    assert file_of(store) is None
    assert len(opened(store, encoder).statements) == len(store.statement_ids())


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: b"PK\x03\x04 and nothing more",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[: len(whole) // 2] + b"\0" * 64 + whole[len(whole) // 2 + 64 :],
        lambda whole: b"\x93NUMPY\x01\x00" + b"v" * 500,
    ],
    ids=["empty", "a beginning", "half", "a hole", "another form"],
)
def test_a_damaged_file_is_made_anew(
    on_disk: Store, encoder: Encoder, laid_out: list[Store], damage: object
) -> None:
    assert callable(damage)
    sound = opened(on_disk, encoder)
    path = file_of(on_disk)
    assert path is not None
    path.write_bytes(damage(path.read_bytes()))
    again = opened(on_disk, encoder)
    assert list(again.statements) == list(sound.statements)
    opened(on_disk, encoder)
    assert len(laid_out) == 2


def test_a_file_that_lacks_a_part_is_made_anew(
    on_disk: Store, encoder: Encoder, laid_out: list[Store]
) -> None:
    opened(on_disk, encoder)
    path = file_of(on_disk)
    assert path is not None
    with np.load(path) as file:
        parts = {name: file[name] for name in file.files if name != "columns.label"}
    np.savez(path, allow_pickle=False, **parts)
    opened(on_disk, encoder)
    assert len(laid_out) == 2


def test_another_base_or_encoder_is_laid_out_anew(
    on_disk: Store, encoder: Encoder, laid_out: list[Store]
) -> None:
    full = opened(on_disk, encoder)
    assert opened(on_disk, None).vectors is None
    assert len(laid_out) == 2
    on_disk.connection.execute("update entries set digest = 'another' where id = 'vega-5'")
    assert len(opened(on_disk, None).statements) == len(full.statements)
    assert len(laid_out) == 3


def test_changed_code_lays_out_anew(
    on_disk: Store, encoder: Encoder, laid_out: list[Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(on_disk, encoder)
    monkeypatch.setattr(kept_index, "_code", lambda: iter([b"another"]))
    opened(on_disk, encoder)
    assert len(laid_out) == 2


def test_where_it_cannot_be_kept_it_still_answers(
    on_disk: Store, encoder: Encoder, caplog: pytest.LogCaptureFixture
) -> None:
    path = file_of(on_disk)
    assert path is not None
    path.mkdir()  # no file can take the place of a folder
    (path / "occupied").touch()
    assert len(opened(on_disk, encoder).statements) > 0
    assert "each start lays it out" in caplog.text
    assert [other for other in path.parent.iterdir() if other.suffix == ".part"] == []

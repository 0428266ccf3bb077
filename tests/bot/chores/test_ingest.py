"""`airules ingest` tells what changed, and changes nothing the second time."""

from __future__ import annotations

from tests.bot.chores.conftest import Place
from tests.knowledge.editing import ORDER, take_out


def test_entries_are_brought_in_once(new_place: Place) -> None:
    assert new_place.airules("ingest")[1].endswith("15 entries changed.\n")
    assert new_place.airules("ingest") == (0, "0 entries changed.\n")


def test_a_folder_may_be_named(new_place: Place) -> None:
    status, text = new_place.airules("ingest", str(new_place.entries))
    assert status == 0
    assert "added: Vega 5.1\n" in text
    assert text.endswith("15 entries changed.\n")


def test_an_entry_with_a_fault_is_told_with_its_fix(new_place: Place) -> None:
    model = new_place.entries / "models" / "vega-5.1.toml"
    model.write_text(model.read_text() + "\nfoo = 1\n")
    status, text = new_place.airules("ingest")
    assert status == 1
    assert model.name in text


def test_a_folder_that_is_not_there_is_told(new_place: Place) -> None:
    status, text = new_place.airules("ingest", "nowhere")
    assert status == 1
    assert text.startswith("airules: there is no folder nowhere.")


def test_a_statement_that_went_is_named(new_place: Place) -> None:
    assert new_place.airules("ingest")[0] == 0
    take_out(new_place.entries / ORDER, "asked = ")
    status, text = new_place.airules("ingest")
    assert status == 0
    assert text.splitlines() == [
        "amended: Executive Order 15001",
        "  withdrawn: Executive Order 15001 was signed on 2 September 2026.",
        "1 entries changed.",
    ]

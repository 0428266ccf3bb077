"""`python -m knowledge`: check, build, search and show, without a chat."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.__main__ import main
from knowledge.store import Store
from tests.knowledge.editing import HERON, edit


def test_a_base_without_fault_is_counted(
    sample_entries: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--entries", str(sample_entries), "check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "entries: 15 (directive 4, organisation 3, model 3, quote 3, person 2)"
    assert lines[-2:] == [
        "statements that keep no question: 72",
        "statements without a source: 0; faults: 0",
    ]


def test_each_fault_is_one_line_and_the_status_tells(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(folder / HERON, 'title = "Heron 2"', "title = 2")
    edit(folder / "models/vega-5.toml", "$4 for a million tokens of input.", "$4")
    assert main(["--entries", str(folder), "check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("models/heron-2.toml:2: Expected `str`, got `int`")
    assert any(line.startswith("models/vega-5.toml: vega-5: “Vega 5 costs $4…”") for line in lines)


def test_a_file_is_built_and_holds_the_base(
    sample_entries: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "knowledge.db"
    assert main(["--entries", str(sample_entries), "build", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: 15 entries changed\n"
    built = Store.open(file)
    assert len(built.ids()) == 15
    built.close()


def test_words_find_statements_and_an_id_shows_an_entry(
    sample_entries: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--entries", str(sample_entries), "search", "civil", "penalty"]) == 0
    assert "us-ca-sb990: A breach of California SB 990 costs" in capsys.readouterr().out
    assert main(["--entries", str(sample_entries), "search", "zyzzyva"]) == 1
    assert main(["--entries", str(sample_entries), "show", "heron-2"]) == 0
    assert capsys.readouterr().out.startswith("Heron 2 (model)\n  definition: Heron 2 is a model")
    assert main(["--entries", str(sample_entries), "show", "heron-9"]) == 1
    assert "No entry has the id heron-9." in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_told_before_anything_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--entries", str(tmp_path / "nowhere"), "check"])
    assert "there is no folder of entries at" in capsys.readouterr().err

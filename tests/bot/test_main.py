"""The command `airules`: one answer, answers as JSON, and what it says where it cannot start."""

from __future__ import annotations

import io
import json
import logging
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.settings import variables
from knowledge.questions.session import Questions

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

FIELDS = {"question", "outcome", "text", "statements", "entries", "disagreements", "as_of"}
SOURCE_FIELDS = {"publisher", "title", "url", "published", "quote"}
VEGA = "Who may use Vega 5.1?"


@pytest.fixture
def first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sample_entries: Path) -> Run:
    """The command where it never ran, with what is given to its standard input."""
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AIRULES_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("AIRULES_ENTRIES", str(sample_entries))

    def airules(*arguments: str, given: bytes = b"") -> int:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        return main(arguments)

    return airules


@pytest.fixture
def airules(first: Run, tmp_path: Path, left_behind: Path) -> Run:
    """The command on the made-up base, where it ran before."""
    shutil.copytree(left_behind, tmp_path / "data")
    return first


def answers(airules: Run, capsys: Captured, *lines: bytes | dict[str, object]) -> list[Any]:
    """The objects printed for lines of input."""
    given = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    assert airules("ask", "--json", "-", given=b"".join(line + b"\n" for line in given)) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return [json.loads(line) for line in out.splitlines()]


def test_help_is_a_command_like_the_others(airules: Run, capsys: Captured) -> None:
    assert airules("help") == 0
    assert capsys.readouterr().out.startswith("What I can do\n")


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_usage_is_told_without_opening_anything(
    first: Run, capsys: Captured, tmp_path: Path, flag: str
) -> None:
    assert first(flag) == 0
    assert "airules ask" in capsys.readouterr().out
    assert not (tmp_path / "data").exists()


def test_a_command_is_answered_once(first: Run, capsys: Captured) -> None:
    assert first("who", "vega", "5.1", "as_of:2026-08-20") == 0
    out = capsys.readouterr().out
    assert out.startswith("Who may use Vega 5.1\n")
    assert "As of 20 August 2026" in out


def test_words_that_are_no_text_are_answered(airules: Run, capsys: Captured) -> None:
    assert airules("who", "vega\udcff") == 0
    assert "several entries" in capsys.readouterr().out


def test_the_second_start_finds_the_knowledge_as_it_was_left(
    first: Run, capsys: Captured, tmp_path: Path
) -> None:
    assert first("changes") == 0
    told = capsys.readouterr().out
    assert (tmp_path / "data" / "knowledge.db").is_file()
    assert first("changes") == 0
    assert capsys.readouterr().out == told


@pytest.mark.parametrize("arguments", [(), ("run",)])
def test_without_a_command_it_opens_in_the_terminal(
    first: Run, capsys: Captured, arguments: tuple[str, ...]
) -> None:
    assert first(*arguments, given=b"who heron 2\nquit\n") == 0
    out = capsys.readouterr().out
    assert out.startswith("No chat token is set (see .env.example), so airules opens in the term")
    assert "\n15 entries, checked up to 1 November 2026. Ask a question, or type help.\n" in out
    assert "Who may use Heron 2" in out


# -- answers as JSON


def test_each_line_gets_one_object_in_the_same_order(airules: Run, capsys: Captured) -> None:
    found = answers(
        airules,
        capsys,
        VEGA.encode(),
        {"question": VEGA, "as_of": "2026-08-20"},
        {"question": "and Heron 2?", "conversation": "c1", "today": "2026-10-01"},
        b'{"question": "cut off',
        b"",
        b"what is \xff\xfe?",
        b'["a", "list"]',
        b"42",
    )
    assert [answer["question"] for answer in found] == [
        VEGA,
        VEGA,
        "and Heron 2?",
        '{"question": "cut off',
        "",
        "what is \ufffd\ufffd?",
        '["a", "list"]',
        "42",
    ]
    assert found[1]["as_of"] == "2026-08-20"
    assert found[2]["as_of"] == "2026-10-01"


def test_an_answer_has_the_fields_of_the_contract(airules: Run, capsys: Captured) -> None:
    (answer,) = answers(airules, capsys, {"question": VEGA, "today": "2026-11-21"})
    assert set(answer) == FIELDS
    assert (answer["outcome"], answer["as_of"]) == ("answered", "2026-11-21")
    assert answer["entries"][0] == "vega-5.1"
    assert "Sources" not in answer["text"]
    assert answer["statements"]
    for statement in answer["statements"]:
        assert set(statement) == {"text", "entry", "sources"}
        assert statement["sources"]
        assert all(set(source) == SOURCE_FIELDS for source in statement["sources"])


def test_an_empty_question_is_answered_without_inventing_anything(
    airules: Run, capsys: Captured
) -> None:
    (answer,) = answers(airules, capsys, b"")
    assert answer["outcome"] in {"closest", "nothing"}
    assert answer["statements"] == []


@pytest.mark.parametrize("field", ["as_of", "today"])
@pytest.mark.parametrize("value", ["soon", "2026-02-30", 7, ["2026-01-01"], {"day": 1}])
def test_a_malformed_day_is_told_and_the_next_line_is_answered(
    airules: Run, capsys: Captured, field: str, value: object
) -> None:
    told, after = answers(airules, capsys, {"question": VEGA, field: value}, VEGA.encode())
    assert told["outcome"] == "nothing"
    assert told["text"].startswith("`as_of` and `today` take a day such as 2026-06-20.")
    assert after["outcome"] == "answered"


@pytest.mark.parametrize(
    "line",
    [b'{"question": "\\ud800 half"}', b"[" * 100_000, b"9" * 10_000, b'{"question": null}', b"{}"],
)
def test_hostile_input_costs_no_other_line_its_answer(
    airules: Run, capsys: Captured, line: bytes
) -> None:
    found = answers(airules, capsys, line, VEGA.encode())
    assert [set(answer) for answer in found] == [FIELDS, FIELDS]
    assert found[1]["question"] == VEGA


def test_a_fault_of_ours_costs_one_answer_only(
    airules: Run,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    real = Questions.ask

    def ask(self: Questions, desk: Any, question: str, *rest: Any) -> Any:
        if question == "break":
            raise RuntimeError("inner secret")
        return real(self, desk, question, *rest)

    monkeypatch.setattr(Questions, "ask", ask)
    with caplog.at_level(logging.ERROR):
        told, after = answers(airules, capsys, b"break", VEGA.encode())
    assert told["text"].startswith("Something broke on my side.")
    assert after["outcome"] == "answered"
    assert "inner secret" in caplog.text


def test_a_question_can_be_given_as_words(airules: Run, capsys: Captured) -> None:
    assert airules("ask", "--json", "who", "may", "use", "Vega", "5.1?") == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["question"] == "who may use Vega 5.1?"


# -- where it cannot start


def refused(airules: Run, capsys: Captured) -> str:
    """The one line that is told where it cannot start."""
    assert airules("help") == 78
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("airules: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_a_folder_of_entries_that_is_not_there_is_named(
    airules: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("AIRULES_ENTRIES", str(tmp_path / "nowhere"))
    told = refused(airules, capsys)
    assert str(tmp_path / "nowhere") in told
    assert "AIRULES_ENTRIES" in told


def test_a_data_folder_that_cannot_be_made_is_told(
    airules: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("AIRULES_DATA", str(tmp_path / "file"))
    assert "AIRULES_DATA" in refused(airules, capsys)


def test_a_knowledge_file_that_is_no_database_is_told(
    first: Run, capsys: Captured, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "knowledge.db").write_bytes(b"no database at all " * 100)
    assert "AIRULES_DATA" in refused(first, capsys)


def test_a_bad_variable_is_named(
    airules: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIRULES_DATA", "~nobody-of-that-name/airules")
    assert "AIRULES_DATA cannot be used" in refused(airules, capsys)


def test_a_faulty_entry_is_told_and_the_others_are_served(
    airules: Run,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    sample_entries: Path,
) -> None:
    copied = tmp_path / "entries"
    for file in sample_entries.rglob("*.toml"):
        target = copied / file.relative_to(sample_entries)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    (copied / "models" / "broken.toml").write_text("id = ")
    monkeypatch.setenv("AIRULES_ENTRIES", str(copied))
    assert airules("who", "heron 2") == 0
    out, err = capsys.readouterr()
    assert err.startswith("airules: models/broken.toml")
    assert out.startswith("Who may use Heron 2")


@pytest.mark.parametrize("arguments", [("help",), ("who", "vega 5"), ("ask", "--json", "-")])
def test_secrets_are_never_printed(
    airules: Run,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    arguments: tuple[str, ...],
) -> None:
    for name in ("DISCORD_TOKEN", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"):
        monkeypatch.setenv(name, "sekret")
    with caplog.at_level(logging.DEBUG):
        assert airules(*arguments, given=b"help\nquit\n") == 0
    out, err = capsys.readouterr()
    assert out
    assert "sekret" not in out + err + caplog.text


def test_a_secret_is_not_printed_where_it_cannot_start(
    airules: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "sekret")
    monkeypatch.setenv("AIRULES_DATA", "~nobody-of-that-name/airules")
    assert "sekret" not in refused(airules, capsys)

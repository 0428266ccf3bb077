"""One person at one terminal: choices picked by number, and lines through a pipe."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.adapters.console.app import Session, make_console, run
from bot.model import Invocation, Option
from bot.plain import plain_text
from bot.reply import Choice, Choices, Paragraph, Reply
from bot.router import Router
from knowledge.desk import Desk
from tests.bot.fakes import a_command, breaking

WORDS = Option(name="words", summary="words")


def offering(desk: Desk, invocation: Invocation) -> Reply:
    """Offers as many choices as it is told; each repeats its own number."""
    count = int(invocation.arguments["words"])
    items = tuple(
        Choice(f"number {n}", "echo", (("words", f"choice {n}"),)) for n in range(1, count + 1)
    )
    blocks = (Paragraph(("Which?",)), Choices(items[:2]), Choices(items[2:]))
    return Reply(headline="", blocks=blocks if count > 2 else blocks[:2])


ROUTER = Router(
    {
        "ask": a_command("ask", None, Option(name="question", summary="")),
        "break": a_command("break", breaking),
        "echo": a_command("echo", None, WORDS),
        "offer": a_command("offer", offering, WORDS),
    }
)


@pytest.fixture
def session(desk: Desk) -> Session:
    return Session(ROUTER, lambda: desk)


def said(session: Session, *lines: str) -> str:
    """The reply to the last of the lines."""
    return [plain_text(session.reply(line)) for line in lines][-1]


@pytest.mark.parametrize(("typed", "picked"), [("1", 1), ("3", 3), (" 2 \n", 2), ("03", 3)])
def test_a_number_picks_a_choice_of_the_reply_before(
    session: Session, typed: str, picked: int
) -> None:
    assert said(session, "offer 3", typed) == f"words=choice {picked}"


@pytest.mark.parametrize(
    "typed", ["0", "4", "00001x", "10000", "00019", "9" * 5000, "-1", "1.", "²", "٣"]
)
def test_a_number_that_was_not_offered_is_a_question(session: Session, typed: str) -> None:
    assert said(session, "offer 3", typed) == f"question={typed}"


def test_a_number_before_anything_was_offered_is_a_question(session: Session) -> None:
    assert said(session, "1") == "question=1"


def test_choices_are_those_of_the_last_reply_only(session: Session) -> None:
    assert said(session, "offer 3", "offer 1", "2") == "question=2"
    assert said(session, "offer 3", "echo a", "1") == "question=1"
    assert said(session, "offer 3", "break", "1") == "question=1"


def test_the_desk_is_asked_for_with_every_line(desk: Desk) -> None:
    asked: list[Desk] = []

    def here() -> Desk:
        asked.append(desk)
        return desk

    session = Session(ROUTER, here)
    said(session, "echo a", "echo b")
    assert len(asked) == 2


def test_all_lines_belong_to_one_conversation(desk: Desk) -> None:
    seen: list[str | None] = []

    def keep(desk: Desk, invocation: Invocation) -> Reply:
        seen.append(invocation.conversation)
        return Reply(headline="", blocks=(Choices((Choice("again", "keep"),)),))

    said(Session(Router({"keep": a_command("keep", keep)}), lambda: desk), "keep", "1")
    assert seen[0]
    assert seen == [seen[0]] * 2


def piped(monkeypatch: pytest.MonkeyPatch, desk: Desk, given: bytes, history: Path) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
    run(Session(ROUTER, lambda: desk), ["Hello.", "[bold]Ask.[/bold] :smile:"], history)


def test_a_pipe_is_greeted_answered_and_left_at_quit(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    desk: Desk,
    tmp_path: Path,
) -> None:
    piped(monkeypatch, desk, b"echo one\n\n  \noffer 2\n2\n QUIT \necho two\n", tmp_path / "h")
    assert capsys.readouterr().out == (
        "Hello.\n[bold]Ask.[/bold] :smile:\nwords=one\n\n"
        "Which?\n\n1) number 1\n2) number 2\n\nwords=choice 2\n\n"
    )
    assert not (tmp_path / "h").exists()


@pytest.mark.parametrize("leave", ["quit", "exit", ":q", "Exit "])
def test_there_are_three_ways_to_leave(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    desk: Desk,
    tmp_path: Path,
    leave: str,
) -> None:
    piped(monkeypatch, desk, f"{leave}\necho after\n".encode(), tmp_path / "h")
    assert "after" not in capsys.readouterr().out


def test_a_pipe_ends_without_a_word_where_its_input_ends(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    desk: Desk,
    tmp_path: Path,
) -> None:
    piped(monkeypatch, desk, b"echo last", tmp_path / "h")
    assert capsys.readouterr().out.endswith("words=last\n\n")


def test_bytes_that_are_no_text_do_not_stop_a_pipe(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    desk: Desk,
    tmp_path: Path,
) -> None:
    piped(monkeypatch, desk, b"echo \xff\xfe!\necho next\n", tmp_path / "h")
    assert capsys.readouterr().out.endswith("words=\ufffd\ufffd!\n\nwords=next\n\n")


def test_a_pipe_has_no_colour_and_a_fixed_width(capsys: pytest.CaptureFixture[str]) -> None:
    console = make_console()
    assert (console.width, console.is_terminal, console.color_system) == (100, False, None)


class Terminal(io.StringIO):
    """A standard input that somebody sits at."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_has_history_and_goes_on_after_an_interrupted_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    desk: Desk,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    history = tmp_path / "new folder" / "history"
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("echo one\recho dropped\x03echo two\r\x04")
        run(Session(ROUTER, lambda: desk), ["Hello."], history)
    assert capsys.readouterr().out == "Hello.\nwords=one\n\nwords=two\n\n"
    assert "+echo one\n" in history.read_text(encoding="utf-8")
    assert "dropped" not in history.read_text(encoding="utf-8")

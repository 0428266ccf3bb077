"""Every command's reply on the made-up base, as plain text and as the terminal shows it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.adapters.console.app import Session
from bot.model import Invocation
from bot.plain import plain_text
from bot.reply import Reply
from bot.router import Router, load_commands
from knowledge.desk import Desk
from tests.bot.adapters.discord.reading import written as discord_pages
from tests.bot.adapters.slack.reading import written as slack_pages
from tests.bot.fakes import a_command, breaking, printed

GOLDEN = Path(__file__).parent.parent / "golden"
# Read the difference before you commit it, as somebody who asked would.
RENEW = "AIRULES_GOLDEN=write python -m pytest tests/bot/test_golden.py"

LINES = {
    "ask-agreed": "ask what do sources disagree about on heron 2?",
    "ask-disputed": "ask what do sources disagree about on sb 990?",
    "ask-untold": "ask what is unknown about the trade office letter?",
    "changes": "changes since:2026-10-15",
    "changes-none": "changes yesterday",
    "compare-directives": "compare eo 15001 vs sb 990",
    "compare-kinds": "compare eo 15001 vs vega 5",
    "compare-models": "compare vega 5 vs vega 5.1",
    "deadlines": "deadlines",
    "deadlines-as-of": "deadlines as_of:2026-09-20",
    "deadlines-days": "deadlines 45",
    "deadlines-none": "deadlines 1",
    "deadlines-refused": "deadlines soon",
    "directive": "directive eo 15001",
    "directive-ended": "directive trade office letter",
    "directive-part-disputed": "directive sb 990 part:penalty",
    "help": "help",
    "help-who": "help who",
    "missing-option": "who",
    "model": "model vega 5.1",
    "model-before-release": "model vega 5.1 as_of:2026-01-01",
    "model-part": "model heron 2 part:quantity",
    "model-part-empty": "model heron 2 part:penalty",
    "model-part-unknown": "model heron 2 part:prise",
    "quote-person": "quote mara voss",
    "quote-none": "quote corvid ai",
    "quote-subject": "quote trade office letter",
    "search": "search leak",
    "search-nothing": "search xylophone",
    "several": "who vega",
    "sources": "sources vega 5.1",
    "timeline-entry": "timeline vega 5.1",
    "timeline-place": "timeline us-ca",
    "unknown-day": "who vega 5 as_of:someday",
    "unknown-name": "who vega 7",
    "unknown-name-slip": "who lyra vgea 5.1",
    "unknown-name-nothing": "who zzz",
    "who": "who vega 5.1",
    "who-as-of": "who vega 5.1 as_of:2026-08-20",
    "who-before": "who vega 5.1 as_of:2026-01-01",
}


def plain(reply: Reply) -> str:
    """The plain text with a line's end."""
    return plain_text(reply) + "\n"


SHAPES: dict[str, Callable[[Reply], str]] = {
    "plain": plain,
    "console": printed,
    "discord": discord_pages,
    "slack": slack_pages,
}


def compare(shape: str, name: str, text: str) -> None:
    """Check a reply against its file, or write the file where that was asked for."""
    text = "".join(f"{line.rstrip()}\n" for line in text.splitlines())  # nobody sees blanks there
    file = GOLDEN / shape / f"{name}.txt"
    if os.environ.get("AIRULES_GOLDEN") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.exists(), f"{file.name} is missing; to write it: {RENEW}"
    kept = file.read_text(encoding="utf-8")
    assert text == kept, f"{file.name} reads differently now; if that is meant: {RENEW}"


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", LINES)
def test_a_reply_reads_as_its_golden_file(desk: Desk, name: str, shape: str) -> None:
    reply = Session(Router(load_commands()), lambda: desk).reply(LINES[name])
    compare(shape, name, SHAPES[shape](reply))


@pytest.mark.parametrize("shape", SHAPES)
def test_an_unknown_command_reads_as_its_golden_file(desk: Desk, shape: str) -> None:
    reply = Router(load_commands()).dispatch(desk, Invocation(command="comprae"))
    compare(shape, "unknown-command", SHAPES[shape](reply))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_broken_command_reads_as_its_golden_file(desk: Desk, shape: str) -> None:
    router = Router({"break": a_command("break", breaking)})
    text = SHAPES[shape](router.dispatch(desk, Invocation(command="break")))
    compare(shape, "broken", re.sub(r"reference [0-9A-F]{4}", "reference 12AB", text))


@pytest.mark.parametrize("shape", SHAPES)
def test_every_golden_file_has_its_reply(shape: str) -> None:
    known = {*LINES, "unknown-command", "broken"}
    assert {file.stem for file in (GOLDEN / shape).glob("*.txt")} <= known

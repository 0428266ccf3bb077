"""Puts the parts together and runs them; the only place that reads the environment."""

from __future__ import annotations

import json
import logging
import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from bot.adapters.console.app import Session, make_console, run
from bot.adapters.console.render import print_reply
from bot.errors import SetupError
from bot.router import Router, load_commands
from bot.scoring import as_json, day_of
from bot.settings import Settings, read_settings
from knowledge.answers import Answer, Nothing
from knowledge.desk import Desk
from knowledge.ingest import ingest_folder
from knowledge.names import Names
from knowledge.store import Store

log = logging.getLogger(__name__)

USAGE = """\
airules                      opens the bot (the same as: airules run)
airules ask "a question"     answers once; so does every command: airules who mythos 5
airules ask --json -         answers one question a line of standard input, as JSON
"""
_CONFIG = 78  # exit status of sysexits.h: something in the configuration is wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """The command `airules`; returns the exit status."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] in (["--help"], ["-h"]):
        sys.stdout.write(USAGE)
        return 0
    try:
        settings = read_settings()
        desk = open_desk(settings)
    except SetupError as error:
        sys.stderr.write(f"airules: {error}\n")
        return _CONFIG
    if given[:2] == ["ask", "--json"]:
        answer_lines(desk, given[2:])
    elif given and given != ["run"]:
        session = Session(Router(load_commands()), lambda: desk)
        print_reply(make_console(), session.reply(" ".join(given)))
    else:
        history = settings.airules_data / "history"
        run(Session(Router(load_commands()), lambda: desk), _greeting(settings, desk), history)
    return 0


def open_desk(settings: Settings) -> Desk:
    """The store, brought up to date with the entries; raises SetupError where that fails."""
    try:
        store = Store.open(settings.store)
        done = ingest_folder(store, settings.airules_entries)
    except (OSError, sqlite3.Error) as error:
        raise SetupError(f"{error}. Check AIRULES_DATA and AIRULES_ENTRIES in .env.") from None
    for problem in done.problems:
        sys.stderr.write(f"airules: {problem}\n")
    return Desk(store, Names(store), _today())


def answer_lines(desk: Desk, given: Sequence[str]) -> None:
    """Answer each question as a line of JSON: those of standard input for "-", else the words."""
    lines: Iterator[bytes] = iter(sys.stdin.buffer)
    if given != ["-"]:
        lines = iter([" ".join(given).encode("utf-8", errors="surrogateescape")])
    for line in lines:
        asked = _asked(line.decode("utf-8", errors="replace"))
        question = str(asked.get("question", ""))
        written = json.dumps(as_json(question, _answer(desk, question, asked)), ensure_ascii=False)
        # As bytes: JSON is UTF-8 whatever the terminal's encoding, and JSON's escapes can hold
        # halves of characters, which no encoding has.
        sys.stdout.buffer.write(written.encode("utf-8", errors="replace") + b"\n")
        sys.stdout.buffer.flush()


def _answer(desk: Desk, question: str, asked: Mapping[str, Any]) -> Answer:
    """The answer to a line of input; one with a malformed day is told so.

    A fault of ours is logged and costs one answer, not those to the lines that follow.
    """
    try:
        here = replace(desk, today=day_of(asked.get("today")) or desk.today)
        day = day_of(asked.get("as_of"))
    except ValueError:
        reason = "`as_of` and `today` take a day such as 2026-06-20."
        return Nothing(reason=reason, nearest=(), as_of=desk.today, checked_to=desk.checked_to)
    conversation = asked.get("conversation")
    try:
        return desk.questions.ask(here, question, day, str(conversation) if conversation else None)
    except Exception:
        log.exception("a question failed")
        reason = "Something broke on my side."
        return Nothing(reason=reason, nearest=(), as_of=desk.today, checked_to=desk.checked_to)


def _asked(line: str) -> dict[str, Any]:
    """A line of input: a JSON object with a question, or the question itself."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {"question": line.strip()}
    return asked if isinstance(asked, dict) else {"question": line.strip()}


def _greeting(settings: Settings, desk: Desk) -> Iterator[str]:
    if settings.platforms:
        chats = " and ".join(settings.platforms)
        yield f"A token for {chats} is set, which this version cannot use yet."
    else:
        yield "No chat token is set (see .env.example), so airules opens in the terminal."
    upto = desk.checked_to
    reach = f", checked up to {upto.day} {upto:%B %Y}" if upto else ""
    yield f"{len(desk.store.ids())} entries{reach}. Ask a question, or type help."


def _today() -> date:
    return datetime.now(UTC).date()


if __name__ == "__main__":
    sys.exit(main())

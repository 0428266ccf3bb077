"""Puts the parts together and runs them; the only place that reads the environment."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.chores import find_chore, usages
from bot.errors import SetupError
from bot.logs import set_up
from bot.opening import open_desk
from bot.router import Router, load_commands
from bot.scoring import as_json, day_of
from bot.settings import Settings, read_settings
from bot.terminal import Terminal
from knowledge.answers import Answer, Nothing
from knowledge.desk import Desk

log = logging.getLogger(__name__)

USAGE = """\
airules                      opens the bot (the same as: airules run)
airules ask "a question"     answers once; so does every command: airules who mythos 5
airules ask --explain "..."  answers once, and tells how the question was understood
airules ask --json -         answers one question a line of standard input, as JSON
"""
_CONFIG = 78  # exit status of sysexits.h: something in the configuration is wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """The command `airules`; returns the exit status."""
    set_up()
    # Before numpy is there: its threads would wait for each other on our small products.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] in (["--help"], ["-h"]):
        sys.stdout.write(USAGE + "".join(f"{usage}\n" for usage in usages()))
        return 0
    try:
        settings = read_settings()
        chore = find_chore(given)
        if chore is not None:
            return chore(settings, given[1:])
        return _run(settings, given)
    except SetupError as error:
        sys.stderr.write(f"airules: {error}\n")
        return _CONFIG


def _run(settings: Settings, given: Sequence[str]) -> int:
    if not given or given == ["run"]:
        if settings.platforms:
            from bot.serve import serve  # noqa: PLC0415 (the chats take their time to load)

            return serve(settings)
        _at_terminal(settings, None)
    elif given[:2] == ["ask", "--json"]:
        answer_lines(open_desk(settings), given[2:])
    elif given[:2] == ["ask", "--explain"]:
        explain(open_desk(settings), " ".join(given[2:]))
    else:
        _at_terminal(settings, " ".join(given))
    return 0


def _at_terminal(settings: Settings, line: str | None) -> None:
    """Answer one line, or all that are typed."""
    terminal = Terminal(settings, Router(load_commands()))
    try:
        if line is None:
            terminal.run()
        else:
            terminal.once(line)
    finally:
        terminal.close()


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


def explain(desk: Desk, question: str) -> None:
    """Print how a question is understood, as bytes for the same reason."""
    from knowledge.questions.explain import as_text  # noqa: PLC0415 (it imports numpy)

    trace = as_text(desk.questions.explain(desk, question)[1])
    sys.stdout.buffer.write(trace.encode("utf-8", errors="replace") + b"\n")
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


if __name__ == "__main__":
    sys.exit(main())

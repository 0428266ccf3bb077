"""The README's transcript and table of commands are what the bot really says.

Renew them with AIRULES_GOLDEN=write python -m pytest tests/test_readme.py
"""

from __future__ import annotations

import io
import os
from datetime import date
from pathlib import Path

from rich.console import Console

from bot.adapters.console.app import Session
from bot.adapters.console.render import print_reply
from bot.router import Router, load_commands
from knowledge.desk import Desk
from knowledge.names import Names
from knowledge.store import Store

README = Path(__file__).parent.parent / "README.md"
SHOWN = ("who gpt-5.6 as_of:2026-06-28", "who gpt-5.7")
TODAY = date(2026, 11, 21)


def transcript(store: Store) -> str:
    """What a person sees who types the lines that are shown."""
    desk = Desk(store, Names(store), TODAY)
    session = Session(Router(load_commands()), lambda: desk)
    written = io.StringIO()
    console = Console(file=written, width=96, highlight=False, markup=False, emoji=False)
    for line in SHOWN:
        console.print(f"airules> {line}\n")
        print_reply(console, session.reply(line))
        console.print()
    lines = (line.rstrip() for line in written.getvalue().strip().splitlines())
    return "```text\n" + "\n".join(lines) + "\n```"


def table() -> str:
    """One row a command, made from the commands themselves."""
    rows = [
        f"| `{command.name}` | {command.summary} | `{command.examples[0]}` |"
        for command in load_commands().values()
    ]
    return "\n".join(["| command | what it does | for example |", "| --- | --- | --- |", *rows])


def marked(name: str, text: str, new: str) -> str:
    """The text with what stands between a pair of marks replaced."""
    begin, end = f"<!-- {name} -->\n", f"\n<!-- /{name} -->"
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end.lstrip("\n"))
    assert before != text, f"README.md has no mark {name}"
    return f"{before}{begin}{new}{end}{after}"


def test_the_readme_shows_what_the_bot_says(real_store: Store) -> None:
    text = README.read_text(encoding="utf-8")
    renewed = marked("commands", marked("transcript", text, transcript(real_store)), table())
    if os.environ.get("AIRULES_GOLDEN") == "write":
        README.write_text(renewed, encoding="utf-8")
        return
    assert text == renewed, "renew it: AIRULES_GOLDEN=write python -m pytest tests/test_readme.py"

"""Reads lines from a terminal or a pipe, and prints the replies."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from bot.adapters.console.render import offered, print_reply
from bot.model import ChannelRef, Invocation, Person
from bot.reply import Choice, Reply
from bot.router import Router
from bot.typed import parse
from knowledge.desk import Desk

PERSON = Person(id="console", name="You", manages=True)
CHANNEL = ChannelRef("console", "console", "terminal")
_CONVERSATION = "console"
_PIPE_WIDTH = 100  # columns, where no terminal says how many it has
_LEAVE = frozenset({"exit", "quit", ":q"})


class Session:
    """One person at one terminal: the reply to each line, and the choices last offered.

    `perform` answers what a command that acts is given for; looking up needs no such help.
    """

    def __init__(
        self,
        router: Router,
        desk: Callable[[], Desk],
        perform: Callable[[Invocation], Reply] | None = None,
    ) -> None:
        self.router = router
        self.desk = desk
        self._perform = perform
        self._offered: tuple[Choice, ...] = ()

    def reply(self, line: str) -> Reply:
        """The reply to a line; a number alone picks one of the choices of the reply before."""
        invocation = self._invocation(line)
        if self._perform is not None and self.router.acts(invocation):
            reply = self._perform(invocation)
        else:
            reply = self.router.dispatch(self.desk(), invocation)
        self._offered = offered(reply)
        return reply

    def _invocation(self, line: str) -> Invocation:
        typed = line.strip()
        short = typed.isascii() and typed.isdigit() and len(typed) < 5
        if short and 0 < int(typed) <= len(self._offered):
            chosen = self._offered[int(typed) - 1]
            given = Invocation(
                command=chosen.command,
                arguments=dict(chosen.arguments),
                conversation=_CONVERSATION,
            )
        else:
            given = parse(typed, self.router.commands, _CONVERSATION)
        return replace(given, person=PERSON, channel=CHANNEL)


def make_console() -> Console:
    """A console on standard output: colour and width of the terminal, neither in a pipe."""
    width = None if sys.stdout.isatty() else _PIPE_WIDTH
    return Console(width=width, highlight=False, markup=False, emoji=False)


def run(session: Session, greeting: Iterable[str], history: Path) -> None:
    """Answer lines until the input ends or somebody leaves."""
    console = make_console()
    for line in greeting:
        console.print(line)
    lines = _typed_lines(session, history) if sys.stdin.isatty() else _piped_lines()
    for line in lines:
        if line.strip().casefold() in _LEAVE:
            return
        if line.strip():
            print_reply(console, session.reply(line))
            console.print()


def _piped_lines() -> Iterator[str]:
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="replace")


def _typed_lines(session: Session, history: Path) -> Iterator[str]:
    # The editor costs a tenth of a second to import, which a pipe need not wait for.
    from prompt_toolkit import PromptSession  # noqa: PLC0415
    from prompt_toolkit.history import FileHistory  # noqa: PLC0415

    from bot.adapters.console.complete import LineCompleter  # noqa: PLC0415

    history.parent.mkdir(parents=True, exist_ok=True)
    prompt: PromptSession[str] = PromptSession(
        "airules> ",
        history=FileHistory(str(history)),
        completer=LineCompleter(session.router, session.desk),
        complete_while_typing=False,
    )
    while True:
        try:
            yield prompt.prompt()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return

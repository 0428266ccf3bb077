"""Made-up sources, statements, commands and consoles for tests of the bot."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

from rich.console import Console

from bot.adapters.console.render import print_reply
from bot.model import Command, Invocation, Option
from bot.reply import Paragraph, Reply
from knowledge.answers import Cited, Evidence
from knowledge.desk import Desk
from knowledge.model import Source, Statement
from knowledge.vocabulary import Confidence, Property, SourceAccess, Tier

WIDTH = 100  # columns of the consoles below


def a_source(name: str = "gazette", **changes: object) -> Source:
    """A primary source that was read, unless told otherwise."""
    parts: dict[str, object] = {
        "id": name,
        "publisher": name.title(),
        "title": f"Report of the {name.title()}",
        "tier": Tier.PRIMARY,
        "access": SourceAccess.READ,
        "url": f"https://{name}.example/report",
    }
    return Source(**(parts | changes))  # type: ignore[arg-type]


def a_statement(text: str = "The rule applies.", **changes: object) -> Statement:
    """A statement of status without citations, unless told otherwise."""
    parts: dict[str, object] = {
        "subject": "some-rule",
        "property": Property.STATUS,
        "text": text,
        "citations": (),
    }
    return Statement(**(parts | changes))  # type: ignore[arg-type]


def evidence(
    *cited: Source | tuple[Source, str],
    statement: Statement | None = None,
    confidence: Confidence = Confidence.HIGH,
) -> Evidence:
    """A statement with these sources, some of them with the words relied on."""
    pairs = (one if isinstance(one, tuple) else (one, None) for one in cited)
    return Evidence(
        statement or a_statement(),
        tuple(Cited(source, quote) for source, quote in pairs),
        confidence,
    )


def a_command(
    name: str = "echo",
    run: Callable[[Desk, Invocation], Reply] | None = None,
    *options: Option,
    examples: tuple[str, ...] = ("echo something",),
    separators: tuple[str, ...] = (),
) -> Command:
    """A command that repeats its arguments, unless it is given something else to do."""
    return Command(
        name=name,
        summary="Repeats what it is told",
        run=run or _echo,
        options=options,
        examples=examples,
        separators=separators,
        shared=False,
    )


def _echo(desk: Desk, invocation: Invocation) -> Reply:
    return said(" ".join(f"{name}={text}" for name, text in invocation.arguments.items()))


def asking_on() -> Command:
    """An `ask` whose answer rests on what was asked before, and which forgets that with its end."""
    asked: dict[str | None, str] = {}

    def run(desk: Desk, invocation: Invocation) -> Reply:
        question, before = invocation.arguments["question"], asked.get(invocation.conversation)
        asked[invocation.conversation] = question
        return said(f"To “{question}” after “{before}”: yes.")

    options = (Option(name="question", summary="your question", required=True),)
    return Command(name="ask", summary="A question in plain words", run=run, options=options)


def breaking(desk: Desk, invocation: Invocation) -> Reply:
    """What a command does that has a fault; its words must reach nobody."""
    raise RuntimeError("inner secret")


def said(words: str) -> Reply:
    """A reply of one paragraph."""
    return Reply(headline=words, blocks=(Paragraph((words,)),))


def a_console(colour: bool = False) -> Console:
    """A console that keeps what is printed; `printed` returns it."""
    return Console(
        file=StringIO(),
        width=WIDTH,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def printed(reply: Reply, colour: bool = False) -> str:
    """What a console shows of a reply."""
    console = a_console(colour)
    print_reply(console, reply)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()

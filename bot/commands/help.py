"""`help`: all commands, or one with its options; made from the commands themselves."""

from __future__ import annotations

from bot.model import Command, Invocation, Option
from bot.reply import Block, Heading, Note, Paragraph, Quiet, Reply, Strong, Table
from bot.router import load_commands
from knowledge.desk import Desk

_PURPOSE = (
    "I answer questions about who may use which AI model, under which rule, since when, and who "
    "said what. Every sentence has its source."
)


def run(desk: Desk, invocation: Invocation) -> Reply:
    commands = load_commands()
    wanted = commands.get(invocation.arguments.get("command", "").casefold().strip("/`"))
    return _one(wanted) if wanted else _all(commands, desk)


def usage(command: Command) -> str:
    """A command with its options, the optional ones in brackets."""
    parts = [command.name]
    parts += [f"<{o.name}>" if o.required else f"[{o.name}:…]" for o in command.offered]
    return " ".join(parts)


def _all(commands: dict[str, Command], desk: Desk) -> Reply:
    rows = tuple(((Strong(c.name),), (c.summary,), (_example(c),)) for c in commands.values())
    upto = desk.checked_to
    reach = f" The base is checked up to {upto.day} {upto:%B %Y}." if upto else ""
    blocks: tuple[Block, ...] = (
        Heading("What I can do"),
        Paragraph((f"{_PURPOSE}{reach}",)),
        Table(("command", "what it does", "for example"), rows),
        Note(
            (Quiet("What is not a command is taken as a question. `help who` tells more of who."),)
        ),
    )
    return Reply(headline="What I can do", blocks=blocks, private=True)


def _one(command: Command) -> Reply:
    rows = tuple(
        ((Strong(o.name),), (o.summary + (" (needed)" if o.required else ""),))
        for o in command.offered
    )
    blocks: list[Block] = [Heading(usage(command)), Paragraph((f"{command.summary}.",))]
    if rows:
        blocks.append(Table(("option", "what it is"), rows))
    blocks += [Note((f"For example: {example}",)) for example in command.examples]
    return Reply(headline=command.summary, blocks=tuple(blocks), private=True)


def _example(command: Command) -> str:
    return command.examples[0] if command.examples else command.name


command = Command(
    name="help",
    summary="All commands, or one of them in detail",
    run=run,
    options=(Option(name="command", summary="the name of a command"),),
    examples=("help", "help who"),
    shared=False,
)

"""A typed line as an invocation; what is no command is a question."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.model import Command, Invocation

_NAMED = re.compile(r'(?<!\S)(\w+):(?:"([^"]*)"|(\S+))')
_GRAMMAR = frozenset(
    {
        *("can", "may", "could", "might", "must", "is", "are", "was", "were", "do", "does", "did"),
        *("has", "have", "had", "will", "would", "should", "of", "the", "to", "about", "that"),
    }
)  # no name begins with one of these, and many a question goes on with one
_LINE_LIMIT = 10_000  # characters; what is typed beyond that is not read


def parse(
    line: str, commands: Mapping[str, Command], conversation: str | None = None
) -> Invocation:
    """The invocation that a line means; never raises.

    The first word names the command, where it is one; but what reads like a question is one, so
    that "who may use GPT-5.6" is not taken for a name. `name:value` sets an option that the
    command has; all other words belong to its first option, or to its first two where one of
    its separators parts them.
    """
    line = line[:_LINE_LIMIT].strip()
    name, _, rest = line.partition(" ")
    command = commands.get(name.casefold().lstrip("/"))
    if command is None or _is_question(command, line, rest):
        return Invocation(command="ask", arguments={"question": line}, conversation=conversation)
    return Invocation(
        command=command.name, arguments=_arguments(command, rest), conversation=conversation
    )


def _is_question(command: Command, line: str, rest: str) -> bool:
    """Whether a line that begins with a command's name asks something in plain words."""
    if command.options and command.options[0].name == "question":
        return False
    if rest and not command.options:  # "status of SB 53", where `status` takes nothing
        return True
    wants_name = any(option.complete for option in command.options)
    second = rest.casefold().split(" ", 1)[0]
    verb = second in _GRAMMAR or (command.name == "who" and second.endswith("ed"))
    return line.endswith("?") or (wants_name and verb)


def _arguments(command: Command, rest: str) -> dict[str, str]:
    given: dict[str, str] = {}

    def take(match: re.Match[str]) -> str:
        if command.option(match[1].casefold()) is None:
            return match[0]
        given[match[1].casefold()] = match[2] if match[2] is not None else match[3]
        return " "

    words = _NAMED.sub(take, rest).strip()
    free = [option.name for option in command.offered if option.name not in given]
    if words and free:
        parts = _parted(words, command.separators) if len(free) > 1 else [words]
        given |= dict(zip(free, parts, strict=False))
    return given


def _parted(words: str, separators: tuple[str, ...]) -> list[str]:
    """The words in two, at the first separator that stands between others."""
    for separator in separators:
        left, found, right = words.partition(separator)
        if found and left.strip() and right.strip():
            return [left.strip(), right.strip()]
    return [words]

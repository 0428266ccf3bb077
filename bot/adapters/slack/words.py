"""What somebody wrote in Slack as plain words, and what they mean by them."""

from __future__ import annotations

import re

from bot.model import Invocation, Office
from bot.router import Router
from bot.typed import parse
from knowledge.desk import Desk
from knowledge.names import Found, Several

LONGEST = 2_000  # characters of a message that are read as a question
_MARKED = re.compile(r"<([^<>]*)>")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"'})  # telephones turn them


def plain_words(text: str, bot: str) -> str:
    """The words of a message without Slack's markup, and without the bot's own name."""

    def read(marked: re.Match[str]) -> str:
        what, _, label = marked[1].partition("|")
        match what[:1]:
            case "@":
                return " " if what == f"@{bot}" else f"@{label or what[1:]}"
            case "#":
                return f"#{label or what[1:]}"
            case "!":
                return label or f"@{what[1:]}"
            case _:
                return label or what

    words = _MARKED.sub(read, text[: 4 * LONGEST])
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        words = words.replace(entity, character)
    return " ".join(words.split())[:LONGEST]


def to_another(text: str, bot: str) -> bool:
    """Whether a message begins with the name of somebody who is not the bot."""
    first = re.match(r"\s*<@([A-Z0-9]+)", text)
    return first is not None and first[1] != bot


async def meant(router: Router, office: Office, line: str) -> Invocation:
    """The invocation that a line means: none at all, or one word that names nothing, asks for help.

    Whoever writes one word takes it for a command, unless it is a name.
    """
    line = line.translate(_QUOTES).strip()
    if not line:
        return Invocation(command="help")
    invocation = parse(_without_group(line, router), router.commands)
    word = line.lstrip("/")
    if invocation.command != "ask" or " " in line or word.casefold() in router.commands:
        return invocation

    def names(desk: Desk) -> bool:
        return isinstance(desk.names.find(word), Found | Several)

    return invocation if await office.read(names) else Invocation(command="help")


def _without_group(line: str, router: Router) -> str:
    """`alerts list` as `list`: Slack has one command, and a group's name before a verb is spare."""
    first, _, rest = line.partition(" ")
    verb = router.commands.get(rest.split(" ", 1)[0].casefold())
    return rest if verb is not None and verb.group == first.casefold().lstrip("/") else line

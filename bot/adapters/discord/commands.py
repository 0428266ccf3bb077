"""What people can say, as Discord's application commands; and what they said, as an invocation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bot.model import Command, Option

CHECK = "Check this claim"  # in the menu of a message
_MOST = 25  # options of a command, and choices of an option
_DESCRIPTION = 100  # characters
_CHAT, _MESSAGE = 1, 3  # types of commands
_SUBCOMMAND, _STRING = 1, 3  # types of options
_SERVER, _PERSON = 0, 1  # where the bot is installed
_IN_SERVER, _IN_DIRECT, _IN_PRIVATE = 0, 1, 2  # where a command can be given
_MANAGE_SERVER = 1 << 5
_MENTIONS = re.compile(r"<(?:[@#][!&]?|/[^:>]{1,80}:|a?:\w{1,40}:|t:)[\w:-]{1,30}>")

Payload = dict[str, Any]


def application_commands(commands: Iterable[Command]) -> list[Payload]:
    """All commands as Discord takes them; those of a group stand under one name."""
    found: list[Payload] = []
    groups: dict[str, list[Command]] = {}
    for command in commands:
        if command.group is None:
            found.append(_everywhere(_named(command) | {"type": _CHAT}))
        else:
            groups.setdefault(command.group, []).append(command)
    found += [_group(name, members) for name, members in groups.items()]
    found.append(_everywhere({"name": CHECK, "type": _MESSAGE}))
    return found


def autocompletes(option: Option) -> bool:
    """Whether an option offers what it may be while it is typed."""
    return option.complete is not None or len(option.choices) > _MOST


def _group(name: str, members: list[Command]) -> Payload:
    """Commands under one name; permissions hang on the name, so they are the strictest of all."""
    group: Payload = {
        "name": name,
        "type": _CHAT,
        "description": _described(f"{name.capitalize()}: {', '.join(c.name for c in members)}"),
        "options": [_named(command) | {"type": _SUBCOMMAND} for command in members],
    }
    if any(command.manages for command in members):
        return group | {
            "integration_types": [_SERVER],
            "contexts": [_IN_SERVER],
            "default_member_permissions": _MANAGE_SERVER,
        }
    return _everywhere(group)


def _everywhere(payload: Payload) -> Payload:
    return payload | {
        "integration_types": [_SERVER, _PERSON],
        "contexts": [_IN_SERVER, _IN_DIRECT, _IN_PRIVATE],
    }


def _named(command: Command) -> Payload:
    options = sorted(command.offered, key=lambda option: not option.required)
    return {
        "name": command.name,
        "description": _described(command.summary),
        "options": [_option(option) for option in options[:_MOST]],
    }


def _option(option: Option) -> Payload:
    written: Payload = {
        "type": _STRING,
        "name": option.name,
        "description": _described(option.summary),
        "required": option.required,
    }
    if autocompletes(option):
        written["autocomplete"] = True
    elif option.choices:
        written["choices"] = [{"name": each, "value": each} for each in option.choices]
    return written


def _described(text: str) -> str:
    return text if len(text) <= _DESCRIPTION else text[: _DESCRIPTION - 1].rstrip() + "…"


def given(data: Mapping[str, Any]) -> tuple[str, dict[str, str], str | None]:
    """The command that was given, its options, and which of them is being typed, if one is."""
    node = data
    while subcommands := [o for o in node.get("options", ()) if o.get("type") in {1, 2}]:
        node = subcommands[0]
    options = [o for o in node.get("options", ()) if "value" in o]
    focused = next((str(o["name"]) for o in options if o.get("focused")), None)
    return str(node["name"]), {str(o["name"]): str(o["value"]) for o in options}, focused


def claim(data: Mapping[str, Any]) -> str:
    """The words of the message whose menu was used, without what Discord made of mentions."""
    messages = data.get("resolved", {}).get("messages", {})
    message = messages.get(str(data.get("target_id")), {})
    return " ".join(_MENTIONS.sub(" ", str(message.get("content", ""))).split())

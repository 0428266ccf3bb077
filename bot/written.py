"""Replies as JSON and back, word for word: for what is said to many, and what is said again."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from bot import reply as parts
from bot.reply import Reply

# What a letter may be made of. The names are kept in databases: one that goes stays readable.
_PARTS: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        parts.Strong,
        parts.Quiet,
        parts.Link,
        parts.Day,
        parts.Mark,
        parts.Heading,
        parts.Paragraph,
        parts.Note,
        parts.Listing,
        parts.Table,
        parts.SourceNotes,
        parts.Choice,
        parts.Choices,
        parts.Reply,
    )
}
_KIND = "is"
_DATE = "date"


def to_json(reply: Reply) -> str:
    """The reply as JSON in ASCII, which every database keeps as it is; `from_json` reads it."""
    return json.dumps(_plain(reply), separators=(",", ":"))


def from_json(text: str) -> Reply:
    """The reply that `to_json` wrote; raises ValueError if it is none."""
    try:
        made = _made(json.loads(text))
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"not a letter: {error}") from None
    if not isinstance(made, Reply):
        raise ValueError("not a letter")  # noqa: TRY004 (the text is at fault, not its type)
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return {_KIND: _DATE, "day": value.isoformat()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        held = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {_KIND: type(value).__name__, **held}
    return value


def _made(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_made(one) for one in value)
    if not isinstance(value, dict):
        return value
    held = dict(value)
    kind = held.pop(_KIND)
    if kind == _DATE:
        return date.fromisoformat(held["day"])
    return _PARTS[kind](**{name: _made(one) for name, one in held.items()})

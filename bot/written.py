"""A reply written down as text, and read again: the same document, whatever happened in between."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from bot.reply import (
    Choice,
    Choices,
    Day,
    Heading,
    Link,
    Listing,
    Mark,
    Note,
    Paragraph,
    Quiet,
    Reply,
    SourceNotes,
    Strong,
    Table,
)

_TEXT = (Heading, Paragraph, Note, Listing, Table, SourceNotes, Strong, Quiet, Link, Day, Mark)
_PARTS: Mapping[str, Any] = {part.__name__: part for part in (Reply, Choice, Choices, *_TEXT)}
_DATE = "date"


def write(reply: Reply) -> str:
    """The reply as text; `read` gives it back."""
    return json.dumps(_taken_apart(reply))


def read(text: str) -> Reply | None:
    """The reply that was written; None where it is none, or one of another version of ours."""
    try:
        reply = _put_together(json.loads(text))
    except (KeyError, TypeError, ValueError):
        return None
    return reply if isinstance(reply, Reply) else None


def _taken_apart(part: Any) -> Any:
    if isinstance(part, tuple):
        return [_taken_apart(each) for each in part]
    if isinstance(part, date):
        return {_DATE: part.isoformat()}
    if is_dataclass(part):
        given = {each.name: _taken_apart(getattr(part, each.name)) for each in fields(part)}
        return {type(part).__name__: given}
    return part


def _put_together(written: Any) -> Any:
    match written:
        case list():
            return tuple(_put_together(each) for each in written)
        case dict():
            [(name, given)] = written.items()
            if name == _DATE:
                return date.fromisoformat(given)
            return _PARTS[name](**{key: _put_together(each) for key, each in dict(given).items()})
        case _:
            return written

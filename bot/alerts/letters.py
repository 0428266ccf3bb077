"""Replies as JSON, so that what an announcement says is written once and posted word for word."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from bot import reply as parts
from bot.alerts.failures import Owed
from bot.model import Delivery
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
_KEPT = 256  # letters that are kept unfolded: one goes to many channels
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


class Letters:
    """The letters of what is on its way, read once however many channels get them."""

    def __init__(self) -> None:
        self.instance = ""
        self._texts: dict[int, tuple[str, str | None]] = {}
        self._replies: dict[tuple[int, bool], Reply] = {}

    def missing(self, owed: Iterable[Owed]) -> set[int]:
        """The announcements that have to be fetched."""
        return {one.announcement_id for one in owed} - self._texts.keys()

    def add(self, texts: Mapping[int, tuple[str, str | None]]) -> None:
        """Keep fetched ones, after letting the oldest go."""
        for old in list(self._texts)[: max(0, len(self._texts) - _KEPT)]:
            del self._texts[old]
            self._replies.pop((old, False), None)
            self._replies.pop((old, True), None)
        self._texts |= texts

    def delivery(self, owed: Owed) -> Delivery:
        """The post as its platform needs it; raises ValueError if its letter cannot be read."""
        line = owed.form == "line"
        return Delivery(
            id=f"{self.instance}-{owed.id}",
            channel=owed.channel,
            reply=self._reply(owed.announcement_id, line),
            number=owed.number,
            edits=owed.target if owed.form == "edit" else None,
            thread=owed.target if line else None,
            attempted_at=owed.attempted_at,
            plain=owed.plain,
        )

    def _reply(self, announcement: int, line: bool) -> Reply:
        key = (announcement, line)
        if key not in self._replies:
            text = self._texts[announcement][line]
            if text is None:
                raise ValueError("there is no letter for the line")
            self._replies[key] = from_json(text)
        return self._replies[key]


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

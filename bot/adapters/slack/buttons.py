"""Buttons: what one carries is the command that pressing it gives, so it outlives a restart."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.adapters.slack.elements import Json, clean
from bot.database import Database
from bot.kept import digest, recall
from bot.press import decode, encode
from bot.reply import Choice, as_typed

PRESS = re.compile(r"press-\d+")
MORE = "more"
LABEL = 75  # characters on a button
VALUE = 2_000  # characters that a button carries
ROW = 25  # buttons in one block
_KEPT = re.compile(r"kept\|([0-9a-f]{20})")
_LEAF = re.compile(r"([0-9a-f]{20})\|(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where a reply goes on: the key under which its pages are kept, and the number of one."""

    key: str
    number: int


def rows(choices: Sequence[Choice], numbers: Iterator[int], keep: dict[str, str]) -> list[Json]:
    """Blocks of buttons; commands too long for one are put into `keep`, under their digest."""
    buttons = [_button(choice, next(numbers), keep) for choice in choices]
    return [
        {"type": "actions", "elements": buttons[n : n + ROW]} for n in range(0, len(buttons), ROW)
    ]


def more(leaf: Leaf, total: int) -> Json:
    """The button that leads to the next page."""
    return {
        "type": "actions",
        "elements": [
            {
                "type": "button",
                "action_id": MORE,
                "text": label(f"More ({leaf.number} of {total})"),
                "value": f"{leaf.key}|{leaf.number}",
            }
        ],
    }


def label(words: str) -> Json:
    """Words as plain text, in which Slack reads neither markup nor emoji."""
    shown = as_typed(clean(words), LABEL) or "–"
    return {"type": "plain_text", "text": shown, "emoji": False}


async def chosen(database: Database, value: str) -> Choice | None:
    """The choice that a pressed button carries; None if it is none of ours or kept no more."""
    kept = _KEPT.fullmatch(value)
    if kept:
        value = await recall(database, kept[1]) or ""
    return decode(value)


async def opened(database: Database, value: str) -> tuple[Mapping[str, object], Leaf, int] | None:
    """The page that a pressed `More` leads to, where it stands, and how many there are."""
    found = _LEAF.fullmatch(value)
    book = await recall(database, found[1]) if found else None
    if found is None or book is None:
        return None
    pages, number = json.loads(book), int(found[2])
    if not 1 <= number <= len(pages):
        return None
    return pages[number - 1], Leaf(found[1], number), len(pages)


def _button(choice: Choice, number: int, keep: dict[str, str]) -> Json:
    value = encode(choice)
    if len(value) > VALUE:
        key = digest(value)
        keep[key] = value
        value = f"kept|{key}"
    return {
        "type": "button",
        "action_id": f"press-{number}",
        "text": label(choice.label),
        "value": value,
    }

"""What a button's id carries: a command, or a page of a long reply; both outlive a restart.

An id holds 100 characters. A command that is longer than that is kept under its digest, and so
are the pages of a long reply.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from bot.adapters.discord.render import Page
from bot.database import Database
from bot.kept import digest, keep, recall
from bot.press import decode, encode
from bot.reply import Choice

LONGEST = 100  # characters of an id
_KEPT, _PAGE = "air1k", "air1p"
_KEPT_ID = re.compile(rf"{_KEPT}\|([0-9a-f]+)")
_PAGE_ID = re.compile(rf"{_PAGE}\|([0-9a-f]+)\|(\d{{1,4}})")


@dataclass(frozen=True, slots=True)
class Turn:
    """A press that asks for another page of a long reply, counted from 1."""

    key: str
    number: int


@dataclass(frozen=True, slots=True)
class Bound:
    """One page with the ids of its buttons, ready to be sent."""

    page: Page
    ids: dict[Choice, str]
    key: str | None = None  # of all pages, where there are several
    number: int = 1
    count: int = 1


def turn_id(key: str, number: int) -> str:
    """The id of a button that turns to a page."""
    return f"{_PAGE}|{key}|{number}"


async def bind(database: Database, pages: Sequence[Page], now: datetime) -> Bound:
    """The first page with its ids; what does not fit into them is kept."""
    key = None
    if len(pages) > 1:
        written = msgspec.json.encode(pages).decode()
        key = digest(written)
        await keep(database, key, written, now)
    ids = await _ids(database, (c for p in pages for c in (*p.choices, *p.actions)), now)
    return Bound(pages[0], ids, key, 1, len(pages))


async def turned(database: Database, turn: Turn, now: datetime) -> Bound | None:
    """The page that a press asks for; None if it is kept no longer."""
    written = await recall(database, turn.key)
    if written is None:
        return None
    pages = msgspec.json.decode(written, type=tuple[Page, ...])
    if not 1 <= turn.number <= len(pages):
        return None
    page = pages[turn.number - 1]
    ids = await _ids(database, (*page.choices, *page.actions), now)
    return Bound(page, ids, turn.key, turn.number, len(pages))


async def pressed(database: Database, custom_id: str) -> Choice | Turn | None:
    """What pressing a button means; None if its id is none of ours or is kept no longer."""
    if found := _PAGE_ID.fullmatch(custom_id):
        return Turn(found[1], int(found[2]))
    if found := _KEPT_ID.fullmatch(custom_id):
        written = await recall(database, found[1])
        return None if written is None else decode(written)
    return decode(custom_id)


async def _ids(database: Database, choices: Iterable[Choice], now: datetime) -> dict[Choice, str]:
    ids = {}
    for choice in dict.fromkeys(choices):
        written = encode(choice)
        if len(written) > LONGEST:
            key = digest(written)
            await keep(database, key, written, now)
            written = f"{_KEPT}|{key}"
        ids[choice] = written
    return ids

"""A reply as messages for Slack: blocks within its limits, and the text of the notification."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.adapters.slack.blocks import Piece, pieces, remark
from bot.adapters.slack.buttons import Leaf, more, rows
from bot.adapters.slack.elements import Json, clean
from bot.kept import digest
from bot.plain import plain_text
from bot.reply import Paragraph, Reply, as_typed

BLOCKS = 50  # of a message
CHARACTERS = 11_000  # of a message's blocks together; Slack refuses from about 13,000
NOTICE = 300  # characters of a notification
PLAIN = 39_000  # characters of a message without blocks; Slack cuts at 40,000
_SPARE = 5  # blocks left for the line above, `More` and what can be done with the reply
_CALL = re.compile(r"@(?=here|channel|everyone)", re.IGNORECASE)
_JOINER = "\u2060"  # between the sign and the word nobody sees it, and nobody is called


@dataclass(frozen=True, slots=True)
class Page:
    """One message; what its buttons carry by key alone is in `keep`, to be kept before."""

    text: str
    blocks: tuple[Json, ...]
    keep: Mapping[str, str] = field(default_factory=dict)


def render(reply: Reply, *, lead: str = "", shareable: bool = False) -> tuple[Page, ...]:
    """The messages of a reply; the first leads on to the second by a button, and so on.

    `lead` is a line above it all, such as what was asked; with `shareable` there is a button
    that shows the reply to everyone.
    """
    keep: dict[str, str] = {}
    numbers = itertools.count(1)
    found = list(pieces(reply.blocks, numbers, keep, tables=True))
    found = found or list(pieces((Paragraph((reply.headline or "–",)),), numbers, keep, False))
    first: list[Piece] = [remark(as_typed(lead))] if as_typed(lead) else []
    actions = [action for action in reply.actions if shareable or not action.shown]
    last = rows(actions, numbers, keep)
    bodies = [[piece.block for piece in page] for page in _packed(itertools.chain(first, found))]
    text = notification(reply.headline or plain_text(reply))
    if len(bodies) == 1:
        return (Page(text, (*bodies[0], *last), keep),)
    book = json.dumps([{"text": text, "blocks": body} for body in bodies], ensure_ascii=False)
    key = digest(book)
    keep[key] = book
    return tuple(
        Page(text, with_more(body, Leaf(key, n), len(bodies), last if n == 1 else ()), keep)
        for n, body in enumerate(bodies, 1)
    )


def with_more(
    body: Iterable[Json], leaf: Leaf, total: int, last: Iterable[Json] = ()
) -> tuple[Json, ...]:
    """The blocks of a page, the way to the next one, and what can be done with the reply."""
    on = (more(Leaf(leaf.key, leaf.number + 1), total),) if leaf.number < total else ()
    return (*body, *on, *last)


def home(reply: Reply, numbers: Iterator[int]) -> list[Json]:
    """The blocks of a reply for App Home, which has no tables; all on one page."""
    return [piece.block for piece in pieces(reply.blocks, numbers, {}, tables=False)]


def notification(words: str) -> str:
    """Words as the text of a notification: no markup of Slack's in them is obeyed."""
    return escape(as_typed(words, NOTICE)) or "–"


def plain(reply: Reply) -> str:
    """A reply as text alone, for where its blocks are refused."""
    words = clean(plain_text(reply))
    safe = escape(words)
    if len(safe) > PLAIN:  # an escaped character takes up to five
        safe = escape(words[: PLAIN // 5 - 1] + "…")
    return safe or "–"


def escape(words: str) -> str:
    """Words in which Slack finds no mention, no link and no date."""
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _CALL.sub(f"@{_JOINER}", safe)


def _packed(found: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces on as many pages as they need; a page has one table at most."""
    pages: list[list[Piece]] = []
    taken = 0
    for piece in found:
        full = pages and (
            len(pages[-1]) >= BLOCKS - _SPARE
            or taken + piece.size > CHARACTERS
            or (piece.table and any(before.table for before in pages[-1]))
        )
        if full or not pages:
            pages.append([])
            taken = 0
        pages[-1].append(piece)
        taken += piece.size
    return pages

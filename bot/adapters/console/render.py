"""A reply for a terminal: rich's renderables, with colour where the terminal has it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text

from bot.reply import (
    Block,
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
    Spans,
    Strong,
    Table,
)

_QUIET = Style(dim=True)
_STRONG = Style(bold=True)
_OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys in place of showing it: control characters, and turns of direction."""


def print_reply(console: Console, reply: Reply) -> None:
    """Print a reply; the console decides on colour and width."""
    console.print(render(reply), soft_wrap=False)


def render(reply: Reply) -> Group:
    """A reply as one renderable, a blank line between its blocks."""
    parts: list[RenderableType] = []
    numbers = itertools.count(1)
    for block in reply.blocks:
        parts += [_block(block, numbers), Text("")]
    actions = _pressed(reply.actions)
    if actions:
        line = "   ".join(f"{next(numbers)}) {choice.label}" for choice in actions)
        parts += [_words(line, _QUIET), Text("")]
    return Group(*parts[:-1])


def offered(reply: Reply) -> tuple[Choice, ...]:
    """What a number typed after the reply picks, in order: its choices, then its actions."""
    choices = (choice for b in reply.blocks if isinstance(b, Choices) for choice in b.items)
    return (*choices, *_pressed(reply.actions))


def _pressed(actions: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Without those that show the reply to others: nobody else looks at a terminal."""
    return tuple(action for action in actions if not action.shown)


def _block(block: Block, numbers: Iterator[int]) -> RenderableType:
    match block:
        case Heading(text):
            return _words(text, _STRONG)
        case Paragraph(spans):
            return _text(spans)
        case Note(spans):
            return _text(spans, _QUIET)
        case Listing(items, start):
            marks = (
                ["-"] * len(items)
                if start is None
                else [f"{start + n}." for n in range(len(items))]
            )
            return _hanging(
                [(Text(mark), _text(item)) for mark, item in zip(marks, items, strict=True)]
            )
        case Table():
            return _table(block)
        case SourceNotes(items):
            notes = [(_text(item[:1]), _text(item[1:])) for item in items]  # the number first
            return Group(Text("Sources", style=_STRONG), _hanging(notes))
        case Choices(items):
            return Group(*(_words(f"{next(numbers)}) {choice.label}") for choice in items))


def _table(table: Table) -> RichTable:
    drawn = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in table.header:
        drawn.add_column(_words(name), overflow="fold")
    for row in table.rows:
        drawn.add_row(*(_text(cell) for cell in row))
    return drawn


def _hanging(rows: list[tuple[Text, Text]]) -> RichTable:
    """A mark and its words on each row; turned lines are set in."""
    grid = RichTable.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")  # an address is never cut
    for mark, text in rows:
        mark.rstrip()
        grid.add_row(mark, text)
    return grid


def _text(spans: Spans, style: Style | None = None) -> Text:
    """Spans as text; nothing in them is markup, and addresses are written out or linked."""
    text = Text(style=style or "")
    for span in spans:
        match span:
            case str(words) | Day(_, words):
                text.append_text(_words(words))
            case Strong(words):
                text.append_text(_words(words, _STRONG))
            case Quiet(words):
                text.append_text(_words(words, _QUIET))
            case Link(words, url):
                url = _OBEYED.sub("", url)
                text.append_text(_words(f"“{words}” "))
                text.append_text(_words(f"<{url}>", Style(link=url, dim=True)))
            case Mark(number, _):
                text.append_text(_words(f"[{number}]", _QUIET))
    return text


def _words(words: str, style: Style | None = None) -> Text:
    """Words that a terminal shows and does not obey."""
    return Text(_OBEYED.sub(" ", words), style=style or "")

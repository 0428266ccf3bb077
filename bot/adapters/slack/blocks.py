"""The blocks of a reply as blocks of Slack's Block Kit, each within its own limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.adapters.slack import buttons
from bot.adapters.slack.elements import (
    TEXT,
    Json,
    address,
    blank,
    chunks,
    clean,
    elements,
    instant,
    quiet,
    sizes,
)
from bot.reply import (
    Block,
    Choices,
    Day,
    Heading,
    Link,
    Listing,
    Note,
    Paragraph,
    Quiet,
    SourceNotes,
    Spans,
    Strong,
    Table,
)

HEADER = 150  # characters in a header
COLUMNS, ROWS = 20, 100  # of a table, its header with them
TABLE = 9_000  # characters in all cells of a message's table; Slack takes 10,000
_CELL = 1_800  # characters in a cell, beyond which nobody would read it as one
_SOURCES = "Sources"
_NONE: Spans = ("–",)  # how an empty cell is written
_FENCED = frozenset("&<>")
# Nothing in such words can be markup, a mention, an emoji or an address.
_HARMLESS = re.compile(r"(?:[^\W_]|[ .,;()“”‘’'\"–—…!?/%+=$€§·\[\]-]|:(?=\s|$))*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, and how many characters it takes of its message."""

    block: Json
    size: int
    table: bool = False


def pieces(
    blocks: Sequence[Block], numbers: Iterator[int], keep: dict[str, str], tables: bool
) -> Iterator[Piece]:
    """All blocks in order; only the first table is drawn as one, as a message may have no more."""
    for block in blocks:
        drawn = False
        for piece in _pieces(block, numbers, keep, tables):
            drawn = drawn or piece.table
            yield piece
        tables = tables and not drawn


def remark(words: str) -> Piece:
    """A line in small print whose words are literal."""
    text = {"type": "plain_text", "text": clean(words)[:TEXT], "emoji": False}
    return Piece({"type": "context", "elements": [text]}, len(words))


def _pieces(
    block: Block, numbers: Iterator[int], keep: dict[str, str], tables: bool
) -> Iterable[Piece]:
    match block:
        case Heading(text):
            return _heading(text)
        case Paragraph(spans):
            return _sections(elements(spans))
        case Note(spans):
            return _note(spans)
        case Listing(items, start):
            return _listing([elements(item) for item in items if not blank(item)], start)
        case Table():
            return _table(block) if tables and _drawable(block) else _rows_listed(block)
        case SourceNotes(items):
            return _sources(items)
        case Choices(items):
            return [Piece(row, 0) for row in buttons.rows(items, numbers, keep)]


def _heading(text: str) -> Iterable[Piece]:
    text = clean(text).replace("\n", " ").strip()
    if not text:
        return ()
    if len(text) > HEADER or _FENCED & set(text):
        return _sections(elements((Strong(text),)))
    words = {"type": "plain_text", "text": text, "emoji": False}
    return (Piece({"type": "header", "text": words}, len(text)),)


def _sections(found: list[Json]) -> Iterator[Piece]:
    for chunk in chunks(found):
        if "".join(e.get("text", "x") for e in chunk).strip():
            yield _rich([{"type": "rich_text_section", "elements": chunk}], sizes(chunk))


def _rich(parts: list[Json], taken: int) -> Piece:
    return Piece({"type": "rich_text", "elements": parts}, taken)


def _note(spans: Spans) -> Iterable[Piece]:
    """Small print where no word of it could be read as markup, else words that stand back."""
    if blank(spans):
        return ()
    small = _small_print(spans)
    if small is None or len(small) > TEXT:
        return _sections(quiet(elements(spans)))
    text = {"type": "mrkdwn", "text": small, "verbatim": True}
    return (Piece({"type": "context", "elements": [text]}, len(small)),)


def _small_print(spans: Spans) -> str | None:
    """The spans in Slack's markup; None where a word of them could be read as some."""
    parts: list[str] = []
    for span in spans:
        match span:
            case str(words) | Strong(words) | Quiet(words):
                before, after = "", ""
            case Link(words, url) if (led := address(url)) and "&" not in led and words.strip():
                before, after = f"<{led}|", ">"
            case Day(day, words) if (moment := instant(day)) and words.strip():
                before, after = f"<!date^{moment}^{{date_short}}|", ">"
            case _:
                return None
        if not _HARMLESS.fullmatch(words):
            return None
        parts += [before, words, after]
    return "".join(parts)


def _listing(items: list[list[Json]], start: int | None) -> Iterator[Piece]:
    """Lists of items; one that is too long for a block goes on below its beginning."""
    style = "bullet" if start is None else "ordered"
    parts: list[Json] = []
    taken = 0
    for number, item in enumerate(items):
        for place, chunk in enumerate(chunks(item)):
            length = sizes(chunk)
            if parts and taken + length > TEXT:
                yield _rich(parts, taken)
                parts, taken = [], 0
            section = {"type": "rich_text_section", "elements": chunk}
            if place:
                parts.append(section)
            elif parts and parts[-1]["type"] == "rich_text_list":
                parts[-1]["elements"].append(section)
            else:
                offset = number + (start or 1) - 1
                where = {"offset": offset} if start is not None and offset > 0 else {}
                new = {"type": "rich_text_list", "style": style, "elements": [section]}
                parts.append(new | where)
            taken += length
    if parts:
        yield _rich(parts, taken)


def _sources(items: Sequence[Spans]) -> Iterator[Piece]:
    found: list[Json] = []
    for item in items:
        if not blank(item):
            found += [{"type": "text", "text": "\n"}] if found else []
            found += elements(item)
    title = {"type": "rich_text_section", "elements": elements((Strong(_SOURCES),))}
    for n, chunk in enumerate(chunks(found, TEXT - len(_SOURCES))):
        quoted = {"type": "rich_text_quote", "elements": chunk}
        yield _rich([quoted] if n else [title, quoted], sizes(chunk) + len(_SOURCES))


def _drawable(table: Table) -> bool:
    cells = (sizes(elements(cell)) for row in table.rows for cell in row)
    wide = max(len(table.header), *(len(row) for row in table.rows), 1) if table.rows else 0
    return 0 < wide <= COLUMNS and max((*cells, *map(len, table.header)), default=0) <= _CELL


def _table(table: Table) -> Iterator[Piece]:
    """The rows in as many tables as they need, each with the header."""
    head = [_cell((Strong(name),)) for name in table.header]
    first = sum(map(len, table.header))
    rows, taken = [head], first
    for row in table.rows:
        length = sum(sizes(elements(cell)) for cell in row)
        if len(rows) > 1 and (len(rows) == ROWS or taken + length > TABLE):
            yield _drawn(rows, taken)
            rows, taken = [head], first
        rows.append([_cell(cell) for cell in row])
        taken += length
    yield _drawn(rows, taken)


def _drawn(rows: list[list[Json]], taken: int) -> Piece:
    settings = [{"is_wrapped": True} for _ in rows[0]]
    return Piece({"type": "table", "rows": rows, "column_settings": settings}, taken, table=True)


def _cell(spans: Spans) -> Json:
    found = elements(spans) if not blank(spans) else elements(_NONE)
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": found}]}


def _rows_listed(table: Table) -> Iterator[Piece]:
    """A table as a list: the first cell of a row stands out, the others follow by name."""
    items = []
    for row in table.rows:
        item = (
            elements(
                (
                    Strong(
                        "".join(str(e.get("text", e.get("fallback", ""))) for e in elements(row[0]))
                    ),
                )
            )
            if row
            else []
        )
        for name, cell in zip(table.header[1:], row[1:], strict=False):
            if not blank(cell) and cell != _NONE:
                item += elements((f" · {name}: " if name else " · ",)) + elements(cell)
        if item:
            items.append(item)
    return _listing(items, None)

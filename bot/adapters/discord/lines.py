"""Blocks of a reply as lines of Discord's markdown, no line longer than a page can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from bot.adapters.discord.escape import address, literal, size
from bot.reply import (
    Block,
    Choices,
    Day,
    Heading,
    Link,
    Listing,
    Mark,
    Note,
    Paragraph,
    Quiet,
    SourceNotes,
    Span,
    Spans,
    Strong,
    Table,
    spans_text,
)

LINE = 1_500  # characters, so that a page holds a long line, its head and its foot
_PIECE = 300  # characters of words that stay together, and of one word that is not parted
_LONG_ADDRESS = 900  # characters; what has a longer one is written as its words alone
# No instant is the same day everywhere on Earth. This one is from Hawaii to New Zealand, where
# noon would already be the next day.
_MIDDAY = time(10, 10, tzinfo=UTC)
_GOES_ON = frozenset({"since", "until", "under"})  # names of columns that their cells go on from
_NOTHING = frozenset({"", "–"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of markdown."""

    text: str
    apart: bool = False  # with an empty line before it
    leads: bool = False  # says what the next line is, so both belong on one page

    @property
    def size(self) -> int:
        """How much of a page it takes, at most."""
        return size(self.text) + 2


def block_lines(block: Block) -> list[Line]:
    """The lines of a block; buttons have none."""
    match block:
        case Heading(text):
            return _leading((Strong(text),))
        case Paragraph((Strong(),) as spans):
            return _leading(spans)
        case Paragraph(spans):
            return _lines([spans], "")
        case Note(spans):
            return _lines([spans], "-# ")
        case Listing():
            return _listing(block)
        case SourceNotes(items):
            return _lines(items, "-# ")
        case Table(("", *names), rows):
            return [line for row in rows for line in _compared(row, names)]
        case Table(names, rows):
            return _lines([_row(names, row) for row in rows], "- ")
        case Choices():
            return []


def _listing(listing: Listing) -> list[Line]:
    if listing.start is None:
        return _lines(listing.items, "- ")
    numbered = enumerate(listing.items, listing.start)
    return _together(line for n, item in numbered for line in _lines([item], f"{n}. "))


def markdown(spans: Spans) -> str:
    """Spans as Discord's markdown; nothing in their words takes effect."""
    return "".join(_span(span) for span in _merged(spans))


def _compared(row: Sequence[Spans], names: Sequence[str]) -> list[Line]:
    """What two things are compared in, and each of them in a line of its own."""
    cells = [(f"{name}: ", *cell) for name, cell in zip(names, row[1:], strict=True)]
    return _together([*_leading(_bold(row[0])), *_lines(cells, "- ")])


def _row(names: Sequence[str], row: Sequence[Spans]) -> Spans:
    """A row in one line, which reads well on a narrow screen: empty cells are left out."""
    spans: list[Span] = [*_bold(row[0])]
    before = ": "
    for column, (name, cell) in enumerate(zip(names, row, strict=True)):
        if column == 0 or spans_text(cell).strip() in _NOTHING:
            continue
        label = f"{name} " if name in _GOES_ON else f"{name}: "
        told = column == 1 or spans_text(cell[:1]).endswith(".")  # a sentence needs no label
        spans += [before if told else before + label, *cell]
        before = " · "
    return tuple(spans)


def _bold(spans: Spans) -> Spans:
    return tuple(Strong(s) if isinstance(s, str) else s for s in spans)


def _leading(spans: Spans) -> list[Line]:
    return [replace(line, leads=True) for line in _lines([spans], "")]


def _lines(items: Iterable[Spans], prefix: str) -> list[Line]:
    """A line for each item, the first one apart from what is above; a long one in several."""
    follow = prefix if prefix == "-# " else " " * len(prefix)
    return _together(
        Line((prefix if first else follow) + text)
        for item in items
        for first, text in _parted(item)
    )


def _together(lines: Iterable[Line]) -> list[Line]:
    return [replace(line, apart=number == 0) for number, line in enumerate(lines)]


def _parted(spans: Spans) -> Iterator[tuple[bool, str]]:
    """The markdown of spans in parts of at most `LINE`, each with whether it is the first."""
    whole = markdown(spans).strip()
    if size(whole) <= LINE:
        if whole:
            yield True, whole
        return
    first, part, taken = True, list[Span](), 0
    for piece in _pieces(spans):
        length = size(markdown((piece,)))
        if part and taken + length > LINE:
            yield first, markdown(tuple(part)).strip()
            first, part, taken = False, [], 0
        part.append(piece)
        taken += length
    yield first, markdown(tuple(part)).strip()


def _pieces(spans: Spans) -> Iterator[Span]:
    """The spans in pieces of which each is short, parted between words where there are any."""
    for span in spans:
        if isinstance(span, Day | Mark):
            yield span
            continue
        for words in _short(span if isinstance(span, str) else span.text):
            yield words if isinstance(span, str) else replace(span, text=words)


def _short(text: str) -> Iterator[str]:
    while len(text) > _PIECE:
        cut = text.rfind(" ", 1, _PIECE) + 1 or _PIECE
        yield text[:cut]
        text = text[cut:]
    yield text


def _merged(spans: Spans) -> Iterator[Span]:
    """The spans with strong ones that meet made one, since `**a****b**` is no markdown."""
    before: Strong | None = None
    for span in spans:
        if isinstance(span, Strong):
            before = Strong(before.text + span.text) if before else span
            continue
        if before is not None:
            yield before
            before = None
        yield span
    if before is not None:
        yield before


def _span(span: Span) -> str:
    match span:
        case str(text) | Quiet(text):
            return literal(text)
        case Strong(text):
            left, right = len(text) - len(text.lstrip()), len(text.rstrip())
            words = literal(text[left:right])
            return f"{literal(text[:left])}**{words}**{literal(text[right:])}" if words else " "
        case Link(text, url):
            return _link(literal(text), url) or literal(text)
        case Day(day, _):
            return f"<t:{int(datetime.combine(day, _MIDDAY).timestamp())}:D>"
        case Mark(number, url):
            return (url and _link(f"[{number}]", url)) or rf"\[{number}\]"


def _link(words: str, url: str) -> str | None:
    """Words that lead somewhere; None where that cannot be written."""
    safe = address(url)
    if safe is None or size(safe) > _LONG_ADDRESS or not words.strip():
        return None
    return f"[{words}](<{safe}>)"

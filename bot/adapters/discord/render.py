"""A reply as pages of Discord's markdown and buttons, each within the limits of one message.

A message may hold 40 components and 4,000 characters over all its texts. What does not fit goes
to the next page and is never cut: lines are parted between words, sources follow the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby, zip_longest

from bot.adapters.discord.escape import literal, size
from bot.adapters.discord.lines import Line, block_lines
from bot.plain import plain_text
from bot.reply import (
    Block,
    Choice,
    Choices,
    Heading,
    Note,
    Paragraph,
    Reply,
    SourceNotes,
    Strong,
    spans_text,
)

PAGE = 3_600  # characters of a page's texts; the rest of the 4,000 is for what a page adds
CHOICES = 15  # buttons of a page that are choices: three rows of five
ACTIONS = 10
_LINKED = re.compile(r"\[\[(\d+)\]\]\(<[^>]*>\)")  # a source's number with its link
_TITLE = 400  # characters of a heading; a longer one is no heading


@dataclass(frozen=True, slots=True)
class Page:
    """What one message shows, from top to bottom; texts are markdown."""

    texts: tuple[str, ...]  # the first is what a notification shows
    choices: tuple[Choice, ...] = ()
    small: tuple[str, ...] = ()
    actions: tuple[Choice, ...] = ()


def render(reply: Reply, public: bool = False) -> tuple[Page, ...]:
    """The pages of a reply; `public` is for where everyone sees it, and nothing is left to share.

    The numbers of sources are links: each time where that costs no page, else once a page.
    """
    script = _script(reply, public)
    always = _pages(script, repeating=True)
    if len(always) == 1:
        return always
    once = _pages(script, repeating=False)
    return always if len(always) <= len(once) else once


def plain_page(reply: Reply) -> Page:
    """The words of a reply alone, for when Discord refuses it with all its parts."""
    lines, room = list[str](), PAGE
    for line in plain_text(reply).splitlines():
        written = literal(line)
        room -= size(written) + 1
        if room < 0:
            lines.append("… The rest is too long for one message.")
            break
        lines.append(written)
    return Page(("\n".join(lines).strip() or literal(reply.headline),))


@dataclass(slots=True)
class _Sheet:
    """A page while it is filled."""

    room: int
    body: list[Line] = field(default_factory=list)
    small: list[Line] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    linked: set[str] = field(default_factory=set)  # numbers of sources that lead there already


@dataclass(slots=True)
class _Draft:
    """Pages while they are filled, each with the same room."""

    room: int
    repeating: bool
    sheets: list[_Sheet] = field(default_factory=list)

    def turn(self) -> _Sheet:
        """A new page."""
        self.sheets.append(_Sheet(self.room))
        return self.sheets[-1]

    def last(self) -> _Sheet:
        return self.sheets[-1] if self.sheets else self.turn()

    def write(self, lines: list[Line]) -> None:
        for line, after in zip_longest(lines, lines[1:]):
            wanted = self._cost(line) + (self._cost(after) if line.leads and after else 0)
            sheet = self.last()
            if sheet.body and sheet.room < wanted:
                sheet = self.turn()
            text = self._text(line, sheet.linked)
            if not self.repeating:
                sheet.linked.update(_LINKED.findall(text))
            sheet.body.append(replace(line, text=text))
            sheet.room -= size(text) + 2

    def _cost(self, line: Line) -> int:
        return size(self._text(line, self.last().linked)) + 2

    def _text(self, line: Line, linked: set[str]) -> str:
        """The line; unless links repeat, without those to sources that are there already."""
        if self.repeating:
            return line.text
        known = set(linked)

        def once(found: re.Match[str]) -> str:
            again = found[1] in known
            known.add(found[1])
            return rf"\[{found[1]}\]" if again else found[0]

        return _LINKED.sub(once, line.text)

    def offer(self, choices: Iterable[Choice]) -> None:
        for choice in choices:
            sheet = self.last() if len(self.last().choices) < CHOICES else self.turn()
            sheet.choices.append(choice)

    def cite(self, sources: list[Line], count: int) -> None:
        """Put the sources below all else: whole where they fit, else on pages of their own."""
        if self.last().room < sum(line.size for line in sources):
            page = len(self.sheets) + 1
            self.last().small.append(Line(f"-# The {count} sources are listed on page {page}."))
            self.turn()
        for line in sources:
            sheet = self.last()
            if sheet.small and sheet.room < line.size:
                sheet = self.turn()
            sheet.small.append(line)
            sheet.room -= line.size


@dataclass(frozen=True, slots=True)
class _Script:
    """A reply written out, before it is parted into pages."""

    head: tuple[str, ...]
    parts: tuple[list[Line] | tuple[Choice, ...], ...]
    sources: list[Line]
    cited: int
    foot: list[Line]
    actions: tuple[Choice, ...]
    headline: str


def _script(reply: Reply, public: bool) -> _Script:
    title, blocks = _arranged(reply)
    foot = _foot(blocks)
    parts: list[list[Line] | tuple[Choice, ...]] = []
    for offering, some in groupby(blocks, lambda block: isinstance(block, Choices)):
        if offering:
            parts.append(tuple(c for b in some if isinstance(b, Choices) for c in b.items))
        else:
            told = (block for block in some if not isinstance(block, SourceNotes))
            parts.append([line for block in told for line in block_lines(block)])
    notes = [block for block in blocks if isinstance(block, SourceNotes)]
    return _Script(
        head=(f"### {literal(title)}",) if title else (),
        parts=tuple(parts),
        sources=[line for block in notes for line in block_lines(block)],
        cited=sum(len(block.items) for block in notes),
        foot=foot,
        actions=tuple(a for a in reply.actions if not (public and a.shown)),
        headline=reply.headline,
    )


def _pages(script: _Script, repeating: bool) -> tuple[Page, ...]:
    taken = sum(line.size for line in script.foot) + sum(size(text) + 2 for text in script.head)
    draft = _Draft(PAGE - taken, repeating)
    for part in script.parts:
        if isinstance(part, list):
            draft.write(part)
        else:
            draft.offer(part)
    draft.offer(script.actions[ACTIONS:])
    draft.cite(script.sources, script.cited)
    return tuple(
        Page(
            texts=(*script.head, *_text(sheet.body)) or (f"### {literal(script.headline)}",),
            choices=tuple(sheet.choices),
            small=(*_text(sheet.small), *_text(script.foot)),
            actions=script.actions[:ACTIONS],
        )
        for sheet in draft.sheets
    )


def _foot(blocks: list[Block]) -> list[Line]:
    """The remark at the end, which every page repeats; it is taken off the blocks."""
    if len(blocks) < 2 or not isinstance(blocks[-1], Note):
        return []
    lines = block_lines(blocks[-1])
    if len(lines) != 1:
        return []
    blocks.pop()
    return lines


def _arranged(reply: Reply) -> tuple[str | None, list[Block]]:
    """The title and the blocks below it: the first text tells the headline, remarks follow."""
    blocks = list(reply.blocks)
    remarks: list[Block] = []
    while len(blocks) > 1 and isinstance(blocks[0], Note):
        remarks.append(blocks.pop(0))
    match blocks[:1]:
        case [Heading(text)]:
            title, rest = text, blocks[1:]
        case [Paragraph(spans) as lead] if spans_text(spans).startswith(reply.headline):
            return None, [lead, *remarks, *blocks[1:]]
        case _:
            title, rest = reply.headline, blocks
    if size(literal(title)) > _TITLE:
        return None, [Paragraph((Strong(title),)), *remarks, *rest]
    return title, [*remarks, *rest]


def _text(lines: list[Line]) -> tuple[str, ...]:
    """The lines as one text; none where there are none."""
    text = "".join(("\n\n" if line.apart else "\n") + line.text for line in lines).strip("\n")
    return (text,) if text else ()

"""How several alerts read as one post, and how a test of them reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.days import when_day
from bot.reply import (
    Block,
    Choice,
    Choices,
    Heading,
    Listing,
    Mark,
    Note,
    Paragraph,
    Quiet,
    Reply,
    SourceNotes,
    Span,
    Spans,
    Strong,
)

_SHOWN = 20  # alerts of a bundle that are told one by one
_OFFERED = 5  # of which a button opens more


def bundle_card(replies: Sequence[Reply], today: date) -> Reply:
    """One post for several alerts, oldest first; one alone stays as it is."""
    if len(replies) == 1:
        return replies[0]
    headline = f"{len(replies)} alerts"
    sources: dict[Spans, int] = {}
    shown = replies[:_SHOWN]
    items = [_item(reply, sources) for reply in shown]
    left = len(replies) - len(shown)
    if left:
        items.append((Quiet(f"and {left} more: the command `changes` has all"),))
    notes = tuple((f"[{number}] ", *spans) for spans, number in sources.items())
    blocks: list[Block] = [Heading(headline), Listing(tuple(items))]
    blocks += [SourceNotes(notes)] if notes else []
    blocks += [Choices(opened)] if (opened := _openers(shown)) else []
    footer = "Not being listed does not mean that there is no rule. Not legal advice."
    blocks.append(Note(("As of ", *when_day(today), f". {footer}")))
    told = "; ".join(reply.headline for reply in replies[:3])
    return Reply(
        headline=f"{headline}: {told}{'; …' if len(replies) > 3 else ''}",
        blocks=tuple(blocks),
        actions=(Choice("Manage", "list"),),
    )


def sample_card(who: str, sample: Reply | None) -> Reply:
    """A post by which people see that alerts come, and how they look."""
    words = f"{who} asked for this test. Nothing happened; alerts in this channel look like this."
    head: tuple[Block, ...] = (Heading("Test of the alerts"), Paragraph((words,)))
    if sample is None:
        return Reply(headline="Test of the alerts", blocks=head)
    return replace(sample, headline=f"Test: {sample.headline}", blocks=(*head, *sample.blocks))


def _item(reply: Reply, sources: dict[Spans, int]) -> Spans:
    """An alert in a line: its headline and its first sentence, with that one's sources."""
    said = _first_sentence(reply.blocks)
    known = {
        line[0]: line[1:]
        for block in reply.blocks
        if isinstance(block, SourceNotes)
        for line in block.items
    }
    spans: list[Span] = []
    for span in said:
        if isinstance(span, Mark):
            line = known.get(f"[{span.number}] ")
            if line is None:
                continue
            span = Mark(sources.setdefault(line, len(sources) + 1), span.url)  # noqa: PLW2901
        spans.append(span)
    return (Strong(f"{reply.headline}. "), *spans)


def _first_sentence(blocks: Iterable[Block]) -> Spans:
    """The first thing an alert says under its headline."""
    for block in blocks:
        match block:
            case Paragraph((Strong(), *rest)) if not rest:
                continue  # a label of what follows
            case Paragraph(spans) | Listing(items=(spans, *_)):
                return spans
            case _:
                continue
    return ()


def _openers(replies: Iterable[Reply]) -> tuple[Choice, ...]:
    """A button for each alert's entry, as far as there is room."""
    found: dict[tuple[str, tuple[tuple[str, str], ...]], Choice] = {}
    for reply in replies:
        for choice in reply.actions[:1]:
            label = reply.headline.partition(": ")[2] or reply.headline
            if choice.command not in {"why", "list"}:
                found.setdefault(
                    (choice.command, choice.arguments), replace(choice, label=label[:60])
                )
    return tuple(found.values())[:_OFFERED]

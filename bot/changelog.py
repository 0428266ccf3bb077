"""How a log of changes reads: what changed in the base, and what happened in the world."""

from __future__ import annotations

from collections import Counter

from bot.citations import Numbering, dated
from bot.days import when_day
from bot.reply import Block, Listing, Paragraph, Quiet, Spans, Strong
from knowledge.answers import ChangeLog
from knowledge.changes import Change, ChangeKind

_CHANGES_ONE_BY_ONE = 40  # more are told by their numbers


def change_log(body: ChangeLog, numbering: Numbering) -> list[Block]:
    blocks: list[Block] = []
    if body.changes:
        many = len(body.changes) > _CHANGES_ONE_BY_ONE
        listed = _counted(body.changes) if many else [_change(one) for one in body.changes]
        blocks += [Paragraph((Strong("In the base"),)), Listing(tuple(listed))]
    if body.events:
        events = tuple(dated(item, numbering) for item in body.events)
        blocks += [
            Paragraph((Strong("In the world, as far as the sources reach"),)),
            Listing(events),
        ]
    return blocks or [Paragraph(("Nothing changed in the base, and no later event is in it.",))]


def _change(change: Change) -> Spans:
    head: Spans = (*when_day(change.at.date()), f": {change.kind} ", Strong(change.title))
    amended = change.differences if change.kind is ChangeKind.AMENDED else ()
    parts = sorted({difference.part for difference in amended})
    return (*head, Quiet(f" ({', '.join(parts)})")) if parts else head


def _counted(changes: tuple[Change, ...]) -> list[Spans]:
    """So many changes at once, as when a base is first read, are told by their numbers."""
    counts = Counter((one.at.date(), one.kind, one.entry_kind) for one in changes)
    return [
        (*when_day(day), f": {kind} {count} {entry_kind} {'entry' if count == 1 else 'entries'}")
        for (day, kind, entry_kind), count in counts.items()
    ]

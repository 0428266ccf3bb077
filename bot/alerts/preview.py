"""What is shown before a subscription is confirmed: what it asks for, and would have brought."""

from __future__ import annotations

from collections.abc import Sequence

from bot.alerts.backtest import DAYS, Backtest, backtest
from bot.alerts.facts import Key
from bot.alerts.filters import VALUES, Filter, describe
from bot.alerts.hours import digest_in_words
from bot.days import when_day
from bot.reply import Block, Listing, Note, Paragraph, Quiet, Span, Spans, Strong
from knowledge.desk import Desk

_SUGGESTED = (Key.JURISDICTION, Key.TOPIC, Key.KIND, Key.STATUS, Key.EVENT)


def preview(desk: Desk, wanted: Filter, digest: str, zone: str) -> tuple[Block, ...]:
    """The filter in words, when its alerts come, and what it would have brought."""
    lines = describe(wanted, lambda entry: desk.store.titles([entry]).get(entry, entry))
    asked: tuple[Spans, ...] = tuple((line,) for line in lines) or (("every entry and event",),)
    blocks: list[Block] = [
        Paragraph((Strong("You ask for: "), wanted.shown())),
        Listing((*asked, (f"alerts come {digest_in_words(digest, zone)}",))),
        Paragraph(_would_have(backtest(desk, wanted))),
    ]
    blocks += [Note((hint,)) for hint in _hints(wanted)]
    return tuple(blocks)


def _would_have(found: Backtest) -> Spans:
    """The back-test in words, with where its numbers come from."""
    posts = "no alert" if not found.posts else f"{found.posts} alert{'s' * (found.posts != 1)}"
    spans: list[Span] = ["With this filter you would have had ", Strong(posts)]
    spans.append(f" in the last {DAYS} days")
    if found.posts:
        spans += [": ", *_where_from(found)]
    spans.append(".")
    if found.newest is not None:
        day, what = found.newest
        spans += [" The newest: ", *when_day(day), f", {what.rstrip('.')}."]
    if found.reminders:
        many = f"{found.reminders} reminder{'s' * (found.reminders != 1)}"
        spans.append(f" Besides, {many} of what was due.")
    if found.next_due is not None:
        day, what = found.next_due
        spans += [" The next thing due: ", *when_day(day), f", {what.rstrip('.')}."]
    return tuple(spans)


def _where_from(found: Backtest) -> Spans:
    parts: list[Span] = []
    if found.changes and found.began:
        parts += [f"{found.changes} from the log of changes since ", *when_day(found.began)]
    if found.changes and found.events:
        parts.append(" and ")
    if found.events:
        parts.append(f"{found.events} from days on which the entries record an event")
        if found.began:
            parts += [" before the log began on ", *when_day(found.began)]
    return tuple(parts)


def _hints(wanted: Filter) -> Sequence[Span]:
    """Words that are rather values of a key, as people who leave the key out mean them."""
    hints: list[Span] = []
    for term in wanted.terms:
        if term.key is not Key.WORDS:
            continue
        for word in term.values:
            plain = "-".join(word.split())
            key = next((k for k in _SUGGESTED if plain in VALUES[k]), None)
            if key is not None:
                hints.append(
                    Quiet(f"“{word}” is looked for as a word. For the {key} write `{key}:{plain}`.")
                )
    return hints

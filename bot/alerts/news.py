"""What there is to tell: changes past a point, each with its facts and how it reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from bot.alerts.cards import change_card, change_line
from bot.alerts.facts import Facts, facts_of
from bot.reply import Reply
from knowledge.changes import Change, ChangeKind
from knowledge.desk import Desk
from knowledge.vocabulary import Property

_NO_WORDS = Reply(headline="", blocks=())
_WEIGHTY = frozenset({Property.STATUS, Property.ACCESS})


class Turn(Enum):
    """What a piece of news does to channels that heard of its entry before, or did not."""

    NEW = "new"  # a post for all who asked
    WORDING = "wording"  # mends an earlier post, and nobody hears of it
    EDIT = "edit"  # mends an earlier post, with a line under it; a post where there is none
    RENEWED = "renewed"  # mends an earlier post, and is worth another one
    GONE = "gone"  # like EDIT, for an entry that was withdrawn
    REMINDER = "reminder"  # a post for all who asked, whatever was posted before


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing to tell: it has a key of its own, so that it is told once."""

    key: str
    entry: str
    turn: Turn
    facts: Facts
    reply: Reply
    line: Reply | None = None
    sequence: int | None = None  # of the change, where it is one
    since: datetime | None = None  # who subscribed later is not told


def news_since(desk: Desk, after: int, upto: int) -> list[News]:
    """What the changes past one, up to another, give to tell; one piece for each entry."""
    log = [change for change in desk.store.changes(after=after) if change.sequence <= upto]
    found = (news_of(desk, change) for change in collapsed(log))
    return [news for news in found if news is not None]


def news_of(desk: Desk, change: Change, bare: bool = False) -> News | None:
    """What a change gives to tell, with `bare` without its words; None where the entry has gone.

    A later change tells that it has.
    """
    facts = facts_of(desk, change)
    if facts is None:
        return None
    told = bare or change.kind is ChangeKind.ADDED
    return News(
        key=f"change:{change.sequence}:{change.at.isoformat()}",
        entry=change.entry,
        turn=turn_of(change),
        facts=facts,
        reply=_NO_WORDS if bare else change_card(desk, change),
        line=None if told else change_line(change),
        sequence=change.sequence,
    )


def collapsed(changes: Iterable[Change]) -> list[Change]:
    """Several changes of one entry as one, from what was before them to what is after them."""
    found: dict[str, Change] = {}
    for change in changes:
        before = found.pop(change.entry, None)
        merged = change if before is None else _merged(before, change)
        if merged is not None:
            found[change.entry] = merged
    return list(found.values())


def _merged(first: Change, then: Change) -> Change | None:
    """One change in the place of two; None where they undo one another."""
    match first.kind, then.kind:
        case ChangeKind.ADDED, ChangeKind.WITHDRAWN:
            return None
        case ChangeKind.ADDED, _:
            return replace(then, kind=ChangeKind.ADDED, differences=())
        case ChangeKind.AMENDED, ChangeKind.AMENDED:
            return replace(then, differences=(*first.differences, *then.differences))
        case _:
            return then


def turn_of(change: Change) -> Turn:
    """What a change does; of an amended entry all but status and access is an edit at most."""
    match change.kind:
        case ChangeKind.ADDED:
            return Turn.NEW
        case ChangeKind.WITHDRAWN:
            return Turn.GONE
        case ChangeKind.AMENDED:
            edited = {one.part for one in change.differences if not one.wording} - {"header"}
            if not edited:
                return Turn.WORDING
            return Turn.RENEWED if edited & _WEIGHTY else Turn.EDIT

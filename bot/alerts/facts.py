"""What is true of a change, as far as filters ask: computed once, matched with every filter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from knowledge.changes import Change, ChangeKind
from knowledge.desk import Desk
from knowledge.model import Directive, Entry, Known, Model, Quote, Statement
from knowledge.vocabulary import Jurisdiction, Kind, LegalStatus, Property, Tier, Topic
from knowledge.weigh import standing
from knowledge.words import words

_OVER = frozenset(
    {
        LegalStatus.ENDED,
        LegalStatus.RESCINDED,
        LegalStatus.REPEALED,
        LegalStatus.SUPERSEDED,
        LegalStatus.NEVER_ISSUED,
    }
)


class Event(StrEnum):
    """What an alert is about."""

    NEW = "new"
    CHANGED = "changed"
    ENDED = "ended"
    DEADLINE = "deadline"


class Key(StrEnum):
    """What a filter can ask for, in the order in which it is printed."""

    KIND = "kind"
    EVENT = "event"
    MODEL = "model"
    DIRECTIVE = "directive"
    ORG = "org"
    JURISDICTION = "jurisdiction"
    STATUS = "status"
    TOPIC = "topic"
    MIN_TIER = "min-tier"
    WORDS = "words"  # those that stand without a key


Marks = Mapping[Key, frozenset[str]]
_PLACES, _TOPICS = frozenset(map(str, Jurisdiction)), frozenset(map(str, Topic))
_BY_KIND = {Kind.MODEL: Key.MODEL, Kind.DIRECTIVE: Key.DIRECTIVE, Kind.ORGANISATION: Key.ORG}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is true of a change: its marks by key, its best source's tier, and all its words.

    `text` holds the words with a blank before, between and after them, so that a phrase is
    found as it stands.
    """

    marks: Marks
    tier: Tier | None
    text: str

    def of(self, key: Key) -> frozenset[str]:
        """What is true under a key."""
        return self.marks.get(key, frozenset())


def facts_of(desk: Desk, change: Change) -> Facts | None:
    """The facts of a change to an entry; None where the entry has gone since."""
    if change.kind is ChangeKind.WITHDRAWN:
        return _of_gone(desk, change)
    entry = desk.store.entry(change.entry)
    if entry is None:
        return None
    if change.kind is ChangeKind.ADDED:
        return facts_about(desk, entry, entry.statements, {Event.NEW})
    edited = [one for one in change.differences if not one.wording]
    after = {(one.part, one.after) for one in edited if one.after is not None}
    touched = [s for s in entry.statements if (s.property, s.text) in after]
    found = facts_about(desk, entry, touched, {Event.CHANGED})
    if any(one.part == Property.STATUS for one in edited) and _over(entry, desk.today):
        found = with_events(found, Event.CHANGED, Event.ENDED)
    was = [one.before for one in edited if one.before is not None]
    gone = _sorted_out(desk, (entry.id, entry.kind), {m for one in edited for m in one.marks})
    marks = {key: found.of(key) | gone.get(key, frozenset()) for key in Key}
    return replace(found, marks=marks, text=f"{found.text.rstrip()}{_text(was)}")


def facts_about(
    desk: Desk, entry: Entry, statements: Iterable[Statement], events: Iterable[Event]
) -> Facts:
    """The facts of what happens to some statements of an entry."""
    statements = tuple(statements)
    named = _header(entry)
    for statement in statements:
        named |= {str(mark) for mark in _named(statement)}
    sources = desk.store.sources(c.source for s in statements for c in s.citations)
    tiers = list(Tier)
    return Facts(
        marks={
            **_sorted_out(desk, (entry.id, entry.kind), named),
            Key.EVENT: frozenset(str(event) for event in events),
            Key.STATUS: frozenset(status_of(entry, desk.today)),
        },
        tier=min((source.tier for source in sources.values()), key=tiers.index, default=None),
        text=_text((*entry.names, *(s.text for s in statements))),
    )


def with_events(facts: Facts, *events: Event) -> Facts:
    """The same facts under other events."""
    return replace(facts, marks={**facts.marks, Key.EVENT: frozenset(map(str, events))})


def status_of(entry: Entry, day: date) -> tuple[str, ...]:
    """Where an entry stands on a day: the values of its statements on it."""
    found = [s for s in standing(entry.statements, day) if s.property is Property.STATUS]
    return tuple(s.value.text for s in found if isinstance(s.value, Known))


def _of_gone(desk: Desk, change: Change) -> Facts:
    """The facts of an entry that the base holds no more: what the change has kept of it."""
    named = {mark for one in change.differences for mark in one.marks}
    return Facts(
        marks={
            **_sorted_out(desk, (change.entry, change.entry_kind), named),
            Key.EVENT: frozenset({str(Event.ENDED)}),
        },
        tier=None,
        text=_text((change.title,)),
    )


def _sorted_out(
    desk: Desk, own: tuple[str, Kind], named: Iterable[str]
) -> dict[Key, frozenset[str]]:
    """Marks by their key: places and topics are their own vocabularies, all else are entries."""
    entry, kind = own
    found: dict[Key, set[str]] = {Key.KIND: {str(kind)}}
    ids = {*named, entry} - _PLACES - _TOPICS
    kinds = {**desk.store.kinds(sorted(ids)), entry: kind}
    for mark in {*named, entry}:
        key = Key.JURISDICTION if mark in _PLACES else Key.TOPIC if mark in _TOPICS else None
        if mark in kinds:
            key = _BY_KIND.get(kinds[mark])
        if key is not None:
            found.setdefault(key, set()).add(mark)
    return {key: frozenset(marks) for key, marks in found.items()}


def _header(entry: Entry) -> set[str]:
    own = {str(topic) for topic in entry.topics}
    match entry:
        case Directive(jurisdiction=where):
            own.add(str(where))
        case Model(developer=maker):
            own.add(maker)
        case Quote(speaker=speaker, about=about):
            own |= {speaker, *about}
    return own


def _named(statement: Statement) -> tuple[str, ...]:
    where = (str(statement.jurisdiction),) if statement.jurisdiction else ()
    under = statement.access.under if statement.access else ()
    return (*where, *under, *statement.about)


def _over(entry: Entry, day: date) -> bool:
    return any(status in _OVER for status in status_of(entry, day))


def _text(texts: Iterable[str]) -> str:
    return f" {' '.join(' '.join(words(text)) for text in texts)} "

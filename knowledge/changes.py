"""What a change to an entry is, and how one version differs from another: pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum

from rapidfuzz import fuzz

from knowledge.model import Directive, Entry, Model, Quote, Statement
from knowledge.vocabulary import Kind, Property
from knowledge.words import digits_of, words

_SMALL_EDIT = 85  # of 100 in rapidfuzz's ratio: a word or two of a sentence
_DENIALS = frozenset(
    {"cannot", "neither", "never", "no", "nobody", "none", "nor", "not", "without"}
)


class ChangeKind(StrEnum):
    """What happened to an entry."""

    ADDED = "added"
    AMENDED = "amended"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One statement, or one part of the header, before and after; None where it was not there."""

    part: str  # the property of the statement, or "header"
    before: str | None
    after: str | None
    wording: bool = False  # both mean the same: the words, their sources or remarks differ
    marks: tuple[str, ...] = ()  # of what is gone: entries it named, where it held, its topics


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row of the change log; `sequence` grows with every change and is never used twice."""

    sequence: int
    kind: ChangeKind
    entry: str
    entry_kind: Kind
    title: str
    at: datetime
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Log:
    """How far the change log reaches: when its first change was made, and its newest number.

    A file that was made anew counts from one again; `began` tells it from the one before.
    """

    began: str
    newest: int


def differences(before: Entry, after: Entry) -> tuple[Difference, ...]:
    """What changed between two versions of an entry: its header, then its statements.

    A statement that is the same in both is left out, wherever it stands. Of the others, those
    of the same property and point are taken for versions of one another, in their order.
    """
    found = []
    if _header(before) != _header(after):
        found.append(Difference(part="header", before=before.title, after=after.title))
    versions, new = _versions(before, after)
    for was, now in versions:
        found.append(_edited(was, now) if now is not None else _removed(was))
    found += [Difference(part=now.property, before=None, after=now.text) for now in new]
    if not found and before != after:  # the same statements in another order
        found.append(Difference(part="header", before=before.title, after=after.title))
    return tuple(found)


def dropped(before: Entry, after: Entry) -> tuple[Statement, ...]:
    """The statements that went and left no version of theirs behind."""
    versions, _ = _versions(before, after)
    return tuple(was for was, now in versions if now is None)


def removal(entry: Entry) -> tuple[Difference, ...]:
    """What is kept of an entry that is withdrawn: its title, and what it was about."""
    own: tuple[str, ...] = tuple(entry.topics)
    match entry:
        case Directive():
            own = (entry.jurisdiction, *own)
        case Model():
            own = (entry.developer, *own)
        case Quote():
            own = (entry.speaker, *own)
    marks = dict.fromkeys((*own, *(mark for s in entry.statements for mark in _marks(s))))
    kept = tuple(str(mark) for mark in marks)
    return (Difference(part="header", before=entry.title, after=None, marks=kept),)


def means_the_same(was: Statement, now: Statement) -> bool:
    """Whether two versions of a statement differ in nothing but words, sources and remarks.

    Another number or another "not" is more than wording; and so is all but a small edit where
    the text alone carries the value.
    """
    if digits_of(was.text) != digits_of(now.text) or _denials(was) != _denials(now):
        return False
    bare = was.value is None and was.access is None
    if bare and fuzz.ratio(was.text, now.text) < _SMALL_EDIT:
        return False
    return was == replace(
        now,
        text=was.text,
        citations=was.citations,
        known_from=was.known_from,
        computed_from=was.computed_from,
        reason=was.reason,
        about=was.about,
    )


def _versions(
    before: Entry, after: Entry
) -> tuple[list[tuple[Statement, Statement | None]], list[Statement]]:
    """Each statement that did not stay as it was, with its new version; then the new ones."""
    new = _left_over(after.statements, before.statements)
    versions = []
    for was in _left_over(before.statements, after.statements):
        now = next((s for s in new if _point(s) == _point(was)), None)
        if now is None:
            now = next((s for s in new if s.property is was.property), None)
        if now is not None:
            new.remove(now)
        versions.append((was, now))
    return versions, new


def _edited(was: Statement, now: Statement) -> Difference:
    return Difference(
        part=was.property, before=was.text, after=now.text, wording=means_the_same(was, now)
    )


def _removed(was: Statement) -> Difference:
    return Difference(part=was.property, before=was.text, after=None, marks=_marks(was))


def _marks(statement: Statement) -> tuple[str, ...]:
    where = (str(statement.jurisdiction),) if statement.jurisdiction else ()
    under = statement.access.under if statement.access else ()
    return (*where, *under, *statement.about)


def _denials(statement: Statement) -> int:
    return sum(word in _DENIALS for word in words(statement.text))


def _header(entry: Entry) -> dict[str, object]:
    """All fields but the statements."""
    names = (part.name for part in fields(entry) if part.name != "statements")
    return {name: getattr(entry, name) for name in names}


def _point(statement: Statement) -> tuple[Property, str, object]:
    who = statement.access.audience if statement.access else None
    return statement.property, statement.topic, who


def _left_over(mine: tuple[Statement, ...], theirs: tuple[Statement, ...]) -> list[Statement]:
    """My statements that have no equal among theirs; a double counts once for each."""
    rest = Counter(theirs)
    kept = []
    for statement in mine:
        if rest[statement] > 0:
            rest[statement] -= 1
        else:
            kept.append(statement)
    return kept

"""Brings a folder of reviewed files into the store: decides what changed, writes it at once."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from knowledge import writer
from knowledge.changes import ChangeKind, Difference, differences, dropped, removal
from knowledge.check import Base, check_entry, references
from knowledge.model import Entry, Statement
from knowledge.problems import Problem, file_of
from knowledge.sources.files import TABLE_SIZE_LIMIT, Reading, read_folder
from knowledge.store import Store

VERSION = "1"  # of the tables' content; another one makes every file be read again


@dataclass(frozen=True, slots=True)
class Decision:
    """What an ingest does with one entry."""

    kind: ChangeKind
    entry: Entry
    differences: tuple[Difference, ...] = ()
    withdrawn: tuple[Statement, ...] = ()  # that went, and left no version of theirs behind


@dataclass(frozen=True, slots=True)
class Ingested:
    """What an ingest did, and which files it could not take."""

    decisions: tuple[Decision, ...]
    problems: tuple[Problem, ...]


def decide(new: Entry | None, old: Entry | None) -> Decision | None:
    """Added, amended or withdrawn, or None where nothing changed; looks at nothing else."""
    match new, old:
        case None, None:
            return None
        case None, _:
            assert old is not None
            return Decision(ChangeKind.WITHDRAWN, old, removal(old), old.statements)
        case _, None:
            assert new is not None
            return Decision(ChangeKind.ADDED, new)
        case _:
            assert new is not None
            assert old is not None
            if new == old:
                return None
            return Decision(ChangeKind.AMENDED, new, differences(old, new), dropped(old, new))


def fingerprint(folder: Path) -> str:
    """The same as long as no file of the folder changes."""
    total = hashlib.blake2b(VERSION.encode(), digest_size=16)
    for path in sorted(folder.rglob("*.toml")):
        total.update(os.fsencode(path.relative_to(folder)))
        total.update(_content(path))
    return total.hexdigest()


def _content(path: Path) -> bytes:
    """What a file adds to the fingerprint; one that is refused anyway adds nothing."""
    try:
        readable = path.is_file() and path.stat().st_size <= TABLE_SIZE_LIMIT
        return hashlib.blake2b(path.read_bytes()).digest() if readable else b""
    except OSError:
        return b""


def ingest_folder(store: Store, folder: Path, at: datetime | None = None) -> Ingested:
    """Bring a folder in, unless the store was built from these very files.

    Raises FileNotFoundError where there is no such folder.
    """
    mark = fingerprint(folder) if folder.is_dir() else ""
    if mark and store.setting("fingerprint") == mark:
        return Ingested((), ())
    done = ingest(store, read_folder(folder), at)
    if not done.problems:
        store.set("fingerprint", mark)
    return done


def ingest(store: Store, reading: Reading, at: datetime | None = None) -> Ingested:
    """Bring what was read into the store, in one transaction with its rows in the change log.

    An entry with a fault is not stored, and its file's earlier entry stays as it was. Where one
    of the tables (sources, people, organisations) cannot be read, all stays as it was.
    """
    if any(problem.entry is None for problem in reading.problems):
        return Ingested((), reading.problems)
    at = at or datetime.now(UTC)
    with store.transaction():
        known = store.digests()
        sound, problems = _sound(reading, known)
        faulty = {problem.entry for problem in problems if problem.entry}
        decisions, same = _decisions(store, sound, known, faulty)
        problems += _still_needed(store, decisions, known)
        refused = {problem.entry for problem in problems}
        decisions = [d for d in decisions if d.entry.id not in refused]
        _write(store, reading, decisions, at, same)
    return Ingested(tuple(decisions), tuple(problems))


def _sound(reading: Reading, known: Mapping[str, str]) -> tuple[dict[str, Entry], list[Problem]]:
    """Entries without a fault, and the faults of the others.

    What a faulty entry was relied on for by another is a fault of that one too, unless the
    store has an earlier version of it.
    """
    problems = list(reading.problems)
    sound = {entry.id: entry for entry in reading.entries}
    stand_in = {p.entry for p in problems if p.entry and p.entry in known}
    while True:
        base = Base.of(sound.values(), reading.sources, also=stand_in)
        found = {entry.id: list(check_entry(entry, base)) for entry in sound.values()}
        faults = {entry_id: faults for entry_id, faults in found.items() if faults}
        if not faults:
            return sound, problems
        for entry_id, what in faults.items():
            problems += what
            del sound[entry_id]
            if entry_id in known:
                stand_in.add(entry_id)


def _decisions(
    store: Store, sound: Mapping[str, Entry], known: Mapping[str, str], faulty: set[str]
) -> tuple[list[Decision], list[Entry]]:
    """What changed, and entries that say the same but are kept with other questions."""
    changed = [e for e in sound.values() if known.get(e.id) != writer.digest(e)]
    gone = [entry_id for entry_id in known if entry_id not in sound and entry_id not in faulty]
    before = {e.id: e for e in store.entries([*(e.id for e in changed), *gone])}
    decided = [(entry, decide(entry, before.get(entry.id))) for entry in changed]
    decided += [(before[entry_id], decide(None, before[entry_id])) for entry_id in gone]
    same = [entry for entry, decision in decided if decision is None]
    return [decision for _, decision in decided if decision is not None], same


def _still_needed(
    store: Store, decisions: list[Decision], known: Mapping[str, str]
) -> list[Problem]:
    """An entry that one which stays refers to cannot be withdrawn, nor what it refers to itself."""
    gone = {d.entry.id: d.entry for d in decisions if d.kind is ChangeKind.WITHDRAWN}
    touched = {d.entry.id for d in decisions}
    staying = store.entries([i for i in known if i not in touched]) if gone else []
    problems = []
    while staying:
        users = defaultdict(list)
        for entry in staying:
            for needed in references(entry) & gone.keys():
                users[needed].append(entry.id)
        for needed, by in users.items():
            what = f"{needed} was removed, yet the base's entries still name it: {', '.join(by)}"
            file = file_of(gone[needed].kind, needed)
            fix = "Remove what names it, or put it back."
            problems.append(Problem(file, what, fix, None, needed))
        staying = [gone.pop(needed) for needed in users]
    return problems


def _write(
    store: Store, reading: Reading, decisions: list[Decision], at: datetime, same: list[Entry]
) -> None:
    db = store.database
    writer.put_sources(db, reading.sources)
    if reading.checked_to:
        store.set("checked_to", reading.checked_to.isoformat())
    if decisions or same:
        kept = [d.entry for d in decisions if d.kind is not ChangeKind.WITHDRAWN] + same
        writer.withdraw(db, (s for d in decisions for s in d.withdrawn), at.date())
        writer.put_headers(db, kept)
        writer.put_statements(db, kept)
        writer.remove(db, (d.entry.id for d in decisions if d.kind is ChangeKind.WITHDRAWN))
        writer.drop_withdrawn(db)
        for decision in decisions:
            entry = (decision.entry.id, decision.entry.kind, decision.entry.title)
            writer.log(db, decision.kind, entry, at, decision.differences)
        writer.count_words(db)
    writer.drop_sources(db, {source.id for source in reading.sources})

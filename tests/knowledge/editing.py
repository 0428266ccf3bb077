"""Editing a folder of entries, bringing it in once more, and looking at what came of it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from knowledge.changes import Change
from knowledge.ingest import Ingested, ingest_folder
from knowledge.store import Store

LATER = datetime(2026, 11, 5, 12, tzinfo=UTC)
HERON = Path("models/heron-2.toml")
ORDER = Path("directives/us-eo-15001.toml")
SIGNED = ("what day was EO 15001 signed", "signing date of executive order 15001")  # kept there


def edit(path: Path, old: str, new: str) -> None:
    """Put one text in the place of another in a file, which must hold it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def take_out(path: Path, mark: str) -> str:
    """Take the one statement that has a mark out of a file; returns what it was."""
    parts = re.split(r"(?=\[\[statement\]\])", path.read_text(encoding="utf-8"))
    (gone,) = [part for part in parts if mark in part]
    path.write_text("".join(part for part in parts if part != gone), encoding="utf-8")
    return gone


def again(store: Store, folder: Path) -> tuple[Ingested, list[Change]]:
    """Bring the folder in once more: what was done, and the changes that were logged."""
    last = store.changes()[-1].sequence
    done = ingest_folder(store, folder, LATER)
    assert list(store.database.query("pragma foreign_key_check")) == []
    return done, store.changes(after=last)


def contents(store: Store) -> list[object]:
    """All that a reader of the store can see."""
    sources = list(store.sources().items())
    return [store.entries(store.ids()), sources, store.changes(), store.checked_to()]

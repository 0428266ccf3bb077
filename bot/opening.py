"""Opens the knowledge: the store of the settings, brought up to date with the entries."""

from __future__ import annotations

import sqlite3
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from bot.errors import SetupError
from bot.settings import Settings
from knowledge.desk import Desk
from knowledge.ingest import Ingested, ingest_folder
from knowledge.names import Names
from knowledge.store import Store


def open_desk(settings: Settings) -> Desk:
    """The store, brought up to date with the entries; raises SetupError where that fails.

    Entries with a fault are named on standard error; their earlier versions stay.
    """
    store, done = bring_in(settings, settings.airules_entries)
    for problem in done.problems:
        sys.stderr.write(f"airules: {problem}\n")
    return Desk(store, Names(store), today())


def bring_in(settings: Settings, folder: Path) -> tuple[Store, Ingested]:
    """The store with the entries of a folder in it; raises SetupError where that fails."""
    try:
        store = Store.open(settings.store)
        return store, ingest_folder(store, folder)
    except (OSError, sqlite3.Error) as error:
        raise SetupError(f"{error}. Check AIRULES_DATA and AIRULES_ENTRIES in .env.") from None


def today() -> date:
    """The day that it is in UTC."""
    return datetime.now(UTC).date()

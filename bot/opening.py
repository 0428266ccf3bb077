"""Opens the knowledge: the store of the settings, brought up to date with the entries."""

from __future__ import annotations

import sqlite3
import sys
from datetime import UTC, date, datetime

from bot.errors import SetupError
from bot.settings import Settings
from knowledge.desk import Desk
from knowledge.ingest import ingest_folder
from knowledge.names import Names
from knowledge.store import Store


def open_desk(settings: Settings) -> Desk:
    """The store, brought up to date with the entries; raises SetupError where that fails.

    Entries with a fault are named on standard error; their earlier versions stay.
    """
    try:
        store = Store.open(settings.store)
        done = ingest_folder(store, settings.airules_entries)
    except (OSError, sqlite3.Error) as error:
        raise SetupError(f"{error}. Check AIRULES_DATA and AIRULES_ENTRIES in .env.") from None
    for problem in done.problems:
        sys.stderr.write(f"airules: {problem}\n")
    return Desk(store, Names(store), today())


def today() -> date:
    """The day that it is in UTC."""
    return datetime.now(UTC).date()

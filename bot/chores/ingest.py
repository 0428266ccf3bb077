"""`airules ingest [PATH]`: brings entries in; a running bot announces what is new."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bot.settings import Settings
from knowledge.ingest import ingest_folder
from knowledge.store import Store

USAGE = "airules ingest [FOLDER]      brings entries in; a running bot announces what is new"


def run(settings: Settings, arguments: Sequence[str]) -> int:
    """Bring a folder of entries in, the one of the settings if none is named; 1 for faults."""
    folder = Path(arguments[0]) if arguments else settings.airules_entries
    with closing(Store.open(settings.store)) as store:
        try:
            done = ingest_folder(store, folder)
        except FileNotFoundError:
            sys.stderr.write(f"airules: there is no folder {folder}. Give another one.\n")
            return 1
    for problem in done.problems:
        sys.stdout.write(f"{problem}\n")
    for decision in done.decisions:
        sys.stdout.write(f"{decision.kind}: {decision.entry.title}\n")
    sys.stdout.write(f"{len(done.decisions)} entries changed.\n")
    return 1 if done.problems else 0

"""`airules ingest [PATH]`: brings entries in; a running bot announces what is new."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from bot.opening import bring_in
from bot.settings import Settings
from knowledge.changes import ChangeKind

USAGE = "airules ingest [FOLDER]      brings entries in; a running bot announces what is new"


def run(settings: Settings, arguments: Sequence[str]) -> int:
    """Bring a folder of entries in, the one of the settings if none is named; 1 for faults."""
    folder = Path(arguments[0]) if arguments else settings.airules_entries
    if not folder.is_dir():
        sys.stderr.write(f"airules: there is no folder {folder}. Give another one.\n")
        return 1
    store, done = bring_in(settings, folder)
    store.close()
    for problem in done.problems:
        sys.stdout.write(f"{problem}\n")
    for decision in done.decisions:
        sys.stdout.write(f"{decision.kind}: {decision.entry.title}\n")
        if decision.kind is ChangeKind.AMENDED:
            gone = (f"  withdrawn: {statement.text}\n" for statement in decision.withdrawn)
            sys.stdout.writelines(gone)
    sys.stdout.write(f"{len(done.decisions)} entries changed.\n")
    return 1 if done.problems else 0

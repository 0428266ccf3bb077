"""`airules backup FILE`: a copy of the bot's tables and knowledge, made while it runs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from bot.settings import Settings

USAGE = "airules backup FILE          copies the bot's tables and knowledge while it runs"


def run(settings: Settings, arguments: Sequence[str]) -> int:
    """Write the copy; 2 where no file is named. Raises SetupError where it cannot be made."""
    from bot.alerts.backup import back_up  # noqa: PLC0415 (SQLAlchemy loads slowly)

    if len(arguments) != 1:
        sys.stderr.write("airules: name one file: `airules backup FILE`.\n")
        return 2
    size = back_up(settings.database, settings.store, Path(arguments[0]))
    sys.stdout.write(
        f"{arguments[0]}: {size / 1e6:.1f} MB. To restore it, stop the bot and unpack "
    )
    sys.stdout.write(f"it into {settings.airules_data}.\n")
    return 0

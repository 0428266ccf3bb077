"""`airules manifest slack|discord`: what to give the platform so that it lets the bot in."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from bot.settings import Settings

USAGE = (
    "airules manifest slack|discord   the app manifest (for HTTP, with its URL); the invite link"
)


def run(settings: Settings, arguments: Sequence[str]) -> int:
    """Print a platform's manifest; returns 2 where none is named."""
    match list(arguments):
        case ["slack", *address] if len(address) < 2:
            from bot.adapters.slack.manifest import manifest_text  # noqa: PLC0415 (one platform only)

            sys.stdout.write(manifest_text(*address))
        case ["discord"]:
            from bot.adapters.discord.manifest import invitation  # noqa: PLC0415

            token = settings.discord_token
            sys.stdout.write(invitation(token.reveal() if token else None))
        case _:
            sys.stderr.write("airules: which one? `airules manifest slack` or `discord`.\n")
            return 2
    return 0

"""The log: one line a happening on standard error, with every token masked."""

from __future__ import annotations

import logging
import re

_TOKENS = re.compile(
    r"""
    xox[a-z]-[\w-]+ | xapp-[\w-]+ | xoxe[.-][\w.-]+       # Slack's tokens
    | [\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}                # a bot's token at Discord
    | (?<=hooks\.slack\.com/)\S+ | (?<=/webhooks/)\d+/\S+ # addresses that are secrets themselves
    | (?<=/interactions/)\d+/\S+ | (?<=ticket=)[^&\s]+
    | (?<=://)[^/\s:@]+:[^/\s@]+(?=@)                     # a database's user and password
    """,
    re.VERBOSE,
)


class Masking(logging.Formatter):
    """Masks whatever looks like a secret, in messages and in tracebacks."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one text, its secrets masked."""
        return masked(super().format(record))


def masked(text: str) -> str:
    """A text without tokens, secret addresses and passwords."""
    return _TOKENS.sub("***", text)


def set_up(level: int = logging.WARNING) -> None:
    """Send the log of all libraries to standard error, masked."""
    handler = logging.StreamHandler()
    handler.setFormatter(Masking("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=level)

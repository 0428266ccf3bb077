"""A log for Slack's libraries in which no token, address or traceback of theirs appears."""

from __future__ import annotations

import logging
import re

NAME = "bot.adapters.slack.library"
_SECRET = re.compile(
    r"xox[a-z]-[\w-]+|xapp-[\w-]+|(?:wss?|https?)://\S*(?:ticket|services|actions|commands)\S*"
)


class Masked(logging.Filter):
    """Masks what must not be read, and leaves out tracebacks, which may hold it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, masked."""
        record.msg = _SECRET.sub("[masked]", record.getMessage())
        record.args = None
        record.exc_info = record.exc_text = None
        return True


def library_log() -> logging.Logger:
    """The log that Slack's libraries are given: errors only, since they tell of bodies below."""
    log = logging.getLogger(NAME)
    log.setLevel(logging.ERROR)
    if not any(isinstance(each, Masked) for each in log.filters):
        log.addFilter(Masked())
    return log

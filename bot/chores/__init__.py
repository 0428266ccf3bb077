"""What whoever runs the bot does on the command line, one file each."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence

from bot.settings import Settings

Chore = Callable[[Settings, Sequence[str]], int]
"""Takes the settings and the words after its name; returns the exit status."""

# Some share their name with a command; with words after it, that is what is meant.
_ALONE = frozenset({"feedback"})


def find_chore(given: Sequence[str]) -> Chore | None:
    """The chore that words on the command line ask for, if they do."""
    if not given or given[0] not in _names():
        return None
    if given[0] in _ALONE and any(not word.startswith("--") for word in given[1:]):
        return None
    chore: Chore = importlib.import_module(f"{__name__}.{given[0]}").run
    return chore


def usages() -> Iterator[str]:
    """A line on each chore."""
    for name in _names():
        yield importlib.import_module(f"{__name__}.{name}").USAGE


def _names() -> list[str]:
    return [module.name for module in pkgutil.iter_modules(__path__)]

"""Completion of a line in the terminal: commands, then what their options offer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.model import Command
from bot.router import Router
from knowledge.desk import Desk


class LineCompleter(Completer):
    """Completes the command's name first, then its options by their own completion."""

    def __init__(self, router: Router, desk: Callable[[], Desk]) -> None:
        self._router = router
        self._desk = desk

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterator[Completion]:
        """What the text before the cursor may go on as."""
        name, space, rest = document.text_before_cursor.lstrip().partition(" ")
        if not space:
            names = (n for n in self._router.commands if n.startswith(name.casefold()))
            yield from (Completion(found, start_position=-len(name)) for found in names)
            return
        command = self._router.commands.get(name.casefold())
        if command is not None:
            yield from self._options(command, rest)

    def _options(self, command: Command, rest: str) -> Iterator[Completion]:
        last = rest.rpartition(" ")[2]
        key, colon, typed = last.partition(":")
        option = command.option(key) if colon else None
        if option is not None:
            found = [choice for choice in option.choices if choice.startswith(typed)]
            yield from (Completion(each, start_position=-len(typed)) for each in found)
            return
        for separator in command.separators:
            if separator in rest:
                rest = rest.partition(separator)[2]
        first = next((o for o in command.offered if o.complete), None)
        if first is not None and first.complete is not None:
            offered = first.complete(self._desk(), rest.strip())
            yield from (Completion(each, start_position=-len(rest)) for each in offered)
        later = (o.name for o in command.offered[1:] if last and o.name.startswith(last))
        yield from (Completion(f"{name}:", start_position=-len(last)) for name in later)

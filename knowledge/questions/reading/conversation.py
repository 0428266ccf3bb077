"""What a conversation was about last, for a quarter of an hour."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from knowledge.questions.reading.followup import Subject, TakenOver, after
from knowledge.vocabulary import Kind

if TYPE_CHECKING:
    from knowledge.questions.reading.analyse import Analysis

KEPT = 15 * 60.0  # seconds that a conversation is remembered
_MOST = 10_000  # conversations; the oldest are forgotten first


@dataclass(slots=True)
class Conversations:
    """The last subject of each conversation, in memory only."""

    clock: Callable[[], float] = time.monotonic
    _subjects: dict[str, Subject] = field(default_factory=dict)

    def taken_over(
        self,
        conversation: str | None,
        analysis: Analysis,
        kinds: Mapping[str, Kind],
    ) -> TakenOver:
        """A follow-up with the names, the property or the day that it lacks."""
        last = self._subjects.get(conversation or "")
        if last is None or self.clock() - last.at > KEPT:
            return TakenOver(analysis)
        return after(last, analysis, kinds)

    def remember(
        self,
        conversation: str | None,
        analysis: Analysis,
        best: tuple[str, ...],
        as_of: date | None,
    ) -> None:
        """Keep what a question was about; `best` are the entries that its answer was about."""
        if not conversation:
            return
        self._subjects.pop(conversation, None)
        self._subjects[conversation] = Subject(
            analysis.links.entries,
            best,
            analysis.patterns,
            analysis.content,
            analysis.words,
            analysis.links.used,
            analysis.operation,
            as_of,
            self.clock(),
        )
        while len(self._subjects) > _MOST:
            del self._subjects[next(iter(self._subjects))]

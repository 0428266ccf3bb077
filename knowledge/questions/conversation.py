"""What a conversation was about last, for a quarter of an hour: follow-ups take it over."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from knowledge.vocabulary import Kind

if TYPE_CHECKING:
    from knowledge.questions.analyse import Analysis

KEPT = 15 * 60.0  # seconds that a conversation is remembered
_MOST = 10_000  # conversations; the oldest are forgotten first
_FOLLOWS = re.compile(
    r"^(?:and|ok(?:ay)?|so|but|then|what about|how about|which|why|when|who|whats?|does|did|is|was|"
    r"where|how|also|same|since)\b|\b(?:it|that|this|they|them|those|there|one)\b"
)
_ALSO = re.compile(r"^(?:and|what about|how about|ok and|same for|also)\b")


@dataclass(frozen=True, slots=True)
class Subject:
    """What was spoken of, at a moment in seconds."""

    entries: tuple[str, ...]
    patterns: tuple[str, ...]
    content: tuple[str, ...]
    as_of: date | None
    at: float


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The question with what it took over, and the remark that says so."""

    analysis: Analysis
    as_of: date | None = None
    remark: str = ""


@dataclass(slots=True)
class Conversations:
    """The last subject of each conversation, in memory only."""

    clock: Callable[[], float] = time.monotonic
    _subjects: dict[str, Subject] = field(default_factory=dict)

    def taken_over(
        self, conversation: str | None, analysis: Analysis, kinds: Mapping[str, Kind]
    ) -> TakenOver:
        """A follow-up with the names, the property or the day that it lacks."""
        last = self._subjects.get(conversation or "")
        if last is None or self.clock() - last.at > KEPT:
            return TakenOver(analysis)
        text = analysis.text.casefold()
        if _names_nothing(analysis, kinds) and last.entries and _FOLLOWS.search(text):
            links = replace(analysis.links, entries=last.entries[:2])
            shape = tuple(dict.fromkeys(f"<{kinds[entry]}>" for entry in links.entries))
            taken = replace(analysis, links=links, patterns=(*shape, *analysis.patterns))
            about = ", ".join(last.entries[:2])
            return TakenOver(taken, None, f"Taken as: about {about}.")
        if analysis.links.any and _ALSO.search(text) and len(analysis.content) <= 3:
            taken = replace(
                analysis,
                patterns=tuple(dict.fromkeys((*analysis.patterns, *last.patterns))),
                content=tuple(dict.fromkeys((*analysis.content, *last.content))),
            )
            return TakenOver(taken, last.as_of, "Taken as: the same question as before.")
        return TakenOver(analysis)

    def remember(
        self,
        conversation: str | None,
        analysis: Analysis,
        best: tuple[str, ...],
        as_of: date | None,
    ) -> None:
        """Keep what a question was about; `best` are the entries it found where it named none."""
        if not conversation:
            return
        named = analysis.links.entries or best
        self._subjects.pop(conversation, None)
        self._subjects[conversation] = Subject(
            named, analysis.patterns, analysis.content, as_of, self.clock()
        )
        while len(self._subjects) > _MOST:
            del self._subjects[next(iter(self._subjects))]


def _names_nothing(analysis: Analysis, kinds: Mapping[str, Kind]) -> bool:
    """Whether a question leaves open what it is about; a word of some name alone says little."""
    links = analysis.links
    models = [entry for entry in links.hinted[:1] if kinds[entry] is Kind.MODEL]
    return not (links.entries or links.places or models)

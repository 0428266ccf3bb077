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
    r"where|how|also|same|since|for)\b|\b(?:it|its|that|this|they|them|their|those|there|one)\b",
)
_ALSO = re.compile(
    r"^(?:and|what about|how about|ok and|same (?:question )?for|same question|also)\b",
)
_MEANT = re.compile(r"\b(?:it|its|that|this|they|them|their|those)\b")
_FAMILY = re.compile(r"-\d+(?:\.\d+)*$")
_FILLING = frozenset({"question", "same"})
_SHORT = 2  # words of a question that can stand only beside the one before it
_BRIEF = 5  # words at most around a number that stands for the next model of a family
_THINGS = (Kind.MODEL, Kind.DIRECTIVE)


@dataclass(frozen=True, slots=True)
class Subject:
    """What was spoken of, at a moment in seconds."""

    entries: tuple[str, ...]
    patterns: tuple[str, ...]
    content: tuple[str, ...]
    words: tuple[str, ...]  # those that named nothing
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
        self,
        conversation: str | None,
        analysis: Analysis,
        kinds: Mapping[str, Kind],
    ) -> TakenOver:
        """A follow-up with the names, the property or the day that it lacks."""
        last = self._subjects.get(conversation or "")
        if last is None or self.clock() - last.at > KEPT:
            return TakenOver(analysis)
        text = analysis.text.casefold()
        analysis = _next_of_family(analysis, last, kinds)
        if _leaves_open(analysis, kinds) and last.entries and _follows(analysis, text):
            links = replace(
                analysis.links,
                entries=tuple(dict.fromkeys((*last.entries[:2], *analysis.links.entries))),
            )
            shape = tuple(dict.fromkeys(f"<{kinds[entry]}>" for entry in links.entries))
            patterns = tuple(dict.fromkeys((*shape, *analysis.patterns)))
            about = ", ".join(last.entries[:2])
            taken = replace(analysis, links=links, patterns=patterns)
            return TakenOver(taken, None, f"Taken as: about {about}.")
        if analysis.links.any and _ALSO.search(text) and len(analysis.content) <= 3:
            own = (word for word in analysis.content if word not in _FILLING)
            taken = replace(
                analysis,
                text=" ".join((*last.words, analysis.text)),
                patterns=tuple(dict.fromkeys((*analysis.patterns, *last.patterns))),
                content=tuple(dict.fromkeys((*own, *last.content))),
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
        words = tuple(word for word in analysis.words if word not in analysis.links.used)
        self._subjects.pop(conversation, None)
        self._subjects[conversation] = Subject(
            analysis.links.entries or best,
            analysis.patterns,
            analysis.content,
            words,
            as_of,
            self.clock(),
        )
        while len(self._subjects) > _MOST:
            del self._subjects[next(iter(self._subjects))]


def _follows(analysis: Analysis, text: str) -> bool:
    return bool(_FOLLOWS.search(text)) or len(analysis.words) <= _SHORT


def _leaves_open(analysis: Analysis, kinds: Mapping[str, Kind]) -> bool:
    """Whether a question leaves open what it is about; a word of some name alone says little.

    "Does it bind OpenAI?" names a party only, and means what was spoken of.
    """
    links = analysis.links
    models = [entry for entry in links.hinted[:1] if kinds[entry] is Kind.MODEL]
    if not (links.entries or links.places or models):
        return True
    things = any(kinds[entry] in _THINGS for entry in links.entries)
    return not things and not models and bool(_MEANT.search(analysis.text.casefold()))


def _next_of_family(analysis: Analysis, last: Subject, kinds: Mapping[str, Kind]) -> Analysis:
    """ "And 5.5?" after Opus 5 means Opus 5.5."""
    numbers = [word for word in analysis.words if word[0].isdigit()]
    if analysis.links.entries or len(numbers) != 1 or len(analysis.words) > _BRIEF:
        return analysis
    families = (_FAMILY.sub("", entry) for entry in last.entries if kinds[entry] is Kind.MODEL)
    found = [f"{family}-{numbers[0]}" for family in families]
    meant = tuple(entry for entry in found if entry in kinds)[:1]
    if not meant:
        return analysis
    links = replace(analysis.links, entries=meant, used=analysis.links.used | set(numbers))
    content = tuple(word for word in analysis.content if word not in numbers)
    return replace(analysis, links=links, content=content)

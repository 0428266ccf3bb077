"""What a statement tells, taken apart for comparing: names, days, numbers and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from knowledge.questions.expect import NOT_COUNTS
from knowledge.questions.normalise import normalise, stem
from knowledge.questions.time import MONTH_NAMES, MONTHS
from knowledge.words import COMMON, folded_name

_DAY = re.compile(rf"\b(?:\d{{1,2}} )?(?:{'|'.join(MONTH_NAMES)})(?: \d{{1,2}}\b)?(?: \d{{4}})?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_CAPITAL = re.compile(r"\b[A-Z][\w&'.-]*\w")


@dataclass(frozen=True, slots=True)
class Told:
    """`names` are stems, without those of its entry; `words` are as they stand."""

    names: frozenset[str]
    days: frozenset[str]
    numbers: frozenset[str]
    words: tuple[str, ...]


@lru_cache(maxsize=4_096)
def told_by(topic: str, text: str, subject: str, of: str) -> Told:
    """What a statement tells, by its topic, text, entry and property."""
    own = {stem(word) for word in subject.replace("-", " ").split()}
    names = folded_name(" ".join(_CAPITAL.findall(text))).split()
    told = (stem(w) for w in names if w not in COMMON | MONTHS.keys() and len(w) > 1)
    return Told(
        frozenset(told) - own,
        frozenset(day.casefold() for day in _DAY.findall(text)),
        frozenset(_NUMBER.findall(NOT_COUNTS.sub(" ", text))),
        # Each word is held once, however many statements have it.
        tuple(map(intern, dict.fromkeys(normalise(f"{topic} {text} {of}").words))),
    )

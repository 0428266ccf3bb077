"""Everything that a question shows before anything is looked up: names, days, words, operation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from knowledge.questions.asking.operations import Operation, operation_of
from knowledge.questions.base.index import Index
from knowledge.questions.language.languages import translate_cues
from knowledge.questions.language.link import Links, link
from knowledge.questions.language.normalise import asking_in, normalise, stem
from knowledge.questions.times.days import Days, days
from knowledge.questions.times.moment import MONTHS
from knowledge.words import COMMON

_YEAR = re.compile(r"\b20\d\d\b")
_VERSION = re.compile(r"\b([^\W\d_]+)[ -]?\d+(?:\.\d+)*(?![\w.-])")


@dataclass(frozen=True, slots=True)
class Analysis:
    """One question, taken apart. All of it can be printed."""

    text: str
    asking: str  # the text in lower case, without what it quotes
    words: tuple[str, ...]
    repairs: tuple[tuple[str, str], ...]
    links: Links
    days: Days
    operation: Operation
    content: tuple[str, ...]  # stems of the telling words that named nothing
    patterns: tuple[str, ...]  # stems in order, what was named replaced by its kind
    language_note: str

    @property
    def timed(self) -> str:
        """`asking` without the numbers of what is named, none of which is a day."""
        return _without_versions(self.asking, self.links)

    @property
    def is_dated(self) -> bool:
        """Whether it names a day, or a year."""
        return bool(self.days.mentioned or _YEAR.search(self.timed))

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers of the question that named nothing."""
        return frozenset(word for word in self.words if word[0].isdigit()) - self.links.used


def analyse(index: Index, question: str, today: date) -> Analysis:
    """Take a question apart; pure, and never raises."""
    translated = translate_cues(normalise(question).text)
    typed = normalise(translated.text)
    repaired = index.lexicon.mended(typed.words, foreign=bool(translated.note))
    repairs = tuple((a, b) for a, b in zip(typed.words, repaired, strict=True) if a != b)
    links = link(index.lexicon, repaired)
    text = _repaired(typed.text, dict(repairs))
    rest = [word for word in repaired if word not in COMMON and word not in links.used]
    if translated.note:  # what no cue turned into English can be found nowhere
        rest = [word for word in rest if stem(word) in index.rarity]
    asking = asking_in(text)
    operation = operation_of(asking, len(links.entries) + len(links.places))
    dates = days(_without_versions(text, links), today)
    if operation is Operation.TIMELINE and dates.month:  # it is looked back on
        dates = replace(dates, asked=None)
    return Analysis(
        text=text,
        asking=asking,
        words=repaired,
        repairs=repairs,
        links=links,
        days=dates,
        operation=operation,
        content=tuple(dict.fromkeys(stem(word) for word in rest)),
        patterns=_patterns(index, repaired, links),
        language_note=translated.note,
    )


def _without_versions(text: str, links: Links) -> str:
    """The text without the numbers of what it names: "Fable 5 - 12 June" names one day."""
    names = links.used - MONTHS.keys()
    return _VERSION.sub(
        lambda match: "x" * len(match[0]) if match[1].casefold() in names else match[0], text
    )


def _repaired(text: str, repairs: dict[str, str]) -> str:
    """The text with its slips mended, for whatever looks at more than single words."""
    if not repairs:
        return text
    slips = re.compile(rf"\b(?:{'|'.join(repairs)})\b", re.IGNORECASE)  # they are letters only
    return slips.sub(lambda match: repairs.get(match[0].casefold(), match[0]), text)


def _patterns(index: Index, words: tuple[str, ...], links: Links) -> tuple[str, ...]:
    """The question's shape: "who may use <model>" whatever the model."""
    kinds = sorted({f"<{index.kinds[entry]}>" for entry in links.entries})
    kinds += ["<place>"] if links.places else []
    shape = ["#" if word[0].isdigit() else stem(word) for word in words if word not in links.used]
    return (*kinds, *shape)

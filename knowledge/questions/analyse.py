"""Everything that a question shows before anything is looked up: names, days, words, operation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.questions.index import Index
from knowledge.questions.languages import translate_cues
from knowledge.questions.link import Links, link
from knowledge.questions.normalise import normalise, stem
from knowledge.questions.time import Days, days
from knowledge.words import COMMON


class Operation(StrEnum):
    """What a question wants done."""

    GET = "get"
    TIMELINE = "timeline"
    COMPARE = "compare"
    DEADLINES = "deadlines"
    QUOTE = "quote"
    HELP = "help"


_CUES = (
    (
        Operation.HELP,
        (
            r"^(?:help|what can you do|what do you (?:do|know)|who are you"
            r"|how do(?:es)? (?:i use )?"
            r"(?:you|this(?: bot)?) work)\W*$"
        ),
    ),
    (
        Operation.TIMELINE,
        (
            r"\btime ?line\b|\bchronolog|\bhistory of\b|\bin (?:date )?order\b|\bsaga\b"
            r"|\bwalk me through\b"
            r"|\bhow did .* (?:unfold|play out)|\bkey dates\b|\bdates,? please|\bstep by step\b"
            r"|\bsequence of events\b|\bwhat happened (?:to|with|around|between|after)\b"
            r"|\bmilestones\b|\bwhat happened when\b|\bone after the other\b|\bkey moments\b"
        ),
    ),
    (
        Operation.DEADLINES,
        (
            r"\b(?:upcoming|coming|next|future) (?:deadline|date|due)|\bwhat(?:'s| is) (?:due"
            r"|coming up|next)\b"
            r"|\bdates? (?:are )?(?:still )?(?:ahead|to come|coming)\b|\bstill ahead\b"
            r"|\bdeadlines? (?:in|for|this|next)\b"
            r"|\bwhat deadlines\b|\bwhich deadlines\b|\bwhat (?:do|should) (?:we|i) (?:watch"
            r"|prepare) for\b"
        ),
    ),
    (
        Operation.COMPARE,
        (
            r"\bcompare[ds]?\b|\bcomparison\b|\bvs\b\.?|\bversus\b|\bdiffer(?:s|ence|ences|ent"
            r"|ently)?\b"
            r"|\b(?:stricter|tougher|longer|shorter|higher|lower|bigger|sooner|earlier"
            r"|faster) than\b"
            r"|\bside by side\b|\bsame as\b|\bboth\b|\beach one\b|\bwhich (?:of the two|one)\b"
        ),
    ),
    (
        Operation.QUOTE,
        (
            r"\bquote[ds]?\b|\bexact words\b|\bverbatim\b|\bwhat (?:did|does|has) .{2,60} (?:say"
            r"|said"
            r"|write|tell|answer|tweet|post)"
            r"|\bwho (?:said|says|wrote|warned|called|tweeted|posted|told|complained|argued)\b"
            r"|\bwhose (?:line|words|quote)\b"
            r"|\bwording\b|\bin (?:his|her|their) (?:own )?words\b|\b(?:his|her|their|'s) words\b"
            r"|\ba line about\b|\bwords on\b"
        ),
    ),
)
_OPERATIONS = tuple((name, re.compile(pattern)) for name, pattern in _CUES)


@dataclass(frozen=True, slots=True)
class Analysis:
    """One question, taken apart. All of it can be printed."""

    text: str
    words: tuple[str, ...]
    repairs: tuple[tuple[str, str], ...]
    links: Links
    days: Days
    operation: Operation
    content: tuple[str, ...]  # stems of the telling words that named nothing
    patterns: tuple[str, ...]  # stems in order, what was named replaced by its kind
    language_note: str

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
    plain = text.casefold()
    rest = [word for word in repaired if word not in COMMON and word not in links.used]
    if translated.note:  # what no cue turned into English can be found nowhere
        rest = [word for word in rest if stem(word) in index.rarity]
    return Analysis(
        text=text,
        words=repaired,
        repairs=repairs,
        links=links,
        days=days(text, today),
        operation=next((name for name, cue in _OPERATIONS if cue.search(plain)), Operation.GET),
        content=tuple(dict.fromkeys(stem(word) for word in rest)),
        patterns=_patterns(index, repaired, links),
        language_note=translated.note,
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

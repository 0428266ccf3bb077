"""What a question means beside the one before it: the names, the property or the day it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from knowledge.questions.asking.operations import Operation
from knowledge.questions.language.normalise import asking_in, stem
from knowledge.questions.reading.relative import next_of_family, on_day
from knowledge.questions.times.moment import MONTHS
from knowledge.vocabulary import THINGS, Kind
from knowledge.words import COMMON

if TYPE_CHECKING:
    from knowledge.questions.reading.analyse import Analysis

_FOLLOWS = re.compile(
    r"^(?:and|ok(?:ay)?|so|but|then|what about|how about|which|why|when|who|whats?|does|did|is|was|"
    r"where|how|also|same|since|for|until|till|from|by|on what|any|can|are|were|has|have|will)\b"
    r"|\b(?:it|its|that|this|they|them|their|those|there|one|he|his|him|she|her)\b",
)
_ALSO = re.compile(
    r"^(?:and|what about|how about|ok and|same (?:question )?for|same question|also|about)\b",
)
_LEADING = re.compile(r"^(?:(?:and|ok|so|also|what about|how about|same(?: question)? for)\W+)+")
_ELLIPSIS = re.compile(
    r"^(?:and |but |so |ok )*(?:why|when|where|who|how|how come|how long|how many|how much|how so"
    r"|since when|until when|till when|from when|by when|by whom|on what (?:day|date|grounds)"
    r"|says who|for whom|in what way|which(?: one)?s?|of what|for what|about what|to whom)"
    r"(?: (?:exactly|was that|is that|did that))?\W*$"
    r"|\b(?:for|about|with|to|of|on) (?:that|this|it)\W*$|\b(?:say|said|do|did|ask|asked|decide"
    r"|decided|order|ordered|mean|happen|happened|done) (?:that|this|it|so)\W*$"
    r"|\b(?:when|where|why|how|who) (?:was|is|did|does|has) (?:that|this)(?: \w+)?\W*$",
)
_ASKS = re.compile(r"\b(?:what|which|who|when|how) (?!about)\w")
_MEANT = re.compile(r"\b(?:it|its|that|this|they|them|their|those)\b")
_VERBLESS = re.compile(  # "did Meta?"
    r"^(?:(?:and|but|so|ok) )*(?:did|does|do|has|have|had|is|are|was|were|can|could|may|must|will"
    r"|would|should)(?:n['’]?t| not)? "
)
_TOO = frozenset({"and", "but", "so", "ok", "too", "also", "either", "as", "well"})
_FILLING = frozenset({"question", "same"})
_JOINING = frozenset({"and", "also"})  # they would join the times of two questions to one
_TO_A_TIME = frozenset({"in", "on", "by", "at", "during", "since", "until", "before", "after"})
_CUES = frozenset(
    {"what", "who", "when", "many", "much", "long", "whats", "tell", "which", "date", "day"}
)
_CUE_STEMS = frozenset(map(stem, _CUES))
_PROPERTIES = frozenset(  # they ask something new of what was spoken of, whatever else they hint at
    map(stem, ("fine", "penalty", "price", "cost", "deadline", "scope", "duty", "requirement"))
)
_POINTS = re.compile(
    r"^(?:and|but|so|also|then)\b|\b(?:it|its|that|this|they|them|their|he|his|him|she|her)\b"
)
_ANOTHER_TIME = re.compile(
    r"\b(?:now|today|currently|still|nowadays|these days|at present|when|since|until|after|before"
    r"|next|later|will|yet|ever|how long)\b"
)
_THEIRS = re.compile(r"\b(?:his|her) \w")
_PERSON = re.compile(r"\b(?:he|his|him|she|her)\b")
SAME = "Taken as: the same question as before."
_FEW = 3  # telling words beside a name in "and the fines in Texas?"
_SHORT = 2  # words of a question that can stand only beside the one before it
_BARE = 3  # words of a question that is a name and little else


@dataclass(frozen=True, slots=True)
class Subject:
    """What was spoken of, at a moment in seconds."""

    entries: tuple[str, ...]
    found: tuple[str, ...]  # entries that the answer was about
    patterns: tuple[str, ...]
    content: tuple[str, ...]
    words: tuple[str, ...]
    used: frozenset[str]  # those that named something
    operation: Operation
    as_of: date | None
    at: float


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The question with what it took over, and the remark that says so."""

    analysis: Analysis
    as_of: date | None = None
    remark: str = ""
    about: tuple[str, ...] = ()  # entries that were taken over
    sure: bool = True  # whether it cannot be a question by itself


def after(last: Subject, analysis: Analysis, kinds: Mapping[str, Kind]) -> TakenOver:
    """A follow-up with the names, the property or the day that it lacks; pure."""
    analysis = next_of_family(on_day(analysis, last), last, kinds)
    text = analysis.text.casefold()
    if _is_same_question(analysis, text, last):
        return TakenOver(_asked_of(analysis, text, last, kinds), _day_kept(analysis, last), SAME)
    compared = _compared(analysis, last, kinds)
    if compared:
        links = replace(analysis.links, entries=(*compared, *analysis.links.entries))
        return TakenOver(replace(analysis, links=links), last.as_of, about=compared)
    if not (_leaves_open(analysis, kinds) and _follows(analysis, text)):
        return TakenOver(analysis)
    about = _about(analysis, last, kinds)
    if not about:
        return TakenOver(analysis)
    links = replace(analysis.links, entries=tuple(dict.fromkeys((*about, *analysis.links.entries))))
    shape = tuple(dict.fromkeys(f"<{kinds[entry]}>" for entry in links.entries))
    patterns = tuple(dict.fromkeys((*shape, *analysis.patterns)))
    taken = _named_as_before(replace(analysis, links=links, patterns=patterns), text, last)
    telling = [stemmed for stemmed in analysis.content if stemmed not in _CUE_STEMS]
    sure = bool(_POINTS.search(text)) or len(telling) <= 1
    return TakenOver(taken, _day_kept(analysis, last), about=about, sure=sure)


def _compared(analysis: Analysis, last: Subject, kinds: Mapping[str, Kind]) -> tuple[str, ...]:
    """What was spoken of, where it is to be compared with the one thing that is named."""
    named, things = analysis.links.entries, [e for e in last.entries if kinds[e] in THINGS]
    if analysis.operation is not Operation.COMPARE or len(named) != 1 or len(things) != 1:
        return ()
    alike = kinds[named[0]] is kinds[things[0]] and named[0] != things[0]
    return tuple(things) if alike else ()


def _day_kept(analysis: Analysis, last: Subject) -> date | None:
    """The day that was spoken of, unless it is asked of today or of a time of its own."""
    other = analysis.days.mentioned or _ANOTHER_TIME.search(analysis.text.casefold())
    return None if other else last.as_of


def _is_same_question(analysis: Analysis, text: str, last: Subject) -> bool:
    """Whether it only names something else, or another day, to ask the same of."""
    own = [word for word in analysis.content if word not in _FILLING]
    if analysis.links.any and _ALSO.search(text):
        named = analysis.links.entries or analysis.links.places
        if not named:  # words that only hint at something may be its subject
            new = _ASKS.search(text) or not _PROPERTIES.isdisjoint(own)
            return len(own) <= _SHORT and not new
        return len(own) <= _FEW
    if _only_names(analysis, text):
        return True
    if analysis.links.any and len(analysis.words) <= _BARE and not _FOLLOWS.search(text):
        return all(len(word) == 1 for word in own)  # "connecticut's?"
    dated = analysis.days.mentioned and not analysis.links.any and (last.content or last.used)
    return bool(dated) and len([word for word in own if word.isalpha()]) <= 1


def _only_names(analysis: Analysis, text: str) -> bool:
    """Whether it is a name and a word such as "did", whose verb is that of the question before."""
    if not analysis.links.entries or not _VERBLESS.match(text):
        return False
    _, *names = [word for word in analysis.words if word not in _TOO]
    return bool(names) and analysis.links.used.issuperset(names)


def _asked_of(analysis: Analysis, text: str, last: Subject, kinds: Mapping[str, Kind]) -> Analysis:
    """The question before it, asked of what this one names, and of what else that one named."""
    links = analysis.links
    own = {kinds[entry] for entry in (*links.entries, *links.hinted[:1])}
    own |= {Kind.DIRECTIVE} if links.places else set()
    kept = tuple(entry for entry in last.entries if kinds[entry] not in own)
    if not links.places and len(own) == 1 and not kept:
        others = [e for e in last.entries[1:] if kinds[e] is Kind.ORGANISATION and e in last.found]
        kept = tuple(e for e in others if e not in links.entries)
    replaced = last.used | _replaced(analysis, last, kinds)
    words = _kept(last.words, replaced)
    stems = {stem(word) for word in replaced}
    mine = _LEADING.sub("", _VERBLESS.sub("", text) if _only_names(analysis, text) else text)
    fresh = (word for word in analysis.content if word not in _FILLING)
    whole = " ".join((*words, *_names_of(kept), mine))
    return replace(
        analysis,
        text=whole,
        asking=asking_in(whole),
        words=(*words, *(word for word in analysis.words if word not in _JOINING)),
        links=replace(links, entries=(*links.entries, *kept)),
        patterns=tuple(dict.fromkeys((*analysis.patterns, *_left(last.patterns, stems)))),
        content=tuple(dict.fromkeys((*fresh, *_left(last.content, stems)))),
        operation=_operation(analysis, last),
    )


def _kept(before: Sequence[str], replaced: AbstractSet[str]) -> tuple[str, ...]:
    """The words that are not replaced, without the "on" of a day that is."""
    following = (*before, "")[1:]
    return tuple(
        word
        for word, then in zip(before, following, strict=True)
        if word not in replaced and not (word in _TO_A_TIME and then in replaced)
    )


def _left(of: Iterable[str], stems: AbstractSet[str]) -> Iterator[str]:
    return (one for one in of if one not in stems)


def _replaced(analysis: Analysis, last: Subject, kinds: Mapping[str, Kind]) -> set[str]:
    """The words of the question before in whose place this one has its own: a day, a family."""
    found: set[str] = set()
    if analysis.days.mentioned:
        found |= {word for word in last.words if word[0].isdigit() or word in MONTHS}
    families = {entry.split("-")[0] for entry, kind in kinds.items() if kind is Kind.MODEL}
    makers = any(kinds[entry] is Kind.ORGANISATION for entry in analysis.links.entries)
    if makers or not families.isdisjoint(analysis.words):
        found |= families
    return found


def _operation(analysis: Analysis, last: Subject) -> Operation:
    """Its own; where it has none, that of the question before, unless that one compared."""
    plain = analysis.operation is Operation.GET and last.operation is not Operation.COMPARE
    return last.operation if plain else analysis.operation


def _names_of(entries: Iterable[str]) -> Iterator[str]:
    return (entry.replace("-", " ") for entry in entries)


def _about(analysis: Analysis, last: Subject, kinds: Mapping[str, Kind]) -> tuple[str, ...]:
    """The entries taken over: the things named before, else what the answer was about."""
    things = [entry for entry in last.entries if kinds[entry] in THINGS]
    found = [entry for entry in last.found if kinds[entry] in THINGS]
    parties = [entry for entry in last.entries if kinds[entry] not in THINGS]
    text = analysis.text.casefold()
    if _PERSON.search(text) and not (things and _THEIRS.search(text)):
        people = [e for e in (*last.entries, *last.found) if kinds[e] is Kind.PERSON]
        if people:
            return (people[0],)
    if things:
        return tuple(things[:2])
    return tuple(dict.fromkeys((*found[:1], *parties)))[:2] or last.found[:2]


def _named_as_before(analysis: Analysis, text: str, last: Subject) -> Analysis:
    """With the names of what it is about, and for a bare "why?" all that was said before."""
    bare = bool(_ELLIPSIS.search(text))
    names = [word for word in last.words if word in last.used]
    words = [
        word
        for word in last.words
        if bare and word not in last.used and word not in COMMON and word not in _CUES
    ]
    stems = [stem(word) for word in words]
    told = (one for one in last.content if one in stems)
    whole = " ".join((analysis.text, *(names or _names_of(analysis.links.entries)), *words))
    return replace(
        analysis,
        text=whole,
        asking=asking_in(whole),
        words=(*analysis.words, *names, *words),
        links=replace(analysis.links, used=analysis.links.used | set(names)),
        content=tuple(dict.fromkeys((*analysis.content, *told))),
    )


def _follows(analysis: Analysis, text: str) -> bool:
    short = len(analysis.words) <= _SHORT or len(analysis.content) <= _FEW
    return bool(_FOLLOWS.search(text)) or short


def _leaves_open(analysis: Analysis, kinds: Mapping[str, Kind]) -> bool:
    """Whether a question leaves open what it is about; a word of some name alone says little.

    "Does it bind OpenAI?" names a party only, and means what was spoken of.
    """
    links = analysis.links
    models = [entry for entry in links.hinted[:1] if kinds[entry] is Kind.MODEL]
    if not (links.entries or links.places or models):
        return True
    things = any(kinds[entry] in THINGS for entry in links.entries)
    return not things and not models and bool(_MEANT.search(analysis.text.casefold()))

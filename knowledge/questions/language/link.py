"""What a question names: entries by their longest names, places, and versions that do not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.questions.language.lexicon import MOST_HOLDERS, Lexicon, spans
from knowledge.questions.times.moment import MONTHS
from knowledge.vocabulary import Jurisdiction
from knowledge.words import COMMON

_UNITS = "day days hour hours week weeks month months year years percent million billion pm am et"
_COUNTED = frozenset(
    {"people", "models", "labs", "partners", "customers", "companies"}
    | {"organisations", "organizations"}
)
_NO_VERSION = frozenset((*MONTHS, *_UNITS.split()))  # after a number, or before it
_AFTER_COUNTS = _COUNTED.union(_NO_VERSION)
_OWN = 4  # digits of a number that stands for one thing only
_GENERIC = re.compile(r"(?:the )?ai act\b")  # of the EU, unless another place or rule is named
_JOINING = frozenset({"and", "or", "vs", "versus", "to", "with", "than"})
_DECIMAL = re.compile(r"\d\.\d")
_YEAR = re.compile(r"20\d\d")
_VERSION = re.compile(r"\d{1,6}(?:[.a-z]\d{1,4}){0,3}[a-z]?")  # 5.6, 14409, 4e091

_PLACES: dict[str, Jurisdiction] = {
    **{place.meaning.partition(" (")[0].casefold(): place for place in Jurisdiction},
    "california": Jurisdiction.US_CA,
    "californian": Jurisdiction.US_CA,
    "sacramento": Jurisdiction.US_CA,
    "newsom": Jurisdiction.US_CA,
    "new york": Jurisdiction.US_NY,
    "albany": Jurisdiction.US_NY,
    "nyc": Jurisdiction.US_NYC,
    "springfield": Jurisdiction.US_IL,
    "hartford": Jurisdiction.US_CT,
    "denver": Jurisdiction.US_CO,
    "austin": Jurisdiction.US_TX,
    "texan": Jurisdiction.US_TX,
    "salt lake city": Jurisdiction.US_UT,
    "olympia": Jurisdiction.US_WA,
    "brussels": Jurisdiction.EU,
    "europe": Jurisdiction.EU,
    "european": Jurisdiction.EU,
    "eu": Jurisdiction.EU,
    "china": Jurisdiction.CN,
    "chinese": Jurisdiction.CN,
    "beijing": Jurisdiction.CN,
    "uk": Jurisdiction.UK,
    "britain": Jurisdiction.UK,
    "british": Jurisdiction.UK,
    "london": Jurisdiction.UK,
    "westminster": Jurisdiction.UK,
    "whitehall": Jurisdiction.UK,
    "korea": Jurisdiction.KR,
    "korean": Jurisdiction.KR,
    "seoul": Jurisdiction.KR,
    "japanese": Jurisdiction.JP,
    "tokyo": Jurisdiction.JP,
    "indian": Jurisdiction.IN,
    "new delhi": Jurisdiction.IN,
    "delhi": Jurisdiction.IN,
    "canadian": Jurisdiction.CA,
    "ottawa": Jurisdiction.CA,
    "australian": Jurisdiction.AU,
    "canberra": Jurisdiction.AU,
}


_PLACE_SPANS = spans(_PLACES)
_PLACE = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _PLACES), key=len, reverse=True))})\b")


@dataclass(frozen=True, slots=True)
class Links:
    """What a question names.

    `entries` by their full names in order of mention; `hinted` by a telling word of a name only;
    `unknown` are versions of known families that are not in the base, as typed; `used` are the
    words that did the naming.
    """

    entries: tuple[str, ...]
    hinted: tuple[str, ...]
    places: tuple[Jurisdiction, ...]
    unknown: tuple[str, ...]
    used: frozenset[str]

    @property
    def any(self) -> bool:
        """Whether the question names anything that the base has."""
        return bool(self.entries or self.hinted or self.places)


def link(lexicon: Lexicon, words: Sequence[str]) -> Links:
    """What the words name: the longest names first, then single telling words."""
    entries: dict[str, None] = {}
    places: dict[Jurisdiction, None] = {}
    generic: dict[str, tuple[str, ...]] = {}
    used: set[str] = set()
    rest: list[str] = []
    start = 0
    while start < len(words):
        end, ids, place = _longest(lexicon, words, start)
        if words[start] in COMMON and end < _longest(lexicon, words, start + 1)[0] > start + 1:
            end = start  # "the white house accord" is no accord of "the white house"
        if end == start and (numbered := _by_number(lexicon, words, start)):
            end, ids = start + 1, numbered
        if end == start and (next_one := _of_family(lexicon, words, start, [*entries])):
            end, ids = start + 1, next_one
        if end == start:
            rest.append(words[start])
            start += 1
            continue
        name = " ".join(words[start:end])
        if _GENERIC.match(name):
            if not start or words[start - 1] in COMMON:  # a "conversational AI act" is another
                generic[name] = ids
            ids = ()
        entries.update(dict.fromkeys(ids))
        if place is not None:
            places[place] = None
        used.update(words[start:end])
        start = end
    if places.keys() <= {Jurisdiction.EU}:
        entries.update(dict.fromkeys(_meant(generic, alone=not entries)))
    hinted = _hinted(lexicon, rest, set(entries))
    return Links(
        tuple(entries), tuple(hinted), tuple(places), _unknown(lexicon, words), frozenset(used)
    )


def _meant(generic: Mapping[str, Sequence[str]], alone: bool) -> Iterator[str]:
    """What generic names mean of the EU: "the AI act" only where no other rule is named."""
    for name, ids in generic.items():
        if alone or not _GENERIC.fullmatch(name):
            yield from ids


def named_in(
    names: Mapping[str, Sequence[str]], longest: Mapping[str, int], words: Sequence[str]
) -> Iterator[str]:
    """The entries of the longest names in a text, none of them a single number."""
    start = 0
    while start < len(words):
        most = min(len(words), start + longest.get(words[start], 0))
        ends = (e for e in range(most, start, -1) if " ".join(words[start:e]) in names)
        end = next(ends, start)
        name = " ".join(words[start:end])
        if end > start and name not in COMMON and not name.isdigit():
            yield from names[name]
        start = max(end, start + 1)


def places_in(text: str) -> frozenset[Jurisdiction]:
    """The places that a text names."""
    return frozenset(_PLACES[name] for name in _PLACE.findall(text.casefold()))


def _longest(
    lexicon: Lexicon, words: Sequence[str], start: int
) -> tuple[int, tuple[str, ...], Jurisdiction | None]:
    """Where the longest name that begins at `start` ends, and what it means."""
    first = words[start] if start < len(words) else ""
    longest = max(lexicon.spans.get(first, 0), _PLACE_SPANS.get(first, 0))
    for end in range(min(len(words), start + longest), start, -1):
        name = " ".join(words[start:end])
        if name in COMMON or (end - start == 1 and name[0].isdigit()):
            continue
        ids, place = lexicon.names.get(name, ()), _PLACES.get(name)
        if ids or place is not None:
            return end, ids, place
    return start, (), None


def _by_number(lexicon: Lexicon, words: Sequence[str], start: int) -> tuple[str, ...]:
    """What a number stands for by itself: 14409 is the order of that number, 5.6 is GPT-5.6."""
    word, after = words[start], "".join(words[start + 1 : start + 2])
    if "." in word:
        before = "".join(words[start - 1 : start])
        if not _DECIMAL.fullmatch(word) or before in lexicon.families or after in _AFTER_COUNTS:
            return ()
    elif not (word.isdigit() and len(word) >= _OWN and _telling(word)):
        return ()
    named = (f"{family} {number}" for family, number in lexicon.versions if number == word)
    found = {lexicon.names[name] for name in named if name in lexicon.names}
    return found.pop() if len(found) == 1 else ()


def _of_family(
    lexicon: Lexicon, words: Sequence[str], start: int, before: Sequence[str]
) -> tuple[str, ...]:
    """What a number after "and" or "vs" means of the family named just before: "5 and 5.1"."""
    joined = start > 1 and words[start - 1] in _JOINING and words[start - 2][0].isdigit()
    if not (joined and before and _VERSION.fullmatch(words[start])):
        return ()
    family = before[-1].rpartition("-")[0].replace("-", " ")
    return lexicon.names.get(f"{family} {words[start]}", ())


def _hinted(lexicon: Lexicon, rest: Sequence[str], named: set[str]) -> list[str]:
    """Entries whose names have the most of the left-over words that few names have."""
    votes: dict[str, float] = {}
    for word in dict.fromkeys(rest):
        holders = lexicon.holders.get(word, frozenset())
        if 0 < len(holders) <= MOST_HOLDERS and _telling(word):
            for entry in holders:
                votes[entry] = votes.get(entry, 0.0) + 1.0 / len(holders)
    ranked = sorted((e for e in votes if e not in named), key=lambda e: (-votes[e], len(e), e))
    return ranked[:MOST_HOLDERS]


def _telling(word: str) -> bool:
    """A word, a version such as 5.6, or a number that is no day and no year: 14409, 3252."""
    return not word.isdigit() or (len(word) > 3 and not word.startswith(("19", "20")))


def _is_count(number: str, after: str) -> bool:
    """Whether a number counts what follows: 400 people, 5 days; not the customers of a GPT-7."""
    counts = after in _NO_VERSION or (len(number) > 1 and after in _COUNTED)
    return counts and number.isdigit()


def _unknown(lexicon: Lexicon, words: Sequence[str]) -> tuple[str, ...]:
    """Versions such as "gpt 5.7": a family of the base with a number that no name of it has."""
    found = []
    for at, (before, number) in enumerate(pairwise(words)):
        joined = before in _JOINING and at > 1 and words[at - 1][0].isdigit() and "." in number
        word = words[at - 2] if joined else before  # "mythos 5 and 5.2"
        if word not in lexicon.families or not _VERSION.fullmatch(number) or word in _NO_VERSION:
            continue
        after = words[at + 2] if at + 2 < len(words) else ""
        if _YEAR.fullmatch(number) and after.isdigit():  # "regulation 2024/1689"
            if after not in lexicon.vocabulary:
                found.append(f"{word} {number}/{after}")
        elif not _is_known(lexicon, word, number) and not _is_count(number, after):
            found.append(f"{word} {number}")
    return tuple(found)


def _is_known(lexicon: Lexicon, family: str, number: str) -> bool:
    """Whether a name has both, or a long number under another name: "regulation 14409"."""
    if (family, number) in lexicon.versions:
        return True
    return len(number) >= _OWN and any(known == number for _, known in lexicon.versions)

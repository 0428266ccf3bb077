"""The vocabulary of a base: its names, the words of its names, and every word it uses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.names import Names
from knowledge.questions.language.normalise import stem
from knowledge.questions.language.proper_names import PROPER_NAMES
from knowledge.questions.language.synonyms import related
from knowledge.vocabulary import Kind
from knowledge.words import COMMON

_NUMBERED = frozenset({Kind.MODEL, Kind.DIRECTIVE})
_NO_FAMILY = frozenset(
    {"act", "ai", "article", "articles", "section", "part", "title", "chapter", "eu", "no", "us"}
    | {"anthropic", "openai", "google", "meta", "california", "colorado", "utah", "china", "annex"}
)  # words that stand before a number in some name, and before any number in a question
_SHORTEST_REPAIRED = 4  # letters; shorter words are too easily mistaken for others
_MOST_UNKNOWN = 12  # words that are looked up; a text with more is none that slips explain
_ASKING = (
    *("compare", "compared", "comparison", "versus", "difference", "timeline", "deadlines"),
    *("upcoming", "developments", "summarise", "noon"),
)
MOST_HOLDERS = 6  # a word in the names of more entries than that tells none of them apart
_PLURALS = (*((f"{hissing}es", hissing) for hissing in ("s", "x", "z", "h", "o")), ("ies", "y"))
_ENDINGS = (
    *((ending, "") for ending in ("s", "d", "ed", "ing", "r", "rs", "er", "ers", "ly")),
    *_PLURALS,
    ("ing", "e"),
)
_LONG = 7  # letters from which two slips are forgiven


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Looked up by the linker; made once for a base."""

    names: Mapping[str, tuple[str, ...]]  # folded name -> ids of entries
    holders: Mapping[str, frozenset[str]]  # word of a name -> ids of entries whose names have it
    families: frozenset[str]  # words that stand before a number in some name: "gpt", "eo", "sb"
    versions: frozenset[tuple[str, str]]  # (word, number) pairs that stand in some name
    vocabulary: Mapping[str, int]  # every word of names and statements, with how often it occurs
    spans: Mapping[str, int]  # first word of names -> how many words the longest of them has
    stems: frozenset[str]  # of the vocabulary
    variants: Mapping[str, frozenset[str]]  # "sol" -> the others of its family: "terra", "luna"
    repairable: Mapping[int, Sequence[str]]  # letters of a word -> words that it may be a slip of
    english: Callable[[str], bool]  # whether a word is a common English one, to be left alone

    @classmethod
    def of(
        cls,
        names: Names,
        texts: Iterable[Iterable[str]],
        english: Callable[[str], bool],
        stems: frozenset[str],
    ) -> Lexicon:
        """From the names of a base, the words of its statements, and the stems of both."""
        by_name = {**_without_family(names), **names.all()}
        holders: dict[str, set[str]] = defaultdict(set)
        versions: set[tuple[str, str]] = set()
        counts: Counter[str] = Counter()
        for name, ids in by_name.items():
            parts = name.split()
            counts.update(parts)
            for word in parts:
                if word not in COMMON:
                    holders[word].update(ids)
            numbered = any(names.named(i).kind in _NUMBERED for i in ids)
            for word, number in pairwise(parts) if numbered else ():
                if word.isalpha() and number[0].isdigit() and word not in _NO_FAMILY | COMMON:
                    versions.add((word, number))
        for words in texts:
            counts.update(words)
        return cls(
            names=by_name,
            holders={word: _telling(names, ids) for word, ids in holders.items()},
            families=frozenset(word for word, _ in versions),
            versions=frozenset(versions),
            vocabulary=counts,
            spans=spans(by_name),
            stems=stems,
            variants=_variants(names, by_name),
            repairable=_by_length(
                w
                for w in {**counts, **dict.fromkeys(_ASKING)}
                if w.isalpha() and len(w) >= _SHORTEST_REPAIRED
            ),
            english=english,
        )

    def mended(self, words: Sequence[str], foreign: bool = False) -> tuple[str, ...]:
        """The words with their slips repaired; of many unknown ones only the first.

        Of a foreign text only slips in names are: the other words may be right in its language.
        """
        found, unknown = [], 0
        for word in words:
            slip = unknown < _MOST_UNKNOWN and self._may_be_slip(word)
            unknown += slip
            mend = self._named if foreign else self.repaired
            found.append(mend(word) if slip else word)
        return tuple(found)

    def repaired(self, word: str) -> str:
        """The word of the base that an unknown word is a slip of, or the word itself.

        Words with digits are never touched, nor words of another script, nor English ones.
        """
        if not self._may_be_slip(word):
            return word
        if self._has_known_stem(word):
            return self._respelled(word)
        if len(word) >= _SHORTEST_REPAIRED:
            pool = self.repairable.get(len(word), ())
        else:
            pool = tuple(self.families) if len(word) == _SHORTEST_REPAIRED - 1 else ()
        allowed = 2 if len(word) >= _LONG else 1
        near = process.extract(word, pool, scorer=OSA.distance, score_cutoff=allowed, limit=12)
        found = [
            # Letters in each other's place are the commonest slip, the first one is the rarest.
            (slips, sorted(w) != sorted(word), w[0] != word[0], -self.vocabulary.get(w, 0), w)
            for w, slips, _ in near
        ]
        return min(found)[-1] if found else word

    def _respelled(self, word: str) -> str:
        """The word of the base with the same stem, of which a word that nobody writes is a slip.

        A regular form is no slip, unless it is one of a name: "chinas" is China's.
        """
        if len(word) < _LONG - 1:
            return word
        pool = self.repairable.get(len(word), ())
        near = process.extract(word, pool, scorer=OSA.distance, score_cutoff=1, limit=6)
        found = [
            w
            for w, _, _ in near
            if stem(w) == stem(word) and (w in self.holders or not self._is_form(word, w))
        ]
        return max(found, key=len) if found else word

    def _is_form(self, word: str, other: str) -> bool:
        """Whether a word is a regular form of a written one, or the plain form of the other."""
        return other.startswith(word) or any(map(self._is_written, _plain_forms(word, _ENDINGS)))

    def _named(self, word: str) -> str:
        """The long word of a name that a word is one slip away from, or the word itself."""
        if len(word) < _LONG - 1:
            return word
        pool = [name for name in self.holders if name[0] == word[0] and name.isalpha()]
        near = process.extract(word, pool, scorer=OSA.distance, score_cutoff=1, limit=2)
        return str(near[0][0]) if len(near) == 1 else word

    def _may_be_slip(self, word: str) -> bool:
        plain = word.isascii() and word.isalpha() and word not in PROPER_NAMES
        return plain and not self._is_written(word)

    def _is_written(self, word: str) -> bool:
        return word in self.vocabulary or word in COMMON or self.english(word)

    def _has_known_stem(self, word: str) -> bool:
        return (
            stem(word) in self.stems
            or (len(stem(word)) >= _SHORTEST_REPAIRED and self.english(stem(word)))
            or any(map(self.english, _plain_forms(word, _PLURALS)))
            or bool(related(stem(word)))
        )


def _plain_forms(word: str, endings: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What a word may be a form of, by the endings that it has."""
    return (word.removesuffix(end) + plain for end, plain in endings if word.endswith(end))


def _by_length(words: Iterable[str]) -> dict[int, list[str]]:
    """The words of so many letters, and those of one letter more or less."""
    found: dict[int, list[str]] = defaultdict(list)
    for word in words:
        for letters in (len(word) - 1, len(word), len(word) + 1):
            found[letters].append(word)
    return dict(found)


def spans(names: Iterable[str]) -> dict[str, int]:
    """Of the first word of each name, how many words the longest that begins with it has."""
    found: dict[str, int] = {}
    for words in (name.split() for name in names):
        if words:
            found[words[0]] = max(len(words), found.get(words[0], 0))
    return found


def _variants(names: Names, by_name: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """The words by which names of a model differ at their end: "sol", "terra" and "luna"."""
    ends: dict[tuple[tuple[str, ...], str], set[str]] = defaultdict(set)
    for name, ids in by_name.items():
        begin, _, end = name.rpartition(" ")
        of_models = all(names.named(i).kind is Kind.MODEL for i in ids)
        if of_models and begin[-1:].isdigit() and end.isalpha() and end not in COMMON:
            ends[ids, begin].add(end)
    found: dict[str, set[str]] = defaultdict(set)
    for family in ends.values():
        for end in family if len(family) > 1 else ():
            found[end] |= family - {end}
    return {end: frozenset(others) for end, others in found.items()}


def _without_family(names: Names) -> dict[str, tuple[str, ...]]:
    """Names of models without their first word, where they have two more: "6.1 sol"."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, ids in names.all().items():
        words = name.split()
        if len(words) > 2 and any(names.named(i).kind is Kind.MODEL for i in ids):
            found[" ".join(words[1:])].update(ids)
    return {name: tuple(ids) for name, ids in found.items() if len(ids) == 1}


def _telling(names: Names, ids: set[str]) -> frozenset[str]:
    """The entries that a word may stand for: of many, only the models."""
    if len(ids) <= MOST_HOLDERS:
        return frozenset(ids)
    models = {i for i in ids if names.named(i).kind is Kind.MODEL}
    return frozenset(models if 0 < len(models) <= MOST_HOLDERS else ids)

"""What a channel asked for: one grammar for all chats, printed in one way only.

    jurisdiction:us,us-ca event:new -topic:litigation model:"Mythos 5" "export control"

A comma means or, different keys (and different words) mean and, a leading `-` means not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from bot.alerts.facts import Event, Facts, Key
from bot.errors import BadOption
from bot.reply import as_typed
from knowledge.names import Found, Names, Several
from knowledge.vocabulary import (
    Jurisdiction,
    Kind,
    LegalStatus,
    ReleaseStatus,
    Tier,
    Topic,
)
from knowledge.words import words

EVERYTHING = "everything"  # how a filter without a term is written
LIMIT = 1_000  # characters of a filter
_NEAR = 60  # of 100 in rapidfuzz's ratio; keys and values are short
_ENTITIES = {Key.MODEL: Kind.MODEL, Key.DIRECTIVE: Kind.DIRECTIVE, Key.ORG: Kind.ORGANISATION}
_ORDER = {key: place for place, key in enumerate(Key)}
_TIERS = {tier: place for place, tier in enumerate(Tier)}
VALUES: dict[Key, dict[str, str]] = {
    Key.KIND: {str(one): one.meaning for one in Kind},
    Key.EVENT: {
        Event.NEW: "an entry is new",
        Event.CHANGED: "an entry says something else than before",
        Event.ENDED: "a rule came to its end, or an entry was withdrawn",
        Event.DEADLINE: "something is due in 30, 7 or 1 days",
    },
    Key.JURISDICTION: {str(one): one.meaning for one in Jurisdiction},
    Key.STATUS: {str(one): one.meaning for kind in (LegalStatus, ReleaseStatus) for one in kind},
    Key.TOPIC: {str(one): one.meaning for one in Topic},
    Key.MIN_TIER: {str(one): one.meaning for one in Tier},
}
"""The values that a key takes, with what they mean; the other keys take names."""

_VALUE = r'"[^"]*"|[^\s,":-][^\s,":]*'
_TERM = re.compile(rf"(-?)(?:([^\s,\":]+):\s*)?((?:{_VALUE})(?:\s*,\s*(?:{_VALUE}))*)?")
_BARE = re.compile(r"[^\s,\":-][^\s,\":]*")
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """One condition: any of its values holds, or with `negative` none of them."""

    key: Key
    negative: bool
    values: tuple[str, ...]

    def __str__(self) -> str:
        key = "" if self.key is Key.WORDS else f"{self.key}:"
        values = (v if _BARE.fullmatch(v) else f'"{v}"' for v in self.values)
        return f"{'-' * self.negative}{key}{','.join(values)}"

    def holds(self, facts: Facts) -> bool:
        """Whether the condition holds for a change."""
        match self.key:
            case Key.WORDS:
                found = any(f" {value} " in facts.text for value in self.values)
            case Key.MIN_TIER:
                least = _TIERS[Tier(self.values[0])]
                found = facts.tier is not None and _TIERS[facts.tier] <= least
            case key:
                found = not facts.of(key).isdisjoint(self.values)
        return found is not self.negative


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that all have to hold, in the order in which they are printed."""

    terms: tuple[Term, ...] = ()

    def __str__(self) -> str:
        return " ".join(map(str, self.terms))

    def unmet(self, facts: Facts) -> Term | None:
        """The first condition that does not hold for a change; None where all hold."""
        return next((term for term in self.terms if not term.holds(facts)), None)

    def matches(self, facts: Facts) -> bool:
        """Whether a change is what was asked for."""
        return self.unmet(facts) is None

    def asks_for(self, facts: Facts) -> bool:
        """Whether a change's events are asked for, wherever it is and whatever it is about."""
        return all(term.holds(facts) for term in self.terms if term.key is Key.EVENT)

    def shown(self) -> str:
        """As people read it; one without a term has a name."""
        return str(self) or EVERYTHING

    def without(self, key: Key) -> Filter:
        """The same filter without its conditions under one key."""
        return Filter(tuple(term for term in self.terms if term.key is not key))


def made_of(terms: Iterable[Term]) -> Filter:
    """The filter of some conditions: those that can be one are one, in their order, once each."""
    merged: dict[tuple[Key, bool], set[str]] = {}
    kept: set[Term] = set()
    for term in terms:
        if term.key is Key.WORDS and not term.negative:  # each word is asked for by itself
            kept.add(Term(term.key, term.negative, tuple(sorted(set(term.values)))))
        else:
            merged.setdefault((term.key, term.negative), set()).update(term.values)
    kept |= {Term(key, sign, tuple(sorted(values))) for (key, sign), values in merged.items()}
    return Filter(tuple(sorted(kept, key=lambda t: (_ORDER[t.key], t.negative, t.values))))


def parse_filter(text: str, names: Names) -> Filter:
    """The filter that somebody typed; its names are those of entries, kept as ids.

    Raises BadOption with what was probably meant.
    """
    return _parse(text, lambda key, value: _entity(key, value, names))


@lru_cache(maxsize=10_000)
def read_filter(text: str) -> Filter:
    """The filter that was printed; its ids are taken as they are."""
    return _parse(text, lambda _key, value: value)


def _parse(text: str, entity: Callable[[Key, str], str]) -> Filter:
    if len(text) > LIMIT:
        raise BadOption(f"A filter has at most {LIMIT:,} characters. Leave something out.")
    if text.strip().casefold() == EVERYTHING:
        return Filter()
    found = []
    for negative, name, values in _terms(text):
        key = _key(name) if name else Key.WORDS
        read = [_value(key, value, entity) for value in values]
        if key is Key.MIN_TIER and (negative or len(read) > 1):
            raise BadOption("`min-tier:` takes one tier and no `-`. Write `min-tier:press`.")
        found.append(Term(key, negative, tuple(read)))
    if sum(term.key is Key.MIN_TIER for term in found) > 1:
        raise BadOption("`min-tier:` can stand once only. Write `min-tier:press`.")
    return made_of(found)


def _terms(text: str) -> Iterator[tuple[bool, str, list[str]]]:
    """The typed conditions: whether it is a "not", the key if there is one, the values."""
    text, place = " ".join(text.translate(_QUOTES).split()), 0
    while rest := text[place:].lstrip(" ,"):
        place = len(text) - len(rest)
        match = _TERM.match(text, place)
        assert match is not None, "every part of it may be empty"
        negative, name, values = match[1], match[2] or "", match[3]
        if not values:
            shown = as_typed(rest.split()[0], 40)
            what = f"`{as_typed(name, 40)}:` needs a value" if name else f"I cannot read “{shown}”"
            raise BadOption(
                f'{what}. Write for example `jurisdiction:us,eu` or `model:"Mythos 5"`.'
            )
        yield bool(negative), name, [v.strip('"') for v in re.findall(_VALUE, values)]
        place = match.end()


def _key(typed: str) -> Key:
    try:
        return Key(typed.casefold())
    except ValueError:
        known = [str(key) for key in Key if key is not Key.WORDS]
        raise BadOption(
            f"I don't know the filter `{as_typed(typed, 40)}`.{_meant(typed, known)} "
            f"Filters: {', '.join(known)}; and words without a key, in quotation marks where they "
            "have a colon."
        ) from None


def _value(key: Key, typed: str, entity: Callable[[Key, str], str]) -> str:
    if key is Key.WORDS:
        found = " ".join(words(typed))
        if not found:
            raise BadOption(f"“{as_typed(typed, 40)}” has no word to look for. Leave it out.")
        return found
    if key in _ENTITIES:
        return entity(key, typed)
    known = VALUES[key]
    plain = "-".join(typed.casefold().split())
    if plain in known:
        return plain
    by_meaning = {meaning.casefold(): value for value, meaning in known.items()}
    if typed.casefold() in by_meaning:
        return by_meaning[typed.casefold()]
    raise BadOption(
        f"“{as_typed(typed, 40)}” is no {key} I know.{_meant(typed, list(known))} "
        f"One of: {', '.join(known)}."
    )


def _meant(typed: str, known: list[str]) -> str:
    near = process.extractOne(typed.casefold(), known, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return f" Did you mean `{near[0]}`?" if near else ""


def _entity(key: Key, typed: str, names: Names) -> str:
    shown = as_typed(typed, 60)
    match names.find(typed, {_ENTITIES[key]}):
        case Found(entry):
            return entry.id
        case Several(entries):
            some = ", ".join(f"`{entry.id}`" for entry in entries[:5])
            raise BadOption(f"“{shown}” fits several entries. Write which one: {some}.")
        case unfound:
            near = (*unfound.meant, *unfound.closest)[:1]
            hint = f" Did you mean `{near[0].id}` ({near[0].title})?" if near else ""
            raise BadOption(f"I have no {_ENTITIES[key]} called “{shown}”.{hint}")


def describe(found: Filter, titles: Callable[[str], str]) -> list[str]:
    """A filter in words, a line for each condition; `titles` gives an entry's title by its id."""
    lines = []
    for term in found.terms:
        known = VALUES.get(term.key, {})
        if term.key in _ENTITIES:
            said = [titles(value) for value in term.values]
        else:
            said = [f"{v} ({known[v]})" if v in known else f"“{v}”" for v in term.values]
        label = "the word" if term.key is Key.WORDS else str(term.key)
        lines.append(f"{label}: {'not ' if term.negative else ''}{' or '.join(said)}")
    return lines

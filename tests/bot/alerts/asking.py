"""Filters at random with what they mean, and a plain reading of them that shares no code."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.alerts.facts import Facts, Key
from knowledge.vocabulary import Tier

TIERS = (
    "primary",
    "court",
    "law-firm",
    "press",
    "trade-press",
    "tracker",
    "aggregator",
    "ai-written",
    "social",
)
VALUES: Mapping[str, Sequence[str]] = {
    "kind": ("model", "directive", "quote", "person", "organisation"),
    "event": ("new", "changed", "ended", "deadline"),
    "model": ("vega-5", "vega-5.1", "heron-2"),
    "directive": ("us-ca-sb990", "us-eo-15001", "us-hr9001"),
    "org": ("lyra-labs", "corvid-ai"),
    "jurisdiction": ("us", "us-ca", "eu", "cn", "world"),
    "status": ("in-force", "upcoming", "ended", "preview"),
    "topic": ("model-access", "export-control", "litigation"),
    "min-tier": TIERS,
    "": ("leak", "5.1", "vega", "export control", "letter"),
}
TITLES = {"vega-5.1": "Vega 5.1", "us-ca-sb990": "SB 990", "lyra-labs": "Lyra Labs"}


@dataclass(frozen=True)
class Asked:
    """One condition as somebody writes it."""

    negative: bool
    key: str  # empty for words
    values: tuple[str, ...]

    def typed(self, chance: random.Random) -> str:
        """One of the ways in which it can be written."""
        key = f"{self.key}:" if self.key else ""
        if chance.random() < 0.1:
            key = key.upper()
        comma = chance.choice([",", ",", ", ", " ,"])
        return f"{'-' * self.negative}{key}{comma.join(_written(v, chance) for v in self.values)}"


def a_filter(chance: random.Random) -> list[Asked]:
    """Up to four conditions; the least tier stands once, alone and without a "not"."""
    found = []
    keys = chance.sample(sorted(VALUES), k=chance.randint(1, 4))
    if chance.random() < 0.3:
        keys.append(chance.choice([key for key in keys if key != "min-tier"] or ["kind"]))
    for key in keys:
        single = key == "min-tier"
        values = chance.sample(
            VALUES[key], k=1 if single else chance.randint(1, 3 % len(VALUES[key]) + 1)
        )
        found.append(Asked(not single and chance.random() < 0.3, key, tuple(values)))
    return found


def some_facts(chance: random.Random) -> Facts:
    """What may be true of a change."""
    marks = {
        Key(key): frozenset(chance.sample(values, k=chance.randint(0, len(values))))
        for key, values in VALUES.items()
        if key not in {"", "min-tier"}
    }
    said = chance.sample(VALUES[""], k=chance.randint(0, 4))
    tier = chance.choice([None, *TIERS])
    return Facts(marks=marks, tier=Tier(tier) if tier else None, text=f" {' '.join(said)} ")


def holds(asked: Sequence[Asked], facts: Facts) -> bool:
    """The plain reading: what is written under one key and sign belongs together, words do not."""
    for one in asked:
        together = [
            value
            for other in asked
            if (other.key, other.negative) == (one.key, one.negative) and (one.key or one is other)
            for value in other.values
        ]
        found = any(_true(one.key, value, facts) for value in together)
        if found == one.negative:
            return False
    return True


def _true(key: str, value: str, facts: Facts) -> bool:
    if key == "":
        return value.split() in _runs(facts.text.split(), len(value.split()))
    if key == "min-tier":
        return facts.tier is not None and TIERS.index(facts.tier.value) <= TIERS.index(value)
    return value in facts.marks[Key(key)]


def _runs(words: Sequence[str], length: int) -> list[list[str]]:
    return [list(words[n : n + length]) for n in range(len(words) - length + 1)]


def _written(value: str, chance: random.Random) -> str:
    if value in TITLES and chance.random() < 0.4:
        return f'"{TITLES[value]}"'
    if " " in value or chance.random() < 0.2:
        quotes = chance.choice(['""', "“”"])
        return f"{quotes[0]}{value}{quotes[1]}"
    return value

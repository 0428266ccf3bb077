"""The labelled questions from which the classifiers learn, read from `bank/*.toml`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import tomli

BANK = Path(__file__).parent / "bank"
HELD_OUT = "held_out"  # never learned from; it tells how well the rest generalises

UNANSWERABLE = frozenset({"unanswerable", "out-of-scope", "injection"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BankQuestion:
    """One question with what a right answer must hold.

    Statements that answer it in other words meet all of `must`, or `accept`; they are told by
    how they begin.
    """

    text: str
    kind: str
    property: str
    entities: tuple[str, ...]
    must: tuple[re.Pattern[str], ...] = ()
    must_not: tuple[re.Pattern[str], ...] = ()
    accept: tuple[re.Pattern[str], ...] = ()
    also: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    as_of: str | None = None

    def is_answerable(self) -> bool:
        """Whether an answer is in the base."""
        return self.kind not in UNANSWERABLE


def read_bank(held_out: bool = False) -> list[BankQuestion]:
    """All questions to learn from, or the held-out ones."""
    return list(_read(held_out))


@lru_cache(maxsize=2)
def _read(held_out: bool) -> tuple[BankQuestion, ...]:
    paths = sorted(p for p in BANK.glob("*.toml") if (p.stem == HELD_OUT) is held_out)
    return tuple(
        _question(table)
        for path in paths
        for table in tomli.loads(path.read_text(encoding="utf-8"))["question"]
    )


def bank_digest() -> str:
    """The same as long as the questions to learn from are."""
    total = hashlib.blake2b(digest_size=16)
    for question in read_bank():
        total.update(repr(question).encode())
    return total.hexdigest()


def _question(table: dict[str, object]) -> BankQuestion:
    def strings(key: str) -> tuple[str, ...]:
        found = table.get(key, [])
        assert isinstance(found, list)
        return tuple(str(each) for each in found)

    def patterns(written: Iterable[str]) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(each, re.IGNORECASE) for each in written)

    also = strings("also")
    begins = tuple(map(re.escape, also))
    as_of = table.get("as_of")
    return BankQuestion(
        text=str(table["text"]),
        kind=str(table["kind"]),
        property=str(table.get("property") or "none"),
        entities=strings("entities"),
        must=patterns("|".join((each, *begins)) for each in strings("must")),
        must_not=patterns(strings("must_not")),
        accept=patterns((*strings("accept"), *begins)),
        also=also,
        before=strings("before"),
        as_of=str(as_of) if as_of else None,
    )

"""A reply as a document: blocks of spans, never markup; each platform's renderer escapes once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

TYPED_LIMIT = 400  # characters of what somebody typed that a reply repeats
_BREAKS = ("Cc", "Zl", "Zp")  # Unicode's categories of control characters and line breaks
_UNSEEN = ("Cf", "Cs")  # marks of direction and the like, and halves of broken characters


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """Words that stand back: sources' tiers, counts, remarks."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address of the knowledge base; never to one that a user typed."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day, which a chat may show in the reader's own way; `words` is how we write it."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a source, as in "[2]"."""

    number: int
    url: str | None


Span = str | Strong | Quiet | Link | Day | Mark
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    spans: Spans


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph that stands back."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Listing:
    """Items in order; with `start` they are numbered from it."""

    items: tuple[Spans, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    header: tuple[str, ...]
    rows: tuple[tuple[Spans, ...], ...]


@dataclass(frozen=True, slots=True)
class SourceNotes:
    """The numbered sources of all that stands above."""

    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: pressing it is the same as giving the command.

    With `shown` the reply is for everyone in the channel, whoever presses.
    """

    label: str
    command: str
    arguments: tuple[tuple[str, str], ...] = ()
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    items: tuple[Choice, ...]


Block = Heading | Paragraph | Note | Listing | Table | SourceNotes | Choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a person gets; `headline` is the notification's text.

    `actions` are buttons for what can be done with the reply as a whole. A private reply is for
    the person who asked alone, even where they asked in public and the platform can do that.
    `notice` is one more reply, for everyone in the channel: it tells what was changed, and by
    whom.
    """

    headline: str
    blocks: tuple[Block, ...]
    actions: tuple[Choice, ...] = ()
    private: bool = False
    notice: Reply | None = None


def sentence(words: str) -> Reply:
    """One sentence, to the person who asked alone."""
    return Reply(headline=words, blocks=(Paragraph((words,)),), private=True)


def spans_text(spans: Iterable[Span]) -> str:
    """The plain words of spans."""
    parts = []
    for span in spans:
        match span:
            case str():
                parts.append(span)
            case Strong(text) | Quiet(text) | Link(text, _):
                parts.append(text)
            case Day(_, words):
                parts.append(words)
            case Mark(number, _):
                parts.append(f"[{number}]")
    return "".join(parts)


def as_typed(text: str, limit: int = TYPED_LIMIT) -> str:
    """What somebody typed, fit to be repeated: one line, no control or bidirectional characters."""
    kept = (" " if unicodedata.category(c) in _BREAKS else c for c in text[: 4 * limit])
    plain = " ".join("".join(c for c in kept if unicodedata.category(c) not in _UNSEEN).split())
    return plain if len(plain) <= limit else plain[: limit - 1] + "…"

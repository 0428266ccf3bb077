"""Numbers the sources of a reply as they come up, and writes them out at its end."""

from __future__ import annotations

from bot.days import when
from bot.reply import Link, Mark, Quiet, SourceNotes, Span, Spans
from knowledge.answers import Cited, Evidence
from knowledge.model import Source
from knowledge.vocabulary import Confidence, SourceAccess

_SHOWN_QUOTE = 220  # characters of a quotation in a source's line; longer ones end in an ellipsis


class Numbering:
    """The sources of one reply: each has one number, given when it is first cited."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._cited: list[Cited] = []

    def marks(self, evidence: Evidence) -> Spans:
        """The numbers of a statement's sources, with a space before each."""
        spans: list[Span] = []
        for cited in evidence.cited:
            spans += [" ", Mark(self._number(cited), cited.source.url)]
        return tuple(spans)

    def support(self, evidence: Evidence) -> Spans:
        """A statement's marks, and a warning where its support is weak."""
        marks = self.marks(evidence)
        weak = evidence.confidence is Confidence.LOW
        return (*marks, Quiet(" (low confidence)")) if weak else marks

    def sentence(self, evidence: Evidence) -> Spans:
        """A statement's text with its support, and why it is doubted, if it is."""
        doubt = evidence.statement.doubt
        why = (Quiet(f" Doubted: {doubt}"),) if doubt else ()
        return (evidence.statement.text, *self.support(evidence), *why)

    def notes(self) -> SourceNotes:
        """All sources cited so far, in the order of their numbers."""
        return SourceNotes(
            tuple(
                (f"[{number}] ", *source_spans(cited.source), *_quotation(cited))
                for number, cited in enumerate(self._cited, 1)
            )
        )

    def _number(self, cited: Cited) -> int:
        number = self._numbers.get(cited.source.id)
        if number is None:
            self._cited.append(cited)
            number = self._numbers[cited.source.id] = len(self._cited)
        elif cited.quote and not self._cited[number - 1].quote:
            self._cited[number - 1] = cited
        return number


def dated(item: Evidence, numbering: Numbering) -> Spans:
    """A statement after the day that it is about."""
    moment = item.statement.on or item.statement.valid_from
    return (*when(moment), ": ", *numbering.sentence(item))


def source_spans(source: Source) -> Spans:
    """Publisher, title, date, and in brackets what a reader should know of it."""
    title: Span = Link(source.title, source.url) if source.url else f"“{source.title}”"
    publisher = f"{source.publisher} ({source.author})" if source.author else source.publisher
    spans: list[Span] = [f"{publisher}, ", title]
    if source.published:
        spans.append(f", {source.published}")
    remarks = [source.tier.label]
    if source.copy_at:
        remarks.append(f"copy at {source.copy_at}")
    if source.via:
        remarks.append(f"passes on {source.via}")
    match source.access:
        case SourceAccess.CITED:
            remarks.append("not seen ourselves")
        case SourceAccess.QUOTED:
            remarks.append("seen as quoted elsewhere")
        case SourceAccess.READ:
            pass
    if source.note:
        remarks.append(source.note.rstrip("."))
    spans.append(Quiet(f" ({'; '.join(remarks)})"))
    return tuple(spans)


def _quotation(cited: Cited) -> Spans:
    if not cited.quote:
        return ()
    quote = cited.quote
    if len(quote) > _SHOWN_QUOTE:
        quote = quote[: _SHOWN_QUOTE - 1].rsplit(" ", 1)[0] + " …"
    return (f": “{quote}”",)

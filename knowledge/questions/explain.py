"""How a question was understood, as plain text: for `ask --explain`, and kept with feedback."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.model import Statement
from knowledge.questions.asking.predict import LABELS
from knowledge.questions.deciding.gate import GATE_FEATURES
from knowledge.questions.ranking.rank import FEATURES, Ranked
from knowledge.questions.trained import Trained, load
from knowledge.questions.understand import Trace

_SHARES = 5  # properties, the likeliest first
_RANKED = 10  # statements, the best first
_TEXT = 100  # characters of a statement
_FELT = 0.005  # what a feature adds at least, to be named


def as_text(trace: Trace) -> str:
    """All steps from the words to the choice."""
    return "\n".join((*_understood(trace), *_shares(trace), *_ranked(trace), *_decided(trace)))


def _understood(trace: Trace) -> Iterator[str]:
    analysis = trace.analysis
    links, days = analysis.links, analysis.days
    yield f"text        {analysis.text}"
    yield f"words       {_listed(analysis.words)}"
    yield f"repaired    {_listed(f'{typed} -> {meant}' for typed, meant in analysis.repairs)}"
    yield f"language    {analysis.language_note or 'English'}"
    yield f"entries     {_listed(links.entries)}"
    yield f"hinted      {_listed(links.hinted)}"
    yield f"places      {_listed(map(str, links.places))}"
    yield f"not in base {_listed(links.unknown)}"
    yield f"days        {_listed(day.isoformat() for day in days.mentioned)}"
    yield f"as of       {trace.as_of.isoformat() if trace.as_of else '-'}"
    yield f"remarks     {_listed(trace.remarks, ' ')}"
    yield f"operation   {analysis.operation}"
    yield f"left over   {_listed(analysis.content)}"
    yield f"shape       {_listed(analysis.patterns, ' ')}"


def _shares(trace: Trace) -> Iterator[str]:
    best = sorted(zip(LABELS, trace.shares.tolist(), strict=True), key=lambda pair: -pair[1])
    yield f"property    {_listed(f'{name} {share:.2f}' for name, share in best[:_SHARES])}"


def _ranked(trace: Trace) -> Iterator[str]:
    trained = load()
    yield "ranked"
    for number, one in enumerate(trace.ranked[:_RANKED], 1):
        yield f"  {number:>2}. {one.score:6.2f}  {_named(one.statement)}"
        yield f"              {_parts(one, trained)}"


def _decided(trace: Trace) -> Iterator[str]:
    yield "gate"
    if trace.gate is not None:
        for name, seen in zip(GATE_FEATURES, trace.gate.tolist(), strict=True):
            yield f"  {name:<14} {seen:7.3f}"
    yield f"certainty   {trace.certainty:.3f}, answered from {trace.threshold:.2f}"
    yield f"decision    {trace.decision or '-'}"
    yield "shown"
    yield from (f"  {_named(statement)}" for statement in trace.shown)


def _parts(one: Ranked, trained: Trained) -> str:
    """Feature by feature what it has and what that adds, the weightiest first."""
    parts = [
        (value * weight, f"{name} {value:.2f} ({value * weight:+.2f})")
        for name, value, weight in zip(FEATURES, one.features.tolist(), trained.rank, strict=True)
        if abs(value * weight) >= _FELT
    ]
    return _listed(text for _, text in sorted(parts, key=lambda part: -abs(part[0])))


def _named(statement: Statement) -> str:
    text = statement.text if len(statement.text) <= _TEXT else f"{statement.text[: _TEXT - 1]}…"
    return f"{statement.subject} / {statement.property}: {text}"


def _listed(words: Iterable[str], by: str = ", ") -> str:
    return by.join(words) or "-"

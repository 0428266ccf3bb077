"""The answer to a question: analyse, rank, veto, gate, compose; each step can be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from knowledge.answers import (
    Answer,
    Answered,
    Closest,
    Deadlines,
    Nothing,
    Sentences,
    Timeline,
    disputes_of,
    evidence_in,
    evidence_of,
)
from knowledge.model import Statement
from knowledge.questions import compose, veto
from knowledge.questions.analyse import Analysis, Operation, analyse
from knowledge.questions.conversation import Conversations
from knowledge.questions.encoder import Encoder
from knowledge.questions.gate import (
    PLAIN_BY_WORDS,
    certainties,
    gate_features,
    is_confirmed,
    is_plain,
)
from knowledge.questions.index import Index
from knowledge.questions.order import reordered, told_on_day
from knowledge.questions.pairs import Understood
from knowledge.questions.rank import FEATURES, Ranked, candidates, features
from knowledge.questions.trained import Trained, load
from knowledge.vocabulary import Property, Rank
from knowledge.weigh import standing

if TYPE_CHECKING:
    from knowledge.desk import Desk

_FITS, _SUBJECT, _CONCERNED = (FEATURES.index(n) for n in ("fits", "subject", "concerned"))
_NEAREST = 8  # of the ranked, among which one that fits is looked for
_NEAR = 3.0  # points below the best that it may lie
_TAKEN = 60  # of the ranked statements; the rest cannot come up
_OFFERED = 5  # closest entries
_HELP = (
    "I answer questions about AI release rules: who may use which model, under which rule, since "
    "when, who said what, and what is due. The command `help` lists what else there is."
)
_EVENTS_ROOM = 1_900  # characters of a timeline or of deadlines in an answer; commands show all


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as typed, the day it is to be answered for, and the conversation it belongs to."""

    question: str
    as_of: date | None = None
    conversation: str | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """How a question was understood, for `ask --explain` and for feedback."""

    analysis: Analysis
    shares: NDArray[np.float32]
    ranked: tuple[Ranked, ...]
    gate: NDArray[np.float32] | None
    certainty: float
    decision: str = ""  # what became of it: which veto, list, abstention or answer
    shown: tuple[Statement, ...] = ()


def explained(
    desk: Desk,
    base: tuple[Index, Encoder | None],
    conversations: Conversations,
    asked: Asked,
) -> tuple[Answer, Trace]:
    """The answer to a question as typed, with its trace; never raises, whatever the text."""
    index, encoder = base
    analysis = analyse(index, asked.question, desk.today)
    taken = conversations.taken_over(asked.conversation, analysis, index.kinds)
    as_of = asked.as_of or taken.as_of or taken.analysis.days.asked
    day = as_of or desk.today
    trace = understand(index, encoder, load(), taken.analysis, day, as_of is not None)
    best = tuple(r.statement.subject for r in trace.ranked[:1])
    conversations.remember(asked.conversation, trace.analysis, best, as_of)
    answer, decision = _answer(desk, index, trace, as_of)
    shown = evidence_in(answer) if isinstance(answer, Answered) else ()
    trace = replace(trace, decision=decision, shown=tuple(e.statement for e in shown))
    remarks = tuple(r for r in (taken.analysis.language_note, taken.remark) if r)
    if remarks and isinstance(answer, Answered):
        answer = replace(answer, remarks=(*answer.remarks, *remarks))
    return answer, trace


def understand(  # noqa: PLR0913, PLR0917 (all that it depends on)
    index: Index,
    encoder: Encoder | None,
    trained: Trained,
    analysis: Analysis,
    day: date,
    dated: bool = False,
) -> Trace:
    """Rank the statements for a question and say how certain the best one is; pure.

    `dated` says that the question is about that day, and not merely asked on it.
    """
    vector = encoder.encode([analysis.text])[0] if encoder else None
    shares = trained.properties.probabilities(analysis.patterns, vector)
    similar = index.similar(vector) if vector is not None else None
    likeness = index.likeness(vector) if vector is not None else None
    asked = index.best_asked(likeness) if likeness is not None else None
    rows = candidates(index, analysis, similar, asked)
    lines = features(index, analysis, rows, shares, similar, asked, day)
    told = told_on_day(index, rows, lines, dated)
    rows = [row for row, kept in zip(rows, told, strict=True) if kept]
    ranked = ranking(index, rows, lines[told], trained.rank)
    if not ranked:
        return Trace(analysis, shares, (), None, 0.0)
    askability = trained.properties.askability(analysis.patterns, vector)
    question = Understood(analysis, shares, askability, likeness)
    ranked = reordered(index, encoder, question, ranked, trained.trees)
    looked = gate_features(index, encoder, analysis, shares, askability, ranked)
    certainty = float(certainties(looked[None, :], trained.gate, trained.gate_bias)[0])
    plain = is_plain(looked) or (encoder is None and is_plain(looked, PLAIN_BY_WORDS))
    if plain or is_confirmed(looked, certainty):
        certainty = max(certainty, trained.threshold)
    return Trace(analysis, shares, tuple(ranked), looked, certainty)


def ranking(
    index: Index,
    rows: Sequence[int],
    lines: NDArray[np.float32],
    weights: NDArray[np.float32],
) -> list[Ranked]:
    """The candidates by score, the best first; only those on what the question names, if anything.

    Among the very best, those come first that have the kind of thing which is asked for.
    """
    if not rows:
        return []
    named = (lines[:, _SUBJECT] + lines[:, _CONCERNED]) > 0
    scores = np.vecdot(lines, weights)
    if named.any():  # the price of one model is no answer to a question about another
        scores = np.where(named, scores, -np.inf)
    order = np.argsort(-scores, kind="stable")[:_TAKEN]
    order = order[np.isfinite(scores[order])]
    ranked = [
        Ranked(rows[n], index.statements[rows[n]], score, lines[n])
        for n, score in zip(order.tolist(), scores[order].tolist(), strict=True)
    ]
    near = [one for one in ranked[:_NEAREST] if ranked[0].score - one.score <= _NEAR]
    fitting = [one for one in near if one.features[_FITS]]
    first = {one.row for one in fitting}
    return [*fitting, *(one for one in ranked if one.row not in first)]


def _answer(desk: Desk, index: Index, trace: Trace, as_of: date | None) -> tuple[Answer, str]:
    """The answer, and by which of the steps it came about."""
    day = as_of or desk.today
    refusal = veto.unknown_version(desk, trace.analysis, day)
    if refusal is not None:
        return refusal, "veto: a version that is not in the base"
    refusal = veto.no_fact(desk, trace.analysis, day)
    if refusal is not None:
        return refusal, "veto: no fact is asked for"
    listed = _listed(desk, index, trace, day)
    if listed is not None:
        return listed, f"a list: {trace.analysis.operation}"
    ranked = trace.ranked
    wrong = veto.wrong_name(desk, index, trace.analysis, ranked, day) if ranked else None
    if wrong is not None:
        return wrong, "veto: a name that no statement on the subject knows"
    if not ranked:
        return _closest(desk, trace, day), "nothing is left that holds on the day"
    if trace.certainty < load().threshold:
        return _closest(desk, trace, day), "not certain enough"
    chosen = compose.choose(index, trace.analysis, ranked, day)
    return _sentences(desk, chosen, day), "answered"


def _sentences(desk: Desk, chosen: compose.Chosen, day: date) -> Answered:
    shown = chosen.statements
    return Answered(
        title="",
        body=Sentences(tuple(evidence_of(desk.store, shown))),
        disputes=disputes_of(desk.store, chosen.disputes),
        entries=desk.named(s.subject for s in shown),
        as_of=day,
        checked_to=desk.checked_to,
    )


def _listed(desk: Desk, index: Index, trace: Trace, day: date) -> Answered | None:
    """A timeline or coming deadlines of what is named, where that is asked for."""
    links = trace.analysis.links
    if trace.analysis.operation is Operation.TIMELINE and links.any:
        return _timeline(desk, index, trace, day)
    if trace.analysis.operation is Operation.DEADLINES:
        placed = (entry for entry, place in index.places.items() if place in links.places)
        entries = list(links.entries or placed)
        return _deadlines(desk, entries, day)
    return None


def _timeline(desk: Desk, index: Index, trace: Trace, day: date) -> Answered | None:
    """The dated statements that fit the question best, and all others of its entries, in order."""
    links = trace.analysis.links
    others = (s for entry in links.entries or links.hinted[:2] for s in index.told_of(entry))
    told = standing(dict.fromkeys((*(r.statement for r in trace.ranked), *others)), day)
    fitting = [s for s in told if s.property is Property.EVENT and s.on is not None]
    if not fitting:
        return None
    kept, left = _room(fitting)
    kept.sort(key=lambda s: s.on.earliest if s.on else date.min)
    remark = (f"{left} more dates: the command `timeline` shows all.",) if left else ()
    return Answered(
        title="",
        body=Timeline(tuple(evidence_of(desk.store, kept))),
        entries=desk.named(s.subject for s in kept)[:10],
        remarks=remark,
        as_of=day,
        checked_to=desk.checked_to,
    )


def _deadlines(desk: Desk, entries: list[str], day: date) -> Answered | None:
    due = [
        s
        for s in desk.store.dated(Property.DEADLINE, day)
        if s.rank is not Rank.DEPRECATED and (not entries or s.subject in entries)
    ]
    if not due:
        return None
    kept, left = _room(due)
    remark = (f"{left} more: the command `deadlines` shows all.",) if left else ()
    return Answered(
        title="",
        body=Deadlines(
            tuple(evidence_of(desk.store, kept)),
            desk.store.titles([s.subject for s in kept]),
            day,
        ),
        entries=desk.named(s.subject for s in kept)[:10],
        remarks=remark,
        as_of=day,
        checked_to=desk.checked_to,
    )


def _room(statements: list[Statement]) -> tuple[list[Statement], int]:
    """As many as an answer has room for, and how many are left."""
    room = _EVENTS_ROOM
    kept: list[Statement] = []
    for statement in {s.text: s for s in statements}.values():
        room -= len(statement.text) + 20
        if room < 0:
            break
        kept.append(statement)
    return kept, len({s.text for s in statements}) - len(kept)


def _closest(desk: Desk, trace: Trace, day: date) -> Answer:
    """The nearest entries as choices; nothing where the question names nothing and none is near."""
    near = [r.statement.subject for r in trace.ranked[:12]]
    if trace.analysis.operation is Operation.HELP:
        return Nothing(reason=_HELP, nearest=(), as_of=day, checked_to=desk.checked_to)
    if not trace.analysis.links.any and trace.certainty < load().threshold / 4:
        return Nothing(
            reason=f"I have no record on that. {_HELP}",
            nearest=(),
            as_of=day,
            checked_to=desk.checked_to,
        )
    entries = desk.named([*trace.analysis.links.entries, *near])[:_OFFERED]
    reason = "I can't confirm an answer to that from my sources. The closest entries:"
    return Closest(reason=reason, entries=entries, as_of=day, checked_to=desk.checked_to)

"""The answer to a question: understood, then refused, listed, looked up, composed or declined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import Answer, Answered, Closest, Nothing, Sentences, evidence_in
from knowledge.questions.asking.itself import HELP, said_to_it
from knowledge.questions.asking.operations import Operation
from knowledge.questions.base.index import Index
from knowledge.questions.composing import compose
from knowledge.questions.composing.shown import sentences
from knowledge.questions.deciding import veto
from knowledge.questions.deciding.premise import contradiction
from knowledge.questions.deciding.withdrawn import withdrawn_on
from knowledge.questions.queries import listing
from knowledge.questions.queries.parts import signers, signers_without
from knowledge.questions.queries.released import when_released
from knowledge.questions.queries.state import (
    asks_how_it_stands,
    how_it_stands_on,
    leaves_open,
    tells_alike,
)
from knowledge.questions.ranking.order import STATES
from knowledge.questions.ranking.unsaid import as_written, unsaid
from knowledge.questions.reading import overview, stages
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.reading.conversation import Conversations
from knowledge.questions.reading.followup import TakenOver
from knowledge.questions.trained import load
from knowledge.questions.understand import Trace, understand
from knowledge.questions.vectors.encoder import Encoder
from knowledge.vocabulary import Property

if TYPE_CHECKING:
    from knowledge.desk import Desk

_MORE = 0.1  # certainty by which a question stands alone rather than follow the one before
_FIRST = 8  # of the ranked, among which how things stand is looked for
_OFFERED = 5  # closest entries
_UNSURE = "I can't confirm an answer to that from my sources."
_WHICH_DAY = "I can't tell which day you mean. Name one, as in “on 20 June 2026”."


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as typed, the day it is to be answered for, and the conversation it belongs to."""

    question: str
    as_of: date | None = None
    conversation: str | None = None


def explained(
    desk: Desk,
    base: tuple[Index, Encoder | None],
    conversations: Conversations,
    asked: Asked,
) -> tuple[Answer, Trace]:
    """The answer to a question as typed, with its trace; never raises, whatever the text."""
    index, _ = base
    desk = replace(desk, today=asked.as_of or desk.today)  # "last week" is that day's, too
    typed = overview.analysed(index, desk.names, asked.question, desk.today)
    taken = conversations.taken_over(asked.conversation, typed, index.kinds)
    stage = stages.in_days(index, typed, taken.analysis) if asked.as_of is None else None
    if stage is not None:
        typed = overview.analysed(index, desk.names, stage.text, desk.today)
        taken = conversations.taken_over(asked.conversation, typed, index.kinds)
    trace, as_of = _understood(desk, base, taken, asked.as_of)
    if not taken.sure:  # it may stand by itself
        alone, other = _understood(desk, base, TakenOver(typed), asked.as_of)
        needed = trace.certainty + _MORE if trace.is_sure else trace.threshold
        if alone.certainty >= needed:
            taken, trace, as_of = TakenOver(typed), alone, other
    whole = overview.entry_of(index, typed) if trace.analysis == typed else None
    spoken = said_to_it(desk, asked.question, as_of or desk.today)
    answer, decision = (
        (spoken, "no question") if spoken else _answer(desk, base, trace, as_of, whole)
    )
    shown = evidence_in(answer) if isinstance(answer, Answered) else ()
    remarks = (typed.language_note, stage.remark if stage else "", _remark(desk, taken))
    trace = replace(
        trace,
        decision=decision,
        shown=tuple(evidence.statement for evidence in shown),
        as_of=as_of,
        remarks=tuple(remark for remark in remarks if remark),
    )
    conversations.remember(asked.conversation, trace.analysis, _found(trace), as_of)
    if isinstance(answer, Answered):
        answer = replace(answer, remarks=(*answer.remarks, *trace.remarks))
    return answer, trace


def _understood(
    desk: Desk, base: tuple[Index, Encoder | None], taken: TakenOver, as_of: date | None
) -> tuple[Trace, date | None]:
    """The trace of a question with what it took over, and the day that it is about, if any."""
    index, encoder = base
    days, known_to = taken.analysis.days, as_of
    if as_of is None:
        as_of = days.asked or taken.as_of
    elif days.asked and (days.until or days.asked) < as_of:  # it looks back from that day
        as_of = days.asked
    day, dated = as_of or desk.today, as_of is not None
    return understand(index, encoder, load(), taken.analysis, day, dated, known_to), as_of


def _found(trace: Trace) -> tuple[str, ...]:
    """The entries that an answer was about; where there was none, of the best statement."""
    shown = trace.shown or tuple(ranked.statement for ranked in trace.ranked[:1])
    return tuple(dict.fromkeys(e for one in shown for e in (one.subject, *one.about)))


def _remark(desk: Desk, taken: TakenOver) -> str:
    titles = "; ".join(named.title for named in desk.named(taken.about))
    return f"Taken as: about {titles}." if titles else taken.remark


def _answer(
    desk: Desk,
    base: tuple[Index, Encoder | None],
    trace: Trace,
    as_of: date | None,
    entry: str | None,
) -> tuple[Answer, str]:
    """The answer, and by which of the steps it came about; `entry` is all that is asked about."""
    day, (index, _) = as_of or desk.today, base
    refused = _refused(desk, index, trace.analysis, day)
    if refused is not None:
        return refused
    ranked = trace.ranked
    listed = listing.listed(desk, index, trace.analysis, ranked, day)
    if listed is not None:
        return listed, f"a list: {trace.analysis.operation}"
    wrong = veto.wrong_name(desk, index, trace.analysis, ranked, day) if ranked else None
    if wrong is not None:
        return wrong, "veto: a name that no statement on the subject knows"
    if not ranked:
        return _closest(desk, trace, day), "nothing is left that holds on the day"
    if as_of is None and _needs_a_day(index, trace):
        return _closest(desk, trace, day, _WHICH_DAY), "veto: a time that is no day"
    looked_up = _looked_up(index, trace, day, entry)
    if looked_up is not None:
        chosen, decision = looked_up
        return sentences(desk, chosen, day), decision
    return _unless_withdrawn(desk, base, trace, day, _told(desk, index, trace, as_of))


def _told(desk: Desk, index: Index, trace: Trace, as_of: date | None) -> tuple[Answer, str]:
    """What the best statements answer, where they do."""
    day, ranked = as_of or desk.today, trace.ranked
    signed = signers_without(index, trace.analysis, day)
    if signed:
        return sentences(desk, compose.Chosen(signed, ()), day), "who signed it, not who is named"
    aside = leaves_open(ranked[0].statement) and asks_how_it_stands(index, trace.analysis, day)
    if aside or not trace.is_sure:
        return _unsure(desk, index, trace, day)
    foreign = bool(trace.analysis.language_note)
    missing = unsaid(index, trace.analysis.asking, ranked[0].statement, foreign)
    if missing is not None:
        reason = f"I have statements on this, but none that says {as_written(index, missing)}."
        return _closest(desk, trace, day, reason), "veto: what is asked for is not told"
    chosen = compose.choose(index, trace.analysis, ranked, day, as_of is not None)
    return sentences(desk, chosen, day), "answered"


def _unless_withdrawn(
    desk: Desk,
    base: tuple[Index, Encoder | None],
    trace: Trace,
    day: date,
    answered: tuple[Answer, str],
) -> tuple[Answer, str]:
    """That what answered it was withdrawn, where it is no nearer to anything that is told now."""
    index, encoder = base
    match answered[0]:
        case Answered(body=Sentences(items=(first, *_))):
            rows = [index.row_of(first.statement)]
        case _:
            rows = [one.row for one in trace.ranked]
    withdrawn = withdrawn_on(index, encoder, trace.analysis, rows)
    if withdrawn is None:
        return answered
    reason = (
        "A statement that answered this, or a question much like it, was withdrawn on "
        f"{withdrawn.day} {withdrawn:%B %Y}."
    )
    return _closest(desk, trace, day, reason), "veto: what answered it was withdrawn"


def _unsure(desk: Desk, index: Index, trace: Trace, day: date) -> tuple[Answer, str]:
    """What can be told where no statement surely answers: what is so instead, what is near."""
    told, decision = signers(index, trace.analysis, day), "who signed it"
    if not told:
        other = contradiction(index, desk.names, trace.analysis, trace.ranked, day)
        told, decision = (other,) if other else (), "the premise corrected"
    if not told:
        return _closest(desk, trace, day), "not certain enough"
    return sentences(desk, compose.Chosen(told, ()), day), decision


def _refused(desk: Desk, index: Index, analysis: Analysis, day: date) -> tuple[Nothing, str] | None:
    """What needs no look at any statement, and by which veto."""
    refusal = veto.unknown_version(desk, analysis, day)
    if refusal is not None:
        return refusal, "veto: a version that is not in the base"
    refusal = veto.no_fact(desk, analysis, day)
    if refusal is not None:
        return refusal, "veto: no fact is asked for"
    refusal = veto.nothing_named(desk, index, analysis, day)
    if refusal is not None:
        return refusal, "veto: it says nothing of what it is about"
    return None


def _needs_a_day(index: Index, trace: Trace) -> bool:
    """Whether the best tell how things stand where a time is asked for that is no day."""
    best = trace.ranked[:_FIRST]
    stands = any(one.statement.property in STATES for one in best)
    return stands and stages.names_no_day(index, trace.analysis)


def _looked_up(
    index: Index, trace: Trace, day: date, entry: str | None
) -> tuple[compose.Chosen, str] | None:
    """What a plain question on one thing is answered with where the best does not surely do."""
    sure, best = trace.is_sure, trace.ranked[0].statement
    told = overview.told(index, entry, day) if entry is not None else ()
    of_term = best.property is Property.DEFINITION and best not in told
    if told and sure and of_term and best.subject == entry:
        told = (*told, best)
    elif sure and best in told:
        told = ()
    if told:
        return compose.Chosen(told, ()), "what the one thing named is"
    stands = how_it_stands_on(index, trace.analysis, day)
    if stands and not (sure and tells_alike(index, best, stands, day)):
        return compose.Chosen(stands, ()), "how the one thing named stands"
    released = when_released(index, trace.analysis, day, sure)
    return (released, "when the one model named came out") if released else None


def _closest(desk: Desk, trace: Trace, day: date, reason: str = _UNSURE) -> Answer:
    """The nearest entries as choices; nothing where the question names nothing and none is near."""
    near = [r.statement.subject for r in trace.ranked[:12]]
    if trace.analysis.operation is Operation.HELP:
        return Nothing(reason=HELP, nearest=(), as_of=day, checked_to=desk.checked_to)
    if not trace.analysis.links.any and trace.certainty < trace.threshold / 4:
        return Nothing(
            reason=f"I have no record on that. {HELP}",
            nearest=(),
            as_of=day,
            checked_to=desk.checked_to,
        )
    entries = desk.named([*trace.analysis.links.entries, *near])[:_OFFERED]
    told = f"{reason} The closest entries:"
    return Closest(reason=told, entries=entries, as_of=day, checked_to=desk.checked_to)

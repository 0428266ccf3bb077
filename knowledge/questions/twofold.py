"""A question as a whole; where that is declined and it is two in one, each by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import Answer, Answered, Closest, Evidence, Sentences, evidence_in
from knowledge.questions import ask
from knowledge.questions.ask import Asked
from knowledge.questions.asking.halves import halves
from knowledge.questions.base.index import Index
from knowledge.questions.language.normalise import LIMIT
from knowledge.questions.reading.conversation import Conversations
from knowledge.questions.understand import Trace
from knowledge.questions.vectors.encoder import Encoder

if TYPE_CHECKING:
    from knowledge.desk import Desk

_MOST = 2  # statements of each
_REMARK = "Taken as two questions; each by itself shows more."


def explained(
    desk: Desk,
    base: tuple[Index, Encoder | None],
    conversations: Conversations,
    asked: Asked,
) -> tuple[Answer, Trace]:
    """The answer to a question as typed, with its trace; never raises, whatever the text.

    Of two questions in one both are answered, or neither.
    """
    whole, trace = ask.explained(desk, base, conversations, asked)
    parts = halves(asked.question[:LIMIT])
    if parts is None or not isinstance(whole, Closest):
        return whole, trace
    both = _both(desk, base, parts, asked.as_of)
    if both is None:
        return whole, trace
    shown = tuple(evidence.statement for evidence in evidence_in(both))
    return both, replace(trace, decision="answered as two questions", shown=shown)


def _both(
    desk: Desk, base: tuple[Index, Encoder | None], parts: tuple[str, str], as_of: date | None
) -> Answered | None:
    """The answers to two questions, the second of which may follow on the first; None without both.

    One answer speaks for one day, so both have to.
    """
    apart = Conversations()
    first = _sentences(desk, base, apart, Asked(parts[0], as_of, "both"))
    second = first and _sentences(desk, base, apart, Asked(parts[1], as_of, "both"))
    if not first or not second or first[0].as_of != second[0].as_of:
        return None
    (one, told), (other, told_besides) = first, second
    return replace(
        one,
        body=Sentences(tuple(dict.fromkeys((*told[:_MOST], *told_besides[:_MOST])))),
        disputes=tuple(dict.fromkeys((*one.disputes, *other.disputes))),
        entries=tuple(dict.fromkeys((*one.entries, *other.entries))),
        remarks=(_REMARK, *dict.fromkeys((*one.remarks, *other.remarks))),
    )


def _sentences(
    desk: Desk, base: tuple[Index, Encoder | None], conversations: Conversations, asked: Asked
) -> tuple[Answered, tuple[Evidence, ...]] | None:
    """The answer with its sentences; None where it is declined, or no sentences."""
    answer, _ = ask.explained(desk, base, conversations, asked)
    if isinstance(answer, Answered) and isinstance(answer.body, Sentences):
        return answer, answer.body.items
    return None

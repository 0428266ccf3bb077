"""A question as a whole; where that is declined and it is two in one, each by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import Answer, Answered, Closest, Sentences, evidence_in
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
    first, second = (ask.explained(desk, base, apart, Asked(p, as_of, "both"))[0] for p in parts)
    if not (isinstance(first, Answered) and isinstance(second, Answered)):
        return None
    if not (isinstance(first.body, Sentences) and isinstance(second.body, Sentences)):
        return None
    if first.as_of != second.as_of:
        return None
    items = (*first.body.items[:_MOST], *second.body.items[:_MOST])
    return replace(
        first,
        body=Sentences(tuple(dict.fromkeys(items))),
        disputes=tuple(dict.fromkeys((*first.disputes, *second.disputes))),
        entries=tuple(dict.fromkeys((*first.entries, *second.entries))),
        remarks=(_REMARK, *dict.fromkeys((*first.remarks, *second.remarks))),
    )

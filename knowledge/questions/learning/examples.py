"""The bank's questions made ready to learn from: taken apart, with their candidates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.desk import Desk
from knowledge.model import Statement
from knowledge.questions.asking.predict import LABELS, NONE
from knowledge.questions.bank import BankQuestion
from knowledge.questions.base.index import Index
from knowledge.questions.learning.learn import Labelled, Told, stacked
from knowledge.questions.ranking.nearness import Nearness
from knowledge.questions.ranking.rank import candidates
from knowledge.questions.reading.analyse import Analysis, analyse
from knowledge.questions.reading.conversation import Conversations
from knowledge.questions.vectors.encoder import Encoder

TODAY = date(2026, 11, 21)  # the day that the bank's questions were asked


@dataclass(frozen=True, slots=True)
class Example:
    """A bank question taken apart, with its candidates."""

    question: BankQuestion
    analysis: Analysis
    near: Nearness
    rows: list[int]
    day: date
    dated: bool


def matches(question: BankQuestion, statement: Statement) -> int:
    """How many of the patterns that a right answer needs a statement has."""
    return sum(bool(pattern.search(statement.text)) for pattern in question.must)


def does_answer(question: BankQuestion, statement: Statement) -> bool:
    """Whether a statement tells what a question asks, or a part of it, on the right subject."""
    if statement.text.startswith(question.also):
        return True
    if any(pattern.search(statement.text) for pattern in question.must_not):
        return False
    if not question.is_answerable():
        return any(pattern.search(statement.text) for pattern in question.accept)
    concerned = {statement.subject, *statement.about}
    if question.entities and not concerned & set(question.entities):
        return False
    return matches(question, statement) > 0


def gold_of(index: Index, example: Example) -> list[int]:
    """Positions of the candidates that answer: those with most of what the answer must have."""
    question = example.question
    if not question.is_answerable() or not question.must:
        return []
    scored = []
    for position, row in enumerate(example.rows):
        statement = index.statements[row]
        if not does_answer(question, statement):
            continue
        found = matches(question, statement)
        scored.append((found, statement.property == question.property, position))
    most = max((found for found, _, _ in scored), default=0)
    best = [p for found, fits, p in scored if found == most and fits]
    return best or [p for found, _, p in scored if found == most]


def example_of(index: Index, encoder: Encoder | None, question: BankQuestion) -> Example:
    analysis = _in_conversation(index, encoder, question)
    near = Nearness.of(index, encoder, analysis.text)
    day = date.fromisoformat(question.as_of) if question.as_of else analysis.days.asked
    return Example(
        question=question,
        analysis=analysis,
        near=near,
        rows=candidates(index, analysis, near.similar, near.asked).tolist(),
        day=day or TODAY,
        dated=day is not None,
    )


def _in_conversation(index: Index, encoder: Encoder | None, question: BankQuestion) -> Analysis:
    """The question with what it takes over from the ones before it."""
    conversations = Conversations(clock=lambda: 0.0)
    for earlier in question.before:
        asked = analyse(index, earlier, TODAY)
        before = conversations.taken_over("before", asked, index.kinds)
        conversations.remember(
            "before", before.analysis, _likest(index, encoder, before.analysis), before.as_of
        )
    asked = analyse(index, question.text, TODAY)
    return conversations.taken_over("before", asked, index.kinds).analysis


def _likest(index: Index, encoder: Encoder | None, analysis: Analysis) -> tuple[str, ...]:
    """What the answer to a question is likely to be about: that of the most similar one kept."""
    likeness = Nearness.of(index, encoder, analysis.text).likeness
    if likeness is None or not len(likeness):
        return analysis.links.hinted[:1]
    best = index.statements[int(index.asked_rows[int(likeness.argmax())])]
    return (best.subject, *best.about)


def asking_for(examples: Sequence[Example]) -> Labelled:
    """The bank's questions that ask for a property, or are out of scope.

    The other ones without an answer ask for a property like any other.
    """
    told = [e for e in examples if e.question.property != NONE or e.question.kind == "out-of-scope"]
    return Labelled(
        [example.analysis.patterns for example in told],
        stacked([example.near.vector for example in told]),
        [LABELS.index(example.question.property) for example in told],
    )


def told_answerable(examples: Sequence[Example]) -> Told:
    return Told(
        [example.analysis.patterns for example in examples],
        stacked([example.near.vector for example in examples]),
        [example.question.is_answerable() for example in examples],
    )


def kept_questions(index: Index, desk: Desk) -> Labelled:
    """The questions kept with statements, which ask for their statements' properties."""
    asked = desk.store.asked()
    rows = enumerate(desk.store.statement_ids())
    pairs = [(n, text) for n, row in rows for text in asked.get(row, ())]
    vectors = index.asked_vectors
    return Labelled(
        [analyse(index, text, TODAY).patterns for _, text in pairs],
        vectors.at(slice(None)) if vectors is not None else stacked([None] * len(pairs)),
        [LABELS.index(str(index.statements[n].property)) for n, _ in pairs],
    )

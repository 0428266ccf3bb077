"""`feedback`: tells the curators that an answer was wrong or missing."""

from __future__ import annotations

from bot.cards import card
from bot.model import Command, Invocation, Office, Option
from bot.plain import plain_text
from bot.reply import Reply, as_typed, sentence
from knowledge.desk import Desk


async def act(office: Office, invocation: Invocation) -> Reply:
    from bot.feedback import Feedback, keep_feedback  # noqa: PLC0415 (SQLAlchemy loads slowly)

    given = invocation.arguments
    question, asked_with = given.get("question", ""), given.get("answer_to", "")
    answer, trace = ("", "")
    if question and asked_with in {"", "ask"}:
        answer, trace = await office.read(lambda desk: _answer(desk, question))
    told = Feedback(
        command=asked_with or "ask",
        question=question,
        remark=given.get("remark", ""),
        answer=answer,
        trace=trace,
        at=office.now(),
    )
    number = await keep_feedback(office.database, told)
    words = f"Noted under number {number}, without your name. A curator will look at it."
    if question:
        words += f" It is about: {as_typed(question, 120)}"
    return sentence(words)


def _answer(desk: Desk, question: str) -> tuple[str, str]:
    """What the bot answers to the question, and how it understands it."""
    from knowledge.questions.explain import as_text  # noqa: PLC0415 (it imports numpy)

    answer, trace = desk.questions.explain(desk, question)
    return plain_text(card(answer), sources=False), as_text(trace)


command = Command(
    name="feedback",
    summary="Tell the curators that an answer was wrong or missing",
    act=act,
    options=(
        Option(name="question", summary="the question that was answered", required=True),
        Option(name="remark", summary="what is wrong, or what is missing"),
        Option(name="answer_to", summary="the command that gave the answer", hidden=True),
    ),
    examples=('feedback who may use mythos 5? remark:"there is a newer order"',),
    shared=False,
)

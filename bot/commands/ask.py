"""`ask`: a question in plain words."""

from __future__ import annotations

from bot.cards import card
from bot.model import Command, Invocation, Option
from bot.options import AS_OF, as_of
from bot.reply import Reply
from knowledge.desk import Desk


def run(desk: Desk, invocation: Invocation) -> Reply:
    question = invocation.arguments["question"]
    day, conversation = as_of(desk, invocation), invocation.conversation
    return card(desk.questions.ask(desk, question, day, conversation))


command = Command(
    name="ask",
    summary="A question in plain words",
    run=run,
    options=(Option(name="question", summary="your question", required=True), AS_OF),
    examples=(
        "ask who may use claude mythos 5?",
        "ask was openai ordered or asked?",
        "ask what do sources disagree about on gpt-5.6?",
        "ask what does sb 53 require?",
        "ask what took effect in august 2026?",
    ),
)

"""`quote`: what somebody said, what was said about something, or one quote at random."""

from __future__ import annotations

import random

from bot.cards import card
from bot.errors import UserError
from bot.model import Command, Invocation
from bot.options import entry_named, name_option
from bot.reply import Reply
from knowledge.desk import Desk
from knowledge.lists import quotes
from knowledge.names import Found
from knowledge.vocabulary import PARTIES, Kind


def run(desk: Desk, invocation: Invocation) -> Reply:
    if "name" not in invocation.arguments:
        every = desk.store.ids(Kind.QUOTE)
        if not every:
            raise UserError("The base has no quote yet.")
        some = random.choice(every)  # noqa: S311 (nothing depends on it)
        return card(quotes(desk, desk.names.named(some)))
    speaker = desk.names.find(invocation.arguments["name"], PARTIES)
    if isinstance(speaker, Found):  # "quote powell" means the man, not what is called after him
        return card(quotes(desk, speaker.entry))
    return card(quotes(desk, entry_named(desk, invocation, "name")))


command = Command(
    name="quote",
    summary="Verbatim quotes by a person or about a subject, or one at random",
    run=run,
    options=(
        name_option("name", "a person, model, directive or organisation", frozenset(Kind), False),
    ),
    examples=("quote sam altman", "quote gpt-5.6", "quote"),
)

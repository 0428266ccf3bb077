"""Our exceptions.

AirulesError
├── UserError          what a person did cannot be done; its words are shown to that person
│   ├── UnknownName      no entry is meant by a name
│   ├── BadOption        an option is missing, unknown or malformed
│   ├── NotAllowed       the person may not do that here
│   └── TooOften         the person, or all in one place, asked too much in too short a time
└── SetupError         the bot cannot start; its words are for whoever runs it
"""

from __future__ import annotations

import math

from bot.reply import Choice


class AirulesError(Exception):
    """The root of all."""


class UserError(AirulesError):
    """Knows its own words: what happened, why, and the one command that mends it."""

    def __init__(self, words: str, choices: tuple[Choice, ...] = ()) -> None:
        super().__init__(words)
        self.words = words
        self.choices = choices


class UnknownName(UserError):
    """A name that means no entry, or several; its choices are the entries that may be meant."""


class BadOption(UserError):
    """An option that is missing, unknown or malformed."""


class NotAllowed(UserError):
    """The person may not do that here."""


class TooOften(UserError):
    """Too many commands in too short a time; tells when the next one is welcome."""

    def __init__(self, who: str, commands: int, seconds: float, left: float) -> None:
        whose = "You have" if who == "you" else "People here have"
        wait = max(1, math.ceil(left))
        super().__init__(
            f"{whose} given {commands} commands within {seconds:g} seconds, which is as many as I "
            f"take. Ask again in {wait} second{'s' * (wait != 1)}."
        )


class SetupError(AirulesError):
    """The bot cannot start; one line that says why and what to do."""

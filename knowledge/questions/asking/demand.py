"""Something that a question asks for in so many words, and what a statement that tells it has."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.model import Statement
from knowledge.vocabulary import Property


@dataclass(frozen=True, slots=True)
class Demand:
    """Something that is asked for; `name` is what an answer without it does not say."""

    name: str
    asked: re.Pattern[str]
    told: re.Pattern[str]
    properties: frozenset[Property] = frozenset()

    def is_told(self, statement: Statement) -> bool:
        """Whether the statement is of a property that tells it, or has words that do."""
        return statement.property in self.properties or bool(self.told.search(statement.text))


def demand(name: str, asked: str, told: str, *properties: Property) -> Demand:
    """A demand by its patterns: of a question in lower case, and of a statement in any."""
    return Demand(name, re.compile(asked), re.compile(told, re.IGNORECASE), frozenset(properties))

"""Whether a statement is on an entry."""

from __future__ import annotations

import pytest

from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.ranking.concern import is_on
from tests.knowledge.questions.rows import row_of

LIFTED = "Commerce Secretary Howard Lutnick signed the letter of 30 June 2026"


@pytest.mark.parametrize(
    ("entries", "on"),
    [
        (["howard-lutnick"], True),  # its own
        (["us-commerce-2026-06-30"], True),  # one that it concerns
        (["sam-altman", "howard-lutnick"], True),
        (["us-commerce"], True),  # it names it
        (["sam-altman"], False),
        (["gpt-5.6"], False),
        ([], False),
    ],
)
def test_a_statement_is_on_its_own_entry_what_it_concerns_and_whom_it_names(
    real: Desk, real_index: Index, entries: list[str], on: bool
) -> None:
    statement = real_index.statements[row_of(real_index, LIFTED)]
    assert is_on(real.names, real_index, statement, entries) is on

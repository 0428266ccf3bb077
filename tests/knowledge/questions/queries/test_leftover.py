"""What a question says besides names, times and the words of a query."""

from __future__ import annotations

import pytest

from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.queries.leftover import is_negated, left_over, says_all
from knowledge.questions.reading.analyse import analyse
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("compare GPT-5.6 and Claude Fable 5 in June 2026", set()),
        ("compare the prices of GPT-5.6 and Claude Fable 5", {"prices"}),
        ("what is disputed on GPT-5.6?", {"disputed"}),
    ],
)
def test_names_times_and_the_words_of_the_query_are_left_out(
    real_index: Index, typed: str, rest: set[str]
) -> None:
    analysis = analyse(real_index, typed, TODAY)
    assert left_over(analysis, frozenset({"compare"}), TODAY) == rest


@pytest.mark.parametrize(
    ("typed", "negated"),
    [
        ("which models aren’t suspended", True),
        ("models without a licence", True),
        ("which non-US laws", True),
        ("note the laws", False),
        ("what did “it does not bind” mean", False),  # somebody else's words
    ],
)
def test_what_is_asked_of_what_is_not_so_is_negated(
    real_index: Index, typed: str, negated: bool
) -> None:
    assert is_negated(analyse(real_index, typed, TODAY)) is negated


@pytest.mark.parametrize(
    ("sought", "said"),
    [
        (set(), True),
        ({"penalties", "violations"}, True),  # in another form
        ({"raise"}, True),  # in the title of its entry
        ({"penalties", "llama"}, False),
    ],
)
def test_a_statement_says_all_words_in_some_form(
    real: Desk, real_index: Index, sought: set[str], said: bool
) -> None:
    told = real_index.told_of("us-ny-raise")
    assert any(says_all(real, statement, sought) for statement in told) is said

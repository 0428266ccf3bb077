"""What a question says besides names, times and the words of a query."""

from __future__ import annotations

import pytest

from knowledge.questions.analyse import analyse
from knowledge.questions.index import Index
from knowledge.questions.leftover import left_over
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

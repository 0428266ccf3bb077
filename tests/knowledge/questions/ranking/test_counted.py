"""Whether a statement speaks of what a question counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.base.index import Index
from knowledge.questions.ranking.counted import counts_another
from knowledge.words import words
from tests.knowledge.questions.rows import row_of

FILED = "The sources read up to 10 October 2026 give no count of generative AI services filed"
SIGNED = "The General-Purpose AI Code of Practice had 26 listed signatories"


@pytest.mark.parametrize(
    ("asking", "start", "another"),
    [
        ("how many blocked keywords does a filing in china hold", FILED, True),
        ("how many services were filed in china", FILED, False),
        ("how many companies stood on the list", SIGNED, False),  # companies sign
        ("how many judges were on the list", SIGNED, True),
        ("how many days was the list open", SIGNED, False),  # other rules are on that
        ("how many signed, and which judges", SIGNED, False),  # no noun is counted
        ("which judges signed", SIGNED, False),
    ],
)
def test_a_statement_speaks_of_what_is_counted(
    real_index: Index, asking: str, start: str, another: bool
) -> None:
    statement = real_index.statements[row_of(real_index, start)]
    assert counts_another(asking, statement) is another


@given(data=st.data(), of=st.sampled_from(["listed in the EU?", "on 10 October", ""]))
def test_what_a_statement_speaks_of_it_may_count(
    real_index: Index, data: st.DataObject, of: str
) -> None:
    statement = real_index.statements[row_of(real_index, SIGNED)]
    noun = data.draw(st.sampled_from([word for word in words(statement.text) if word.isalpha()]))
    assert not counts_another(f"how many {noun} were {of}", statement)


@given(noun=st.sampled_from(["judges", "elephants", "keywords", "hospitals", "votes"]))
def test_only_a_question_for_a_number_is_held_against_it(real_index: Index, noun: str) -> None:
    statement = real_index.statements[row_of(real_index, SIGNED)]
    assert counts_another(f"how many {noun} were there", statement)
    assert not counts_another(f"which {noun} were there", statement)

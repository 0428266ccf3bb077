"""Which list a question asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.answers import Answered, Comparison, Deadlines, Sentences, Timeline, evidence_in
from knowledge.desk import Desk
from knowledge.model import Statement
from knowledge.questions.base.index import Index
from knowledge.questions.queries.listing import listed
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import Property
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("typed", "body", "fits"),
    [
        ("timeline of gpt-5.6", Timeline, lambda s: s.on is not None),
        ("upcoming deadlines", Deadlines, lambda s: s.property is Property.DEADLINE),
        ("what happens in december", Deadlines, lambda s: s.property is Property.DEADLINE),
        (
            "compare sb 53 and raise",
            Comparison,
            lambda s: s.subject in {"us-ca-sb53", "us-ny-raise"},
        ),
        ("what happened in june 2026", Sentences, lambda s: s.property is Property.EVENT),
        ("quotes by lutnick", Sentences, lambda s: s.property is Property.QUOTE),
        ("list all executive orders", Sentences, lambda s: s.property is Property.DEFINITION),
        ("the newest Claude model", Sentences, lambda s: s.property is Property.DATE),
        ("prices of fable 5 and gpt-5.6", Sentences, lambda s: s.property is Property.PRICE),
        ("which models are suspended", Sentences, lambda s: s.property is Property.STATUS),
        (
            "GPAI code of practice signatories",
            Sentences,
            lambda s: s.property is Property.PARTICIPANTS,
        ),
    ],
)
def test_each_list_is_made_of_what_it_is_asked_of(
    real: Desk, real_index: Index, typed: str, body: type, fits: Callable[[Statement], bool]
) -> None:
    answer = listed(real, real_index, analyse(real_index, typed, TODAY), (), TODAY)
    assert isinstance(answer, Answered)
    assert isinstance(answer.body, body)
    told = [evidence.statement for evidence in evidence_in(answer)]
    assert told
    assert all(map(fits, told))


@pytest.mark.parametrize(
    "typed",
    ["who may use fable 5?", "compare gpt-5.6 and eo 14409", "what is new york's raise act"],
)
def test_a_plain_question_asks_for_no_list(real: Desk, real_index: Index, typed: str) -> None:
    assert listed(real, real_index, analyse(real_index, typed, TODAY), (), TODAY) is None

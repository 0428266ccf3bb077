"""Why a rule came about: every reason that is told, where nothing more is asked."""

from __future__ import annotations

import pytest

from knowledge.answers import Answered
from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.queries.reasons import reasons
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import Property
from tests.conftest import TODAY
from tests.knowledge.questions.answered import strange, texts


@pytest.mark.parametrize("typed", ["why was EO 14409 signed?", "why EO 14409"])
def test_every_reason_is_told(real_index: Index, typed: str) -> None:
    found = reasons(real_index, analyse(real_index, typed, TODAY), TODAY)
    told = [s for s in real_index.told_of("us-eo-14409") if s.property is Property.REASON]
    assert found is not None
    assert {*found} == {*told}


@pytest.mark.parametrize(
    "typed",
    [
        "why did Biden sign EO 14409",  # another did
        "why was EO 14409 not signed in May",
        "why does EO 14409 exempt open models",
        "why is Fable 5 gone",
        "why was SB 813 signed",  # no reason of it is told
        "who signed EO 14409",
    ],
)
def test_where_more_is_asked_or_none_is_told_there_is_no_query(
    real_index: Index, typed: str
) -> None:
    assert reasons(real_index, analyse(real_index, typed, TODAY), TODAY) is None


def test_a_bare_why_asks_it_of_what_was_spoken_of(real: Desk) -> None:
    real.questions.ask(real, "what happened on 12 June 2026?", None, "why")
    answer = real.questions.ask(real, "why?", None, "why")
    assert isinstance(answer, Answered)
    sides = [side.evidence.statement.text for one in answer.disputes for side in one.sides]
    assert any("military-intelligence" in text for text in (*texts(answer), *sides))
    assert answer.disputes
    assert strange(real, answer) == []

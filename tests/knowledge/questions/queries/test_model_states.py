"""The models that stand in one way on a day."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers import Answered, Nothing
from knowledge.desk import Desk
from knowledge.model import Known
from knowledge.questions.base.index import Index
from knowledge.questions.queries.model_states import Stood, standing_so
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import AccessState, Property
from tests.conftest import TODAY
from tests.knowledge.questions.answered import shown, strange

CUT_OFF = date(2026, 6, 20)
SUSPENDED = {"claude-fable-5", "claude-mythos-5"}


def asked(desk: Desk, index: Index, typed: str, day: date = TODAY) -> Stood | None:
    return standing_so(desk, index, analyse(index, typed, TODAY), day)


def models(desk: Desk, index: Index, typed: str, day: date = TODAY) -> set[str]:
    found = asked(desk, index, typed, day)
    return {s.subject for s in found.statements} if found else set()


@pytest.mark.parametrize(
    "typed",
    [
        "which models are suspended?",
        "any models switched off right now",
        "list the models that are offline",
        "which Claude models are down",
        "which Anthropic models were pulled?",
    ],
)
def test_what_was_suspended_is_told_on_the_day_and_afterwards_as_gone_by(
    real: Desk, real_index: Index, typed: str
) -> None:
    then, now = (asked(real, real_index, typed, day) for day in (CUT_OFF, TODAY))
    assert then is not None
    assert now is not None
    assert {s.subject for s in then.statements} == SUSPENDED == {s.subject for s in now.statements}
    assert then.remark == ""
    assert "is suspended on 21 November 2026; these were once." in now.remark


def test_all_with_the_status_are_told_and_no_others(real: Desk, real_index: Index) -> None:
    told = models(real, real_index, "which models are in preview?")
    assert told == {
        s.subject
        for s in real_index.statements
        if s.property is Property.STATUS and s.value == Known("preview") and s.valid_to is None
    }
    mine = models(real, real_index, "which OpenAI models are in preview?")
    assert mine == {model for model in told if model.startswith("gpt")} != set()


def test_of_bans_those_that_hold_for_some_are_told_too(real: Desk, real_index: Index) -> None:
    found = asked(real, real_index, "which Claude models are banned?")
    assert found is not None
    barred = [s for s in found.statements if s.access is not None]
    assert barred
    assert all(s.access and s.access.state is AccessState.BARRED for s in barred)
    assert "defence-contractors" in {s.access.audience for s in barred if s.access}


def test_where_none_ever_was_the_reply_says_that_the_base_tells_of_none(real: Desk) -> None:
    answer = real.questions.ask(real, "which Chinese models are suspended?")
    assert isinstance(answer, Nothing)
    assert "or was before, as far as the base tells" in answer.reason


@pytest.mark.parametrize(
    "typed",
    [
        "which models are suspended in China?",
        "why are models suspended?",
        "is Fable 5 suspended?",
        "which models are suspended for foreign nationals?",
        "which models are open?",
        "which laws are suspended?",
        "which models replaced Fable 5?",
        "which models are not suspended?",
        "which models were never banned?",
    ],
)
def test_what_asks_for_more_is_no_such_query(real: Desk, real_index: Index, typed: str) -> None:
    assert asked(real, real_index, typed) is None


def test_the_answer_is_a_list_with_sources(real: Desk) -> None:
    answer = real.questions.ask(real, "which models are suspended right now?")
    assert isinstance(answer, Answered)
    assert {evidence.statement.subject for evidence in shown(answer)} == SUSPENDED
    assert all(evidence.cited for evidence in shown(answer))
    assert strange(real, answer) == []

"""How one thing stands on a day, where no more is asked."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.queries.state import how_it_stands_on, leaves_open
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import Audience, Property
from knowledge.weigh import holds
from tests.conftest import TODAY
from tests.knowledge.questions.answered import shown, texts

CUT_OFF = date(2026, 6, 20)


def told(index: Index, typed: str, day: date = TODAY) -> list[str]:
    return [s.text for s in how_it_stands_on(index, analyse(index, typed, TODAY), day)]


@pytest.mark.parametrize(
    "typed",
    [
        "is Fable 5 available?",
        "is Fable 5 export controlled?",
        "can anyone use Fable 5?",
        "Is Claude Fable 5 still offline",
        "and is fable 5 back?",
        "may I use Fable 5 now?",
        "who has access to Fable 5?",
        "so who can use fable 5",
    ],
)
def test_the_status_and_what_holds_for_everyone_are_told_as_of_the_day(
    real_index: Index, typed: str
) -> None:
    (status, everyone) = told(real_index, typed, CUT_OFF)
    assert "suspended" in status
    assert everyone.startswith("Nobody could use Claude Fable 5")
    (status, everyone) = told(real_index, typed)
    assert "generally available again" in status
    assert "open to everyone" in everyone


def test_what_is_told_holds_on_the_day(real_index: Index) -> None:
    analysis = analyse(real_index, "is GPT-5.6 out?", TODAY)
    for day in (date(2026, 6, 28), TODAY):
        found = how_it_stands_on(real_index, analysis, day)
        assert [s.property for s in found] == [Property.STATUS, Property.ACCESS]
        assert found[1].access is not None
        assert found[1].access.audience is Audience.EVERYONE
        assert all(s.valid_from is None or s.valid_from.earliest <= day for s in found)


@pytest.mark.parametrize(
    "typed",
    [
        "is Fable 5 available in Brazil?",
        "who may use Fable 5 in China?",
        "is Fable 5 available to foreign nationals?",
        "is Anthropic open?",
        "are Fable 5 and Mythos 5 available?",
        "who stopped Fable 5?",
        "is it available?",
    ],
)
def test_where_more_is_asked_nothing_is_told(real_index: Index, typed: str) -> None:
    assert told(real_index, typed, CUT_OFF) == []


@pytest.mark.parametrize("typed", ["Is GPT-6 Astra out?", "who has access to GPT-6 Astra"])
def test_what_sources_leave_open_of_another_thing_is_no_answer(real: Desk, typed: str) -> None:
    answer = real.questions.ask(real, typed, as_of=date(2026, 8, 20))
    assert not any(leaves_open(evidence.statement) for evidence in shown(answer))


def test_before_there_was_any_status_nothing_is_told(real_index: Index) -> None:
    assert told(real_index, "is Fable 5 available?", date(2026, 5, 20)) == []


def test_of_a_day_that_the_question_names_before_any_status_the_first_is_told(
    real_index: Index,
) -> None:
    (first,) = told(real_index, "was GPT-5.6 available on 1 June 2026?", date(2026, 6, 1))
    assert first.startswith("GPT-5.6 was known from press reports of 25 June 2026")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("is Kimi K3 open source?", "Kimi K3 License"),
        ("is Fable 5 closed?", "its weights are not public"),
        ("are the weights of DeepSeek V4 downloadable", "MIT"),
    ],
)
def test_whether_it_is_open_source_is_told_by_its_licence(
    real_index: Index, typed: str, words: str
) -> None:
    assert any(words in text for text in told(real_index, typed))


@pytest.mark.parametrize(
    ("typed", "model"),
    [
        ("is Claude Mythos 5.1 out?", "claude-mythos-5.1"),
        ("who has access to GPT-5.6?", "gpt-5.6"),
        ("Was GPT-5.6 available on 28 June 2026?", "gpt-5.6"),
        ("can i still use GPT-6.1 Sol", "gpt-6.1-sol"),
    ],
)
def test_neither_another_model_nor_another_time_comes_first(
    real: Desk, typed: str, model: str
) -> None:
    answer = real.questions.ask(real, typed)
    first = shown(answer)[0].statement
    assert first.subject == model
    assert first.property in {Property.STATUS, Property.ACCESS}
    assert holds(first, answer.as_of)


def test_a_question_of_a_day_gone_by_is_answered_for_that_day(real: Desk) -> None:
    answer = real.questions.ask(real, "Is Fable 5 available?", CUT_OFF)
    assert any("suspended" in text for text in texts(answer))

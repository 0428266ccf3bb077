"""Asking: plain look-ups are answered from cited statements, and nothing else is."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers import Answered, Nothing
from knowledge.desk import Desk
from knowledge.names import Names
from knowledge.questions.session import Questions
from knowledge.store import Store
from tests.conftest import TODAY
from tests.knowledge.questions.answered import shown, strange, texts

PLAIN = [
    ("what is the penalty under california sb 990?", "us-ca-sb990"),
    ("who may use vega 5?", "vega-5"),
    ("when was executive order 15001 signed?", "us-eo-15001"),
]


@pytest.mark.parametrize(("typed", "entry"), PLAIN)
def test_a_plain_question_is_answered_by_cited_statements(
    sample: Desk, typed: str, entry: str
) -> None:
    answer = sample.questions.ask(sample, typed)
    assert isinstance(answer, Answered)
    assert shown(answer)[0].statement.subject == entry
    assert all(evidence.cited for evidence in shown(answer))
    assert strange(sample, answer) == []
    assert answer.as_of == TODAY
    assert answer.checked_to == sample.checked_to


@pytest.mark.parametrize(("typed", "_entry"), PLAIN)
def test_a_question_is_answered_alike_on_every_day_and_desk(
    sample: Desk, typed: str, _entry: str
) -> None:
    first = sample.questions.ask(sample, typed)
    fresh = Desk(sample.store, Names(sample.store), TODAY)
    assert sample.questions.ask(sample, typed) == first
    assert fresh.questions.ask(fresh, typed) == first


@pytest.mark.parametrize(
    "typed",
    [
        "whats the weather in geneva tomorrow",
        "write me a poem about autumn",
        "what is 12 times 12",
        "",
        "   ",
        "???",
        "🦜",
    ],
)
def test_what_the_base_is_not_about_is_not_answered(sample: Desk, typed: str) -> None:
    answer = sample.questions.ask(sample, typed)
    assert not isinstance(answer, Answered)
    assert strange(sample, answer) == []


def test_a_day_before_everything_shows_no_state_of_a_later_day(sample: Desk) -> None:
    day = date(1900, 1, 1)
    for typed, _ in PLAIN:
        answer = sample.questions.ask(sample, typed, as_of=day)
        assert answer.as_of == day
        for evidence in shown(answer):
            begins = evidence.statement.valid_from
            assert begins is None or begins.earliest <= day


def test_a_day_in_the_question_is_the_day_of_the_answer(sample: Desk) -> None:
    answer = sample.questions.ask(sample, "who could use vega 5.1 on 5 August 2026?")
    assert answer.as_of == date(2026, 8, 5)
    asked = sample.questions.ask(sample, "who could use vega 5.1?", as_of=date(2026, 8, 5))
    assert asked.as_of == date(2026, 8, 5)
    for evidence in (*shown(answer), *shown(asked)):
        assert not evidence.statement.text.startswith("Everyone, foreign nationals too")


@pytest.mark.parametrize(
    ("typed", "as_of", "day"),
    [
        ("who could use vega 5.1 on 5 August 2026?", date(2026, 9, 1), date(2026, 8, 5)),
        ("who could use vega 5.1 in August 2026?", date(2026, 8, 20), date(2026, 8, 20)),
        ("who can use vega 5.1 on 1 September 2026?", date(2026, 8, 5), date(2026, 8, 5)),
    ],
)
def test_from_a_day_one_may_look_back_and_not_ahead(
    sample: Desk, typed: str, as_of: date, day: date
) -> None:
    assert sample.questions.ask(sample, typed, as_of=as_of).as_of == day


def test_an_answer_in_english_says_so_in_the_askers_language(sample: Desk) -> None:
    answer = sample.questions.ask(sample, "wer darf vega 5 nutzen?")
    assert strange(sample, answer) == []
    if isinstance(answer, Answered):
        assert "Die Antwort steht nur auf Englisch zur Verfügung." in answer.remarks


def test_a_follow_up_is_answered_for_what_was_asked_before(sample: Desk) -> None:
    sample.questions.ask(sample, "who may use vega 5?", conversation="follow-up")
    answer, trace = sample.questions.explain(sample, "and since when?", conversation="follow-up")
    assert trace.analysis.links.entries == ("vega-5",)
    assert strange(sample, answer) == []
    _, apart = sample.questions.explain(sample, "and since when?", conversation="another")
    assert apart.analysis.links.entries == ()


def test_deadlines_are_those_to_come_in_order_of_time(sample: Desk) -> None:
    answer = sample.questions.ask(sample, "which deadlines are coming?")
    assert isinstance(answer, Answered)
    due = [evidence.statement.on for evidence in shown(answer)]
    days = [on.earliest for on in due if on]
    assert days == sorted(days)
    assert min(days) >= TODAY


def test_a_timeline_is_in_order_of_time_and_of_the_past(sample: Desk) -> None:
    answer = sample.questions.ask(sample, "timeline of vega 5.1")
    assert isinstance(answer, Answered)
    days = [evidence.statement.on.earliest for evidence in shown(answer) if evidence.statement.on]
    assert days == sorted(days)
    assert max(days) <= TODAY
    assert any("Vega 5.1" in text for text in texts(answer))


def test_the_base_is_laid_out_once(sample: Desk) -> None:
    questions = Questions()
    assert questions.base(sample) is questions.base(sample)


def test_the_trace_tells_how_a_question_was_understood(sample: Desk) -> None:
    _, trace = sample.questions.explain(sample, "who may use vega 5?")
    assert trace.analysis.links.entries == ("vega-5",)
    assert len({one.row for one in trace.ranked}) == len(trace.ranked)
    assert 0.0 <= trace.certainty <= 1.0


def test_an_empty_base_has_no_answer() -> None:
    store = Store.open(None)
    try:
        desk = Desk(store, Names(store), TODAY)
        assert isinstance(desk.questions.ask(desk, "who may use vega 5?"), Nothing)
    finally:
        store.close()


def test_what_the_bot_can_do_is_told_and_not_searched_for(sample: Desk) -> None:
    answer = sample.questions.ask(sample, "what can you do?")
    assert isinstance(answer, Nothing)
    assert answer.reason.startswith("I answer questions about AI release rules")


def test_a_year_after_a_common_word_is_no_version(sample: Desk) -> None:
    answer = sample.questions.ask(sample, "what happened in 2025")
    assert "I have no entry for" not in getattr(answer, "reason", "")


def test_a_wrong_name_is_corrected_however_certain_the_rest_is(sample: Desk) -> None:
    question = "did mara voss sign the trade office letter"
    answer = sample.questions.ask(sample, question)
    assert isinstance(answer, Answered)
    assert answer.remarks[0] == "No statement says that it was Mara Voss."


def test_upper_case_asks_the_same(sample: Desk) -> None:
    question = "who may use vega 5?"
    small = sample.questions.ask(sample, question)
    assert sample.questions.ask(sample, question.upper()) == small

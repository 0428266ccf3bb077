"""Timelines of what is named."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers import Answered, Timeline, evidence_in
from knowledge.desk import Desk
from knowledge.model import Known
from knowledge.questions.base.index import Index
from knowledge.questions.queries.history import has_history, timeline
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import Property
from tests.conftest import TODAY
from tests.knowledge.making import statement
from tests.knowledge.questions.rows import bare


def timeline_of(desk: Desk, typed: str) -> list[tuple[date, str]]:
    answer = desk.questions.ask(desk, typed)
    assert isinstance(answer, Answered)
    assert isinstance(answer.body, Timeline)
    found = [evidence.statement for evidence in answer.body.items]
    return [(s.on.earliest, s.text) for s in found if s.on]


def test_a_timeline_goes_on_to_the_date_that_is_to_come(real: Desk) -> None:
    days = [day for day, _ in timeline_of(real, "RAISE act history")]
    assert days == sorted(days)
    assert days[0] == date(2025, 12, 19)
    assert days[-1] == date(2027, 1, 1)


def test_a_timeline_of_a_month_is_of_that_month_and_of_who_is_named(real: Desk) -> None:
    told = timeline_of(real, "openai model launches of september 2026 in order")
    assert len(told) > 3
    assert {(day.year, day.month) for day, _ in told} == {(2026, 9)}
    unnamed = [text for _, text in told if "OpenAI" not in text]
    assert [text[:21] for text in unnamed] == ["Six AI company chiefs"]  # its own among them
    told = timeline_of(real, "what happened around kimi k3 in july 2026, day by day")
    assert date(2026, 7, 22) in [day for day, _ in told]  # after the middle of the month


def test_a_timeline_of_a_time_is_of_that_time(real: Desk) -> None:
    told = timeline_of(real, "timeline of fable 5 since 20 june")
    assert [day for day, _ in told][:2] == [date(2026, 6, 30), date(2026, 7, 1)]
    told = timeline_of(real, "timeline of gpt-5.6 between 24 June and 1 July")
    assert {day for day, _ in told} <= {date(2026, 6, day) for day in range(24, 31)}
    told = timeline_of(real, "what happened to Fable 5 in June")
    assert {(day.year, day.month) for day, _ in told} == {(2026, 6)}


def test_a_timeline_of_what_is_only_hinted_at_is_of_that(real: Desk) -> None:
    told = [text for _, text in timeline_of(real, "sequence of events around H200 chips")]
    assert any("H200 rule eased" in text for text in told)
    assert not any("Algorithmic Recommendation" in text for text in told)
    told = [text for _, text in timeline_of(real, "how did the EU omnibus unfold")]
    assert all("Omnibus" in text for text in told)


def test_a_timeline_of_two_parties_is_of_what_is_between_them(real: Desk) -> None:
    told = [text for _, text in timeline_of(real, "chronology of the Pentagon and Anthropic")]
    assert any("Judge Rita Lin" in text for text in told)
    assert not any("Responsible Scaling Policy" in text for text in told)


def test_what_happened_to_something_else_is_no_timeline(real_index: Index) -> None:
    market, model = "what happened to the stock market in june", "what happened to fable 5 in june"
    assert not has_history(analyse(real_index, market, TODAY))
    assert has_history(analyse(real_index, model, TODAY))


@pytest.mark.parametrize(("value", "shown"), [("2031-05-01", True), ("soon", False)])
def test_a_date_to_come_that_is_none_is_left_out(
    sample: Desk, index: Index, value: str, shown: bool
) -> None:
    coming = statement(
        subject="vega-5.1", of=Property.DATE, value=Known(value), text="Vega 5.1 ends."
    )
    asked = analyse(index, "timeline of vega 5.1", TODAY)
    answer = timeline(sample, index, asked, [bare(0, coming)], TODAY)
    assert isinstance(answer, Answered)
    told = [evidence.statement.text for evidence in evidence_in(answer)]
    assert (coming.text in told) is shown

"""Answers that are lists: what a person said, what is new, two things side by side."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers import Answered, Comparison, Nothing, Timeline, evidence_in
from knowledge.desk import Desk
from knowledge.lists import quotes_on
from knowledge.model import Known
from knowledge.questions.analyse import analyse
from knowledge.questions.index import Index
from knowledge.questions.listing import listed
from knowledge.vocabulary import Property
from tests.conftest import TODAY
from tests.knowledge.making import statement
from tests.knowledge.questions.rows import bare


def list_of(desk: Desk, index: Index, typed: str) -> Answered | None:
    found = listed(desk, index, analyse(index, typed, TODAY), (), TODAY)
    assert not isinstance(found, Nothing)
    return found


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("what did Dario Amodei say?", "Dario Amodei"),
        ("quotes by lutnick", "Howard Lutnick"),
        ("what did Dario say", "Dario Amodei"),
        ("what did Sam Altman say or write", "Sam Altman"),
    ],
)
def test_what_a_person_said_is_told_newest_first(
    real: Desk, real_index: Index, typed: str, name: str
) -> None:
    answer = list_of(real, real_index, typed)
    assert answer is not None
    told = [evidence.statement for evidence in evidence_in(answer)]
    assert {s.property for s in told} == {Property.QUOTE}
    assert all(s.text.startswith(name) for s in told)
    days = [s.on.earliest for s in told if s.on]
    assert len(days) == len(told) > 1
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("typed", "entries"),
    [
        ("what did Dario Amodei say about slowing down?", {"amodei-slow-the-pace"}),
        ("What did Brad Carson say to CNN?", {"carson-ad-hoc-approach"}),
        ("what did Trump tell Axios?", {"trump-not-now-a-week-ago", "trump-power-to-use-a-lot"}),
    ],
)
def test_words_on_all_that_is_named_and_said_are_told(
    real: Desk, real_index: Index, typed: str, entries: set[str]
) -> None:
    answer = list_of(real, real_index, typed)
    assert answer is not None
    assert {evidence.statement.subject for evidence in evidence_in(answer)} == entries


@pytest.mark.parametrize(
    "typed",
    [
        "what did Dario Amodei say about elephants?",
        "what did Sam Altman and Dario Amodei say",
        "who said it would be slow?",
    ],
)
def test_who_asks_for_more_than_that_gets_no_list_of_words(
    real: Desk, real_index: Index, typed: str
) -> None:
    assert list_of(real, real_index, typed) is None


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("what did Sam Altman say on 25 June 2026", date(2026, 6, 25), date(2026, 6, 25)),
        ("what did Sam Altman say last summer", date(2026, 6, 1), date(2026, 8, 31)),
        ("quotes by lutnick since 20 June", date(2026, 6, 20), TODAY),
    ],
)
def test_what_a_person_said_in_a_time_is_only_that(
    real: Desk, real_index: Index, typed: str, first: date, last: date
) -> None:
    answer = list_of(real, real_index, typed)
    assert answer is not None
    days = [e.statement.on for e in evidence_in(answer) if e.statement.on]
    assert days
    assert all(first <= day.latest and day.earliest <= last for day in days)


def test_what_a_person_said_on_a_thing_is_only_that(real: Desk, real_index: Index) -> None:
    answer = list_of(real, real_index, "what did sam altman say about gpt-5.6?")
    assert answer is not None
    told = [evidence.statement for evidence in evidence_in(answer)]
    assert told
    assert all("gpt-5.6" in (s.subject, *s.about) for s in told)
    assert len(told) < len(quotes_on(real, real.names.named("sam-altman")))


@pytest.mark.parametrize(
    ("typed", "things"),
    [
        ("compare sb 53 and raise", ("us-ca-sb53", "us-ny-raise")),
        ("gpt-5.6 vs claude mythos 5", ("gpt-5.6", "claude-mythos-5")),
        ("what's the difference between EO 14409 and EO 14434?", ("us-eo-14409", "us-eo-14434")),
        ("compare Meta's and Google's frameworks", ("meta-framework", "google-fsf")),
        ("xAI's safety policy vs OpenAI's", ("xai-framework", "openai-preparedness")),
    ],
)
def test_two_things_of_a_kind_are_set_side_by_side(
    real: Desk, real_index: Index, typed: str, things: tuple[str, str]
) -> None:
    answer = list_of(real, real_index, typed)
    assert answer is not None
    assert isinstance(answer.body, Comparison)
    assert tuple(named.id for named in answer.entries) == things


@pytest.mark.parametrize(
    "typed",
    [
        "compare the fines of sb 53 and raise",  # one thing of them is asked for
        "compare OpenAI and Anthropic",
        "compare gpt-5.6 and eo 14409",  # they have too little in common
        "what is new york's raise act",
    ],
)
def test_what_asks_for_more_or_for_else_is_none_of_these(
    real: Desk, real_index: Index, typed: str
) -> None:
    assert list_of(real, real_index, typed) is None


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


def test_what_happened_to_something_else_is_no_timeline(real: Desk, real_index: Index) -> None:
    assert list_of(real, real_index, "what happened to the stock market in june") is None


@pytest.mark.parametrize(("value", "shown"), [("2031-05-01", True), ("soon", False)])
def test_a_date_to_come_that_is_none_is_left_out(
    sample: Desk, index: Index, value: str, shown: bool
) -> None:
    coming = statement(
        subject="vega-5.1", of=Property.DATE, value=Known(value), text="Vega 5.1 ends."
    )
    asked = analyse(index, "timeline of vega 5.1", TODAY)
    answer = listed(sample, index, asked, [bare(0, coming)], TODAY)
    assert isinstance(answer, Answered)
    told = [evidence.statement.text for evidence in evidence_in(answer)]
    assert (coming.text in told) is shown

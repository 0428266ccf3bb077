"""What a person or a company said."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers import Answered, evidence_in
from knowledge.desk import Desk
from knowledge.lists import quotes_on
from knowledge.questions.base.index import Index
from knowledge.questions.queries.said import said_by
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import Property
from tests.conftest import TODAY


def words_of(desk: Desk, index: Index, typed: str) -> Answered | None:
    return said_by(desk, index, analyse(index, typed, TODAY), TODAY)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("what did Dario Amodei say?", "Dario Amodei"),
        ("quotes by lutnick", "Howard Lutnick"),
        ("what did Dario say", "Dario Amodei"),
        ("what did Sam Altman say or write", "Sam Altman"),
        ("what did Sam Altman of OpenAI say", "Sam Altman"),
        ("what did Anthropic say?", "Anthropic"),
        ("quotes from OpenAI", "OpenAI"),
    ],
)
def test_what_a_person_said_is_told_newest_first(
    real: Desk, real_index: Index, typed: str, name: str
) -> None:
    answer = words_of(real, real_index, typed)
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
        ("what did Mayer Brown say?", {"mayer-brown-unprecedented-step"}),
        ("what did OpenAI say about the request?", {"openai-at-their-request"}),
        ("what did Trump tell Axios?", {"trump-not-now-a-week-ago", "trump-power-to-use-a-lot"}),
    ],
)
def test_words_on_all_that_is_named_and_said_are_told(
    real: Desk, real_index: Index, typed: str, entries: set[str]
) -> None:
    answer = words_of(real, real_index, typed)
    assert answer is not None
    assert {evidence.statement.subject for evidence in evidence_in(answer)} == entries


@pytest.mark.parametrize(
    "typed",
    [
        "what did Dario Amodei say about elephants?",
        "what did Sam Altman and Dario Amodei say",
        "who said it would be slow?",
        "what did China say about Anthropic?",  # they are not its words
        "what was said on Sam Altman",
    ],
)
def test_who_asks_for_more_than_that_gets_no_list_of_words(
    real: Desk, real_index: Index, typed: str
) -> None:
    assert words_of(real, real_index, typed) is None


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
    answer = words_of(real, real_index, typed)
    assert answer is not None
    days = [e.statement.on for e in evidence_in(answer) if e.statement.on]
    assert days
    assert all(first <= day.latest and day.earliest <= last for day in days)


def test_what_a_person_said_on_a_thing_is_only_that(real: Desk, real_index: Index) -> None:
    answer = words_of(real, real_index, "what did sam altman say about gpt-5.6?")
    assert answer is not None
    told = [evidence.statement for evidence in evidence_in(answer)]
    assert told
    assert all("gpt-5.6" in (s.subject, *s.about) for s in told)
    assert len(told) < len(quotes_on(real, real.names.named("sam-altman")))

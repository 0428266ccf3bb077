"""Where sources differ, what they leave open and which they are."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers import Answered, Nothing, SourceList, evidence_in
from knowledge.desk import Desk
from knowledge.model import Unknown
from knowledge.questions.base.index import Index
from knowledge.questions.queries.reports import of_reports
from knowledge.questions.reading.analyse import analyse
from knowledge.weigh import disagreements
from tests.conftest import TODAY


def asked(desk: Desk, index: Index, typed: str, day: date = TODAY) -> Answered | Nothing | None:
    return of_reports(desk, index, analyse(index, typed, TODAY), day)


def answered(desk: Desk, index: Index, typed: str, day: date = TODAY) -> Answered:
    answer = asked(desk, index, typed, day)
    assert isinstance(answer, Answered)
    return answer


@pytest.mark.parametrize(
    "typed",
    [
        "what do sources disagree about on GPT-5.6?",
        "Where do the sources contradict each other on GPT-5.6",
        "what is disputed about gpt 5.6?",
        "disagreements about GPT-5.6",
        "are there conflicting reports about GPT-5.6?",
        "what don't the outlets agree on about GPT-5.6?",
        "worüber sind sich die Quellen bei GPT-5.6 uneinig?",
        "sur quoi les sources se contredisent-elles pour GPT-5.6 ?",
        "¿en qué discrepan las fuentes sobre GPT-5.6?",
    ],
)
def test_every_disagreement_on_what_is_named_is_shown(
    real: Desk, real_index: Index, typed: str
) -> None:
    answer = answered(real, real_index, typed)
    concerned = [s for s in real_index.statements if "gpt-5.6" in (s.subject, *s.about)]
    topics = {point.topic for point in disagreements(concerned)}
    assert {dispute.topic for dispute in answer.disputes} == topics
    assert len(topics) > 5


def test_one_point_is_told_where_only_it_is_asked_about(real: Desk, real_index: Index) -> None:
    answer = answered(real, real_index, "do sources disagree on the length of the GPT-5.6 preview?")
    assert [dispute.topic for dispute in answer.disputes] == ["length of the preview"]


def test_nothing_later_than_the_day_is_disputed(real: Desk, real_index: Index) -> None:
    typed = "what do sources disagree about on Claude Fable 5?"
    now = {dispute.topic for dispute in answered(real, real_index, typed).disputes}
    then = {d.topic for d in answered(real, real_index, typed, date(2026, 6, 20)).disputes}
    assert "day on which Fable 5 came back" in now - then
    assert "day on which the models went off" in now & then


def test_where_no_sources_differ_it_says_so(real: Desk, real_index: Index) -> None:
    answer = asked(real, real_index, "what do sources disagree about on Qwen3.8-Max?")
    assert isinstance(answer, Nothing)
    assert answer.reason.startswith("The base has no point on Qwen3.8-Max")


@pytest.mark.parametrize(
    "typed",
    [
        "what is unknown about the White House request on GPT-5.6?",
        "what do the sources not tell about GPT-5.6?",
        "open questions on GPT-5.6",
        "what don't we know about GPT-5.6?",
    ],
)
def test_all_that_the_sources_leave_open_is_told(real: Desk, real_index: Index, typed: str) -> None:
    told = [one.statement for one in evidence_in(answered(real, real_index, typed))]
    assert len(told) > 3
    assert all(isinstance(one.value, Unknown) for one in told)


@pytest.mark.parametrize(
    "typed",
    [
        "sources on GPT-5.6",
        "what are the sources for gpt 5.6?",
        "GPT-5.6 sources",
        "link to GPT-5.6",
    ],
)
def test_the_sources_of_one_thing_are_listed(real: Desk, real_index: Index, typed: str) -> None:
    answer = answered(real, real_index, typed)
    assert isinstance(answer.body, SourceList)
    assert answer.title == "Sources of GPT-5.6"


@pytest.mark.parametrize(
    "typed",
    [
        "where do sources disagree?",
        "what do sources say about the price of GPT-5.6?",
        "which sources broke the story on GPT-5.6?",
        "do the sources disagree on the colour of GPT-5.6?",
        "is SB 53 contested in court?",
    ],
)
def test_other_questions_are_none_of_its_business(
    real: Desk, real_index: Index, typed: str
) -> None:
    assert asked(real, real_index, typed) is None

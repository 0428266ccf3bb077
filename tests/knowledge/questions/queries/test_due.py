"""What is due, in a time that is named or from now on."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers import Answered, Deadlines, Nothing
from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.queries.due import Due, coming, due
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import Property, Rank
from tests.conftest import TODAY
from tests.knowledge.questions.answered import shown, strange


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("what's due in December", date(2026, 12, 1), date(2026, 12, 31)),
        ("deadlines in January 2027", date(2027, 1, 1), date(2027, 1, 31)),
        ("what's due this month", TODAY, date(2026, 11, 30)),
        ("what's due next month", date(2026, 12, 1), date(2026, 12, 31)),
        ("what deadlines are coming up in the next 30 days", TODAY, date(2026, 12, 21)),
        ("upcoming deadlines before Christmas", TODAY, date(2026, 12, 24)),
        ("anything due by the end of the year?", TODAY, date(2026, 12, 31)),
        ("what's due between 1 and 15 December", date(2026, 12, 1), date(2026, 12, 15)),
        ("deadlines between october and january", date(2026, 10, 1), date(2027, 1, 31)),
        ("deadlines between 15 november and 15 december", date(2026, 11, 15), date(2026, 12, 15)),
        ("what's due in the next two weeks", TODAY, date(2026, 12, 5)),
        ("what's due next year", date(2027, 1, 1), date(2027, 12, 31)),
        ("what is due after the end of the year", date(2027, 1, 1), date(9999, 12, 31)),
        ("what is due after 1 February 2027", date(2027, 2, 2), date(9999, 12, 31)),
        ("what's due by Friday", TODAY, date(2026, 11, 27)),
        ("deadlines this winter", date(2026, 12, 1), date(2027, 2, 28)),
        ("what's due in 2028", date(2028, 1, 1), date(2028, 12, 31)),
        ("upcoming deadlines", TODAY, date(9999, 12, 31)),
    ],
)
def test_all_of_a_time_to_come_is_told_and_nothing_else(
    real: Desk, real_index: Index, typed: str, first: date, last: date
) -> None:
    found = due(real, real_index, analyse(real_index, typed, TODAY), TODAY)
    assert isinstance(found, Due)
    dated = [s for s in real.store.dated(Property.DEADLINE, first) if s.on]
    held = [s for s in dated if s.on and s.on.earliest <= last and s.rank is not Rank.DEPRECATED]
    assert found.statements == held != []


def test_the_reply_says_how_the_time_was_taken(real: Desk) -> None:
    answer = real.questions.ask(real, "what's due in December?")
    assert isinstance(answer, Answered)
    assert isinstance(answer.body, Deadlines)
    assert answer.remarks == ("Taken as: what is due from 1 December 2026 to 31 December 2026.",)
    assert strange(real, answer) == []


def test_a_time_in_which_nothing_is_due_is_declined(real: Desk) -> None:
    answer = real.questions.ask(real, "what is due in June 2031?")
    assert isinstance(answer, Nothing)
    assert answer.reason == "The base has nothing that is due from 1 June 2031 to 30 June 2031."
    assert strange(real, answer) == []


def test_what_is_due_of_a_thing_is_only_that(real: Desk, real_index: Index) -> None:
    asked = analyse(real_index, "which deadlines are coming for SB 315", TODAY)
    found = due(real, real_index, asked, TODAY)
    assert isinstance(found, Due)
    assert {s.subject for s in found.statements} == {"us-il-sb315"}


def test_what_was_due_is_not_what_is_to_come(real: Desk, real_index: Index) -> None:
    asked = analyse(real_index, "which deadlines passed in June", TODAY)
    assert due(real, real_index, asked, TODAY) is None


@pytest.mark.parametrize("typed", ["what is due after 9999-12-31", "what is due before 0001-01-01"])
def test_the_ends_of_the_calendar_are_no_fault(real: Desk, typed: str) -> None:
    assert strange(real, real.questions.ask(real, typed)) == []


def test_a_time_is_read_by_the_day_that_is_asked_for(real: Desk) -> None:
    answer = real.questions.ask(real, "what's due in July?", as_of=date(2026, 6, 20))
    assert isinstance(answer, Answered)
    assert answer.remarks == ("Taken as: what is due from 1 July 2026 to 31 July 2026.",)


@pytest.mark.parametrize(
    "typed",
    [
        "what happens on 2 December",
        "what changes next month",
        "what's coming in 2027?",
        "what's happening in December",
        "what starts on 1 January",
        "anything scheduled for December?",
        "what is going to change in 2027",
        "what takes effect on 2 December in the EU",
    ],
)
def test_what_happens_in_a_time_ahead_is_what_is_due_then(
    real: Desk, real_index: Index, typed: str
) -> None:
    analysis = analyse(real_index, typed, TODAY)
    found = coming(real, real_index, analysis, TODAY)
    assert isinstance(found, Due)
    assert found == due(real, real_index, analysis, TODAY)
    assert all(s.on is not None and s.on.latest > TODAY for s in found.statements)


@pytest.mark.parametrize(
    "typed",
    [
        "what starts on 1 January 2026",
        "what happens in June",
        "what happens if we miss 2 December",
        "who changes what on 2 December",
        "what happens",
        "what's next in August 2026",
        "what is coming in September 2026",
        "what changes with the Omnibus on 2 December for chatbots",
    ],
)
def test_nothing_is_coming_in_a_time_gone_by_or_where_more_is_asked(
    real: Desk, real_index: Index, typed: str
) -> None:
    assert coming(real, real_index, analyse(real_index, typed, TODAY), TODAY) is None


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("upcoming deadlines for chatbots", "chatbot"),
        ("any deadlines for watermarking?", "watermark"),
        ("what deadlines are coming for generative AI", "generat"),
    ],
)
def test_of_a_topic_only_what_speaks_of_it_is_due(
    real: Desk, real_index: Index, typed: str, word: str
) -> None:
    found = due(real, real_index, analyse(real_index, typed, TODAY), TODAY)
    assert isinstance(found, Due)
    told = [f"{real.names.named(s.subject).title} {s.text}".casefold() for s in found.statements]
    assert all(word in text for text in told)
    every = due(real, real_index, analyse(real_index, "upcoming deadlines", TODAY), TODAY)
    assert isinstance(every, Due)
    assert len(found.statements) < len(every.statements)


def test_of_a_topic_that_nothing_due_speaks_of_no_list_is_made(
    real: Desk, real_index: Index
) -> None:
    analysis = analyse(real_index, "incident reporting deadlines for zoos", TODAY)
    assert due(real, real_index, analysis, TODAY) is None


@pytest.mark.parametrize(
    "typed", ["what is due next under EO 14409?", "upcoming deadlines of EO 14409"]
)
def test_that_nothing_of_a_thing_is_still_due_is_said(real: Desk, typed: str) -> None:
    answer = real.questions.ask(real, typed)
    assert isinstance(answer, Nothing)
    assert answer.reason.startswith("The base has no date still to come of Executive Order 14409")
    assert strange(real, answer) == []


@pytest.mark.parametrize(
    "typed",
    [
        "deadlines under EO 14409",  # those gone by are asked for as well
        "next deadline under Japan's AI Promotion Act",  # a statement tells that there is none
        "what is next for Anthropic?",
    ],
)
def test_elsewhere_statements_answer(real: Desk, typed: str) -> None:
    assert isinstance(real.questions.ask(real, typed), Answered)


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("what's next for OpenAI?", "eu-dsa-chatgpt"),  # it concerns the company
        ("what is coming up for Anthropic", "anthropic-rsp"),  # it is the company's own rule
        ("what comes next in California?", "us-ca-sb942"),
        ("what's next?", "us-eo-14434"),
    ],
)
def test_what_is_next_for_somebody_is_due_of_them(real: Desk, typed: str, subject: str) -> None:
    assert subject in {e.statement.subject for e in shown(real.questions.ask(real, typed))}


@pytest.mark.parametrize("typed", ["what's next for Meta?", "what lies ahead for Fable 5"])
def test_that_nothing_is_next_for_somebody_is_said(real: Desk, typed: str) -> None:
    answer = real.questions.ask(real, typed)
    assert isinstance(answer, Nothing)
    assert answer.reason.startswith("The base has no date still to come of ")
    assert strange(real, answer) == []


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("next deadline for high-risk systems under the AI Act", "high-risk"),
        ("deadline for registering under RAISE", "register"),
    ],
)
def test_of_a_thing_only_what_speaks_of_what_is_asked_is_due(
    real: Desk, real_index: Index, typed: str, word: str
) -> None:
    found = due(real, real_index, analyse(real_index, typed, TODAY), TODAY)
    assert isinstance(found, Due)
    assert all(word in statement.text for statement in found.statements)


@pytest.mark.parametrize(
    "typed",
    [
        "deadline for the SB 53 transparency report",
        "deadlines in California for chatbots",
        "what is due under the AI Act for barbers",  # of whom the base has no word
    ],
)
def test_where_nothing_due_speaks_of_it_the_statements_answer(
    real: Desk, real_index: Index, typed: str
) -> None:
    assert due(real, real_index, analyse(real_index, typed, TODAY), TODAY) is None


@pytest.mark.parametrize(
    "typed",
    [
        "was passiert im Dezember?",
        "que se passe-t-il en décembre ?",
        "¿qué pasa en diciembre?",
        "o que acontece em dezembro?",
        "cosa succede a dicembre?",
        "wat gebeurt er in december",
        "co się dzieje w grudniu",
        "12月会发生什么",
        "12月に何がありますか",
    ],
)
def test_what_is_coming_is_told_in_other_languages(
    real: Desk, real_index: Index, typed: str
) -> None:
    english = coming(
        real, real_index, analyse(real_index, "what happens in december", TODAY), TODAY
    )
    assert english is not None
    assert coming(real, real_index, analyse(real_index, typed, TODAY), TODAY) == english


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("which EU AI Act dates are still ahead?", True),
        ("next dates of the AI Act", True),
        ("which AI Act dates are ahead for gpai?", False),
    ],
)
def test_what_is_due_of_an_act_is_told_of_all_its_parts(
    real: Desk, real_index: Index, typed: str, whole: bool
) -> None:
    found = due(real, real_index, analyse(real_index, typed, TODAY), TODAY)
    assert isinstance(found, Due)
    subjects = {statement.subject for statement in found.statements}
    assert ({"eu-ai-act-art50", "eu-digital-omnibus"} <= subjects) is whole
    assert "eu-ai-act-gpai" in subjects
    assert all(subject.startswith("eu-") for subject in subjects)

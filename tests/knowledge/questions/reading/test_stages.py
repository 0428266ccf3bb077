"""Times that are named by what became of a model: read as days of the base, or asked for."""

from __future__ import annotations

import pytest

from knowledge.answers import Answered, Closest
from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.reading.analyse import analyse
from knowledge.questions.reading.stages import in_days, names_no_day
from tests.conftest import TODAY
from tests.knowledge.questions.answered import shown, strange


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("who could use Fable 5 before the order?", "11 June 2026"),
        ("who could use Fable 5 before the US export ban", "11 June 2026"),
        ("could Canadians use Mythos 5 prior to the Commerce letter?", "11 June 2026"),
        ("status of Fable 5 before Fable 5 was banned", "11 June 2026"),
        ("who could use Fable 5 and Mythos 5 before the ban?", "11 June 2026"),
        ("who had access to Fable 5 right after the letter", "13 June 2026"),
        ("who had access to Fable 5 after it was switched off", "13 June 2026"),
        ("who could use Fable 5 when the letter came?", "13 June 2026"),
        ("who could use Fable 5 during the suspension?", "21 June 2026"),
        ("who could use Fable 5 while the controls were in force", "21 June 2026"),
        ("was Fable 5 available before the controls were lifted?", "30 June 2026"),
        ("was Fable 5 open to foreigners after it was restored?", "1 July 2026"),
        ("who could use Mythos 5 after the ban", "26 June 2026"),
        ("who could use GPT-5.6 before the preview", "25 June 2026"),
        ("who could use GPT-5.6 in the limited preview", "2 July 2026"),
        ("who could use GPT-5.6 before general availability", "8 July 2026"),
        ("who could use GPT-5.6 before it was generally available", "8 July 2026"),
        ("who had access during the preview of GPT-5.6", "2 July 2026"),
        ("who had access at the launch of Kimi K3?", "16 July 2026"),
        ("who could use GPT-5.6 after its public release", "9 July 2026"),
        ("who could use GPT-5.6 at launch?", "26 June 2026"),
        ("who was allowed to use Kimi K3 when it came out", "16 July 2026"),
        ("who could originally use Fable 5?", "9 June 2026"),
        ("who could use Fable 5 at the start?", "9 June 2026"),
        ("who could use Fable 5 while banned", "21 June 2026"),
        ("who could use it during the suspension of Fable 5?", "21 June 2026"),
        ("who could use Fable 5 the day before the ban", "11 June 2026"),
        ("who had access before the launch of GPT-5.6", "25 June 2026"),
        ("who could use GPT-5.6 in June?", "26 June 2026"),  # it came out late in the month
        ("was Opus 5 available during July 2026", "24 July 2026"),
    ],
)
def test_a_stage_of_a_model_is_a_day(real_index: Index, typed: str, day: str) -> None:
    analysis = analyse(real_index, typed, TODAY)
    stage = in_days(real_index, analysis, analysis)
    assert stage is not None
    assert f"on {day}" in stage.text
    assert stage.remark.startswith(f"Taken as: on {day}, ")
    assert "the status " in stage.remark


@pytest.mark.parametrize(
    "typed",
    [
        "who can use Fable 5 now, after the ban?",
        "is Fable 5 open again after the ban?",
        "may foreigners use Fable 5 after the ban was lifted?",
        "how long was Fable 5 unavailable after the letter",
        "what did Anthropic say on access to Fable 5 before the ban?",
        "why was Fable 5 not available during the ban",
        "who could use Fable 5 on 20 June 2026, during the ban?",
        "who wrote the letter on Fable 5 before the ban?",
        "who may use Fable 5?",
        "when exactly had Fable 5 been banned?",
        "who can use Fable 5 since the ban was lifted?",
        "did OpenAI have to get approval before the release of GPT-5.6?",
        "which tests did GPT-5.6 have to pass before launch?",
        "what did OpenAI have to do before the launch of GPT-5.6?",
        "did Anthropic call for a law before the launch of Fable 5?",
        "who could use Kimi K3 and Opus 5 in July 2026?",  # they came out on two days
        "why was access to GPT-5.6 limited in June",
    ],
)
def test_what_is_asked_of_today_or_of_something_else_is_left(real_index: Index, typed: str) -> None:
    analysis = analyse(real_index, typed, TODAY)
    assert in_days(real_index, analysis, analysis) is None
    assert not names_no_day(real_index, analysis)


@pytest.mark.parametrize(
    "typed",
    [
        "who could use Fable 5 back then?",
        "who used to be able to use Fable 5?",
        "who could use Fable 5 and Mythos 5 after the ban?",
        "could they use Fable 5 the other day?",
        "who could use Fable 5 on the 20th?",
        "who could use Fable 5 at the start of the ban",
        "who could use GPT-5.6 before the launch of GPT-6 Astra",
        "who could use GPT-5.6 before the launch of the iPhone 18",
        "who could use Mythos 5 after the launch of Project Glasswing",
        "who could use Fable 5 two days after the ban",
        "who could use Fable 5 a week before the ban",
        "who could use Fable 5 when it was banned?",
        "who could use Fable 5 on the day of the ban?",
        "who could use Fable 5 at the end of the ban",
        "who could use Mythos 5 after the second letter?",
        "who could use Fable 5 on 31 June 2026?",
        "could I use Fable 5 forty weeks ago?",
        "could I use Fable 5 2.5 months ago?",
        "Wer konnte Fable 5 vor der Sperre nutzen?",
        "Qui pouvait utiliser Fable 5 avant l'interdiction ?",
    ],
)
def test_a_time_that_is_no_day_is_asked_for(real: Desk, typed: str) -> None:
    answer = real.questions.ask(real, typed)
    assert isinstance(answer, Closest)
    assert answer.reason.startswith("I can't tell which day you mean.")
    assert strange(real, answer) == []


def test_a_letter_of_another_day_is_no_stage(real_index: Index) -> None:
    analysis = analyse(real_index, "who could use Mythos 5 after the second letter?", TODAY)
    assert in_days(real_index, analysis, analysis) is None


def test_the_answer_is_of_that_day_and_says_so(real: Desk) -> None:
    answer = real.questions.ask(real, "who could use Fable 5 before the order?")
    assert isinstance(answer, Answered)
    assert shown(answer)[0].statement.text.startswith("From 9 to 12 June 2026 everyone could use")
    assert "Taken as: on 11 June 2026," in answer.remarks[0]
    assert strange(real, answer) == []


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("and who could use it before the ban?", "11 June 2026"),
        ("and during the ban?", "21 June 2026"),
    ],
)
def test_a_follow_up_may_name_a_stage(real: Desk, typed: str, day: str) -> None:
    real.questions.ask(real, "who may use Fable 5?", conversation=typed)
    answer = real.questions.ask(real, typed, conversation=typed)
    assert isinstance(answer, Answered)
    assert f"Taken as: on {day}," in answer.remarks[0]


def test_a_remark_says_when_the_status_was_so(real_index: Index) -> None:
    def remark(typed: str) -> str:
        analysis = analyse(real_index, typed, TODAY)
        stage = in_days(real_index, analysis, analysis)
        return stage.remark if stage else ""

    assert remark("who could use Fable 5 before the ban?") == (
        "Taken as: on 11 June 2026, before the status became “suspended” on 12 June 2026."
    )
    assert remark("who could use Fable 5 during the ban?") == (
        "Taken as: on 21 June 2026, when the status was “suspended”, from 12 June 2026 until "
        "1 July 2026."
    )
    assert remark("who could use Fable 5 after the ban?") == (
        "Taken as: on 1 July 2026, when the status was no longer “suspended”."
    )

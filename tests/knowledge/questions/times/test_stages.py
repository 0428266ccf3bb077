"""Times that are named by what became of a model: read as days of the base, or asked for."""

from __future__ import annotations

import pytest

from knowledge.answers import Answered, Closest
from knowledge.desk import Desk
from knowledge.questions.analyse import analyse
from knowledge.questions.index import Index
from knowledge.questions.times.stages import in_days, names_no_day
from tests.conftest import TODAY
from tests.knowledge.questions.asking import shown, strange


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
    ],
)
def test_a_stage_of_a_model_is_a_day(real_index: Index, typed: str, day: str) -> None:
    analysis = analyse(real_index, typed, TODAY)
    stage = in_days(real_index, analysis, analysis.links.entries)
    assert stage is not None
    assert f"on {day}" in stage.text
    assert stage.remark.startswith(f"Taken as: on {day}, for the status was ")
    assert not names_no_day(real_index, analyse(real_index, stage.text, TODAY))


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
        "who signed the letter on Fable 5?",
        "who could use the internet before the ban?",
        "who may use Fable 5?",
    ],
)
def test_what_is_asked_of_today_or_of_something_else_is_left(real_index: Index, typed: str) -> None:
    analysis = analyse(real_index, typed, TODAY)
    assert in_days(real_index, analysis, analysis.links.entries) is None
    assert not names_no_day(real_index, analysis)


@pytest.mark.parametrize(
    "typed",
    [
        "who could use Fable 5 back then?",
        "who used to be able to use Fable 5?",
        "who could use Fable 5 and Mythos 5 after the ban?",
        "could they use Fable 5 the other day?",
        "who could use Fable 5 on the 20th?",
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
    assert in_days(real_index, analysis, analysis.links.entries) is None


def test_the_answer_is_of_that_day_and_says_so(real: Desk) -> None:
    answer = real.questions.ask(real, "who could use Fable 5 before the order?")
    assert isinstance(answer, Answered)
    assert shown(answer)[0].statement.text.startswith("From 9 to 12 June 2026 everyone could use")
    assert "Taken as: on 11 June 2026," in answer.remarks[0]
    assert strange(real, answer) == []


def test_a_follow_up_may_name_a_stage(real: Desk) -> None:
    real.questions.ask(real, "who may use Fable 5?", conversation="stages")
    answer = real.questions.ask(real, "and who could use it before the ban?", conversation="stages")
    assert isinstance(answer, Answered)
    assert "Taken as: on 11 June 2026," in answer.remarks[0]

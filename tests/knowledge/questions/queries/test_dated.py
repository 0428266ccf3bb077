"""What was done in a time: told by statements of that day, month or year."""

from __future__ import annotations

import pytest

from knowledge.questions.base.index import Index
from knowledge.questions.queries.dated import done_in
from knowledge.questions.reading.analyse import analyse
from tests.conftest import TODAY


def told(index: Index, typed: str) -> set[str]:
    done = done_in(analyse(index, typed, TODAY), typed.casefold(), TODAY)
    assert done is not None
    return {statement.subject for statement in index.statements if done.is_told(statement)}


@pytest.mark.parametrize(
    ("typed", "some", "others"),
    [
        (
            "which laws came into force in August 2026?",
            {"us-ca-sb942", "eu-ai-act-art50"},
            {"eu-ai-act-gpai", "us-ny-raise"},
        ),
        (
            "what takes effect on 1 January 2027?",
            {"us-ny-raise", "us-co-sb26-189"},
            {"us-ca-sb53", "us-ca-sb942"},
        ),
        # what was only announced, and what is enacted and not in force, did not begin
        (
            "what came into force in July 2026?",
            {"eu-digital-omnibus", "cn-anthropomorphic"},
            {"us-il-sb315", "eu-ai-act-gpai-enforcement"},
        ),
        (
            "which orders were signed in 2026?",
            {"us-eo-14409", "us-eo-14434"},
            {"us-eo-14179", "us-eo-14365"},
        ),
        # the word's other forms tell it, and not what has the same beginning
        (
            "which agreements were signed in September 2026?",
            {"us-wh-accord"},
            {"gpt-6-astra"},
        ),
        (
            "which models came out in September 2026?",
            {"claude-opus-5.5", "claude-fable-5.1"},
            {"claude-fable-5", "gpt-5.6"},
        ),
        # what is to come in the year that is asked about has not entered into force
        (
            "which laws entered into force in 2026?",
            {"us-ca-sb53", "kr-ai-basic-act"},
            {"eu-ai-act-art5-ncii-csam"},
        ),
    ],
)
def test_what_was_done_in_a_time_is_told_and_nothing_else(
    real_index: Index, typed: str, some: set[str], others: set[str]
) -> None:
    found = told(real_index, typed)
    assert some <= found
    assert not others & found


@pytest.mark.parametrize("typed", ["which laws are in force?", "laws in August 2026"])
def test_without_an_act_or_a_time_nothing_was_done(real_index: Index, typed: str) -> None:
    assert done_in(analyse(real_index, typed, TODAY), typed.casefold(), TODAY) is None


def test_one_day_is_no_month(real_index: Index) -> None:
    assert "cn-anthropomorphic" in told(real_index, "what took effect in July 2026")
    assert "cn-anthropomorphic" not in told(real_index, "what took effect on 27 July 2026")


@pytest.mark.parametrize("typed", ["which laws take effect in january", "what starts on 1 january"])
def test_what_takes_effect_is_of_the_coming_time(real_index: Index, typed: str) -> None:
    found = told(real_index, typed)
    assert "us-ny-raise" in found  # 1 January 2027
    assert "us-ca-sb53" not in found  # 1 January 2026


def test_what_took_effect_is_of_the_last_time(real_index: Index) -> None:
    found = told(real_index, "which laws took effect in january")
    assert "us-ca-sb53" in found
    assert "us-ny-raise" not in found

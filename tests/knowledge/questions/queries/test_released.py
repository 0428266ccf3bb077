"""When a model came out."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.queries.released import when_released
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import Rank
from tests.conftest import TODAY
from tests.knowledge.questions.answered import texts


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("when did GPT-5.6 come out", ["26 June 2026", "9 July 2026"]),
        ("Fable 5 release date", ["9 June 2026"]),
        ("since when is Gemini 4 Argon public?", ["30 September 2026", "13 October 2026"]),
        ("how long has Claude Opus 5 been out", ["24 July 2026"]),
    ],
)
def test_every_step_of_a_release_is_told_in_order(
    real_index: Index, typed: str, days: list[str]
) -> None:
    found = when_released(real_index, analyse(real_index, typed, TODAY), TODAY)
    assert found is not None
    assert [day for s, day in zip(found.statements, days, strict=True) if day in s.text] == days


def test_where_sources_differ_on_the_day_the_other_sides_stand_apart(real_index: Index) -> None:
    asked = analyse(real_index, "when did GPT-5.6 come out", TODAY)
    found = when_released(real_index, asked, TODAY)
    assert found is not None
    (point,) = found.disputes
    assert point.sides[0] in found.statements
    assert all(side.rank is Rank.DEPRECATED for side in point.sides[1:])
    assert not {*point.sides[1:]} & {*found.statements}


def test_nothing_later_than_the_day_is_told(real_index: Index) -> None:
    asked = analyse(real_index, "when did GPT-5.6 come out", TODAY)
    found = when_released(real_index, asked, date(2026, 6, 28))
    assert found is not None
    assert [s.text for s in found.statements] == [
        "OpenAI opened the limited preview of GPT-5.6 on 26 June 2026."
    ]
    assert found.disputes == ()
    assert when_released(real_index, asked, date(2026, 6, 1)) is None


@pytest.mark.parametrize(
    "typed",
    [
        "when did GPT-5.6 come out in France",
        "when was the RAISE Act released",
        "when did it come out",
        "when were Fable 5 and Mythos 5 released",
        "who released Fable 5",
        "when was Fable 5 banned",
    ],
)
def test_where_more_is_asked_nothing_is_told(real_index: Index, typed: str) -> None:
    assert when_released(real_index, analyse(real_index, typed, TODAY), TODAY) is None


def test_the_question_is_answered(real: Desk) -> None:
    told = " ".join(texts(real.questions.ask(real, "When did GPT-5.6 come out?")))
    assert "26 June 2026" in told
    assert "9 July 2026" in told

"""Putting the best statements in order once more."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.base.telling import names_later
from knowledge.questions.ranking.order import definitions_of_later_last, ended_last, later_than
from knowledge.vocabulary import Property
from tests.conftest import TODAY
from tests.knowledge.questions.answered import shown
from tests.knowledge.questions.rows import bare, row_of

DEFINED = "The Responsible Scaling Policy (RSP) is Anthropic's own, voluntary policy"
CHANGED = "On 8 July 2026 version 3.4 of Anthropic's Responsible Scaling Policy took effect"


def test_what_a_thing_is_later_stands_below_what_happened(real_index: Index) -> None:
    rows = [row_of(real_index, start) for start in (DEFINED, CHANGED)]
    ranked = [bare(row, real_index.statements[row]) for row in rows]
    assert definitions_of_later_last(ranked, date(2026, 7, 8)) == ranked
    assert definitions_of_later_last(ranked, date(2026, 7, 7)) == ranked[::-1]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("Is Fable 5 available?", date(2026, 6, 20)),
        ("Is GPT-5.6 available?", date(2026, 6, 28)),
        ("Is Gemini 4 Argon available?", date(2026, 10, 5)),
        ("Is GPT-6 Astra out?", date(2026, 8, 20)),
    ],
)
def test_nothing_is_told_of_what_came_after_the_day_asked_for(
    real: Desk, typed: str, day: date
) -> None:
    answer = real.questions.ask(real, typed, as_of=day)
    told = [one.statement for one in shown(answer)]
    ahead = (Property.ACCESS, Property.STATUS, Property.DEADLINE, Property.NEXT)
    later = [s for s in told if names_later(s.text, day) and not s.valid_to]
    assert [s.text for s in later if s.property not in ahead] == []


def test_what_was_seen_later_may_be_told_of_an_earlier_day(real_index: Index) -> None:
    row = row_of(real_index, "Executive Order 14434 covers the non-statutory")
    announced = row_of(real_index, "OpenAI released GPT-5.5 on 23 April 2026")
    assert later_than(real_index, [row, announced], date(2026, 4, 1)).tolist() == [False, True]


@pytest.mark.parametrize(
    ("typed", "version"),
    [
        ("which version of the RSP does Anthropic follow?", "Version 3.4"),
        ("what is the current edition of the RSP?", "Version 3.4"),
        ("which version of Google's frontier safety framework is in use", "Version 3.1"),
    ],
)
def test_the_version_in_use_is_told_before_those_gone_by(
    real: Desk, typed: str, version: str
) -> None:
    told = shown(real.questions.ask(real, typed))
    assert told[0].statement.text.startswith(version)


def test_versions_gone_by_stay_where_they_are_asked_for(real_index: Index) -> None:
    starts = ("Version 1.0 of Anthropic's Responsible", "Version 3.4 of Anthropic's Responsible")
    rows = [row_of(real_index, start) for start in starts]
    ranked = [bare(row, real_index.statements[row]) for row in rows]
    assert ended_last(ranked, "what version of the rsp is in use", TODAY) == ranked[::-1]
    assert ended_last(ranked, "what version of the rsp was in use first", TODAY) == ranked
    assert ended_last(ranked, "what does the rsp ask for", TODAY) == ranked

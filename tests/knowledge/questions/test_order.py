"""Putting the best statements in order once more."""

from __future__ import annotations

from datetime import date

from knowledge.questions.index import Index
from knowledge.questions.order import definitions_of_later_last
from tests.knowledge.questions.rows import bare, row_of

DEFINED = "The Responsible Scaling Policy (RSP) is Anthropic's own, voluntary policy"
CHANGED = "On 8 July 2026 version 3.4 of Anthropic's Responsible Scaling Policy took effect"


def test_what_a_thing_is_later_stands_below_what_happened(real_index: Index) -> None:
    rows = [row_of(real_index, start) for start in (DEFINED, CHANGED)]
    ranked = [bare(row, real_index.statements[row]) for row in rows]
    assert definitions_of_later_last(ranked, date(2026, 7, 8)) == ranked
    assert definitions_of_later_last(ranked, date(2026, 7, 7)) == ranked[::-1]

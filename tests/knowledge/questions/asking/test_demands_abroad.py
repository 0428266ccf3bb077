"""What holds, or is to be had, somewhere, and which statements tell it."""

from __future__ import annotations

import pytest

from knowledge.questions.asking.demands_abroad import DEMANDS_ABROAD
from knowledge.questions.base.index import Index
from tests.knowledge.questions.rows import row_of


@pytest.mark.parametrize(
    ("asking", "start", "missing"),
    [
        ("is gpt-5.6 available in iran", "GPT-5.6 has been open to everyone", "what holds there"),
        ("can people in cuba use fable 5", "Claude Fable 5 has been open to", "what holds there"),
        (
            "did japan get mythos",
            "Anthropic opened Claude Mythos Preview to Project",
            "what holds in that country",
        ),
        (
            "is gpt-6 astra available in europe",
            "GPT-6 Astra was opened step by step from",
            "what holds in that country",
        ),
        ("is fable 5 available in germany", "Claude Fable 5 has been open to everyone", None),
        (
            "can our subsidiary in shanghai use gpt-5.6",
            "GPT-5.6 has been open to everyone",
            "what holds there",
        ),
    ],
)
def test_what_holds_somewhere_is_told_or_not(
    real_index: Index, asking: str, start: str, missing: str | None
) -> None:
    statement = real_index.statements[row_of(real_index, start)]
    asked = (one for one in DEMANDS_ABROAD if one.asked.search(asking))
    assert [one.name for one in asked if not one.is_told(statement)] == [missing] * bool(missing)

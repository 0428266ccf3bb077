"""The AI Act as a whole, of which the base tells in parts."""

from __future__ import annotations

import pytest

from knowledge.questions.base.index import Index
from knowledge.questions.reading.analyse import analyse
from knowledge.questions.reading.whole import named_as_whole
from tests.conftest import TODAY


@pytest.mark.parametrize("typed", ["what changed in the AI act", "EU AI Act timeline"])
def test_the_whole_act_is_its_parts_and_what_changes_it(real_index: Index, typed: str) -> None:
    found = named_as_whole(real_index, analyse(real_index, typed, TODAY))
    assert {"eu-ai-act-gpai", "eu-ai-act-art50", "eu-digital-omnibus"} <= {*found}
    assert "eu-dsa-chatgpt" not in found


@pytest.mark.parametrize(
    "typed", ["gpai duties of the AI act", "article 50 of the AI act", "what is SB 53", "hello"]
)
def test_a_part_of_it_or_another_rule_is_what_is_named(real_index: Index, typed: str) -> None:
    analysis = analyse(real_index, typed, TODAY)
    assert named_as_whole(real_index, analysis) == analysis.links.entries

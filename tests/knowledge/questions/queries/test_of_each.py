"""One property of each of several things."""

from __future__ import annotations

import pytest

from knowledge.answers import Answered
from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.queries.of_each import OfEach, of_each
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import Property
from tests.conftest import TODAY
from tests.knowledge.questions.answered import strange


def asked(index: Index, typed: str) -> OfEach | None:
    return of_each(index, analyse(index, typed, TODAY), TODAY)


@pytest.mark.parametrize(
    ("typed", "entries", "of"),
    [
        ("is GPT-5.6 cheaper than Fable 5?", ("gpt-5.6", "claude-fable-5"), Property.PRICE),
        ("what do Fable 5 and GPT-5.6 cost", ("claude-fable-5", "gpt-5.6"), Property.PRICE),
        ("penalties: SB 53 vs RAISE Act", ("us-ca-sb53", "us-ny-raise"), Property.PENALTY),
        ("licences of GLM-5.2 and Kimi K3", ("glm-5.2", "kimi-k3"), Property.LICENCE),
    ],
)
def test_the_property_is_told_of_each_in_the_order_named(
    real_index: Index, typed: str, entries: tuple[str, ...], of: Property
) -> None:
    found = asked(real_index, typed)
    assert found is not None
    assert tuple(dict.fromkeys(s.subject for s in found.statements)) == entries
    assert {s.property for s in found.statements} == {of}
    assert found.missing == ()


def test_where_nothing_is_told_of_one_the_reply_says_so(real: Desk, real_index: Index) -> None:
    typed = "how much dearer is Mythos 5 than Fable 5 per token?"
    found = asked(real_index, typed)
    assert found is not None
    assert found.missing == ("claude-mythos-5",)
    answer = real.questions.ask(real, typed)
    assert isinstance(answer, Answered)
    assert answer.remarks == ("The base tells no price of Claude Mythos 5.",)
    assert strange(real, answer) == []


def test_where_sources_differ_on_one_that_is_told(real: Desk) -> None:
    answer = real.questions.ask(real, "fines under SB 53 and the RAISE Act")
    assert isinstance(answer, Answered)
    assert any(
        "$10 million" in side.evidence.statement.text for d in answer.disputes for side in d.sides
    )


@pytest.mark.parametrize(
    "typed",
    [
        "what does GPT-5.6 cost?",
        "is GPT-5.6 cheaper than Fable 5 in Japan?",
        "prices of Anthropic and OpenAI",
        "compare SB 53 and the RAISE Act",
        "is Mythos 5 cheaper than Mythos 5.1?",
    ],
)
def test_one_thing_or_more_words_or_nothing_told_is_no_such_query(
    real_index: Index, typed: str
) -> None:
    assert asked(real_index, typed) is None

"""Two things of one kind side by side."""

from __future__ import annotations

import pytest

from knowledge.answers import Comparison
from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.queries.side_by_side import side_by_side
from knowledge.questions.reading.analyse import analyse
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("typed", "things"),
    [
        ("compare sb 53 and raise", ("us-ca-sb53", "us-ny-raise")),
        ("gpt-5.6 vs claude mythos 5", ("gpt-5.6", "claude-mythos-5")),
        ("what's the difference between EO 14409 and EO 14434?", ("us-eo-14409", "us-eo-14434")),
        ("compare Meta's and Google's frameworks", ("meta-framework", "google-fsf")),
        ("difference between EO 14409 and the accord", ("us-eo-14409", "us-wh-accord")),
        ("mythos 5 vs 5.1", ("claude-mythos-5", "claude-mythos-5.1")),
        ("xAI's safety policy vs OpenAI's", ("xai-framework", "openai-preparedness")),
    ],
)
def test_two_things_of_a_kind_are_set_side_by_side(
    real: Desk, real_index: Index, typed: str, things: tuple[str, str]
) -> None:
    answer = side_by_side(real, real_index, analyse(real_index, typed, TODAY), TODAY)
    assert answer is not None
    assert isinstance(answer.body, Comparison)
    assert tuple(named.id for named in answer.entries) == things


@pytest.mark.parametrize(
    "typed",
    [
        "compare the duties of sb 53 and raise",  # one thing of them is asked for
        "compare OpenAI and Anthropic",
        "compare EO 14409 and the duties of the accord",
        "compare gpt-5.6 and eo 14409",  # they have too little in common
        "what is new york's raise act",
    ],
)
def test_what_asks_for_more_or_names_less_is_none_of_these(
    real: Desk, real_index: Index, typed: str
) -> None:
    assert side_by_side(real, real_index, analyse(real_index, typed, TODAY), TODAY) is None

"""Of whom or what it is asked, where a statement tells of others only."""

from __future__ import annotations

import pytest

from knowledge.questions.base.index import Index
from knowledge.questions.ranking.others import other_told
from tests.knowledge.questions.rows import row_of

PARTNERS = "Only approved Project Glasswing customers may use Claude Mythos 5"
SIGNERS = "Google, Anthropic, Meta, OpenAI, xAI and Nvidia are the six"


@pytest.mark.parametrize(
    ("asking", "start", "other"),
    [
        # a name that the base has not, unless it is asked of a list of names
        ("was midjourney suspended", PARTNERS, "midjourney"),
        ("did midjourney sign the accord", SIGNERS, None),
        ("did bruce schneier object to it", PARTNERS, "bruce schneier"),
        ("did antropic object to it", PARTNERS, None),  # a slip
        # a model that the base has not; without a number it may be its maker that is meant
        ("when did xai release grok 5", "Elon Musk signed the White House Accord", "grok 5"),
        ("did the people behind grok sign it", "Elon Musk signed the White House Accord", None),
        ("who may use llama in the eu", PARTNERS, "llama"),
        ("we run llama. who may use mythos", PARTNERS, None),
        ("can a llama-style model be a mythos", PARTNERS, None),
        # a place that acted
        ("did texas object to it", PARTNERS, "texas"),
        ("did california sign it", "California SB 53 was signed on", None),
        # a body that acted, or does
        ("did microsoft object to it", "A breach of California SB 53", "microsoft"),
        ("did the eu commission comment on it", PARTNERS, "eu commission"),
        ("did the white house request follow it", PARTNERS, None),  # it is no doer
        ("what did openai publish under it", "SB 53 transparency reports are", "openai"),
        ("what did openai and google promise", "SB 53 transparency reports are", None),
        ("did anthropic limit it", PARTNERS, None),  # of its own model the maker goes unnamed
        ("did microsoft or google object", PARTNERS, None),
        ("does nsa use it", PARTNERS, "nsa"),
        ("is nsa bound by it", PARTNERS, None),
        ("does anthropic use it", "Anthropic makes Claude Mythos 5.", None),
        ("who may use it", PARTNERS, None),
    ],
)
def test_who_or_what_is_asked_for_and_not_told_is_named(
    real_index: Index, asking: str, start: str, other: str | None
) -> None:
    statement = real_index.statements[row_of(real_index, start)]
    assert other_told(real_index, asking, statement) == other

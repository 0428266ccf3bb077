"""What somebody did, or what was done to somebody, and which statements tell it."""

from __future__ import annotations

import pytest

from knowledge.questions.asking.demands_of_deeds import DEMANDS_OF_DEEDS
from knowledge.questions.base.index import Index
from tests.knowledge.questions.rows import row_of


@pytest.mark.parametrize(
    ("asking", "start", "missing"),
    [
        ("was sb 53 signed or vetoed", "California SB 53 has been in force since", None),
        (
            "sb 813, signed or vetoed",
            "The California Legislature passed SB 813",
            "whether it was signed",
        ),
        (
            "which company does she work for",
            "Sylwia Laskowska is a senior",
            "for whom somebody works",
        ),
        (
            "who was fined under sb 53",
            "A breach of California SB 53",
            "that it happened to anybody",
        ),
        ("who dissented", "California SB 53 was signed on", "who was against it"),
        ("which judge voted against it", "On 1 July 2025 the Senate voted 99-1", None),
        ("who came across the page", "Claude Mythos leaked on 26 March", "who found it"),
        ("who found the bypass", "Andy Jassy of Amazon is reported to have", None),
        (
            "how many customers were turned down",
            "About 20 organisations were in the GPT-5.6 preview",
            "who was turned down",
        ),
        (
            "did anthropic ever apply for a licence",
            "Sean Cairncross is the National",
            "whether it was filed",
        ),
        ("did xai file an appeal", "xAI challenges California's training-data law", None),
        (
            "what was meta fined",
            "Meta's Advanced AI Scaling Framework has no penalties",
            "that it happened to anybody",
        ),
        ("what was meta fined", "The story that Meta was fined", None),
        (
            "did any company refuse it",
            "Google DeepMind issues the Frontier Safety Framework.",
            "who was turned down",
        ),
    ],
)
def test_a_deed_is_told_or_not(
    real_index: Index, asking: str, start: str, missing: str | None
) -> None:
    statement = real_index.statements[row_of(real_index, start)]
    found = [
        one.name
        for one in DEMANDS_OF_DEEDS
        if one.asked.search(asking) and not one.is_told(statement)
    ]
    assert found == ([missing] if missing else [])

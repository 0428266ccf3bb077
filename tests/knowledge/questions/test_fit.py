"""What a statement plainly lacks: names, a version, somebody's words."""

from __future__ import annotations

import pytest

from knowledge.questions.analyse import analyse
from knowledge.questions.fit import lacks
from knowledge.questions.index import Index
from tests.conftest import TODAY


def row(index: Index, start: str) -> int:
    return next(n for n, s in enumerate(index.statements) if s.text.startswith(start))


@pytest.mark.parametrize(
    ("typed", "start", "lacking"),
    [
        (
            "names of the 15 countries of the glasswing partners",
            "Project Glasswing grew by about 150",
            True,
        ),
        (
            "which companies have testing agreements with CAISI",
            "OpenAI, Anthropic, Google DeepMind, Microsoft and xAI have",
            False,
        ),
        ("what did sundar pichai say when he signed", "Sundar Pichai signed the White", True),
        ("who is sundar pichai", "Sundar Pichai signed the White", False),
        (
            "how many takedown orders has meity issued under the sgi rules",
            "Under India's rules on synthetic media (SGI rules) intermediaries",
            True,
        ),
        (
            "within how many hours has a takedown to happen under the sgi rules",
            "Under India's rules on synthetic media (SGI rules) intermediaries",
            False,
        ),
        (
            "citation of the exec order of june",
            "No citation or Federal Register notice of the Commerce letter",
            True,
        ),
        (
            "how many monthly chatgpt users are there in brazil",
            "ChatGPT's search function had 159.1 million",
            True,
        ),
        (
            "how many monthly chatgpt users are there in the uk",
            "ChatGPT's search function had 159.1 million",
            True,
        ),
        (
            "how many monthly chatgpt users are there in europe",
            "ChatGPT's search function had 159.1 million",
            False,
        ),
        (
            "who heads the litigation unit of the justice department",
            "The AI Litigation Task Force is the Justice Department unit",
            True,
        ),
        (
            "who heads the super intelligence force",
            "The Super Intelligence Force is a White House task force",
            False,
        ),
        ("FSF version 4 levels", "On 4 February 2025 Google DeepMind published version 2", True),
        ("FSF version 2 news", "On 4 February 2025 Google DeepMind published version 2", False),
    ],
)
def test_a_statement_without_what_is_asked_for_cannot_answer(
    real_index: Index, typed: str, start: str, lacking: bool
) -> None:
    taken = analyse(real_index, typed, TODAY)
    statement = real_index.statements[row(real_index, start)]
    assert lacks(real_index, taken, statement) is lacking

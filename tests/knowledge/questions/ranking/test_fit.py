"""What a statement plainly lacks: names, a version, somebody's words."""

from __future__ import annotations

import pytest

from knowledge.questions.base.index import Index
from knowledge.questions.ranking.fit import lacks
from knowledge.questions.reading.analyse import analyse
from tests.conftest import TODAY
from tests.knowledge.questions.rows import row_of

STAFF = "Anthropic's foreign-national employees have"


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
            "can my german employee use mythos 5",
            STAFF,
            True,
        ),
        (
            "can anthropic's staff use mythos 5",
            STAFF,
            False,
        ),
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
        (
            "names of the 13 experts who wrote the gpai code",
            "Independent experts wrote the General-Purpose AI Code",
            True,
        ),
        (
            "which four chinese agencies put out the labelling measures",
            "China's labelling measures come from four bodies",
            False,
        ),
        ("which states lost their laws to EO 14365", "No state AI law is voided by", False),
        (
            "which executive order killed 14110",
            "Joe Biden, then President of the United States, signed Executive Order 14110",
            True,
        ),
        (
            "which executive order ended 14110",
            "Executive Order 14179 of 23 January 2025 ended",
            False,
        ),
        (
            "what did CAISI's director say about the agreements",
            "Chris Fall was the director of the Center for AI Standards",
            True,
        ),
        (
            "anthropic's own words on the letter",
            "Brad Carson, head of Americans for Responsible Innovation (4 June",
            True,
        ),
        ("anthropic's own words on the letter", "Anthropic (12 June 2026, statement)", False),
        (
            "what did the recommendations under N-9-26 say",
            "PPC Land and most other accounts give 16 November 2026",
            True,
        ),
        (
            "dutch bank, do we need a licence for mythos 5",
            "Since 30 June 2026 no organisation needs a US licence for Claude Mythos 5",
            False,
        ),
        ("what is the frontier model forum", "The Frontier Governance Framework, publ", True),
        (
            "who is the director of the uk ai security institute",
            "Sean Cairncross is the National Cyber Director",
            True,
        ),
        (
            "which lawyer argued the xai v weiser intervention",
            "On 24 April 2026 the US Depart",
            True,
        ),
        ("which judge made an example of the pentagon", "Judge Rita Lin found on 27 August", False),
        ("name of the judge in the colorado suit", "On 27 April 2026 a federal court", True),
        ("which labs hate the private rulebook", "Fortune's headline of 6 August 2026", True),
        ("when was eo 14409 published", "Executive Order 14409 was signed", True),
        (
            "what did the ostp head say about kimi k3",
            "Michael Kratsios, head of OSTP, accused",
            False,
        ),
        ("FSF version 2 news", "On 4 February 2025 Google DeepMind published version 2", False),
    ],
)
def test_a_statement_without_what_is_asked_for_cannot_answer(
    real_index: Index, typed: str, start: str, lacking: bool
) -> None:
    taken = analyse(real_index, typed, TODAY)
    statement = real_index.statements[row_of(real_index, start)]
    assert lacks(real_index, taken, statement) is lacking

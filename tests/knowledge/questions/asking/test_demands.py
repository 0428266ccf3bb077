"""What is asked for in so many words, and which statements tell it."""

from __future__ import annotations

import pytest

from knowledge.questions.asking.demands import DEMANDS
from knowledge.questions.base.index import Index
from tests.knowledge.questions.rows import row_of

AGENCIES = "CAISI signed testing agreements with Google DeepMind"


@pytest.mark.parametrize(
    ("asking", "start", "missing"),
    [
        ("altman on gpt-5.6, what was the sentence", AGENCIES, "it word for word"),
        (
            "what budget comes with japan's plan",
            "Japan's Cabinet adopted the AI Basic",
            "what sum it is",
        ),
        (
            "is japan's ai promotion act in force",
            "There are no penalties in Japan",
            "whether it is in force",
        ),
        ("is sb 53 in force", "California SB 53 has been in force since", None),
        ("define super intelligence", AGENCIES, "what it is"),
        ("when does the act apply", "There are no penalties in Japan", "when it begins"),
        ("how often is the cap reviewed", AGENCIES, "how often"),
        (
            "which section orders it",
            "Google DeepMind issues the Frontier Safety Framework.",
            "under which number",
        ),
        (
            "on average how long did an approval take",
            "The limited preview of GPT-5.6",
            "an average",
        ),
        (
            "which bureau of the ftc runs it",
            "FTC Chairman Andrew Ferguson initiated",
            "which office it is",
        ),
        (
            "the exact day on which it became formal",
            "The Pentagon made the section 3252 designation",
            "on which day",
        ),
        (
            "when is fable 5 coming back",
            "Anthropic released Claude Fable 5 to the public on 9",
            "when it comes back",
        ),
        ("when was fable 5 back", "Claude Fable 5 came back on 1 July 2026", None),
        (
            "which bank uses mythos 5",
            "Only approved Project Glasswing customers may",
            "which one it is",
        ),
        ("is fable 5 free", "Claude Fable 5 is not banned", "what it costs"),
        ("what is the license fee for fable 5", "Claude Fable 5 is not banned", "what it costs"),
        ("is fable 5 free to use", "Claude Fable 5 is not banned", None),
        (
            "did reuters report on the letter",
            "The New York Post first reported the FTC",
            "it of the letter",
        ),
        (
            "which bills did hochul not sign",
            "Governor Kathy Hochul signed New York's RAISE Act",
            "of which it is not so",
        ),
        ("which claude didn't go dark", "When Claude Fable 5 and Claude Mythos 5 were", None),
        ("does germany use fable 5", "Claude Fable 5 has been open to", None),
        (
            "is emotion recognition at work banned",
            "Deployers of emotion recognition or",
            "whether it is allowed",
        ),
        ("is chatgpt high-risk", "The incident duties of Article 73", "it of ChatGPT"),
        ("is fable 5 banned", "Claude Fable 5 is not banned", None),
        ("in which years was he there", "Kevin S. Xu is CIO of", "in which year"),
        (
            "at what time did it arrive",
            "Anthropic had to comply with the Commerce letter",
            "at what time of the day",
        ),
        ("what must a deployer do", "Providers of free and open-source", "it of deployers"),
        (
            "how much does registration in new york cost",
            "New York's RAISE Act sets civil penalties",
            "what it costs",
        ),
        ("how much does a breach cost", "New York's RAISE Act sets civil penalties", None),
        ("what must a deployer do", "Deployers of emotion recognition or", None),
        (
            "which company was the first to sign it",
            "Signatories of the providers' section of the code on AI-generated",
            "who was first",
        ),
        (
            "where is the institute based",
            "Article 50 of the EU AI Act is binding law.",
            "where it is",
        ),
        (
            "how long is the code",
            "The General-Purpose AI Code of Practice had 26",
            "how long it took",
        ),
        ("how long did their talk last", "Sean Cairncross is the National", "how long it took"),
        ("how long did the controls last", "The export controls on Fable 5 and Mythos 5 las", None),
        ("by when must it hand them over", "On 30 September 2026 California Attorney", "by when"),
        (
            "federal register cite of the order",
            "The Federal Register published Executive",
            "its citation",
        ),
    ],
)
def test_a_demand_is_told_or_not(
    real_index: Index, asking: str, start: str, missing: str | None
) -> None:
    statement = real_index.statements[row_of(real_index, start)]
    found = [one.name for one in DEMANDS if one.asked.search(asking) and not one.is_told(statement)]
    assert found == ([missing] if missing else [])


def test_every_demand_has_a_name_of_its_own() -> None:
    assert len({one.name for one in DEMANDS}) == len(DEMANDS)

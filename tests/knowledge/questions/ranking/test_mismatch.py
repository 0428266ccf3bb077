"""A statement on another place, company, bill, court, order or version than a question."""

from __future__ import annotations

import pytest

from knowledge.questions.base.index import Index
from knowledge.questions.ranking.mismatch import is_on_another
from knowledge.questions.reading.analyse import analyse
from tests.conftest import TODAY
from tests.knowledge.questions.rows import row_of

HOUSE = "On 12 January 2026 the House of Representatives passed the Remote Access"
NEBRASKA = "Nebraska LB 525 sets civil penalties of at least $1,000"
DELAY = "SB 25B-004, which delayed the Colorado AI Act, was signed"
BONTA = "In X.AI v. Bonta the federal court for the Central District"
LABELS = "From the moment a service is released in China"
LEGION = "How and when the Legion LegalTech suit ended"
CRITICAL = "A Critical Capability Level (CCL)"
PROVIDERS = "Signatories of the providers' section of the code"


@pytest.mark.parametrize(
    ("typed", "start", "another"),
    [
        ("when did the senate pass it", HOUSE, True),
        ("when did the house pass it", HOUSE, False),
        ("did the senate and the house pass it", HOUSE, False),
        ("fine under HB 2225 on companion chatbots", NEBRASKA, True),
        ("fine under LB 525 on companion chatbots", NEBRASKA, False),
        ("when was colorado SB 24-205 delayed", DELAY, False),  # it is that bill's own entry
        ("how did the ninth circuit rule in x.ai v. bonta", BONTA, True),
        ("how did the district court rule in x.ai v. bonta", BONTA, False),
        ("which companies signed the deployers section", PROVIDERS, True),
        ("which companies signed the providers section", PROVIDERS, False),
        ("fine in brazil for deepfakes", NEBRASKA, True),
        ("was astra held back from the british testers", "Whether the White House request", False),
        ("how did anthropic's suit against the pentagon end", LEGION, True),
        ("how did legion's suit against the commerce department end", LEGION, False),
        ("how did the suit over the letter end", LEGION, False),
        ("must content be labelled in the US", LABELS, True),
        ("must content be labelled for us", LABELS, False),
        ("must Chinese services label in the US", LABELS, True),
        ("labels in the US and in China", LABELS, False),
        ("what is OpenAI's critical level", CRITICAL, True),
        ("what is Google's critical level", CRITICAL, False),
        ("do OpenAI and Google have critical levels", CRITICAL, False),
        ("what is moonshot's api price", "Google gives 2 US dollars per million", True),
        ("what is google's api price", "Google gives 2 US dollars per million", False),
        ("moonshot's price beside gemini 4", "Google gives 2 US dollars per million", False),
        ("is there an appeal against the CAC", "The US government was expected to contest", True),
        ("did caisi say so of the appeal", "The US government was expected to contest", False),
        ("is it due in brussels", "Whether the White House request", True),
        ("version 3.1 of the policy", "Version 3.4 of Anthropic's Responsible", True),
        ("version 3.4 of the policy", "Version 3.4 of Anthropic's Responsible", False),
        ("which executive order was it", HOUSE, True),
        ("citation of trumps june exec order", "The Commerce letter of 12 June 2026 has no", True),
    ],
)
def test_a_statement_may_be_on_another_one(
    real_index: Index, typed: str, start: str, another: bool
) -> None:
    statement = real_index.statements[row_of(real_index, start)]
    assert is_on_another(real_index, analyse(real_index, typed, TODAY), statement) is another

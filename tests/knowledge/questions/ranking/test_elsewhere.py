"""Places of which the base has no rules, and whether a statement tells of one."""

from __future__ import annotations

import pytest

from knowledge.questions.ranking.elsewhere import ELSEWHERE, is_told
from knowledge.vocabulary import Jurisdiction

IDAHO = "breaches of idaho s 1297 cost $1,000 per violation"
EVERYWHERE = "providers must mark synthetic text in a machine-readable way"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("who enforces lansing's ai law", ["lansing"]),
        ("is it allowed in new jersey or in trenton", ["new jersey", "trenton"]),
        ("the st. paul deepfake statute", ["st. paul"]),
        ("who enforces the law of hartford", []),  # the base has rules of it
        ("did parisian startups sign", []),
    ],
)
def test_places_without_rules_of_their_own(typed: str, found: list[str]) -> None:
    assert ELSEWHERE.findall(typed) == found


@pytest.mark.parametrize(
    ("place", "told", "where", "expected"),
    [
        ("boise", IDAHO, Jurisdiction.US_STATES, True),
        ("lansing", IDAHO, Jurisdiction.US_STATES, False),
        ("idaho", IDAHO, Jurisdiction.US_STATES, True),
        ("berlin", EVERYWHERE, Jurisdiction.EU, True),
        ("polish", EVERYWHERE, Jurisdiction.EU, True),
        ("oslo", EVERYWHERE, Jurisdiction.EU, False),
        ("berlin", EVERYWHERE, Jurisdiction.CN, False),
    ],
)
def test_a_place_is_told_by_its_name_its_country_or_the_union(
    place: str, told: str, where: Jurisdiction, expected: bool
) -> None:
    assert is_told(place, told, where) is expected

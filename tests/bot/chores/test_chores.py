"""Chores are found by their name, and each tells what it is for."""

from __future__ import annotations

import pytest

from bot.chores import find_chore, usages
from tests.bot.chores.conftest import Place


@pytest.mark.parametrize(
    "name", ["backup", "deliveries", "doctor", "feedback", "ingest", "manifest"]
)
def test_a_chore_is_found_by_its_name(name: str) -> None:
    assert find_chore([name]) is not None


@pytest.mark.parametrize("given", [[], ["run"], ["who", "vega"], ["ask", "--json"], ["__init__"]])
def test_what_is_no_chore_is_left_to_the_bot(given: list[str]) -> None:
    assert find_chore(given) is None


def test_feedback_with_words_is_feedback_and_not_the_list_of_it() -> None:
    assert find_chore(["feedback", "who", "may", "use", "vega?"]) is None
    assert find_chore(["feedback", "--trace"]) is not None


def test_each_has_a_line_under_the_usage(place: Place) -> None:
    status, text = place.airules("--help")
    assert status == 0
    assert all(f"{line}\n" in text for line in usages())
    assert all(line.startswith("airules ") and len(line) <= 100 for line in usages())

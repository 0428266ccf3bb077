"""What a statement tells, taken apart, and the same when it was kept."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.questions.base.telling import Telling, names_later, words_told
from tests.knowledge.making import statement

VARIED = [
    statement(
        text="Mara Voss told the Trade Office on 3 August 2026 that 12 labs and GPT-5.6 wait."
    ),
    statement(text="Nobody is named.", topic="the Lamp"),
    statement(text=""),
]
WORDS = [words_told(each) for each in VARIED]
KNOWN = sorted({word for words in WORDS for word in words} | {"another"})


@pytest.fixture
def kept() -> Telling:
    return Telling(Telling.arrays(VARIED, WORDS, KNOWN))


def test_names_are_stems_without_those_of_its_entry_and_its_months(kept: Telling) -> None:
    names = kept[0].names
    assert {"mara", "voss", "trade", "offic", "gpt"} <= names
    assert "august" not in names
    assert not names & set(VARIED[0].subject.split("-"))


def test_days_are_no_numbers_nor_are_versions(kept: Telling) -> None:
    assert kept[0].days == {"3 august 2026"}
    assert kept[0].numbers == {"12"}


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("It was signed on 3 August 2026.", False),
        ("It was signed on 4 August 2026.", True),
        ("It applies from September 2026.", True),
        ("It was signed in August 2026.", False),
        ("It was signed on 4 August 2025, as Order 2027.", False),
        ("Nothing is dated.", False),
    ],
)
def test_a_text_names_a_later_day_or_not(text: str, later: bool) -> None:
    assert names_later(text, date(2026, 8, 3)) is later


def test_words_are_places_among_the_known_ones(kept: Telling) -> None:
    for row, words in enumerate(WORDS):
        assert tuple(KNOWN[place] for place in kept[row].words.tolist()) == words
    assert "lamp" in WORDS[1]


def test_each_is_read_once_and_no_more_than_there_are(kept: Telling) -> None:
    assert kept[1] is kept[1]
    assert list(kept) == [0, 1, 2]
    assert not kept[2].names | kept[2].days | kept[2].numbers
    with pytest.raises(IndexError):
        kept[3]

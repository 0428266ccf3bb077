"""English words that are no slips."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.questions.base.index import Index
from knowledge.questions.language.english import WORDS, english_words, save
from knowledge.questions.reading.analyse import analyse
from tests.conftest import TODAY


def test_no_english_word_is_taken_for_a_slip(real_index: Index) -> None:
    lexicon = real_index.lexicon
    assert len(english_words()) > 1_000
    assert [word for word in english_words() if lexicon.repaired(word) != word] == []


@pytest.mark.parametrize(
    "typed",
    [
        "is gpt-5.6 cheaper than fable 5",
        "how tough is the raise act",
        "does the treaty survive the summit",
        "did they reveal the accidents",
        "praise for the order",
    ],
)
def test_a_question_in_plain_english_is_left_as_it_is(real_index: Index, typed: str) -> None:
    analysis = analyse(real_index, typed, TODAY)
    assert analysis.repairs == ()
    assert analysis.asking == typed


def test_what_is_written_is_read(tmp_path: Path) -> None:
    save(sorted(english_words()), tmp_path)
    assert (tmp_path / WORDS.name).read_text(encoding="utf-8") == WORDS.read_text(encoding="utf-8")

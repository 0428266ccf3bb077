"""Names that are no slip of a word of the base."""

from __future__ import annotations

import pytest

from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.language.proper_names import PROPER_NAMES
from tests.knowledge.questions.answered import texts


def test_no_proper_name_is_repaired(real_index: Index) -> None:
    lexicon = real_index.lexicon
    assert [name for name in PROPER_NAMES if lexicon.repaired(name) != name] == []


def test_what_is_near_to_one_is_still_a_slip(real_index: Index) -> None:
    assert real_index.lexicon.repaired("califronia") == "california"
    assert real_index.lexicon.repaired("clauton") == "clayton"


@pytest.mark.parametrize("place", ["Hong Kong", "Macau"])
def test_a_place_where_a_model_is_kept_out_is_not_read_as_another_word(
    real: Desk, place: str
) -> None:
    assert texts(real.questions.ask(real, f"Is Claude available in {place}?")) == []

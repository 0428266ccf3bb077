"""The questions of what was withdrawn are laid out with their days, as the store has them."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from knowledge.names import Names
from knowledge.questions.base.index import Index
from knowledge.questions.vectors.encoder import Encoder
from knowledge.store import Store
from tests.knowledge.editing import LATER, ORDER, SIGNED, again, take_out
from tests.knowledge.questions.masking import withdrawn
from tests.knowledge.questions.rows import row_of


def test_nothing_is_withdrawn_at_first(index: Index) -> None:
    assert list(index.withdrawn.days) == []
    assert len(index.withdrawn.vectors) == 0


def test_each_question_is_laid_out_with_its_day_and_finds_itself(
    store: Store, folder: Path, encoder: Encoder
) -> None:
    take_out(folder / ORDER, "asked = ")
    again(store, folder)
    held = Index.of(store, Names(store), encoder).withdrawn
    assert held.days == [LATER.date()] * len(SIGNED)
    for number, question in enumerate(sorted(SIGNED)):
        assert held.vectors.likeness(encoder.encode([question])[0]).argmax() == number
    plain = Index.of(store, Names(store), None).withdrawn
    assert plain.days == held.days
    assert len(plain.vectors) == 0


def test_a_masked_index_is_that_of_the_files_without_the_statement(
    store: Store, folder: Path, index: Index, encoder: Encoder
) -> None:
    masked = withdrawn(
        index, [row_of(index, "Executive Order 15001 was signed on 2 September 2026.")]
    )
    take_out(folder / ORDER, "asked = ")
    again(store, folder)
    made = Index.of(store, Names(store), encoder)
    assert {one.text for one in masked.statements} == {one.text for one in made.statements}
    vector = encoder.encode(["when was EO 15001 signed?"])[0]
    found, expected = (np.sort(each.withdrawn.vectors.likeness(vector)) for each in (masked, made))
    assert np.allclose(found, expected)

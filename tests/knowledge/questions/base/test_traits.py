"""The columns of statements agree with what the statements say one by one."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from knowledge.questions.asking.expect import expected, numbers_in
from knowledge.questions.base.index import Index
from knowledge.questions.base.traits import Traits
from knowledge.vocabulary import Property
from knowledge.weigh import holds
from tests.conftest import TODAY
from tests.knowledge.making import statement

DAYS = [date.min, date(2026, 6, 12), date(2026, 9, 14), TODAY, TODAY + timedelta(400), date.max]


@pytest.mark.parametrize("at", DAYS, ids=str)
def test_a_statement_holds_on_the_days_on_which_it_can_be_told(real_index: Index, at: date) -> None:
    told = [holds(one, at) for one in real_index.statements]
    assert real_index.traits.holding(at).tolist() == told


def test_a_statement_speaks_of_its_days() -> None:
    said = [
        statement(on="2026-06"),
        statement(valid_from="2026-06-12"),
        statement(Property.EVENT, on="2025", valid_from="2026-06-13"),
        statement(),
    ]
    traits = Traits.of(said)
    assert traits.speaking_of([date(2026, 6, 12)]).tolist() == [True, True, False, False]
    assert traits.speaking_of([date(2025, 1, 1), date(2026, 6, 30)]).tolist() == [
        *(True, False, True, False)
    ]
    assert not traits.speaking_of([]).any()


def test_the_share_of_numbers_is_that_of_each_text(real_index: Index) -> None:
    wanted = frozenset({"26", "10", "5.6"})
    share = [len(wanted & numbers_in(one.text)) / 3 for one in real_index.statements]
    assert np.allclose(real_index.traits.share_of(wanted), share)
    assert not real_index.traits.share_of(frozenset()).any()


def test_what_was_kept_is_the_same(real_index: Index) -> None:
    again = Traits.read(real_index.traits.arrays())
    for asked in ("how many labs signed", "has anyone been fined", "why", "full text", "article 5"):
        wanted = expected(asked)
        assert np.array_equal(again.satisfying(wanted), real_index.traits.satisfying(wanted))

"""Statements as they are kept: what is read is what was written."""

from __future__ import annotations

import pytest

from knowledge.desk import Desk
from knowledge.model import Absent, Access, Known, Statement, Unknown
from knowledge.questions.base.statements import Statements
from knowledge.vocabulary import AccessState, Audience, Jurisdiction, Property, Rank
from tests.knowledge.making import statement

VARIED = [
    statement(),
    statement(text='“Lampen” kosten 5 €; 灯火 \x85 \\ "so"', value=Known("")),
    statement(value=Known("60"), on="2026-06-12~", valid_from="2026-06", valid_to="2027"),
    statement(value=Unknown(), rank=Rank.DEPRECATED, reason="An older one.", doubt="Hearsay."),
    statement(value=Absent(), jurisdiction=Jurisdiction.EU, about=("hale", "lyra")),
    statement(
        Property.ACCESS,
        access=Access(audience=Audience.EVERYONE, state=AccessState.BARRED, under=("us-eo-1",)),
        about=("vega-5",),
        cites=("gazette", "herald"),
    ),
]


def test_what_is_read_is_what_was_written() -> None:
    kept = Statements(Statements.arrays(VARIED))
    assert list(kept) == VARIED
    assert kept[-1] == VARIED[-1]
    assert kept[1:3] == VARIED[1:3]
    assert kept[0] is kept[0]


def test_every_statement_of_the_base_is_kept_whole(real: Desk) -> None:
    told = real.store.statements(real.store.statement_ids())
    assert list(real.questions.base(real)[0].statements) == told


@pytest.mark.parametrize("row", [6, -7, 100])
def test_there_is_no_row_beyond_the_last(row: int) -> None:
    with pytest.raises(IndexError):
        Statements(Statements.arrays(VARIED))[row]


def test_no_statements_are_none() -> None:
    none: list[Statement] = []
    assert list(Statements(Statements.arrays(none))) == []

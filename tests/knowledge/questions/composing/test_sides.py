"""Comparisons: which things stand side by side, and one property for all of them."""

from __future__ import annotations

import pytest

from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.composing.sides import all_sides, sides_of
from knowledge.questions.ranking.rank import FEATURES, Ranked
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import Jurisdiction
from tests.conftest import TODAY
from tests.knowledge.questions.answered import shown
from tests.knowledge.questions.rows import bare, row_of


def ranked(index: Index, entries: tuple[str, ...]) -> list[Ranked]:
    """All statements of some entries, in the order of the base."""
    rows = [n for n, s in enumerate(index.statements) if s.subject in entries]
    return [bare(r, index.statements[r], -0.1 * n) for n, r in enumerate(rows)]


def test_entries_that_are_named_stand_side_by_side(real_index: Index) -> None:
    entries = ("us-ca-sb53", "us-il-sb315")
    taken = analyse(real_index, "compare the fines of SB 53 and Illinois SB 315", TODAY)
    found = sides_of(real_index, taken, ranked(real_index, entries))
    assert [side.entry for side in found] == list(entries)


@pytest.mark.parametrize(
    "typed", ["threshold in Brussels vs Seoul", "who takes reports in the EU and in Korea?"]
)
def test_places_stand_side_by_side(real_index: Index, typed: str) -> None:
    found = sides_of(
        real_index, analyse(real_index, typed, TODAY), ranked(real_index, ("kr-ai-basic-act",))
    )
    assert [side.place for side in found] == [Jurisdiction.EU, Jurisdiction.KR]


def test_no_rule_of_a_third_place_stands_beside_those_of_two(real: Desk) -> None:
    found = shown(real.questions.ask(real, "what are the fines in Korea vs Japan?"))
    assert {evidence.statement.subject for evidence in found} == {
        "kr-ai-basic-act",
        "jp-ai-promotion",
    }


def test_a_question_on_one_thing_has_no_sides(real_index: Index) -> None:
    taken = analyse(real_index, "who signed SB 53?", TODAY)
    assert sides_of(real_index, taken, ranked(real_index, ("us-ca-sb53",))) == []


def test_what_is_told_of_both_at_once_has_no_sides(real_index: Index) -> None:
    taken = analyse(real_index, "when were Fable 5 and Mythos 5 switched off?", TODAY)
    best = bare(0, real_index.statements[0])
    best.features[FEATURES.index("all_named")] = 1.0
    assert sides_of(real_index, taken, [best]) == []


def test_the_same_property_is_shown_of_every_side(real_index: Index) -> None:
    entries = ("us-ca-sb53", "us-il-sb315")
    taken = analyse(real_index, "compare SB 53 and Illinois SB 315", TODAY)
    found = ranked(real_index, entries)
    shown = all_sides(real_index, taken, sides_of(real_index, taken, found), found, TODAY)
    assert [s.subject for s in shown[:2]] == list(entries)
    assert shown[0].property is shown[1].property


@pytest.mark.parametrize(("above", "first"), [(3.0, True), (1.0, False)])
def test_what_stands_far_above_all_else_comes_first_where_companies_are_compared(
    real_index: Index, above: float, first: bool
) -> None:
    taken = analyse(real_index, "how were OpenAI and Anthropic treated differently?", TODAY)
    rows = [row_of(real_index, "The letter of 12 June 2026 on Fable 5 and Mythos 5 was a binding")]
    rows += [n for n, s in enumerate(real_index.statements) if s.subject in {"openai", "anthropic"}]
    found = [
        bare(row, real_index.statements[row], above if not n else -0.1 * n)
        for n, row in enumerate(rows)
    ]
    shown = all_sides(real_index, taken, sides_of(real_index, taken, found), found, TODAY)
    assert (shown[0] is found[0].statement) is first
    assert {"openai", "anthropic"} <= {s.subject for s in shown}

"""Composing: the best first, what disagrees together, one of each where several are named."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.questions.base.index import Index
from knowledge.questions.composing import compose
from knowledge.questions.ranking.rank import Ranked
from knowledge.questions.reading.analyse import analyse
from tests.conftest import TODAY
from tests.knowledge.questions.rows import bare, row_of


def ranked(index: Index, *starts: str, step: float = 0.1) -> list[Ranked]:
    """The statements that begin so, each a step below the one before."""
    rows = [row_of(index, start) for start in starts]
    return [bare(row, index.statements[row], 10.0 - step * n) for n, row in enumerate(rows)]


def chosen(index: Index, typed: str, *starts: str, step: float = 0.1) -> compose.Chosen:
    found = ranked(index, *starts, step=step)
    return compose.choose(index, analyse(index, typed, TODAY), found, TODAY)


EVERYONE = "Everyone has been able to use Vega 5 since"
MAKER = "Lyra Labs makes Vega 5."


def test_the_best_comes_first_and_near_ones_of_its_entry_follow(index: Index) -> None:
    found = chosen(index, "who may use vega 5?", EVERYONE, MAKER, "Heron 2 has 900")
    assert found.statements[0].text.startswith(EVERYONE)
    assert {s.subject for s in found.statements} == {"vega-5"}
    assert len(found.statements) <= 3


def test_one_near_the_best_may_be_of_another_entry_that_is_on_what_is_named(index: Index) -> None:
    other = "Everyone, foreign nationals too"
    assert ranked(index, other)[0].statement.subject == "vega-5.1"
    found = chosen(index, "who may use vega 5?", EVERYONE, other, "Heron 2 has 900")
    assert {s.subject for s in found.statements} == {"vega-5"}
    found = chosen(index, "vega 5 and vega 5.1 access", EVERYONE, other, "Heron 2 has 900")
    assert {s.subject for s in found.statements} >= {"vega-5", "vega-5.1"}


def test_nothing_beside_the_answer_is_of_later_than_the_day_asked_for(real_index: Index) -> None:
    starts = ("Version 2.2 of Anthropic's Responsible", "Anthropic has had a Responsible Scaling")
    typed = analyse(real_index, "which version of the RSP applies?", TODAY)
    best, day = ranked(real_index, *starts), date(2025, 6, 1)
    assert len(compose.choose(real_index, typed, best, day).statements) == 2
    (shown,) = compose.choose(real_index, typed, best, day, dated=True).statements
    assert shown == best[0].statement


def test_nothing_stands_beside_the_answer_that_plainly_lacks_what_is_asked(
    real_index: Index,
) -> None:
    typed = analyse(real_index, "may my staff in Berlin use Mythos 5?", TODAY)
    own = "Anthropic's foreign-national employees have been able to work with Claude Mythos 5"
    best = ranked(real_index, "Only approved Project Glasswing customers may use Claude", own)
    shown = compose.choose(real_index, typed, best, TODAY).statements
    assert not any(statement.text.startswith(own) for statement in shown)


def test_only_how_things_stand_is_put_beside_what_sources_do_not_tell(real_index: Index) -> None:
    unknown, licence = (
        "What the licence field of GLM-5.2",
        "The weights of GLM-5.2 have been public",
    )
    (shown,) = chosen(real_index, "what licence has glm-5.2?", unknown, licence).statements
    assert shown.text.startswith(unknown)
    voted, introduced = "Whether the New York City Council has voted", "Ten AI bills were before"
    stands = "New York City's ten AI bills were proposals"
    found = chosen(real_index, "has the council voted?", voted, introduced, stands).statements
    assert [one.text[: len(stands)] for one in found[1:]] == [stands]


@pytest.mark.parametrize(
    ("typed", "status_first"),
    [
        ("does Anthropic still have to comply with the letter?", True),
        ("must Anthropic comply any longer", True),
        ("did Anthropic have to comply with the letter?", False),
    ],
)
def test_where_it_is_asked_what_still_holds_the_status_comes_first(
    real_index: Index, typed: str, status_first: bool
) -> None:
    comply = "Anthropic had to comply with the Commerce letter of 12 June 2026"
    first = chosen(real_index, typed, comply).statements[0]
    assert first.text.startswith("The export controls on Claude Fable 5") is status_first


def test_what_lies_far_below_the_best_is_left_out(index: Index) -> None:
    found = chosen(index, "who may use vega 5?", EVERYONE, MAKER, step=9.0)
    assert len(found.statements) == 1


def test_both_sides_of_a_disagreement_are_shown(index: Index) -> None:
    found = chosen(index, "penalty under sb 990", "A breach of California SB 990 costs up to $500")
    assert len(found.disputes) == 1
    sides = {s.text for s in found.disputes[0].sides}
    assert any("$500,000" in text for text in sides)
    assert any("$750,000" in text for text in sides)


def test_each_entry_of_a_comparison_has_its_statements(index: Index) -> None:
    starts = (EVERYONE, MAKER, "Vega 5 costs $4", "Vega 5.1 is closed", "Lyra Labs makes Vega 5.1.")
    found = chosen(index, "compare vega 5 and vega 5.1", *starts)
    subjects = [s.subject for s in found.statements]
    assert subjects.count("vega-5") == 2
    assert subjects.count("vega-5.1") == 2


def test_a_list_takes_the_best_of_each_entry(index: Index) -> None:
    starts = (EVERYONE, MAKER, "Vega 5.1 is closed", "The weights of Heron 2")
    found = chosen(index, "list all the models", *starts)
    assert {s.subject for s in found.statements} == {"vega-5", "vega-5.1", "heron-2"}


@pytest.mark.parametrize(
    "typed",
    [
        "list them",
        "which models are open",
        "what laws hold there",
        "what versions of it are there",
        "the four layers of it, what are they",
    ],
)
def test_a_list_is_known_by_its_words(index: Index, typed: str) -> None:
    assert compose.is_list(analyse(index, typed, TODAY))
    assert not compose.is_list(analyse(index, "who may use vega 5?", TODAY))


@pytest.mark.parametrize("typed", ["do sources disagree", "was it signed or not", "which is it"])
def test_a_dispute_is_known_by_its_words(index: Index, typed: str) -> None:
    assert compose.is_disputed(analyse(index, typed, TODAY))
    assert not compose.is_disputed(analyse(index, "who may use vega 5?", TODAY))


def test_a_premise_on_force_is_set_right_by_how_the_entry_stands(index: Index) -> None:
    start = "Executive Order 15001 was signed on 2 September 2026."
    found = chosen(index, "when was order 15001 made mandatory", start)
    assert any("voluntary" in s.text for s in found.statements)


def test_no_more_is_shown_than_there_is_room_for(index: Index) -> None:
    texts = [s.text for s in index.statements if s.subject == "vega-5.1"]
    found = chosen(index, "vega 5.1", *texts, step=0.01)
    assert sum(len(s.text) for s in found.statements) <= compose.ROOM
    assert len(set(found.statements)) == len(found.statements)


def test_access_of_some_is_shown_with_that_of_everyone(index: Index) -> None:
    row = row_of(index, "US persons could")
    best = [bare(row, index.statements[row])]
    found = compose.choose(index, analyse(index, "vega 5.1", TODAY), best, TODAY)
    assert found.statements[0].text.startswith("Everyone, foreign nationals too")
    assert found.statements[1] is index.statements[row]


def test_access_of_some_comes_first_where_they_are_asked_about(index: Index) -> None:
    row = row_of(index, "US persons could")
    best = [bare(row, index.statements[row])]
    found = compose.choose(index, analyse(index, "vega 5.1 for americans", TODAY), best, TODAY)
    assert found.statements[0] is index.statements[row]
    assert found.statements[1].text.startswith("Everyone, foreign nationals too")

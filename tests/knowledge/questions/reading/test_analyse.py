"""Analysis: a question taken apart into names, days, words and what it wants done."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.asking.operations import Operation
from knowledge.questions.base.index import Index
from knowledge.questions.reading.analyse import analyse
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("typed", "operation"),
    [
        ("who may use vega 5?", Operation.GET),
        ("", Operation.GET),
        ("help", Operation.HELP),
        ("what can you do?", Operation.HELP),
        ("how does this bot work", Operation.HELP),
        ("timeline of vega 5.1", Operation.TIMELINE),
        ("walk me through the vega 5.1 saga", Operation.TIMELINE),
        ("what happened to vega 5.1", Operation.TIMELINE),
        ("what deadlines are coming?", Operation.DEADLINES),
        ("what's due next", Operation.DEADLINES),
        ("compare vega 5 and vega 5.1", Operation.COMPARE),
        ("vega 5 vs vega 5.1", Operation.COMPARE),
        ("what did mara voss say about the letter", Operation.QUOTE),
        ("who said the letter is closed", Operation.QUOTE),
        ("TIMELINE OF VEGA 5.1", Operation.TIMELINE),
        ("sb 990 history, signed and amended", Operation.TIMELINE),
        ("key steps of sb 990", Operation.TIMELINE),
        ("are vega 5 and vega 5.1 both open", Operation.COMPARE),
        ("which one is cheaper", Operation.COMPARE),
        ("is vega 5 shut in both states", Operation.GET),
        ("which is dearer, vega 5 or vega 5.1", Operation.COMPARE),
        ("is the price of vega 5 higher now", Operation.GET),
        ("size of the list? papers differ on vega 5.1", Operation.GET),
        ("who said “please compare the two drafts”", Operation.QUOTE),
    ],
)
def test_a_question_tells_what_it_wants_done(
    index: Index, typed: str, operation: Operation
) -> None:
    assert analyse(index, typed, TODAY).operation is operation


def test_a_month_is_the_day_of_a_question_unless_it_is_looked_back_on(index: Index) -> None:
    middle = date(2026, 8, 15)
    assert analyse(index, "who could use vega 5.1 in august 2026?", TODAY).days.asked == middle
    assert analyse(index, "timeline of vega 5.1 in august 2026", TODAY).days.asked is None


def test_what_a_question_quotes_asks_for_nothing(index: Index) -> None:
    taken = analyse(index, 'who said "List all the models"?', TODAY)
    assert taken.asking == "who said"
    assert "List all the models" in taken.text


def test_a_question_is_taken_apart(index: Index) -> None:
    taken = analyse(index, "<@1> Who could use **Vega 5.1** on 5 August 2026?", TODAY)
    assert taken.text == "Who could use Vega 5.1 on 5 August 2026"
    assert taken.links.entries == ("vega-5.1",)
    assert taken.days.asked == date(2026, 8, 5)
    assert taken.repairs == ()
    assert taken.language_note == ""
    assert taken.patterns[0] == "<model>"
    assert "vega" not in taken.patterns
    assert "#" in taken.patterns


def test_slips_are_repaired_and_told(index: Index) -> None:
    taken = analyse(index, "what is the penaltty under califronia sb 990", TODAY)
    assert ("penaltty", "penalty") in taken.repairs
    assert "us-ca-sb990" in taken.links.entries


def test_the_shape_is_the_same_whatever_the_name(index: Index) -> None:
    shapes = {analyse(index, f"who may use {n}?", TODAY).patterns for n in ("Vega 5", "Vega 5.1")}
    assert len(shapes) == 1


@pytest.mark.parametrize(
    ("typed", "note"), [("wer darf vega 5 nutzen?", "Englisch"), ("谁可以使用 Vega 5？", "英文")]
)
def test_a_question_in_another_language_names_the_same(index: Index, typed: str, note: str) -> None:
    taken = analyse(index, typed, TODAY)
    assert taken.links.entries == ("vega-5",)
    assert note in taken.language_note


def test_case_and_marks_at_the_end_change_no_names_and_no_words(index: Index) -> None:
    plain = analyse(index, "what is the penalty under california sb 990", TODAY)
    for typed in (plain.text.upper(), f"{plain.text}??", f"  {plain.text} …"):
        other = analyse(index, typed, TODAY)
        assert (other.links, other.words) == (plain.links, plain.words)
        assert (other.content, other.patterns) == (plain.content, plain.patterns)


@given(typed=st.text())
def test_no_text_is_too_odd(index: Index, typed: str) -> None:
    taken = analyse(index, typed, TODAY)
    assert len(taken.content) == len(set(taken.content))
    assert set(taken.links.entries) <= set(index.kinds)

"""Premises: statements that say otherwise, and who did it where the question names another."""

from __future__ import annotations

import pytest

from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.deciding.premise import contradiction, corrects
from knowledge.questions.reading.analyse import analyse
from tests.conftest import TODAY
from tests.knowledge.questions.answered import texts


@pytest.mark.parametrize(
    ("typed", "words", "how_far"),
    [
        ("what does the mandatory review cover", "voluntary", 1.0),
        ("who reviewed it", "voluntary", 0.5),
    ],
)
def test_a_statement_that_says_otherwise_corrects(
    index: Index, typed: str, words: str, how_far: float
) -> None:
    told = [s for s in index.statements if words in s.text]
    assert {corrects(typed, statement) for statement in told} == {how_far}


def test_a_statement_that_says_so_corrects_nothing(index: Index) -> None:
    plain = next(s for s in index.statements if s.text == "Lyra Labs makes Vega 5.")
    assert corrects("why did lyra labs make vega 5", plain) == 0.0


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("why did Biden sign EO 14409?", "Donald J. Trump issued"),
        ("why did biden pick 30 days in eo 14409", "Donald J. Trump issued"),
    ],
)
def test_who_did_it_is_told_where_the_question_names_another(
    real: Desk, typed: str, told: str
) -> None:
    answer = real.questions.ask(real, typed)
    assert any(told in text for text in texts(answer))


def test_who_did_it_is_left_alone_where_the_question_is_right(real: Desk) -> None:
    answer = real.questions.ask(real, "when did Trump sign EO 14409?")
    assert not any("No statement says" in remark for remark in getattr(answer, "remarks", ()))


@pytest.mark.parametrize(
    "typed",
    [
        "who signed the letter that banned Fable 5?",
        "26 signed the gpai code at first, who dropped out?",
        "why did Seoul put the fines of its AI Basic Act on hold?",
        "what did EO 14365 order each agency to do?",
    ],
)
def test_what_is_no_opposite_corrects_nothing(real: Desk, real_index: Index, typed: str) -> None:
    analysis = analyse(real_index, typed, TODAY)
    ranked = real.questions.explain(real, typed)[1].ranked
    assert contradiction(real_index, real.names, analysis, ranked, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("when did Newsom veto SB 53?", "signed"),
        ("why did Google refuse to sign the White House accord", "signed"),
        ("when did Texas repeal TRAIGA?", "in force"),
        ("did the Senate pass the AI Kill Switch Act?", "is not law"),
    ],
)
def test_what_did_not_happen_is_set_right(real: Desk, typed: str, told: str) -> None:
    answer, trace = real.questions.explain(real, typed)
    assert any(told in text for text in texts(answer)), trace.decision


@pytest.mark.parametrize(
    "typed",
    [
        "who signed EO 14434",
        "when will SB 53 be repealed",
        "could Newsom still veto SB 53 next year",
        "was Fable 5 banned because of China",
    ],
)
def test_nothing_is_set_right_where_nothing_is_presumed(
    real: Desk, real_index: Index, typed: str
) -> None:
    analysis = analyse(real_index, typed, TODAY)
    assert contradiction(real_index, real.names, analysis, (), TODAY) is None

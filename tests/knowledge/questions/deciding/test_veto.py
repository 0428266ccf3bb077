"""Vetoes: a version that is not in the base, and a person whom no source names."""

from __future__ import annotations

import pytest

from knowledge.answers import Answer, Answered, Closest, Nothing
from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.deciding import veto
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import Kind
from tests.conftest import TODAY
from tests.knowledge.questions.answered import refused, strange, texts
from tests.knowledge.questions.rows import bare, row_of

SIGNED = "The US Trade Office issued the letter, signed by Secretary Edwin Hale."


@pytest.mark.parametrize(
    ("typed", "version"),
    [
        ("who may use Vega 7?", "vega 7"),
        ("who may use vega5.2", "vega 5.2"),
        ("VEGA 5.1.1 price", "vega 5.1.1"),
        ("penalty under california sb 991", "sb 991"),
        ("who made heron 3", "heron 3"),
        ("compare vega 5 and vega 6", "vega 6"),
        ("timeline of vega 7", "vega 7"),
        ("which deadlines are coming for vega 7", "vega 7"),
    ],
)
def test_an_unknown_version_is_refused_by_name(sample: Desk, typed: str, version: str) -> None:
    answer = sample.questions.ask(sample, typed)
    assert refused(answer) == version
    assert strange(sample, answer) == []


def test_a_refusal_offers_the_versions_that_there_are(sample: Desk, index: Index) -> None:
    taken = analyse(index, "who may use vega 7?", TODAY)
    answer = veto.unknown_version(sample, taken, TODAY)
    assert isinstance(answer, Nothing)
    assert {"vega-5", "vega-5.1"} <= {named.id for named in answer.nearest}
    assert {named.kind for named in answer.nearest} <= {Kind.MODEL, Kind.DIRECTIVE}


@pytest.mark.parametrize("typed", ["who may use vega 5?", "who may use it", "", "vega 30 days"])
def test_what_names_no_unknown_version_is_not_refused(
    sample: Desk, index: Index, typed: str
) -> None:
    assert veto.unknown_version(sample, analyse(index, typed, TODAY), TODAY) is None


@pytest.mark.parametrize(
    "typed",
    [
        *("why", "ok", "what is it", "was ist", "was ist los", "qué es", "since when?"),
        *(
            "who has joined",
            "who criticised?",
            "what are the fines?",
            "which one is cheaper",
            "are there exceptions?",
        ),
        *("how long", "which one", "what date", "is it legal", "who may use it"),
    ],
)
def test_words_that_tell_of_nothing_are_asked_what_they_are_about(real: Desk, typed: str) -> None:
    answer = real.questions.ask(real, typed)
    assert isinstance(answer, Nothing)
    assert answer.reason.startswith("I can't tell what that is about.")


@pytest.mark.parametrize(
    "typed", ["the letter", "bans?", "who dissented", "2026-06-12", "help", "what now"]
)
def test_words_that_tell_of_anything_are_looked_up(
    real: Desk, real_index: Index, typed: str
) -> None:
    assert veto.nothing_named(real, real_index, analyse(real_index, typed, TODAY), TODAY) is None


def told_of_a_name(desk: Desk, index: Index, typed: str) -> Answer | None:
    """What the veto says of a question whose best statement is the one on who signed."""
    row = row_of(index, SIGNED)
    best = bare(row, index.statements[row])
    return veto.wrong_name(desk, index, analyse(index, typed, TODAY), [best], TODAY)


def corrected(desk: Desk, index: Index, typed: str) -> Answered | None:
    """The same where it must be an answer, or none."""
    answer = told_of_a_name(desk, index, typed)
    assert answer is None or isinstance(answer, Answered)
    return answer


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("what did Mara Voss say about the Trade Office letter?", "mara-voss"),
        ("Mara Voss on the Trade Office letter", "mara-voss"),
        ("what is Mara Voss's opinion on the Trade Office letter?", "mara-voss"),
        ("Corvid AI's position on the Trade Office letter?", "corvid-ai"),
    ],
)
def test_a_view_of_whom_no_statement_names_is_declined(
    sample: Desk, index: Index, typed: str, named: str
) -> None:
    answer = told_of_a_name(sample, index, typed)
    assert isinstance(answer, Closest)
    title = sample.names.named(named).title
    assert answer.reason.endswith(f" names {title}. The closest entries:")
    assert [one.id for one in answer.entries] == ["us-trade-letter-2026-08-03", named]
    assert strange(sample, answer) == []


def test_an_organisation_is_no_wrong_name_where_nobody_asks_for_its_view(
    sample: Desk, index: Index
) -> None:
    assert told_of_a_name(sample, index, "must Corvid AI obey the Trade Office letter?") is None


def test_a_wrong_person_is_corrected_by_the_source_that_names_the_right_one(
    sample: Desk, index: Index
) -> None:
    answer = corrected(sample, index, "did Mara Voss sign the Trade Office letter?")
    assert answer is not None
    assert texts(answer) == [SIGNED]
    (remark,) = answer.remarks
    assert remark == "No statement says that it was Mara Voss."
    assert strange(sample, answer) == []


@pytest.mark.parametrize(
    "typed",
    [
        "did Edwin Hale sign the Trade Office letter?",
        "did Secretary Hale sign the Trade Office letter?",
        "did Mara Voss make Vega 5.1?",
        "did Mara Voss or Edwin Hale sign the Trade Office letter?",
        "who is Mara Voss?",
        "who signed the Trade Office letter?",
        "did Mara Voss sign it?",
    ],
)
def test_a_person_whom_statements_name_is_not_corrected(
    sample: Desk, index: Index, typed: str
) -> None:
    assert corrected(sample, index, typed) is None


def test_nobody_is_corrected_where_no_statement_names_anybody(sample: Desk, index: Index) -> None:
    assert corrected(sample, index, "did Mara Voss sign H.R. 9001?") is None


def test_where_no_such_thing_was_done_how_it_stands_is_told(real: Desk) -> None:
    answer = real.questions.ask(real, "what date did trump sign the ai kill switch act into law")
    told = texts(answer)
    assert any("introduced the AI Kill Switch Act" in text for text in told)
    assert any("is not law" in text for text in told)

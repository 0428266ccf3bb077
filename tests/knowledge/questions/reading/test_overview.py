"""A request to be told about one thing is read as the question what it is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers import Answered
from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.language.languages import note_in
from knowledge.questions.reading.analyse import analyse
from knowledge.questions.reading.overview import analysed, entry_of, told
from knowledge.vocabulary import Property
from tests.conftest import TODAY
from tests.knowledge.questions.answered import shown, texts

PLAINLY = "what is the RAISE Act"


@pytest.mark.parametrize(
    "typed",
    [
        "tell me about the RAISE Act",
        "Tell us something about the RAISE Act, please",
        "tell me more about the RAISE Act",
        "describe the RAISE Act briefly",
        "for a student essay: describe the RAISE Act in a few words",
        "summarize the RAISE Act for me",
        "explain the RAISE Act like I’m five",
        "give me a quick overview of the RAISE Act",
        "key facts on the RAISE Act",
        "background on the RAISE Act",
        "what should I know about the RAISE Act?",
        "I've never heard of the RAISE Act, what is it?",
        "the RAISE Act in a nutshell",
        "the RAISE Act, tl;dr",
    ],
)
def test_a_request_is_read_as_the_question(real: Desk, real_index: Index, typed: str) -> None:
    assert analysed(real_index, real.names, typed, TODAY) == analyse(real_index, PLAINLY, TODAY)


@pytest.mark.parametrize(
    "typed",
    [
        "tell me about the fines under the RAISE Act",
        "summarize what changed in the RAISE Act",
        "tell me about the RAISE Act and SB 53",
        "explain why the RAISE Act was amended",
        "tell me about it",
        "give me an overview of cheese",
        "who may use Mythos 5",
        "",
    ],
)
def test_what_asks_more_than_that_stays(real: Desk, real_index: Index, typed: str) -> None:
    assert analysed(real_index, real.names, typed, TODAY) == analyse(real_index, typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("erzähl mir etwas über den RAISE Act", "de"),
        ("Was ist die KI-Verordnung?", "de"),
        ("parle-moi du RAISE Act", "fr"),
        ("qu'est-ce que le règlement IA ?", "fr"),
        ("háblame de la RAISE Act", "es"),
        ("parlami del RAISE Act", "it"),
        ("o que é o RAISE Act", "pt"),
        ("vertel me over de RAISE Act", "nl"),
        ("czym jest RAISE Act", "pl"),
    ],
)
def test_other_languages_get_the_same_and_are_told_so(
    real: Desk, typed: str, language: str
) -> None:
    answer = real.questions.ask(real, typed)
    (evidence, *_) = shown(answer)
    assert evidence.statement.property is Property.DEFINITION
    assert isinstance(answer, Answered)
    assert note_in(language) in answer.remarks


def test_every_entry_can_be_asked_for_by_its_title(real: Desk, real_index: Index) -> None:
    beside = []
    for entry in real_index.kinds:
        title = real.names.named(entry).title
        first = shown(real.questions.ask(real, f"tell me about {title}"))[:1]
        beside += [
            title
            for evidence in first
            if entry not in (evidence.statement.subject, *evidence.statement.about)
        ] or ([] if first else [title])
    assert beside == []


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("who is Jared Polis", "Jared Polis, Governor of Colorado, signed SB 26-189"),
        ("what is the AI Act", "Articles 53 and 54 of the EU AI Act"),
        ("the Pentagon", "The US Department of War, or Pentagon"),
        ("what is HB 149", "TRAIGA, the Texas Responsible"),
    ],
)
def test_what_no_statement_was_certain_to_answer_is_looked_up(
    real: Desk, typed: str, start: str
) -> None:
    (first, *_) = texts(real.questions.ask(real, typed))
    assert first.startswith(start)


def test_a_bare_name_that_follows_a_question_asks_the_same_of_another(real: Desk) -> None:
    talk = "a thread"
    real.questions.ask(real, "who makes Mythos 5?", conversation=talk)
    answer = real.questions.ask(real, "GLM-5.2", conversation=talk)
    assert "makes GLM-5.2" in texts(answer)[0]


def test_of_a_directive_something_is_told_and_of_a_person_the_roles(real_index: Index) -> None:
    assert told(real_index, "us-eo-14409", TODAY)
    late = told(real_index, "donald-trump", date(2026, 11, 21))
    assert {statement.property for statement in late} == {Property.ROLE}


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(real: Desk, real_index: Index, text: str) -> None:
    found = analysed(real_index, real.names, text, TODAY)
    entry = entry_of(real_index, found)
    assert entry is None or entry in real_index.kinds


@pytest.mark.parametrize("typed", ["EO 14409", "SB 53", "the RAISE act", "Fable 5", "gpt-5.6?"])
def test_of_a_bare_name_it_is_told_what_that_is(real: Desk, typed: str) -> None:
    first = shown(real.questions.ask(real, typed))[0].statement
    assert first.property is Property.DEFINITION

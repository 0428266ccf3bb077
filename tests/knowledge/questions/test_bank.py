"""The bank: labelled questions that fit the vocabulary and the base, none of them held out."""

from __future__ import annotations

from datetime import date

from knowledge.desk import Desk
from knowledge.questions.asking.predict import LABELS
from knowledge.questions.bank import UNANSWERABLE, read_bank


def test_there_are_enough_questions_of_both_sorts() -> None:
    bank = read_bank()
    assert len(bank) > 700
    assert sum(not question.is_answerable() for question in bank) > 50
    assert len(read_bank(held_out=True)) > 100


def test_no_question_to_learn_from_is_held_out() -> None:
    learned = {question.text.casefold() for question in read_bank()}
    assert not learned & {question.text.casefold() for question in read_bank(held_out=True)}


def test_every_label_is_one_that_can_be_learned() -> None:
    for question in read_bank():
        assert question.text.strip()
        assert question.property in LABELS, question.text
        assert question.as_of is None or date.fromisoformat(question.as_of), question.text


def test_an_answerable_question_says_what_a_right_answer_holds() -> None:
    for question in read_bank():
        assert question.must or not question.is_answerable(), question.text


def test_every_entry_that_a_question_is_about_is_in_the_base(real: Desk) -> None:
    ids = set(real.store.ids())
    strays = {e for q in read_bank() if q.is_answerable() for e in q.entities} - ids
    assert strays == set()


def test_what_cannot_be_answered_is_named() -> None:
    assert {"unanswerable", "out-of-scope"} <= UNANSWERABLE
    assert UNANSWERABLE & {question.kind for question in read_bank()}


def test_what_answers_in_other_words_is_in_the_base(real: Desk) -> None:
    told = [one.text for one in real.store.statements(real.store.statement_ids())]
    begun = {start for question in read_bank() for start in question.also}
    assert begun
    assert [start for start in sorted(begun) if not any(t.startswith(start) for t in told)] == []


def test_what_answers_in_other_words_meets_all_that_must_be_met() -> None:
    for question in read_bank():
        for start in question.also:
            patterns = question.must if question.is_answerable() else question.accept
            assert all(p.search(start) for p in patterns) or not question.is_answerable()
            assert any(p.search(start) for p in patterns)

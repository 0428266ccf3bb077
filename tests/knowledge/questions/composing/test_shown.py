"""Statements made an answer."""

from __future__ import annotations

from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.composing.compose import Chosen
from knowledge.questions.composing.shown import as_list, sentences, within_room
from tests.conftest import TODAY
from tests.knowledge.making import statement
from tests.knowledge.questions.answered import texts


def test_as_many_as_there_is_room_for_are_kept_and_the_rest_counted() -> None:
    long = [statement(subject="vega-5", text=f"{n} {'x' * 700}") for n in range(4)]
    kept, left = within_room(long)
    assert kept == long[:2]
    assert left == 2


def test_the_same_sentence_is_told_once() -> None:
    one = statement(subject="vega-5", text="Vega 5 is out.")
    assert within_room([one, one]) == ([one], 0)


def test_a_list_says_how_many_are_left(real: Desk, real_index: Index) -> None:
    few, all_ = real_index.statements[:2], list(real_index.statements[:60])
    assert as_list(real, few, TODAY).remarks == ()
    answer = as_list(real, all_, TODAY)
    (remark,) = answer.remarks
    assert remark == f"The base has {60 - len(texts(answer))} more of these."


def test_sentences_are_cited_and_name_their_entries_once(real: Desk, real_index: Index) -> None:
    told = tuple(real_index.statements[:3])
    answer = sentences(real, Chosen(told, ()), TODAY)
    assert texts(answer) == [s.text for s in told]
    ids = [named.id for named in answer.entries]
    assert len(ids) == len({*ids})
    assert {*ids} == {s.subject for s in told}

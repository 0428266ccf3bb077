"""A demand, by the words of a question and of a statement."""

from __future__ import annotations

from knowledge.questions.asking.demand import demand
from knowledge.questions.base.index import Index
from knowledge.vocabulary import Property


def test_it_is_told_in_any_case_or_by_a_property(index: Index) -> None:
    by_words = demand("who makes it", r"\bwho makes\b", r"LYRA LABS")
    by_property = demand("who makes it", r"\bwho makes\b", r"(?!)", Property.MAKER)
    maker = next(s for s in index.statements if s.text == "Lyra Labs makes Vega 5.")
    other = next(s for s in index.statements if s.property is Property.PENALTY)
    assert by_words.is_told(maker)
    assert by_property.is_told(maker)
    assert not by_property.is_told(other)
    assert by_words.asked.search("who makes it")

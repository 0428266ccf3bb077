"""Operations: the words of a question tell what it wants done."""

from __future__ import annotations

import pytest

from knowledge.questions.asking.operations import Operation, operation_of


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("help", Operation.HELP),
        ("the lamp affair from leak to launch, in order", Operation.TIMELINE),
        ("key milestones of the lamp act", Operation.TIMELINE),
        ("which deadlines come next", Operation.DEADLINES),
        ("lamp act vs letter act", Operation.COMPARE),
        ("what was the wording on lamps", Operation.QUOTE),
        ("who may use it", Operation.GET),
        ("", Operation.GET),
    ],
)
def test_words_tell_what_is_wanted(text: str, operation: Operation) -> None:
    assert operation_of(text, 0) is operation


@pytest.mark.parametrize(
    ("text", "named", "operation"),
    [
        ("are both in force", 2, Operation.COMPARE),
        ("are both of its parts in force", 1, Operation.GET),
        ("which has the higher fine", 2, Operation.COMPARE),
        ("is there a higher fine", 1, Operation.GET),
    ],
)
def test_things_are_compared_where_more_than_one_is_named(
    text: str, named: int, operation: Operation
) -> None:
    assert operation_of(text, named) is operation

"""What a button carries comes back as it was, and what is not ours is told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.press import decode, encode
from bot.reply import Choice

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(
    command=st.from_regex(r"[a-z]{1,12}", fullmatch=True),
    arguments=st.lists(st.tuples(WORDS, WORDS), max_size=4).map(tuple),
    shown=st.booleans(),
)
def test_a_choice_comes_back_without_its_label(
    command: str, arguments: tuple[tuple[str, str], ...], shown: bool
) -> None:
    choice = Choice("Press me", command, arguments, shown)
    assert decode(encode(choice)) == Choice("", command, arguments, shown)


def test_halves_of_characters_do_not_break_it() -> None:
    line = encode(Choice("", "ask", (("question", "a\ud800b"),)))
    assert decode(line) == Choice("", "ask", (("question", "a?b"),))


@pytest.mark.parametrize("line", ["", "air1", "air1|x|ask|", "air0|s|ask|", "air1|s|ask", "hello"])
def test_what_is_not_ours_is_no_choice(line: str) -> None:
    assert decode(line) is None


@given(st.text())
def test_no_line_makes_it_break(line: str) -> None:
    decode(line)
    decode(f"air1|s|ask|{line}")

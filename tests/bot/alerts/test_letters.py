"""Replies as JSON and back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alerts.letters import Letters, from_json, to_json
from bot.reply import (
    Choice,
    Choices,
    Day,
    Heading,
    Link,
    Listing,
    Mark,
    Note,
    Paragraph,
    Quiet,
    Reply,
    SourceNotes,
    Strong,
    Table,
)
from tests.bot.alerts.owing import a_letter, as_letter
from tests.bot.alerts.test_failures import OWED

words = st.text()  # with halves of characters too: what people typed may hold them
spans = st.lists(
    st.one_of(
        words,
        st.builds(Strong, words),
        st.builds(Quiet, words),
        st.builds(Link, words, words),
        st.builds(Day, st.dates(), words),
        st.builds(Mark, st.integers(1, 99), st.none() | words),
    ),
    max_size=4,
).map(tuple)
rows: st.SearchStrategy[Any] = st.lists(spans, max_size=3).map(tuple)
choices = st.builds(
    Choice,
    words,
    words,
    st.lists(st.tuples(words, words), max_size=2).map(tuple),
    shown=st.booleans(),
)
blocks = st.one_of(
    st.builds(Heading, words),
    st.builds(Paragraph, spans),
    st.builds(Note, spans),
    st.builds(Listing, rows, st.none() | st.integers(1, 9)),
    st.builds(Table, st.lists(words, max_size=3).map(tuple), st.lists(rows, max_size=2).map(tuple)),
    st.builds(SourceNotes, rows),
    st.builds(Choices, st.lists(choices, max_size=2).map(tuple)),
)
plain_replies = st.builds(
    Reply,
    headline=words,
    blocks=st.lists(blocks, max_size=5).map(tuple),
    actions=st.lists(choices, max_size=2).map(tuple),
    private=st.booleans(),
)
replies = st.builds(
    lambda reply, notice: replace(reply, notice=notice), plain_replies, st.none() | plain_replies
)


@given(replies)
def test_a_letter_is_read_as_it_was_written(reply: Reply) -> None:
    text = to_json(reply)
    assert text.isascii()
    assert "\0" not in text
    assert from_json(text) == reply


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(("is", "day", "text", "blocks")) | st.text(), inner)
        ),
    )
)
def test_json_of_another_kind_is_no_letter(value: object) -> None:
    with pytest.raises(ValueError, match=r"not a letter|isoformat"):
        from_json(json.dumps(value))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"is":"Choice","label":"x","command":"y","arguments":[],"shown":false}',
        '{"is":"Reply"}',
        '{"is":"Popen","args":"true"}',
        "[" * 100_000,
    ],
)
def test_a_damaged_letter_is_told_from_one(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json(text)


def test_the_channels_running_number_stands_under_the_post() -> None:
    letters = Letters()
    letters.add({1: (as_letter("The post."), None)})
    post = letters.delivery(replace(OWED, number=12))
    assert post.numbered.blocks == (*post.reply.blocks, Note(("Alert 12 in this channel",)))
    assert letters.delivery(replace(OWED, number=None)).numbered == a_letter("The post.")


def test_a_letter_is_one_object_for_all_channels() -> None:
    letters = Letters()
    letters.add({1: (as_letter("The post."), None)})
    one, other = (letters.delivery(replace(OWED, id=n, number=n)) for n in (1, 2))
    assert one.reply is other.reply


def test_a_delivery_says_what_its_form_is_for() -> None:
    letters = Letters()
    letters.instance = "ab12"
    letters.add({1: (as_letter("The post."), as_letter("The line."))})
    post = letters.delivery(OWED)
    assert (post.id, post.reply.headline) == ("ab12-7", "The post.")
    assert (post.edits, post.thread) == (None, None)
    edit = letters.delivery(replace(OWED, form="edit", target="M1", number=None))
    assert (edit.reply, edit.edits, edit.thread) == (a_letter("The post."), "M1", None)
    line = letters.delivery(replace(OWED, form="line", target="M1", number=None))
    assert (line.reply, line.edits, line.thread) == (a_letter("The line."), None, "M1")


def test_letters_are_fetched_once_and_not_kept_for_ever() -> None:
    letters = Letters()
    letters.add({n: (as_letter(str(n)), None) for n in range(300)})
    assert letters.missing([replace(OWED, announcement_id=299)]) == set()
    letters.add({300: (as_letter("300"), None)})
    assert letters.missing([replace(OWED, announcement_id=n) for n in (0, 300)]) == {0}
    assert letters.delivery(replace(OWED, announcement_id=300)).reply.headline == "300"


def test_a_line_that_was_never_written_cannot_be_posted() -> None:
    letters = Letters()
    letters.add({1: (as_letter("The post."), None)})
    with pytest.raises(ValueError, match="no letter"):
        letters.delivery(replace(OWED, form="line", target="M1"))


def test_days_are_days_again() -> None:
    reply = replace(a_letter(), blocks=(Paragraph((Day(date(2026, 12, 2), "2 December 2026"),)),))
    assert from_json(to_json(reply)) == reply

"""A reply that was written down is read again as it was, and what is none is told apart."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reply import (
    Block,
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
    Span,
    Strong,
    Table,
)
from bot.written import from_json, to_json
from tests.bot.fakes import said

WORDS = st.text()  # with halves of characters too: what people typed may hold them
SPANS = st.lists(
    st.one_of(
        WORDS,
        WORDS.map(Strong),
        WORDS.map(Quiet),
        st.builds(Link, WORDS, WORDS),
        st.builds(Day, st.dates(), WORDS),
        st.builds(Mark, st.integers(), st.none() | WORDS),
    ),
    max_size=4,
).map(tuple)
ITEMS = st.lists(SPANS, max_size=3).map(tuple)
CHOICES = st.lists(
    st.builds(
        Choice,
        WORDS,
        WORDS,
        st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple),
        st.booleans(),
    ),
    max_size=2,
).map(tuple)
BLOCKS = st.one_of(
    WORDS.map(Heading),
    SPANS.map(Paragraph),
    SPANS.map(Note),
    st.builds(Listing, ITEMS, st.none() | st.integers()),
    st.builds(
        Table, st.lists(WORDS, max_size=3).map(tuple), st.lists(ITEMS, max_size=2).map(tuple)
    ),
    ITEMS.map(SourceNotes),
    CHOICES.map(Choices),
)
PLAIN = st.builds(
    Reply,
    headline=WORDS,
    blocks=st.lists(BLOCKS, max_size=5).map(tuple),
    actions=CHOICES,
    private=st.booleans(),
)
REPLIES = st.builds(lambda reply, notice: replace(reply, notice=notice), PLAIN, st.none() | PLAIN)


@given(REPLIES)
def test_a_reply_comes_back_as_it_was_written(reply: Reply) -> None:
    text = to_json(reply)
    assert text.isascii()
    assert "\0" not in text
    assert "\n" not in text
    assert from_json(text) == reply


def test_days_are_days_again() -> None:
    day = Paragraph((Day(date(2026, 12, 2), "2 December 2026"),))
    reply = replace(said("Yes."), blocks=(day,))
    assert from_json(to_json(reply)) == reply


def test_every_kind_of_block_and_of_span_is_among_those_above() -> None:
    blocks, spans = set(get_args(Block)), set(get_args(Span))
    assert blocks == {Heading, Paragraph, Note, Listing, Table, SourceNotes, Choices}
    assert spans == {str, Strong, Quiet, Link, Day, Mark}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(("is", "day", "text", "blocks")) | st.text(), inner)
        ),
    )
)
def test_json_of_another_kind_is_none_of_them(value: object) -> None:
    with pytest.raises(ValueError, match=r"not a letter|isoformat"):
        from_json(json.dumps(value))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "7",
        "[]",
        "{}",
        '{"is":"Reply"}',
        '{"is":"Reply","headline":7}',
        '{"is":"Reply","headline":"h","blocks":[],"colour":"red"}',
        '{"is":"Reply","headline":"h","blocks":[{"is":"Picture"}]}',
        '{"is":"Reply","headline":"h","blocks":[{"is":"date","day":"soon"}]}',
        '{"is":"Heading","text":"h"}',
        '{"is":"Choice","label":"x","command":"y","arguments":[],"shown":false}',
        '{"is":"Popen","args":"true"}',
        "[" * 100_000,
    ],
)
def test_what_is_damaged_is_told_from_a_reply(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json(text)


def test_what_lies_below_is_looked_at_too() -> None:
    written = json.loads(to_json(said("Yes.")))
    written["blocks"][0] = {"is": "date", "day": "2026-13-01"}
    with pytest.raises(ValueError, match=r"."):
        from_json(json.dumps(written))

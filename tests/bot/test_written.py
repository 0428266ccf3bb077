"""A reply that was written down is read again as it was, and what is none is told apart."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, get_args

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
from bot.written import read, write
from tests.bot.fakes import said

WORDS = st.text(max_size=12)
SPANS = st.lists(
    st.one_of(
        WORDS,
        WORDS.map(Strong),
        WORDS.map(Quiet),
        st.builds(Link, WORDS, WORDS),
        st.builds(Day, st.dates(), WORDS),
        st.builds(Mark, st.integers(), st.none() | WORDS),
    ),
    max_size=3,
).map(tuple)
ITEMS = st.lists(SPANS, max_size=2).map(tuple)
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
        Table, st.lists(WORDS, max_size=2).map(tuple), st.lists(ITEMS, max_size=2).map(tuple)
    ),
    ITEMS.map(SourceNotes),
    CHOICES.map(Choices),
)
PLAIN = st.builds(
    Reply,
    headline=WORDS,
    blocks=st.lists(BLOCKS, max_size=4).map(tuple),
    actions=CHOICES,
    private=st.booleans(),
)
REPLIES = st.builds(lambda reply, notice: Reply(**{**parts(reply), "notice": notice}), PLAIN, PLAIN)


def parts(reply: Reply) -> dict[str, Any]:
    return {each.name: getattr(reply, each.name) for each in fields(reply)}


@given(st.one_of(PLAIN, REPLIES))
def test_a_reply_comes_back_as_it_was_written(reply: Reply) -> None:
    assert read(write(reply)) == reply


@given(PLAIN)
def test_what_is_written_is_one_line_of_plain_signs(reply: Reply) -> None:
    assert write(reply).isascii()
    assert "\n" not in write(reply)


def test_every_kind_of_block_and_of_span_is_among_those_above() -> None:
    blocks, spans = set(get_args(Block)), set(get_args(Span))
    assert blocks == {Heading, Paragraph, Note, Listing, Table, SourceNotes, Choices}
    assert spans == {str, Strong, Quiet, Link, Day, Mark}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "7",
        "[]",
        "{}",
        '{"Reply": {}}',
        '{"Reply": 7}',
        '{"Reply": {"headline": "h", "blocks": [], "colour": "red"}}',
        '{"Reply": {"headline": "h", "blocks": [{"Picture": {}}]}}',
        '{"Reply": {"headline": "h", "blocks": [{"date": "soon"}]}}',
        '{"Heading": {"text": "h"}}',
    ],
)
def test_what_is_no_reply_of_ours_is_none(text: str) -> None:
    assert read(text) is None


def test_what_lies_below_is_looked_at_too() -> None:
    written = json.loads(write(said("Yes.")))
    written["Reply"]["blocks"][0] = {"date": "2026-13-01"}
    assert read(json.dumps(written)) is None

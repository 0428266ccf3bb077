"""What a terminal shows of a reply: all of its words, and nothing that it would obey."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import example, given, settings
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
from tests.bot.fakes import WIDTH, printed

_STYLED = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b\x07]*\x1b\\")
_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

FEW = settings(max_examples=50)  # each prints every kind of block

HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "[bold]",
                "[/bold]",
                "[link=https://evil.example]x[/link]",
                "[red on white]",
                "[/]",
                "\\[",
                ":smile:",
                "\x1b[31m",
                "\x1b]8;;https://evil.example\x1b\\here",
                "\x1b[2J\x1b[H",
                "\x9b31m",
                "\r",
                "\x07",
                "\x08\x08\x08",
                "\u202e",
                "https://words.example/?a=[b]",
                "王",
                "\N{FAMILY}",
            ]
        ),
        st.text(st.characters(codec="utf-8"), max_size=30),
    ),
    max_size=6,
).map("".join)


def reply(*blocks: Block) -> Reply:
    return Reply(headline="", blocks=blocks)


def obeyed(character: str) -> bool:
    return unicodedata.category(character) == "Cc" or character in _TURNS


def bare(text: str) -> str:
    """A text without blanks and without what a terminal obeys: what must be left of it."""
    return "".join(c for c in text if not c.isspace() and not obeyed(c))


def blocks_of(text: str) -> dict[str, Block]:
    """Every kind of block, with the text in every kind of span."""
    spans: tuple[Span, ...] = (
        text,
        Strong(text),
        Quiet(text),
        Link(text, "https://a.example"),
        Day(date(2026, 6, 2), text),
    )
    return {
        "heading": Heading(text),
        "paragraph": Paragraph(spans),
        "note": Note(spans),
        "listing": Listing((spans,)),
        "table": Table((text,), ((spans,),)),
        "sources": SourceNotes((("[1] ", *spans),)),
        "choices": Choices((Choice(text, "who"),)),
    }


@FEW
@given(HOSTILE)
@example("\x1b[31mred\x1b[0m [bold]x[/bold] :smile:")
def test_no_block_lets_through_what_a_terminal_obeys(text: str) -> None:
    shown = printed(reply(*blocks_of(text).values()))
    assert "\x1b" not in shown
    assert {c for c in shown if obeyed(c)} <= {"\n"}


@FEW
@given(HOSTILE)
@example("\x1b[31mred\x1b[0m [bold]x[/bold] :smile:")
def test_in_colour_only_our_own_styles_reach_the_terminal(text: str) -> None:
    shown = _STYLED.sub("", printed(reply(*blocks_of(text).values()), colour=True))
    assert {c for c in shown if obeyed(c)} <= {"\n"}


@pytest.mark.parametrize("name", ["heading", "paragraph", "note", "choices"])
@given(text=HOSTILE)
def test_markup_is_shown_as_it_was_written(name: str, text: str) -> None:
    assert bare(text) in bare(printed(reply(blocks_of(text)[name])))


@given(st.text("abc[]/:*_~`<>\\", max_size=30))
def test_markup_in_lists_tables_and_sources_is_shown_as_it_was_written(text: str) -> None:
    blocks = (Listing(((text,),)), Table(("h",), (((text,),),)), SourceNotes((("[1] ", text),)))
    assert all(text in printed(reply(block)) for block in blocks)


def test_an_address_cannot_end_the_link_it_stands_in() -> None:
    hostile = Link("words", "https://a.example/\x1b\\\x1b[2J\x07")
    shown = printed(reply(Paragraph((hostile,))), colour=True)
    assert not {c for c in _STYLED.sub("", shown) if obeyed(c)} - {"\n"}


def test_a_link_is_written_out_with_its_address() -> None:
    shown = printed(reply(Paragraph((Link("Vega 5", "https://lyra.example/5"),))))
    assert shown == "“Vega 5” <https://lyra.example/5>\n"


def test_blocks_stand_apart_by_a_blank_line() -> None:
    shown = printed(reply(Heading("Title"), Paragraph(("One ", Mark(2, None))), Note(("So.",))))
    assert shown == "Title\n\nOne [2]\n\nSo.\n"


def test_turned_lines_of_a_list_are_set_in() -> None:
    shown = printed(reply(Listing((("word " * 30,), ("short",))))).splitlines()
    assert shown[0].startswith("- word word")
    assert shown[1].startswith("  word")
    assert shown[2].rstrip() == "- short"


def test_a_list_is_numbered_from_where_it_is_told() -> None:
    shown = printed(reply(Listing((("a",), ("b",)), start=9)))
    assert [line.split() for line in shown.splitlines()] == [["9.", "a"], ["10.", "b"]]


def test_turned_lines_of_a_source_are_set_in() -> None:
    shown = printed(reply(SourceNotes((("[1] ", "word " * 30), ("[12] ", "short"))))).splitlines()
    assert shown[0] == "Sources"
    assert shown[1].startswith("[1]  word")
    assert shown[2].startswith("     word")
    assert shown[3].rstrip() == "[12] short"


def test_a_table_has_a_column_for_each_name_of_its_header() -> None:
    rows = ((("everyone",), (Strong("barred"),)), (("us persons",), ("allowed",)))
    header, rule, first, second = printed(reply(Table(("who", "state"), rows))).splitlines()
    assert set(rule) == {"─"}
    assert header.startswith("who")
    assert first.startswith("everyone")
    assert second.startswith("us persons")
    assert header.index("state") == first.index("barred") == second.index("allowed")


def test_choices_are_numbered_as_they_are_picked() -> None:
    choices = Choices((Choice("Vega 5", "model"), Choice("Heron 2", "model")))
    assert printed(reply(choices)) == "1) Vega 5\n2) Heron 2\n"


@FEW
@given(st.lists(st.text("ab ", max_size=300), min_size=1, max_size=4))
def test_no_line_is_wider_than_the_terminal(cells: list[str]) -> None:
    blocks = (
        Table(tuple("h" for _ in cells), (tuple((cell,) for cell in cells),)),
        Listing(tuple((cell,) for cell in cells)),
        SourceNotes(tuple(("[1] ", cell) for cell in cells)),
        Paragraph(tuple(cells)),
    )
    assert max(map(len, printed(reply(*blocks)).splitlines())) <= WIDTH

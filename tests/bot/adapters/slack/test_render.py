"""How a reply becomes messages of Slack: within its limits, with all of its words, none obeyed."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import count

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.adapters.slack.buttons import LABEL, VALUE
from bot.adapters.slack.elements import elements, instant
from bot.adapters.slack.render import PLAIN, escape, home, plain, render
from bot.press import decode
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
    Spans,
    Strong,
    Table,
)
from tests.bot.adapters.slack.rules import buttons, faults, markup, mentions, words_of

URL = "https://a.example/x?a=1&b=2"
SAMPLES = [
    "<!channel>",
    "<!here|x>",
    "<@U123>",
    "<@U123|bob>",
    "<#C123|general>",
    "<!subteam^S1|@team>",
    "<!date^0^{date}|x>",
    "<https://evil.example|safe>",
    "https://evil.example/?a=1",
    "@here",
    "@channel",
    "@EVERYONE",
    "*bold*",
    "_it_",
    "~gone~",
    "`code`",
    "```block```",
    "> quote",
    "&lt;!channel&gt;",
    "&amp;",
    "&",
    "<",
    ">",
    ":smile:",
    "\n",
    "\x00",
    "\u202e",
    "\ud800",
    "\u2028",
    "word " * 200,
    "x" * 3_200,
    "王",
]
HOSTILE = st.lists(
    st.one_of(st.sampled_from(SAMPLES), st.text(max_size=30)),
    max_size=5,
).map("".join)


def spans_of(text: str) -> Spans:
    spans: tuple[Span, ...] = (
        text,
        Strong(text),
        Quiet(text),
        Link(text, URL),
        Link(text, text),
        Day(date(2026, 6, 2), text),
        Mark(1, text),
    )
    return spans


def blocks_of(text: str) -> tuple[Block, ...]:
    spans = spans_of(text)
    choice = Choice(text, "who", (("model", text),))
    return (
        Heading(text),
        Paragraph(spans),
        Note(spans),
        Note((text,)),
        Listing((spans, (text,))),
        Listing((spans,), start=7),
        Table((text, "b"), ((spans, (text,)), ((), ()))),
        Table((text,), (((text,),),)),
        SourceNotes((("[1] ", *spans), (text,))),
        Choices((choice, choice)),
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(HOSTILE)
@example("<!channel> <@U1> <#C1> <!subteam^S1> @here *b* _i_ `c` <https://e.example|s> &lt; :x:")
def test_no_text_calls_anybody_is_markup_or_breaks_a_limit(text: str) -> None:
    action = Choice(text, "ask", (("question", text),), shown=True)
    reply = Reply(headline=text, blocks=blocks_of(text), actions=(action,))
    for page in render(reply, lead=text, shareable=True):
        assert mentions(page.blocks, page.text) == []
        assert markup(page.blocks) == []
        assert faults(page.blocks) == []
        assert not set(page.text.replace("&lt;", "").replace("&gt;", "")) & set("<>")
    view = home(reply, count(1))
    assert mentions(view, "") == markup(view) == []
    assert faults(view, "home") == []
    assert mentions([], plain(reply)) == []


@pytest.mark.parametrize("text", SAMPLES)
def test_small_print_obeys_nothing(text: str) -> None:
    for words in (text, f"a {text} b", f"{text}{text}", f"a{text}b"):
        spans: Spans = (words, Day(date(2026, 6, 2), words), Link(words, "https://a.example"))
        for page in render(Reply(headline="h", blocks=(Note((words,)), Note(spans)))):
            assert mentions(page.blocks, page.text) == markup(page.blocks) == []
            assert faults(page.blocks) == []


@settings(max_examples=25)
@given(HOSTILE)
def test_every_word_is_on_some_page(text: str) -> None:
    reply = Reply(headline="h", blocks=(Paragraph((text,)), Listing(((text,),)), Note((text,))))
    blocks = (block for page in render(reply) for block in page.blocks)
    shown = words_of([block for block in blocks if block["type"] != "actions"])
    kept = "".join(words_of([{"elements": elements((text,))}]).split())
    assert "".join(shown.split()).count(kept) >= (3 if kept else 0)


@settings(max_examples=50)
@given(HOSTILE)
def test_a_button_gives_its_command_back_or_keeps_it_under_a_key(text: str) -> None:
    choice = Choice("Press", "ask", (("question", text),))
    (page,) = render(Reply(headline="h", blocks=(Paragraph(("p",)),), actions=(choice,)))
    (button,) = buttons(page.blocks)
    value = button["value"]
    assert len(value) <= VALUE
    carried = page.keep[value.partition("|")[2]] if value.startswith("kept|") else value
    found = decode(carried)
    assert found is not None
    broken = text.encode("utf-8", "replace").decode()
    assert (found.command, dict(found.arguments)) == ("ask", {"question": broken})


@pytest.mark.parametrize("length", [1, 100, 101, 350])
def test_a_table_of_any_length_is_shown_whole_one_on_a_page(length: int) -> None:
    rows = tuple(((f"row {n};",), ("x " * 40,)) for n in range(length))
    pages = render(Reply(headline="h", blocks=(Table(("a", "b"), rows),)))
    assert all(faults(page.blocks, library=True) == [] for page in pages)
    shown = "".join(words_of(page.blocks) for page in pages)
    assert all(shown.count(f"row {n};") == 1 for n in range(length))
    assert all(page.blocks[0]["type"] == "table" for page in pages)


def test_a_second_table_is_a_list_as_a_message_has_one() -> None:
    table = Table(("who", "state"), ((("everyone",), (Strong("allowed"),)),))
    (page,) = render(Reply(headline="h", blocks=(table, Paragraph(("Before",)), table)))
    assert [block["type"] for block in page.blocks] == ["table", "rich_text", "rich_text"]
    assert words_of(page.blocks).endswith("everyone · state: allowed")


@pytest.mark.parametrize(
    "table",
    [
        Table(tuple("x" * 21), (tuple(("y",) for _ in range(21)),)),
        Table(("a",), ((("z" * 5_000,),),)),
        Table(("a",), ()),
    ],
)
def test_a_table_that_slack_cannot_draw_is_a_list(table: Table) -> None:
    pages = render(Reply(headline="h", blocks=(table,)))
    assert all(faults(page.blocks, library=True) == [] for page in pages)
    assert "table" not in {block["type"] for page in pages for block in page.blocks}


@pytest.mark.parametrize("length", range(2_900, 3_100, 20))
def test_blocks_that_are_just_full_are_taken(length: int) -> None:
    long = ("x" * length,)
    blocks = (Paragraph(long), Listing((long, long)), SourceNotes((long, long)), Note(long))
    for page in render(Reply(headline="h", blocks=blocks), lead="x" * length):
        assert faults(page.blocks) == []


def test_many_choices_are_all_offered() -> None:
    choices = tuple(Choice(f"Choice {n}", "who", (("model", str(n)),)) for n in range(120))
    (page,) = render(Reply(headline="h", blocks=(Choices(choices),)))
    assert faults(page.blocks) == []
    assert len(buttons(page.blocks)) == 120


def test_a_label_that_is_too_long_ends_in_an_ellipsis() -> None:
    choice = Choice("long " * 40, "who")
    (page,) = render(Reply(headline="h", blocks=(Choices((choice,)),)))
    label = buttons(page.blocks)[0]["text"]["text"]
    assert len(label) == LABEL
    assert label.endswith("…")


def test_a_numbered_list_goes_on_counting_where_it_is_parted() -> None:
    items = tuple((f"{n} " + "w " * 900,) for n in range(4))
    (page,) = render(Reply(headline="h", blocks=(Listing(items, start=3),)))
    lists = [part for block in page.blocks for part in block["elements"]]
    assert [(part["style"], part.get("offset")) for part in lists] == [
        ("ordered", 2),
        ("ordered", 3),
        ("ordered", 4),
        ("ordered", 5),
    ]


def test_small_print_has_its_days_and_stays_small() -> None:
    note = Note(("As of ", Day(date(2026, 11, 21), "21 November 2026"), ". Not legal advice."))
    (page,) = render(Reply(headline="h", blocks=(note,)))
    (block,) = page.blocks
    assert block["type"] == "context"
    assert block["elements"][0]["text"] == (
        "As of <!date^1795255200^{date_short}|21 November 2026>. Not legal advice."
    )


def test_a_link_to_what_is_no_address_is_words() -> None:
    for url in ("javascript:alert(1)", "https://a b", "file:///x", "", "https://a|b"):
        (element,) = elements((Link("words", url),))
        assert element == {"type": "text", "text": "words"}


@pytest.mark.parametrize("hours", range(-10, 14))
@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 6, 30), date(2028, 2, 29)])
def test_a_day_is_the_same_day_in_the_readers_zone(day: date, hours: int) -> None:
    moment = instant(day)
    assert moment is not None
    zone = timezone(timedelta(hours=hours, minutes=59 if hours > 0 else 0))
    assert datetime.fromtimestamp(moment, zone).date() == day


def test_a_day_that_slack_has_no_instant_for_is_words() -> None:
    (element,) = elements((Day(date(1788, 6, 21), "21 June 1788"),))
    assert element == {"type": "text", "text": "21 June 1788"}


def test_a_reply_without_words_still_says_something() -> None:
    for reply in (Reply(headline="", blocks=()), Reply(headline="", blocks=(Paragraph(("",)),))):
        (page,) = render(reply)
        assert faults(page.blocks) == []
        assert page.text


def test_words_alone_are_cut_where_it_can_be_seen() -> None:
    reply = Reply(headline="h", blocks=(Paragraph(("&" * 50_000,)),))
    assert len(plain(reply)) <= PLAIN
    assert plain(reply).endswith("…")
    assert escape("a & b") == "a &amp; b"


def test_a_shown_choice_is_offered_only_where_there_are_others_to_show_it() -> None:
    share = Choice("Share", "who", shown=True)
    reply = Reply(headline="h", blocks=(Paragraph(("p",)),), actions=(share,))
    assert buttons(render(reply)[0].blocks) == []
    assert len(buttons(render(reply, shareable=True)[0].blocks)) == 1

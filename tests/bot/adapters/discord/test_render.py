"""A reply as pages: limits are kept, nothing is lost, and no words take effect."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from bot.adapters.discord.escape import address, size
from bot.adapters.discord.lines import markdown
from bot.adapters.discord.render import ACTIONS, plain_page, render
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
    Reply,
    SourceNotes,
    Strong,
    Table,
)
from tests.bot.fakes import said

# -- what stands where


def test_the_first_text_is_the_headline() -> None:
    page = render(Reply(headline="Title", blocks=(Heading("Title"), Paragraph(("Words.",)))))[0]
    assert page.texts == ("### Title", "Words.")


def test_remarks_follow_what_they_are_about() -> None:
    blocks = (Note(("A remark.",)), Paragraph(("The answer.",)), Note(("As of today.",)))
    [page] = render(Reply(headline="The answer.", blocks=blocks))
    assert page.texts == ("The answer.\n\n-# A remark.",)
    assert page.small == ("-# As of today.",)


def test_a_headline_that_no_block_has_is_put_above() -> None:
    [page] = render(Reply(headline="New order", blocks=(Listing((("first",),)),)))
    assert page.texts == ("### New order", "- first")


def test_a_reply_without_blocks_still_says_its_headline() -> None:
    assert render(Reply(headline="Hm", blocks=()))[0].texts == ("### Hm",)


def test_rows_read_as_lines_with_the_names_of_their_columns() -> None:
    row = (("everyone",), (Strong("allowed"), " ", Mark(1, None)), ("May",), ("–",), ("EO 1",))
    table = Table(("who", "state", "since", "until", "under"), (row,))
    [page] = render(Reply(headline="Who", blocks=(Heading("Who"), table)))
    assert page.texts[1] == r"- **everyone**: **allowed** \[1\] · since May · under EO 1"


def test_a_sentence_in_a_row_needs_no_name() -> None:
    table = Table(
        ("due", "left", "what", "date"), ((("May",), ("3 days",), ("Do it.",), ("fixed",)),)
    )
    [page] = render(Reply(headline="Due", blocks=(Heading("Due"), table)))
    assert page.texts[1] == "- **May**: 3 days · Do it. · date: fixed"


def test_what_is_compared_stands_one_below_the_other() -> None:
    table = Table(("", "SB 53", "RAISE"), ((("penalty",), ("One.",), ("Two.",)),))
    [page] = render(Reply(headline="Both", blocks=(Heading("Both"), table)))
    assert page.texts[1] == "**penalty**\n- SB 53: One.\n- RAISE: Two."


def test_numbered_items_keep_their_numbers() -> None:
    [page] = render(Reply(headline="L", blocks=(Heading("L"), Listing((("a",), ("b",)), 3))))
    assert page.texts[1] == "3. a\n4. b"


def test_strong_words_that_meet_are_one() -> None:
    assert markdown((Strong("a "), Strong("b"), " c")) == "**a b** c"
    assert markdown((Strong("Preferred: "), "x")) == r"**Preferred\:** x"


def test_a_day_is_the_same_day_from_hawaii_to_new_zealand() -> None:
    written = markdown((Day(date(2026, 9, 14), "14 September 2026"),))
    moment = int(written.removeprefix("<t:").removesuffix(":D>"))
    for hours in (-10, -8, 0, 1, 9, 12, 13, 13.75):
        zone = timezone(timedelta(hours=hours))
        assert datetime.fromtimestamp(moment, zone).date() == date(2026, 9, 14)


def test_what_is_public_is_not_to_be_shared() -> None:
    reply = Reply(
        headline="A",
        blocks=(Paragraph(("A",)),),
        actions=(Choice("Share", "who", shown=True), Choice("Sources", "sources")),
    )
    assert [a.label for a in render(reply)[0].actions] == ["Share", "Sources"]
    assert [a.label for a in render(reply, public=True)[0].actions] == ["Sources"]


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/x_(y)", "https://a.example/x_%28y%29"),
        ("http://a.example/ü?q=1&r=<b>", "http://a.example/ü?q=1&r=%3Cb%3E"),
        ("https://a.example/a b\n", "https://a.example/a%20b%0A"),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_an_address_is_one_of_the_web_or_none(url: str, kept: str | None) -> None:
    assert address(url) == kept


def test_a_link_that_leads_nowhere_is_its_words() -> None:
    assert markdown((Link("a*b", "javascript:x"), Mark(2, "ftp://x"))) == r"a\*b\[2\]"


# -- pages


def sources(count: int) -> SourceNotes:
    return SourceNotes(tuple((f"[{n}] ", f"Source {n} " + "word " * 30) for n in range(count)))


def test_sources_that_do_not_fit_have_pages_of_their_own_and_are_announced() -> None:
    body = Listing(tuple((f"item {n} " + "word " * 30,) for n in range(18)))
    blocks = (Heading("T"), body, sources(12), Note(("As of today.",)))
    first, second = render(Reply(headline="T", blocks=blocks))
    assert first.small == ("-# The 12 sources are listed on page 2.", "-# As of today.")
    assert second.texts == ("### T",)
    assert second.small[1] == "-# As of today."


def test_a_link_is_there_once_a_page_where_more_would_cost_a_page() -> None:
    mark = Mark(1, "https://a.example/" + "x" * 150)
    few = render(Reply(headline="T", blocks=(Heading("T"), Listing((("a ", mark),) * 3))))
    assert few[0].texts[1].count("https://") == 3
    many = render(Reply(headline="T", blocks=(Heading("T"), Listing((("a ", mark),) * 30))))
    assert len(many) == 1
    assert many[0].texts[1].count("https://") == 1
    assert many[0].texts[1].count(r"\[1\]") == 29


def test_a_line_that_says_what_follows_is_not_left_alone() -> None:
    filler = tuple((f"{n} " + "word " * 20,) for n in range(60))
    for count in range(20, 40):
        blocks = (Listing(filler[:count]), Paragraph((Strong("Before"),)), Listing(filler[:2]))
        for page in render(Reply(headline="T", blocks=(Heading("T"), *blocks))):
            assert not page.texts[-1].endswith("**Before**")


def test_many_choices_go_on_on_the_next_page() -> None:
    items = tuple(Choice(f"Entry {n}", "who", (("model", str(n)),)) for n in range(40))
    pages = render(
        Reply(headline="Which one?", blocks=(Paragraph(("Which one?",)), Choices(items)))
    )
    assert [len(page.choices) for page in pages] == [15, 15, 10]


def test_more_actions_than_fit_are_choices() -> None:
    actions = tuple(Choice(f"Do {n}", "do", (("n", str(n)),)) for n in range(ACTIONS + 3))
    [page] = render(Reply(headline="T", blocks=(Paragraph(("T",)),), actions=actions))
    assert len(page.actions) == ACTIONS
    assert len(page.choices) == 3


def test_plain_words_that_are_too_long_say_so() -> None:
    page = plain_page(said("word " * 2_000))
    assert page.texts[0].endswith("The rest is too long for one message.")
    long = Reply(headline="T", blocks=(Listing(tuple((f"{n} word",) for n in range(900))),))
    assert 3_000 < size(plain_page(long).texts[0]) <= 4_000

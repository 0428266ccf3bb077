"""Words that would take effect if they could, in every position of a reply."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.discord.buttons import Bound
from bot.adapters.discord.escape import clean, literal
from bot.adapters.discord.layout import layout
from bot.adapters.discord.render import Page, plain_page, render
from bot.press import encode
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
from tests.bot.adapters.discord.reading import effective, mentions, shown, texts
from tests.bot.adapters.discord.rules import breaches

HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            *("@everyone", "@here", "<@123456789012345678>", "<@&42>", "<#42>", "</who:42>"),
            *("<id:guide>", "<t:0:R>", "<:x:42>", ":smile:", "||spoiler||", "**bold**", "__u__"),
            *("`code`", "```\nblock\n```", "> quote", ">>> quotes", "# head", "-# small", "- item"),
            *("1. one", "[safe](https://evil.example)", "[x](<javascript:alert(1)>)", "\\", "\\\\"),
            *(
                "https://evil.example",
                "<https://evil.example>",
                "a\nb",
                "\u202eevil\u202c",
                "*",
                "",
            ),
            *(
                "](<https://evil.example>)",
                "\ud800",
                "~~gone~~",
                "🔥" * 9,
                ":",
                "//evil.example",
                "1",
            ),
        ]
    ),
    st.lists(st.sampled_from(list("\\`*_~|<>[]()#@:-+. \n1ax/!&")), max_size=30).map("".join),
)


def sources(count: int) -> SourceNotes:
    return SourceNotes(tuple((f"[{n}] ", f"Source {n} " + "word " * 30) for n in range(count)))


def spans(words: str) -> tuple[Span, ...]:
    return (
        words,
        Strong(words),
        Quiet(words),
        Link(words, "https://a.example/" + words),
        Link("text", words),
        Mark(3, words),
        Day(date(2026, 1, 2), words),
        words,
    )


def reply_with(words: str) -> Reply:
    """A reply that has these words wherever words can be."""
    inside = spans(words)
    choices = (Choice(words, "who", (("model", words),)), Choice("Other", "who"))
    blocks: tuple[Block, ...] = (
        Heading(words),
        Paragraph(inside),
        Note(inside),
        Listing((inside, (words,))),
        Listing((inside,), 2),
        Table((words, "b", words), (((words,), inside, (words,)),)),
        Table(("", words, "c"), (((words,), (words,), inside),)),
        Choices(choices),
        SourceNotes((("[1] ", *inside),)),
        Note((words, "end")),
    )
    return Reply(headline=words, blocks=blocks, actions=choices)


def body_of(page: Page) -> dict[str, object]:
    """What would be sent."""
    ids = {c: encode(c)[:100] for c in (*page.choices, *page.actions)}
    view = layout(Bound(page, ids, "0" * 20, 2, 3))
    return {
        "components": view.to_components(),  # type: ignore[no-untyped-call]
        "flags": 1 << 15,
        "allowed_mentions": {"parse": []},
    }


@given(HOSTILE)
@settings(max_examples=70)
def test_no_words_take_effect_anywhere_and_limits_are_kept(words: str) -> None:
    pages = render(reply_with(words))
    for text in texts(pages):
        assert mentions(text) == []
        assert effective(text) == []
    for page in (*pages, plain_page(reply_with(words))):
        assert breaches("POST", "/channels/1/messages", body_of(page), contract=False) == []


@given(HOSTILE, HOSTILE)
@settings(max_examples=150)
def test_words_are_shown_as_they_are(left: str, right: str) -> None:
    written = literal(left) + literal(right)
    assert effective(written) == []
    assert mentions(written) == []
    assert shown(literal(left)) == clean(left)


@given(st.integers(1, 200), st.integers(1, 2_500), st.integers(0, 60), st.booleans())
@settings(max_examples=20)
def test_nothing_is_lost_however_long(lines: int, length: int, cited: int, links: bool) -> None:
    lines = min(lines, 30_000 // length + 1)
    url = "https://a.example/" + "p" * 120 if links else None
    items = tuple((f"item{n}x " + "word " * (length // 5), Mark(1, url)) for n in range(lines))
    blocks = (Heading("T"), Listing(items), sources(cited), Note(("As of today.",)))
    pages = render(Reply(headline="T", blocks=blocks))
    whole = "\n".join(texts(pages))
    assert all(f"item{n}x" in whole for n in range(lines))
    assert all(f"Source {n} " in whole for n in range(cited))
    assert whole.count("word") == lines * (length // 5) + cited * 30
    for page in pages:
        assert breaches("POST", "/channels/1/messages", body_of(page), contract=False) == []


def test_what_a_golden_page_would_send_passes_the_contract() -> None:
    """Once with the contract, which is slow to check."""
    for page in render(reply_with("*words*")):
        assert breaches("POST", "/channels/1/messages", body_of(page)) == []

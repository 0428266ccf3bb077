"""What somebody wrote in Slack, as the plain words that they meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.slack.words import LONGEST, plain_words, to_another


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("<@U0BOT> who may use it?", "who may use it?"),
        ("<@U0BOT|airules>  who\n may <@U0BOT>", "who may"),
        ("ask <@U2> and <@U3|ben>", "ask @U2 and @ben"),
        ("in <#C1|general> or <#C2>", "in #general or #C2"),
        ("<!here> <!subteam^S1|@team> <!date^1^{date}|today>", "@here @team today"),
        (
            "see <https://a.example/x|the text> or <https://b.example>",
            "see the text or https://b.example",
        ),
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
        ("&amp;lt;", "&lt;"),
        ("5 < 6", "5 < 6"),
        ("", ""),
    ],
)
def test_markup_is_read_and_not_repeated(written: str, words: str) -> None:
    assert plain_words(written, "U0BOT") == words


@given(st.text(alphabet="<>@#!|&;lt gamp^UC0BOT\n", max_size=60))
def test_any_text_is_read(written: str) -> None:
    words = plain_words(written, "U0BOT")
    assert words == " ".join(words.split())


def test_only_so_much_is_read() -> None:
    assert len(plain_words("word " * 5_000, "U0BOT")) <= LONGEST


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("<@U2> hello", True),
        ("  <@U2|ben> hello", True),
        ("<@U0BOT> hello", False),
        ("hello <@U2>", False),
        ("hello", False),
    ],
)
def test_a_message_that_begins_with_a_name_is_for_them(written: str, other: bool) -> None:
    assert to_another(written, "U0BOT") is other

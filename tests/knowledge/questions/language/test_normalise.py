"""Normalising: whatever is typed, plain words come out and nothing is raised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.language.normalise import LIMIT, asking_in, normalise, stem


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("  who   may\n\tuse it ", "who may use it"),
        ("<@123456> who may use it?", "who may use it"),
        ("<@!123> <#456> <:lamp:789> who", "who"),
        ("<!here> who may use it", "who may use it"),
        ("see https://lyra.example/a?b=c who", "see who"),
        ("**who** _may_ `use` ~~it~~ ||now||", "who may use it now"),
        ("<b>who</b> may", "who may"),
        ("who\x00may\x07use", "who may use"),
        ("who\u202emay\u200buse\u2066it", "who may use it"),
        ("ＧＰＴ－５.６", "GPT-5.6"),
        ("", ""),
        ("***", ""),
    ],
    ids=ascii,
)
def test_markup_mentions_and_invisible_characters_are_taken_out(typed: str, text: str) -> None:
    assert normalise(typed).text == text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Who may use GPT-5.6?", ("who", "may", "use", "gpt", "5.6")),
        ("the U.S. and the E.U. act", ("the", "us", "and", "the", "eu", "act")),
        ("the office's letter", ("the", "office", "letter")),
        ("the office’s letter", ("the", "office", "letter")),
        ("it isn't binding", ("it", "is", "not", "binding")),
        ("it isn’t binding", ("it", "is", "not", "binding")),
        ("it cannot and won't", ("it", "can", "not", "and", "will", "not")),
        ("谁可以使用 Vega 5？", ("谁可以使用", "vega", "5")),
        ("🦜🦜", ()),
    ],
    ids=ascii,
)
def test_words_are_those_that_names_are_compared_by(typed: str, words: tuple[str, ...]) -> None:
    assert normalise(typed).words == words


@pytest.mark.parametrize("typed", ["x" * 10_000, "vega " * 2_000, "<" * 10_000, "a." * 5_000])
def test_of_a_long_text_only_the_beginning_is_read(typed: str) -> None:
    assert len(normalise(typed).text) <= LIMIT


def test_a_question_after_a_hundred_mentions_is_still_read() -> None:
    assert normalise("<@123456789012345678>" * 100 + " who may use vega 5").text.startswith("who")


@given(st.text())
def test_any_text_becomes_words_of_letters_digits_and_inner_dots(typed: str) -> None:
    plain = normalise(typed)
    assert len(plain.text) <= LIMIT
    for word in plain.words:
        assert word
        assert all(part.isalnum() for part in word.split(".")), word


@given(st.text(alphabet="<>@#!:/*_`~| htps.abc'’\u202e\u200f\0"))
def test_any_mixture_of_markup_becomes_words(typed: str) -> None:
    plain = normalise(typed)
    assert plain.text == " ".join(plain.text.split())
    assert not set("`*_~|\0\u202e\u200f") & set(plain.text)


@pytest.mark.parametrize(
    ("word", "other"), [("penalties", "penalty"), ("signed", "signing"), ("models", "model")]
)
def test_forms_of_an_english_word_have_one_stem(word: str, other: str) -> None:
    assert stem(word) == stem(other)


@pytest.mark.parametrize("word", ["5.6", "10", "v1s", "naïves", "模型", "", "o3s"])
def test_numbers_and_words_of_other_scripts_are_their_own_stem(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    ("typed", "asking"),
    [
        ("who said “it exceeds every source”?", "who said ?"),
        ('whose is "every one of the models"', "whose is"),
        ('what is "RSP"?', 'what is "rsp"?'),  # a name is no quotation
        ("who said it", "who said it"),
    ],
)
def test_what_is_quoted_is_left_out(typed: str, asking: str) -> None:
    assert asking_in(typed) == asking

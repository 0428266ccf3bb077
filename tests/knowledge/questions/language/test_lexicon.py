"""The lexicon: names and words of a base, and which slips of the keyboard it repairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.base.index import Index
from knowledge.questions.language.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon(index: Index) -> Lexicon:
    """The words of the made-up base."""
    return index.lexicon


def test_names_families_and_versions_are_those_of_the_base(lexicon: Lexicon) -> None:
    assert lexicon.names["vega 5.1"] == ("vega-5.1",)
    assert {"vega", "sb", "heron"} <= lexicon.families
    assert {("vega", "5"), ("vega", "5.1"), ("sb", "990")} <= lexicon.versions
    assert ("vega", "6") not in lexicon.versions
    assert lexicon.spans["vega"] >= 2
    assert max(lexicon.spans.values()) >= 3


def test_a_word_of_a_name_knows_the_entries_so_named(lexicon: Lexicon) -> None:
    assert {"vega-5", "vega-5.1"} <= lexicon.holders["vega"]
    assert "the" not in lexicon.holders


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("penaltty", "penalty"),
        ("pentaly", "penalty"),
        ("califronia", "california"),
        ("vgea", "vega"),
        ("vegga", "vega"),
        ("comittee", "committee"),
        ("executve", "executive"),
    ],
)
def test_a_slip_is_repaired_towards_the_words_of_the_base(
    lexicon: Lexicon, typed: str, meant: str
) -> None:
    assert lexicon.repaired(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        *("penalty", "penalties", "vega", "signing"),  # of the base, or of one stem with it
        *("the", "who", "would"),  # common words
        *("weather", "house", "coffee", "letters", "taxes"),  # English
        *("5", "5.6", "sb990", "v5", "9909"),  # digits
        *("zyzzyvaq", "qqqqqqqqqq", "vxqa"),  # nothing is near
        *("x", "ab", ""),  # too short
        *("模型", "пенальти", "pénaltyy"),  # other scripts and letters
    ],
)
def test_everything_else_is_left_as_it_is(lexicon: Lexicon, typed: str) -> None:
    assert lexicon.repaired(typed) == typed


@given(typed=st.from_regex(r"[a-z]{0,4}[0-9]+(\.[0-9]+)?[a-z]{0,2}", fullmatch=True))
def test_a_word_with_a_digit_is_never_repaired(index: Index, typed: str) -> None:
    assert index.lexicon.repaired(typed) == typed


@given(typed=st.text(alphabet="aeglnprtvy", max_size=12))
def test_a_repair_is_a_word_of_the_base_or_the_word_itself(index: Index, typed: str) -> None:
    done = index.lexicon.repaired(typed)
    assert done == typed or done in index.lexicon.vocabulary
    assert index.lexicon.repaired(done) == done


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("signned", "signed"),
        ("comparred", "compared"),
        ("whistlebloweer", "whistleblower"),
        ("developes", "developers"),
        ("chinas", "china"),  # whoever leaves out the apostrophe means China's
        ("anthropics", "anthropic"),
        ("announce", "announce"),  # regular forms of what the base has otherwise
        ("launches", "launches"),
        ("evolved", "evolved"),
        ("nams", "name"),  # that a stem of three letters is a word says little
    ],
)
def test_a_slip_may_have_the_stem_of_a_word_of_the_base(
    real_index: Index, typed: str, meant: str
) -> None:
    (found,) = real_index.lexicon.mended([typed])
    assert found == meant

"""Linking: the longest name wins, versions are exact, and what is no version is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.base.index import Index
from knowledge.questions.language.lexicon import spans
from knowledge.questions.language.link import Links, link, named_in, places_in
from knowledge.questions.language.normalise import normalise
from knowledge.vocabulary import Jurisdiction


def linked(index: Index, typed: str) -> Links:
    return link(index.lexicon, normalise(typed).words)


@pytest.mark.parametrize(
    ("typed", "entries"),
    [
        ("who may use Vega 5?", ("vega-5",)),
        ("who may use Vega 5.1?", ("vega-5.1",)),
        ("who may use lyra vega5.1", ("vega-5.1",)),
        ("who leads Lyra?", ("lyra-labs",)),
        ("vega-5.1 and VEGA 5", ("vega-5.1", "vega-5")),
        ("compare Vega 5 and 5.1", ("vega-5", "vega-5.1")),
        ("is Vega 5.1 or 5 newer", ("vega-5.1", "vega-5")),
        ("Vega 5 and 6", ("vega-5",)),
        ("what does the letter of 3 August 2026 say", ("us-trade-letter-2026-08-03",)),
        ("who signed the Trade Office letter", ("us-trade-letter-2026-08-03",)),
        ("who heads the Trade Office", ("us-trade-office",)),
        ("SB990", ("us-ca-sb990",)),
        ("who can use 5.1?", ("vega-5.1",)),
        ("5.1 percent of the labs", ()),
        ("heron 5.1", ("heron-2",)),
        ("the Frontier Release Act", ("us-ca-sb990",)),
        ("did Dr. Mara Voss speak", ("mara-voss",)),
        ("us-hr9001", ("us-hr9001",)),
        ("nothing is named here", ()),
        ("", ()),
    ],
)
def test_the_longest_name_wins(index: Index, typed: str, entries: tuple[str, ...]) -> None:
    assert linked(index, typed).entries == entries


def test_words_that_named_something_are_told(index: Index) -> None:
    assert linked(index, "who may use vega 5").used == {"vega", "5"}


def test_the_act_of_a_place_is_one_in_particular(real_index: Index) -> None:
    assert linked(real_index, "the EU AI Act").any


@pytest.mark.parametrize(
    ("typed", "unknown"),
    [
        ("who may use Vega 7?", ("vega 7",)),
        ("vega7", ("vega 7",)),
        ("vega 5.2 or vega 5.1", ("vega 5.2",)),
        ("vega 5.1.1", ("vega 5.1.1",)),
        ("vega 51", ("vega 51",)),
        ("what does SB 991 ask for", ("sb 991",)),
        ("heron 3 and vega 6", ("heron 3", "vega 6")),
    ],
)
def test_a_version_that_no_name_has_is_told(
    index: Index, typed: str, unknown: tuple[str, ...]
) -> None:
    found = linked(index, typed)
    assert found.unknown == unknown
    assert not {"vega-5", "us-ca-sb990"} & set(found.entries)


def test_a_version_joined_to_one_of_its_family_may_be_none(index: Index) -> None:
    assert linked(index, "compare vega 5 and 5.2").unknown == ("vega 5.2",)
    assert linked(index, "compare vega 5 and 5.1").unknown == ()


@pytest.mark.parametrize(
    "typed",
    [
        "vega 5",
        "vega 5.1",
        "did vega 30 days after the letter open again",
        "was heron 14 september or later",
        "vega 400 people",
        "vega 3 months later",
        "lyra labs 7",
        "5 vega",
        "vega",
    ],
)
def test_a_version_of_the_base_a_count_or_a_month_is_no_unknown_one(
    index: Index, typed: str
) -> None:
    assert linked(index, typed).unknown == ()


@pytest.mark.parametrize(
    ("typed", "unknown"),
    [
        ("what does Regulation 2024/1689 say", ()),
        ("regulation 2025/9999", ("regulation 2025/9999",)),
    ],
)
def test_a_citation_of_the_base_is_no_unknown_version(
    real_index: Index, typed: str, unknown: tuple[str, ...]
) -> None:
    assert linked(real_index, typed).unknown == unknown


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("rules in California", Jurisdiction.US_CA),
        ("what holds in new york", Jurisdiction.US_NY),
        ("new york city", Jurisdiction.US_NYC),
        ("what did Beijing decide", Jurisdiction.CN),
        ("European rules", Jurisdiction.EU),
        ("UK rules", Jurisdiction.UK),
    ],
)
def test_a_place_is_known_by_its_names(index: Index, typed: str, place: Jurisdiction) -> None:
    assert place in linked(index, typed).places


def test_a_telling_word_of_a_name_hints_at_its_entry(index: Index) -> None:
    found = linked(index, "what does the frontier one ask for")
    assert found.entries == ()
    assert found.hinted == ("us-ca-sb990",)
    assert found.any


def test_an_entry_is_either_named_or_hinted_at(index: Index) -> None:
    found = linked(index, "vega 5.1 of vega and lyra labs")
    assert not set(found.entries) & set(found.hinted)


@given(
    words=st.lists(st.sampled_from(["vega", "5", "5.1", "7", "letter", "the", "ai", "act", "x"]))
)
def test_any_words_are_linked_to_entries_of_the_base(index: Index, words: list[str]) -> None:
    found = link(index.lexicon, words)
    assert {*found.entries, *found.hinted} <= set(index.kinds)
    assert found.used <= set(words)


@pytest.mark.parametrize(
    ("typed", "entries"),
    [
        ("is the ai act in force", {"eu-ai-act-gpai"}),
        ("fines of the ai act in europe", {"eu-ai-act-gpai"}),
        ("ai act fines", {"eu-ai-act-gpai-enforcement"}),
        ("korea ai act fines", set()),
        ("the ai act of korea", set()),
        ("idaho conversational ai act", set()),
        ("article 50 and the ai act", {"eu-ai-act-art50"}),
    ],
)
def test_a_generic_name_is_of_the_union_unless_another_place_or_rule_is_named(
    real_index: Index, typed: str, entries: set[str]
) -> None:
    assert set(linked(real_index, typed).entries) == entries


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("what does 14409 say", "us-eo-14409"),
        ("rozporządzenie 14409", "us-eo-14409"),
        ("price of 6.1 sol", "gpt-6.1-sol"),
        ("what is the white house accord", "us-wh-accord"),
        ("who works at the white house", "white-house"),
    ],
)
def test_a_name_is_known_by_its_number_or_its_longest_part(
    real_index: Index, typed: str, entry: str
) -> None:
    found = link(real_index.lexicon, normalise(typed).words)
    assert found.entries == (entry,)
    assert found.unknown == ()


def test_places_of_a_text_are_found_under_any_of_their_names() -> None:
    found = places_in("New models stay from London's testers, and from those of the European Union")
    assert found == {Jurisdiction.UK, Jurisdiction.EU}
    assert places_in("a Ukrainian law") == frozenset()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("fable 5.1 follows fable 5", ["fable-5.1", "fable-5"]),
        ("the letter on fable 5", ["fable-5"]),
        ("a letter of 5 days", []),
        ("", []),
    ],
)
def test_names_in_a_text_are_found_the_longest_first(text: str, named: list[str]) -> None:
    names = {"fable 5": ("fable-5",), "fable 5.1": ("fable-5.1",), "5": ("five",)}
    assert list(named_in(names, spans(names), text.split())) == named

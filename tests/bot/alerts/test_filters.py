"""Filters: one grammar, printed in one way, and matched as a plain reading of them says."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.alerts.complete import complete_filter
from bot.alerts.facts import Event, Facts, Key
from bot.alerts.filters import (
    EVERYTHING,
    LIMIT,
    VALUES,
    Filter,
    Term,
    describe,
    made_of,
    parse_filter,
    read_filter,
)
from bot.errors import BadOption
from knowledge.desk import Desk
from tests.bot.alerts.asking import a_filter, holds, some_facts


def terms() -> st.SearchStrategy[Term]:
    """Conditions of every key."""
    word = st.text("abcxyz019", min_size=1, max_size=6)
    phrases = st.lists(word, min_size=1, max_size=3).map(" ".join)
    ids = st.from_regex(r"[a-z][a-z0-9.-]{0,12}[a-z0-9]", fullmatch=True)

    def of(key: Key) -> st.SearchStrategy[Term]:
        if key is Key.MIN_TIER:
            return st.sampled_from(sorted(VALUES[key])).map(lambda v: Term(key, False, (v,)))
        value = st.sampled_from(sorted(VALUES[key])) if key in VALUES else ids
        value = phrases if key is Key.WORDS else value
        values = st.lists(value, min_size=1, max_size=4).map(tuple)
        return st.builds(Term, st.just(key), st.booleans(), values)

    return st.sampled_from(list(Key)).flatmap(of)


def one_tier(found: list[Term]) -> bool:
    return sum(term.key is Key.MIN_TIER for term in found) < 2


@given(st.lists(terms(), max_size=6).filter(one_tier))
def test_a_filter_that_is_printed_is_read_as_itself(found: list[Term]) -> None:
    wanted = made_of(found)
    assert read_filter(str(wanted)) == wanted
    assert read_filter(wanted.shown()) == wanted
    assert str(read_filter(str(wanted))) == str(wanted)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60) | st.text('-:," ab"“kind', max_size=40))
def test_any_text_is_a_filter_or_is_refused_in_words(desk: Desk, text: str) -> None:
    try:
        wanted = parse_filter(text, desk.names)
    except BadOption:
        return
    assert parse_filter(wanted.shown(), desk.names) == wanted


def test_ten_thousand_filters_mean_what_a_plain_reading_says(desk: Desk) -> None:
    chance = random.Random(5)  # noqa: S311 (the same filters every time)
    changes = [some_facts(chance) for _ in range(40)]
    matched = 0
    for _ in range(10_000):
        asked = a_filter(chance)
        wanted = parse_filter(" ".join(one.typed(chance) for one in asked), desk.names)
        assert read_filter(str(wanted)) == wanted
        for facts in chance.sample(changes, k=4):
            assert wanted.matches(facts) is holds(asked, facts), (asked, str(wanted), facts)
            matched += wanted.matches(facts)
    assert 2_000 < matched < 38_000  # else it would have tried one side only


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('model:"Vega 5.1" kind:model', "kind:model model:vega-5.1"),
        ("jurisdiction:us jurisdiction:eu,us", "jurisdiction:eu,us"),
        ("jurisdiction: us, eu", "jurisdiction:eu,us"),
        ("Jurisdiction:California", "jurisdiction:us-ca"),
        ('status:"in force"', "status:in-force"),
        ("-topic:litigation leak", "-topic:litigation leak"),
        ("-leak -breach", "-breach,leak"),
        ("leak breach leak", "breach leak"),
        ("“Export Control”", '"export control"'),
        ("org:lyra-labs", "org:lyra-labs"),
        ("everything", ""),
        ("", ""),
    ],
)
def test_a_filter_is_printed_in_one_way(desk: Desk, typed: str, printed: str) -> None:
    assert str(parse_filter(typed, desk.names)) == printed


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("juristiction:us", "Did you mean `jurisdiction`? Filters: kind, event, model"),
        ("jurisdiction:us-cal", "Did you mean `us-ca`? One of: us, us-ca"),
        ("kind:modell", "“modell” is no kind I know. Did you mean `model`?"),
        ('model:"Vgea 5.1"', "Did you mean `vega-5.1` (Vega 5.1)?"),
        ("model:vega", "“vega” fits several entries. Write which one: `vega-5"),
        ("model:zzz", "I have no model called “zzz”."),
        ("kind:", "`kind:` needs a value."),
        ("-", "I cannot read “-”."),
        ('"!!!"', "“!!!” has no word to look for."),
        ("min-tier:press,court", "`min-tier:` takes one tier"),
        ("-min-tier:press", "`min-tier:` takes one tier"),
        ("min-tier:press min-tier:court", "`min-tier:` can stand once only."),
        ("x" * (LIMIT + 1), "A filter has at most 1,000 characters."),
    ],
)
def test_what_is_no_filter_is_told_with_what_was_meant(desk: Desk, typed: str, words: str) -> None:
    with pytest.raises(BadOption) as refused:
        parse_filter(typed, desk.names)
    assert words in refused.value.words


def test_the_unmet_condition_is_the_first_that_stands_against_it() -> None:
    wanted = read_filter("jurisdiction:eu leak")
    facts = Facts(marks={Key.JURISDICTION: frozenset({"us"})}, tier=None, text=" leak ")
    assert wanted.unmet(facts) == Term(Key.JURISDICTION, False, ("eu",))
    assert Filter().unmet(facts) is None


def test_events_are_asked_for_apart_from_all_else() -> None:
    new = Facts(marks={Key.EVENT: frozenset({Event.NEW})}, tier=None, text=" ")
    assert read_filter("event:new jurisdiction:eu").asks_for(new)
    assert not read_filter("event:changed").asks_for(new)
    assert not read_filter("-event:new").asks_for(new)


def test_a_filter_is_told_in_words(desk: Desk) -> None:
    wanted = parse_filter('model:"vega 5.1" -jurisdiction:us leak', desk.names)
    titles = desk.store.titles(["vega-5.1"])
    assert describe(wanted, lambda entry: titles[entry]) == [
        "model: Vega 5.1",
        "jurisdiction: not us (United States (federal))",
        "the word: “leak”",
    ]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("", EVERYTHING),
        ("jur", "jurisdiction:"),
        ("kind:model juris", "kind:model jurisdiction:"),
        ("jurisdiction:us,c", "jurisdiction:us,cn"),
        ("-topic:lit", "-topic:litigation"),
        ("jurisdiction:calif", "jurisdiction:us-ca"),
        ("model:vega 5", "model:vega 5"),
        ("model:veg", 'model:"Vega 5"'),
        ('model:"vega 5.1', 'model:"Vega 5.1"'),
        ("nonsense:x", None),
    ],
)
def test_a_filter_being_typed_is_completed(desk: Desk, typed: str, first: str | None) -> None:
    found = complete_filter(desk, typed)
    assert next(iter(found), None) == first
    assert len(found) <= 25


def test_a_completed_value_can_be_read(desk: Desk) -> None:
    for key in Key:
        for typed in complete_filter(desk, f"{key}:"):
            assert parse_filter(typed, desk.names).terms[0].key is key

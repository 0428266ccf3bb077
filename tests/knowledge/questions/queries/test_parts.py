"""All that one entry states of a kind."""

from __future__ import annotations

import pytest

from knowledge.answers import Answered
from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.queries.parts import all_of_a_part, signers, signers_without
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import Property, Rank
from tests.conftest import TODAY
from tests.knowledge.questions.answered import texts


def topics(index: Index, typed: str) -> set[str] | None:
    found = all_of_a_part(index, analyse(index, typed, TODAY), TODAY)
    return None if found is None else {statement.topic for statement in found}


@pytest.mark.parametrize(
    ("typed", "entry", "kind"),
    [
        ("what does SB 53 require?", "us-ca-sb53", Property.REQUIREMENT),
        ("List the duties under SB 53", "us-ca-sb53", Property.REQUIREMENT),
        ("what are all the obligations under RAISE?", "us-ny-raise", Property.REQUIREMENT),
        ("what must developers comply with under RAISE", "us-ny-raise", Property.REQUIREMENT),
        ("who is on the SI Force?", "us-si-force", Property.PARTICIPANTS),
        ("members of the Super Intelligence Force", "us-si-force", Property.PARTICIPANTS),
    ],
)
def test_all_of_a_kind_are_told(real_index: Index, typed: str, entry: str, kind: Property) -> None:
    every = {
        statement.topic
        for statement in real_index.told_of(entry)
        if statement.property is kind and statement.rank is not Rank.DEPRECATED
    }
    assert topics(real_index, typed) == every
    assert len(every) > 1


def test_bans_and_layers_are_told_apart_from_other_duties(real_index: Index) -> None:
    layers = topics(real_index, "what are the four layers of the accord?")
    assert layers == {"internal controls", "internal team", "external auditor", "board committee"}
    bans = topics(real_index, "what does SB 53 prohibit?")
    assert bans is not None
    assert "false statements" in bans
    assert "frontier AI framework" not in bans


@pytest.mark.parametrize(
    "typed",
    [
        "what does SB 53 require of whistleblowers?",
        "what are the duties?",
        "which duties do SB 53 and RAISE share?",
        "what does Gavin Newsom demand?",
        "does SB 53 require audits?",
        "what does SB 53 not require?",
        "why does SB 53 require a framework?",
        "what did SB 53 require in 2024?",
        "what did SB 53 require on 1 June 2024?",
        "exemptions in SB 53",  # there is one, which is no list
    ],
)
def test_what_asks_for_more_or_for_less_is_no_such_query(real_index: Index, typed: str) -> None:
    assert topics(real_index, typed) is None


def test_who_signed_is_told_whole(real_index: Index) -> None:
    assert topics(real_index, "who signed the accord?") == {"companies", "signatories"}
    assert topics(real_index, "who signed SB 53") is None  # a governor, and no list


@pytest.mark.parametrize("typed", ["did Apple sign the accord?", "is Apple a signer of the accord"])
def test_where_it_is_not_told_of_one_whoever_signed_is_told(real: Desk, typed: str) -> None:
    told = texts(real.questions.ask(real, typed))
    assert any("the six companies that signed" in text for text in told)


@pytest.mark.parametrize(
    "typed",
    [
        "why did Apple sign the accord?",
        "did Apple break the accord",
        "who didn't sign it",
        "did the labs sign NDAs for the accord?",
    ],
)
def test_where_nobody_is_asked_to_have_signed_no_signers_are_told(
    real_index: Index, typed: str
) -> None:
    assert signers(real_index, analyse(real_index, typed, TODAY), TODAY) == ()


@pytest.mark.parametrize(
    "typed",
    [
        "what did Microsoft promise in the accord?",
        "when did Microsoft sign the White House accord",
        "which exec signed the accord for Amazon",
    ],
)
def test_what_is_asked_of_one_who_did_not_sign_is_told_who_did(real: Desk, typed: str) -> None:
    told = texts(real.questions.ask(real, typed))
    assert "the six companies that signed" in told[0]


@pytest.mark.parametrize(
    "typed",
    [
        "what did OpenAI promise in the accord?",  # it signed
        "what did Microsoft promise under SB 53",  # nobody signed that as a party
        "who runs Microsoft under the accord",
        "what did Microsoft not promise in the accord",
        "how much does Amazon pay under the CAISI agreements",
        "is there a committee at Nvidia for the CAISI agreements",
        "how does the accord's commitment on security affect Amazon",
        "who urged Amazon to sign the accord",
        "what happens if Amazon signs the accord",
    ],
)
def test_elsewhere_nobody_is_missing_among_the_signers(real_index: Index, typed: str) -> None:
    assert signers_without(real_index, analyse(real_index, typed, TODAY), TODAY) == ()


def test_what_is_disputed_stands_beside_the_list(real: Desk) -> None:
    answer = real.questions.ask(real, "what does SB 53 require?")
    assert isinstance(answer, Answered)
    sides = [side.evidence.statement.text for one in answer.disputes for side in one.sides]
    assert any("no audit duty" in text for text in sides)
    assert len(texts(answer)) == len({*texts(answer)})

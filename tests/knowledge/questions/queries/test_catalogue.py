"""Lists by what entries have in common: complete, and only where every word is understood."""

from __future__ import annotations

import pytest

from knowledge.answers import Answered
from knowledge.desk import Desk
from knowledge.model import Known
from knowledge.questions.base.index import Index
from knowledge.questions.queries.catalogue import in_common
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import Instrument, Jurisdiction, Kind, Property
from tests.conftest import TODAY
from tests.knowledge.questions.answered import shown

LAWS = (Instrument.STATUTE, Instrument.REGULATION)


def subjects(desk: Desk, index: Index, typed: str) -> set[str]:
    found = in_common(desk, index, analyse(index, typed, TODAY), TODAY)
    return {statement.subject for statement in found or ()}


def in_force(index: Index, entry: str) -> bool:
    return any(
        s.property is Property.STATUS and isinstance(s.value, Known) and s.value.text == "in-force"
        for s in index.told_of(entry)
        if s.valid_to is None
    )


def test_what_is_in_force_in_a_place_is_listed_whole(real: Desk, real_index: Index) -> None:
    forms = real.store.forms()
    laws = {
        entry
        for entry, place in real_index.places.items()
        if place is Jurisdiction.CN
        and forms[entry][0] in (Instrument.STATUTE, Instrument.REGULATION)
    }
    expected = {entry for entry in laws if in_force(real_index, entry)}
    found = subjects(real, real_index, "which chinese laws are in force?")
    assert found == expected
    assert len(found) > 2


def test_the_models_of_a_developer_are_listed_whole(real: Desk, real_index: Index) -> None:
    forms = real.store.forms()
    of_openai = {
        entry
        for entry, kind in real_index.kinds.items()
        if kind is Kind.MODEL and forms[entry][1] == "openai"
    }
    assert subjects(real, real_index, "list all openai models") == of_openai
    besides = subjects(real, real_index, "which models do you have besides openai ones")
    assert besides
    assert not besides & of_openai


@pytest.mark.parametrize(
    ("typed", "some"),
    [
        ("list the executive orders on AI", {"us-eo-14409", "us-eo-14365", "us-ca-eo-n-9-26"}),
        ("federal executive orders", {"us-eo-14409", "us-eo-14365"}),
        ("what executive orders has trump signed", {"us-eo-14179", "us-eo-14409"}),
        ("all open weight models", {"kimi-k3", "glm-5.2"}),
        ("which lab safety frameworks do you track", {"anthropic-rsp", "google-fsf"}),
        ("open investigations", {"us-ftc-probe", "us-ca-ag-openai-subpoena"}),
        ("what bills are pending in congress", {"us-hr9917", "us-hr9925"}),
        ("which models have limited access", {"claude-mythos-5.1", "gpt-5.6-cyber"}),
        ("every anthropic model", {"claude-fable-5", "claude-opus-4.8"}),
        ("models that anyone can use", {"gpt-5.6", "claude-fable-5"}),
        ("which anthropic models can i use now", {"claude-fable-5", "claude-opus-5"}),
        ("which laws took effect on 1 January 2026", {"us-ca-sb53", "us-tx-traiga"}),
        ("models released in september 2026", {"claude-opus-5.5", "gpt-6-astra"}),
        ("which laws came into force in august 2026", {"us-ca-sb942", "eu-ai-act-art50"}),
        ("which orders were signed by Biden?", {"us-eo-14110"}),
        ("which laws did Newsom sign?", {"us-ca-sb53", "us-ca-sb813", "us-ca-ab1405"}),
        ("which bills did Hochul sign?", {"us-ny-raise"}),
        ("which laws are not in force?", {"us-ny-raise", "us-co-sb24-205"}),
        ("which laws are not yet in force", {"us-ny-raise"}),
        ("which models are not open source?", {"gpt-5.6", "claude-fable-5"}),
        ("which models aren't publicly available", {"claude-mythos-5.1"}),
        ("which states besides California have laws?", {"us-ny-raise", "us-tx-traiga"}),
        ("which laws outside the US do you have", {"eu-ai-act-gpai", "kr-ai-basic-act"}),
    ],
)
def test_what_has_it_in_common_is_listed(
    real: Desk, real_index: Index, typed: str, some: set[str]
) -> None:
    assert some <= subjects(real, real_index, typed)


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ("federal executive orders", {"us-ca-eo-n-9-26"}),
        ("all open weight models", {"gpt-5.6", "claude-fable-5"}),
        ("models that anyone can use", {"claude-mythos-5.1", "gpt-5.6-cyber"}),
        ("which anthropic models can i use now", {"claude-mythos-5", "gpt-5.6"}),
        ("which laws took effect on 1 January 2026", {"us-ny-raise", "us-il-sb315"}),
        ("which laws came into force in august 2026", {"cn-labeling", "eu-ai-act-gpai"}),
        ("which orders were signed by Biden?", {"us-eo-14179", "us-eo-14409"}),
        ("which laws are not in force?", {"us-ca-sb53", "eu-ai-act-gpai"}),
        ("which laws are not yet in force", {"us-ca-sb53", "us-co-sb24-205"}),
        ("which models are not open source?", {"kimi-k3", "glm-5.2"}),
        ("which models aren't publicly available", {"gpt-5.6", "claude-fable-5"}),
        ("which states besides California have laws?", {"us-ca-sb53", "cn-labeling"}),
        ("which laws outside the US do you have", {"us-ca-sb53", "us-ny-raise"}),
    ],
)
def test_nothing_else_is_listed(
    real: Desk, real_index: Index, typed: str, others: set[str]
) -> None:
    assert not others & subjects(real, real_index, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "which laws punish late reports",  # "punish" and "late" are no parts of a query
        "which models leaked",
        "is there a list of covered models",
        "what models are blocked in China",
        "does SB 53 list rules for models",
        "who signed SB 53",
        "is GPT-5.6 one of the open models",
        "all the laws of thermodynamics",
        "which bills did Hochul not sign?",  # of what is not so nothing is told
        "which government rules are there",  # of which one is not said
    ],
)
def test_a_question_with_a_word_left_over_is_no_query(
    real: Desk, real_index: Index, typed: str
) -> None:
    assert subjects(real, real_index, typed) == set()


def test_each_statement_of_a_list_is_cited(real: Desk) -> None:
    answer = real.questions.ask(real, "list all executive orders")
    assert isinstance(answer, Answered)
    assert len(shown(answer)) > 3
    assert all(evidence.cited for evidence in shown(answer))


def test_what_there_is_no_room_for_is_counted(real: Desk) -> None:
    answer = real.questions.ask(real, "all ai rules")
    assert isinstance(answer, Answered)
    assert any(remark.endswith("more of these.") for remark in answer.remarks)


@pytest.mark.parametrize(
    ("typed", "models"),
    [
        ("which fable models are available to everyone", {"claude-fable-5", "claude-fable-5.1"}),
        (
            "list all mythos models",
            {"claude-mythos-5", "claude-mythos-5.1", "claude-mythos-preview"},
        ),
        ("which gpt-6 models are out", {"gpt-6-astra", "gpt-6-sol-luna"}),
        ("which claude models are upcoming", set()),  # no model is so as a rule is
        ("which gpt models are open", set()),  # to everyone, or in their weights?
    ],
)
def test_the_models_of_a_family_are_listed_whole(
    real: Desk, real_index: Index, typed: str, models: set[str]
) -> None:
    assert subjects(real, real_index, typed) == models


@pytest.mark.parametrize(
    "typed",
    [
        "which models are free to use",
        "which models can i use today without approval",
        "which models don't need approval",
        "which models need no approval?",
    ],
)
def test_free_to_use_is_what_everyone_may(real: Desk, real_index: Index, typed: str) -> None:
    found = subjects(real, real_index, typed)
    assert found == subjects(real, real_index, "which models can everyone use")
    assert {"gpt-5.6", "claude-fable-5"} <= found
    assert not found & subjects(real, real_index, "which models need approval")


@pytest.mark.parametrize(
    "typed",
    [
        "which models can I not use without permission",
        "which models can't we use without approval",
        "which models cannot be used without prior approval",
    ],
)
def test_what_may_not_be_used_freely_is_none_of_these(
    real: Desk, real_index: Index, typed: str
) -> None:
    found = subjects(real, real_index, typed)
    assert "gpt-5.6-cyber" in found
    assert not found & subjects(real, real_index, "which models can everyone use")

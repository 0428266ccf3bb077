"""`ask --explain`: every step of a question's way is printed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from knowledge.desk import Desk
from knowledge.questions.deciding.gate import GATE_FEATURES
from knowledge.questions.explain import as_text
from knowledge.questions.ranking.rank import FEATURES
from knowledge.questions.trained import load
from tests.knowledge.questions.answered import texts

TOLD = "who could use vega 5.1 in calfornia on 5 August 2026?"


def explained(desk: Desk, typed: str) -> dict[str, str]:
    """The lines of a trace that have a name, by that."""
    text = as_text(desk.questions.explain(desk, typed)[1])
    return {line[:12].strip(): line[12:] for line in text.splitlines() if line[:1].strip()}


def test_the_steps_to_a_choice_are_told(sample: Desk) -> None:
    told = explained(sample, TOLD)
    assert told["words"] == "who, could, use, vega, 5.1, in, california, on, 5, august, 2026"
    assert told["repaired"] == "calfornia -> california"
    assert told["entries"] == "vega-5.1"
    assert told["places"] == "us-ca"
    assert told["as of"] == "2026-08-05"
    assert told["operation"] == "get"
    assert len(told["property"].split(", ")) == 5
    assert f"answered from {load().threshold:.2f}" in told["certainty"]


def test_the_best_statements_stand_with_what_speaks_for_them(sample: Desk) -> None:
    answer, trace = sample.questions.explain(sample, "who may use vega 5?")
    text = as_text(trace)
    lines = re.findall(r"^ +\d+\. +(-?[\d.]+)  (\S+)", text, re.MULTILINE)
    best = trace.ranked[:10]
    assert [entry for _, entry in lines] == [one.statement.subject for one in best]
    assert [float(score) for score, _ in lines] == pytest.approx(
        [one.score for one in best], abs=0.01
    )
    named = re.findall(r"([a-z_]+) (-?\d+\.\d\d) \([+-]\d+\.\d\d\)", text.split("gate")[0])
    assert {name for name, _ in named} <= set(FEATURES)
    assert ("subject", "1.00") in named
    assert f"shown\n  vega-5 / access: {texts(answer)[0][:90]}" in text


def test_the_gate_is_told_feature_by_feature(sample: Desk) -> None:
    trace = sample.questions.explain(sample, "who may use vega 5?")[1]
    assert trace.gate is not None
    told = as_text(trace).partition("\ngate\n")[2].partition("\ncertainty")[0]
    rows = [line.split() for line in told.splitlines()]
    assert tuple(name for name, _ in rows) == GATE_FEATURES
    assert [float(seen) for _, seen in rows] == pytest.approx(trace.gate.tolist(), abs=0.001)


@pytest.mark.parametrize(
    ("typed", "decision"),
    [
        ("who may use vega 5?", "answered"),
        ("who may use vega 7?", "veto: a version that is not in the base"),
        ("did mara voss sign the trade office letter", "veto: a name"),
        ("timeline of vega 5.1", "a list: timeline"),
        ("whats the weather in geneva tomorrow", "veto: no fact is asked for"),
    ],
)
def test_the_decision_is_told(sample: Desk, typed: str, decision: str) -> None:
    assert explained(sample, typed)["decision"].startswith(decision)


def test_a_trace_without_a_statement_is_told_too(sample: Desk) -> None:
    _, trace = sample.questions.explain(sample, "")
    text = as_text(replace(trace, ranked=(), gate=None, shown=()))
    assert "\nranked\ngate\n" in text
    assert text.endswith("\nshown")


def test_the_day_and_how_it_was_taken_are_told(real: Desk) -> None:
    told = explained(real, "who could use Fable 5 before the ban?")
    assert told["as of"] == "2026-06-11"
    assert told["remarks"].startswith("Taken as: on 11 June 2026, before the status became")

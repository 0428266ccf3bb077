"""What a change gives to tell: its facts, and what it does to posts that are there."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.alerts.facts import Key, facts_of
from bot.alerts.filters import read_filter
from bot.alerts.news import Turn, collapsed, turn_of
from knowledge.changes import Change, ChangeKind, Difference
from knowledge.desk import Desk
from knowledge.vocabulary import Kind, Tier

ADDED, AMENDED, WITHDRAWN = ChangeKind.ADDED, ChangeKind.AMENDED, ChangeKind.WITHDRAWN
PENALTY = Difference(part="penalty", before="It costs 5.", after="It costs 6.")
STATUS = Difference(part="status", before="It applies.", after="It ended.")
WORDING = Difference(part="access", before="All may.", after="Everyone may.", wording=True)
HEADER = Difference(part="header", before="A", after="B")


def change(
    kind: ChangeKind, *differences: Difference, entry: str = "vega-5.1", sequence: int = 1
) -> Change:
    at = datetime(2026, 11, 5, tzinfo=UTC)
    return Change(
        sequence=sequence,
        kind=kind,
        entry=entry,
        entry_kind=Kind.MODEL,
        title="Vega 5.1",
        at=at,
        differences=differences,
    )


@pytest.mark.parametrize(
    ("differences", "turn"),
    [
        ((HEADER,), Turn.WORDING),
        ((WORDING, HEADER), Turn.WORDING),
        ((PENALTY, WORDING), Turn.EDIT),
        ((PENALTY, STATUS), Turn.RENEWED),
    ],
)
def test_only_status_and_access_are_worth_another_post(
    differences: tuple[Difference, ...], turn: Turn
) -> None:
    assert turn_of(change(AMENDED, *differences)) is turn


@pytest.mark.parametrize(
    ("kinds", "whole"),
    [
        ((ADDED, AMENDED), ADDED),
        ((ADDED, WITHDRAWN), None),
        ((AMENDED, AMENDED), AMENDED),
        ((AMENDED, WITHDRAWN), WITHDRAWN),
        ((WITHDRAWN, ADDED), ADDED),
        ((ADDED, WITHDRAWN, ADDED), ADDED),
    ],
)
def test_changes_of_one_entry_are_told_as_one(
    kinds: tuple[ChangeKind, ...], whole: ChangeKind | None
) -> None:
    log = [change(kind, sequence=n) for n, kind in enumerate(kinds, 1)]
    found = collapsed([*log, change(ADDED, entry="heron-2", sequence=9)])
    assert found[-1].entry == "heron-2"
    assert [one.kind for one in found[:-1]] == ([] if whole is None else [whole])
    assert [one.sequence for one in found[:-1]] == ([] if whole is None else [len(kinds)])


def test_edits_of_one_entry_are_told_together() -> None:
    [one] = collapsed([change(AMENDED, PENALTY), change(AMENDED, STATUS, sequence=2)])
    assert one.differences == (PENALTY, STATUS)


def test_a_new_entry_is_about_all_that_its_statements_name(desk: Desk) -> None:
    facts = facts_of(desk, change(ADDED, entry="us-trade-letter-2026-08-03"))
    assert facts is not None
    assert facts.of(Key.KIND) == {"directive"}
    assert facts.of(Key.EVENT) == {"new"}
    assert facts.of(Key.MODEL) == {"vega-5.1"}
    assert facts.of(Key.ORG) == {"lyra-labs", "us-trade-office"}
    assert facts.of(Key.JURISDICTION) == {"us"}
    assert facts.of(Key.STATUS) == {"ended"}
    assert facts.of(Key.TOPIC) == {"export-control", "model-access"}
    assert facts.tier is Tier.PRIMARY
    assert " harbor post reported the trade office letter first " in facts.text


def test_an_edit_is_about_what_it_touches(desk: Desk) -> None:
    text = "Chip Week measured that Vega 5.1 reads up to 350,000 tokens at once."
    touched = Difference(part="capability", before="It reads 300,000.", after=text)
    gone = Difference(part="scope", before="It held.", after=None, marks=("eu", "heron-2"))
    facts = facts_of(desk, change(AMENDED, touched, gone, WORDING))
    assert facts is not None
    assert facts.of(Key.MODEL) == {"vega-5.1", "heron-2"}
    assert facts.of(Key.DIRECTIVE) == frozenset()  # other statements name one
    assert facts.of(Key.JURISDICTION) == {"eu"}
    assert facts.of(Key.EVENT) == {"changed"}
    assert facts.tier is Tier.TRADE_PRESS
    assert read_filter('"350 000 tokens" "it reads 300 000" -everyone').matches(facts)


def test_a_status_that_is_an_end_ends_it(desk: Desk) -> None:
    of = "us-trade-letter-2026-08-03"
    facts = facts_of(desk, change(AMENDED, STATUS, entry=of))
    assert facts is not None
    assert facts.of(Key.EVENT) == {"changed", "ended"}
    other = facts_of(desk, change(AMENDED, PENALTY, entry=of))
    assert other is not None
    assert other.of(Key.EVENT) == {"changed"}


def test_of_what_is_withdrawn_the_log_tells(desk: Desk) -> None:
    marks = ("lyra-labs", "model-access", "eu", "us-eo-15001", "not-here-any-more")
    kept = Difference(part="header", before="Old", after=None, marks=marks)
    facts = facts_of(desk, change(WITHDRAWN, kept, entry="gone"))
    assert facts is not None
    assert facts.of(Key.MODEL) == {"gone"}
    assert facts.of(Key.ORG) == {"lyra-labs"}
    assert facts.of(Key.DIRECTIVE) == {"us-eo-15001"}
    assert facts.of(Key.JURISDICTION) == {"eu"}
    assert facts.of(Key.TOPIC) == {"model-access"}
    assert facts.of(Key.EVENT) == {"ended"}


def test_an_entry_that_has_gone_since_gives_nothing_to_tell(desk: Desk) -> None:
    assert facts_of(desk, change(ADDED, entry="gone")) is None
    assert facts_of(desk, change(AMENDED, PENALTY, entry="gone")) is None

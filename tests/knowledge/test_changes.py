"""How two versions of an entry differ, told statement by statement."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from knowledge.changes import Difference, differences, dropped, means_the_same, removal
from knowledge.dates import FuzzyDate
from knowledge.model import Citation, Known
from knowledge.vocabulary import AccessState, Audience, Jurisdiction, Property
from tests.knowledge.making import access, directive, model, statement

SCOPE = statement()
FINE = statement(Property.PENALTY, "A breach costs $5.", value="$5", topic="fine")
DEARER = statement(Property.PENALTY, "A breach costs $9.", value="$9", topic="fine")


def test_equal_versions_do_not_differ() -> None:
    assert differences(directive(SCOPE), directive(SCOPE)) == ()


def test_an_edited_statement_is_told_before_and_after() -> None:
    found = differences(directive(SCOPE, FINE), directive(SCOPE, DEARER))
    told = Difference(part="penalty", before="A breach costs $5.", after="A breach costs $9.")
    assert found == (told,)


def test_a_new_and_a_removed_statement_stand_alone() -> None:
    added = Difference(part="penalty", before=None, after="A breach costs $5.")
    removed = Difference(part="penalty", before="A breach costs $5.", after=None)
    assert differences(directive(), directive(FINE)) == (added,)
    assert differences(directive(FINE), directive()) == (removed,)


def test_what_is_dropped_has_no_version_left() -> None:
    assert dropped(directive(SCOPE, FINE), directive(SCOPE)) == (FINE,)
    assert dropped(directive(SCOPE, FINE), directive(SCOPE, DEARER)) == ()
    assert dropped(directive(SCOPE, FINE), directive(FINE, SCOPE)) == ()


def test_versions_of_one_point_are_matched_by_topic_and_audience() -> None:
    jail = statement(Property.PENALTY, "A breach costs a year.", topic="jail")
    longer = statement(Property.PENALTY, "A breach costs two years.", topic="jail")
    found = differences(directive(FINE, jail), directive(longer, DEARER))
    assert {(one.before, one.after) for one in found} == {
        ("A breach costs $5.", "A breach costs $9."),
        ("A breach costs a year.", "A breach costs two years."),
    }
    ours = access(AccessState.ALLOWED, Audience.US_PERSONS)
    theirs = access(AccessState.ALLOWED, Audience.FOREIGN_NATIONALS)
    barred = replace(theirs, text="For foreign-nationals it is barred.")
    (found_one,) = differences(model(ours, theirs), model(ours, barred))
    assert found_one.before == theirs.text


def test_a_statement_moved_to_another_point_is_a_version_of_the_one_before() -> None:
    moved = statement(Property.PENALTY, "A breach costs $5.", value="$5", topic="first breach")
    told = Difference(part="penalty", before=FINE.text, after=moved.text)
    assert differences(directive(FINE), directive(moved)) == (told,)


def test_a_change_that_keeps_the_text_is_told_too() -> None:
    (found,) = differences(directive(FINE), directive(replace(FINE, doubt="Said once only.")))
    assert found == Difference(part="penalty", before=FINE.text, after=FINE.text)


def test_another_title_is_a_change_of_the_header() -> None:
    found = differences(directive(), directive(title="Order on Lamps"))
    assert found == (Difference(part="header", before="Lamp Order", after="Order on Lamps"),)


def test_statements_in_another_order_are_a_change_of_the_header_only() -> None:
    found = differences(directive(SCOPE, FINE), directive(FINE, SCOPE))
    assert [one.part for one in found] == ["header"]


def test_a_double_counts_once_for_each() -> None:
    (found,) = differences(directive(SCOPE, SCOPE), directive(SCOPE))
    assert found == Difference(part="scope", before=SCOPE.text, after=None)


@pytest.mark.parametrize(
    "edit",
    [
        {"text": "Whoever breaches it pays $5."},
        {"citations": (Citation(source="another"),)},
        {"known_from": FuzzyDate.parse("2026-01-01")},
        {"reason": "The gazette is the official text."},
        {"about": ("lamp-1",)},
    ],
)
def test_other_words_and_sources_are_wording(edit: dict[str, Any]) -> None:
    after = replace(FINE, **edit)
    assert means_the_same(FINE, after)
    assert [one.wording for one in differences(directive(FINE), directive(after))] == [True]


@pytest.mark.parametrize(
    "edit",
    [
        {"text": "A breach costs $6."},
        {"text": "A breach never costs $5."},
        {"value": Known("$6")},
        {"topic": "first fine"},
        {"on": FuzzyDate.parse("2026-01-01")},
        {"valid_to": FuzzyDate.parse("2026-01-01")},
        {"jurisdiction": Jurisdiction.EU},
        {"doubt": "Said once only."},
    ],
)
def test_another_value_day_or_number_is_more_than_wording(edit: dict[str, Any]) -> None:
    after = replace(FINE, **edit)
    assert not means_the_same(FINE, after)
    assert [one.wording for one in differences(directive(FINE), directive(after))] == [False]


def test_a_text_that_carries_the_value_itself_bears_a_small_edit_only() -> None:
    assert means_the_same(SCOPE, replace(SCOPE, text="The order covers all lamps."))
    assert not means_the_same(SCOPE, replace(SCOPE, text="The order leaves lanterns alone."))


def test_what_is_gone_keeps_what_it_was_about() -> None:
    gone = replace(FINE, about=("lamp-1",), jurisdiction=Jurisdiction.EU)
    [removed] = differences(directive(gone), directive())
    assert removed.marks == ("eu", "lamp-1")
    [whole] = removal(directive(gone))
    assert (whole.part, whole.before, whole.after) == ("header", "Lamp Order", None)
    assert whole.marks == ("us", "model-access", "eu", "lamp-1")

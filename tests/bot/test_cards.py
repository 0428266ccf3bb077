"""How answers read: each kind of body, disagreements, what cannot be confirmed, the footer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from bot.cards import card, choices_for
from bot.plain import plain_text
from bot.reply import Choice, Choices, Day, Heading, Listing, Note, SourceNotes, Table, spans_text
from knowledge.answers import (
    AccessTable,
    Answered,
    Body,
    ChangeLog,
    Closest,
    Compared,
    Comparison,
    Deadlines,
    Dispute,
    Evidence,
    Nothing,
    Profile,
    Sentences,
    Side,
    SourceList,
    Timeline,
)
from knowledge.changes import Change, ChangeKind, Difference
from knowledge.dates import FuzzyDate
from knowledge.model import Access
from knowledge.names import Named
from knowledge.vocabulary import AccessState, Audience, Kind, Property, Rank
from tests.bot.fakes import a_source, a_statement, evidence

TODAY = date(2026, 11, 21)
VEGA = Named("vega-5", "Vega 5", Kind.MODEL)
RULE = Named("some-rule", "Some Rule", Kind.DIRECTIVE)
GAZETTE, COURIER = a_source("gazette"), a_source("courier")


def answered(body: Body, **more: object) -> Answered:
    parts: dict[str, object] = {"as_of": TODAY, "checked_to": date(2026, 11, 1), "title": "Title"}
    return Answered(body=body, **(parts | more))  # type: ignore[arg-type]


def words(body: Body, **more: object) -> str:
    return plain_text(card(answered(body, **more)))


def stated(text: str, **changes: object) -> Evidence:
    return evidence(GAZETTE, statement=a_statement(text, **changes))


def access(text: str, who: Audience, state: AccessState, *under: str, **dates: str) -> Evidence:
    days = {name: FuzzyDate.parse(day) for name, day in dates.items()}
    return stated(
        text,
        property=Property.ACCESS,
        access=Access(audience=who, state=state, under=under),
        **days,
    )


def test_an_answer_has_title_remarks_body_sources_and_footer_in_this_order() -> None:
    reply = card(answered(Sentences((stated("One."),)), remarks=("Taken as Vega 5.",)))
    assert [type(block).__name__ for block in reply.blocks] == [
        "Heading",
        "Note",
        "Paragraph",
        "SourceNotes",
        "Note",
    ]
    assert reply.headline == "Title"
    assert reply.blocks[1] == Note(("Taken as Vega 5.",))


def test_an_answer_without_a_title_is_announced_by_its_first_sentence() -> None:
    reply = card(answered(Sentences((stated("One."), stated("Two."))), title=""))
    assert reply.headline == "One. [1]"
    assert not [block for block in reply.blocks if isinstance(block, Heading)]


def test_sentences_keep_their_order_and_share_their_sources() -> None:
    second = evidence(COURIER, GAZETTE, statement=a_statement("Two."))
    text = words(Sentences((stated("One."), second)))
    assert "One. [1]\n\nTwo. [2] [1]\n\n[1] Gazette" in text


def test_an_answer_without_sources_has_no_list_of_them() -> None:
    reply = card(answered(Sentences(())))
    assert not [block for block in reply.blocks if isinstance(block, SourceNotes)]


def test_the_footer_tells_the_day_and_how_far_the_base_has_looked() -> None:
    assert words(Sentences(())).endswith(
        "As of 21 November 2026; checked up to 1 November 2026. Not legal advice."
    )
    footer = card(answered(Sentences(()))).blocks[-1]
    assert isinstance(footer, Note)
    assert [span.day for span in footer.spans if isinstance(span, Day)] == [
        TODAY,
        date(2026, 11, 1),
    ]


def test_the_footer_is_silent_on_how_far_where_nobody_has_looked() -> None:
    assert "As of 21 November 2026. Not legal" in words(Sentences(()), checked_to=None)


def test_what_might_be_taken_for_the_whole_says_that_it_is_not() -> None:
    caution = "Not being listed does not mean that there is no rule."
    assert caution in words(Timeline(()))
    assert caution not in words(Sentences(()))


def test_who_may_use_a_model_begins_with_what_holds_for_everyone() -> None:
    staff = access("Staff may.", Audience.DEVELOPER_STAFF, AccessState.ALLOWED)
    everyone = access("Nobody else may.", Audience.EVERYONE, AccessState.BARRED)
    text = words(AccessTable((staff, everyone), (), {}))
    assert text.startswith("Title\n\nNobody else may. [1]\n\nwho | state | since | until | under\n")


def test_who_may_use_a_model_begins_with_the_first_row_where_none_is_on_everyone() -> None:
    staff = access("Staff may.", Audience.DEVELOPER_STAFF, AccessState.ALLOWED)
    partners = access("Partners may.", Audience.NAMED_PARTNERS, AccessState.ALLOWED)
    assert words(AccessTable((staff, partners), (), {})).startswith("Title\n\nStaff may. [1]")


def test_a_row_of_access_has_audience_state_days_and_directives() -> None:
    row = access(
        "x",
        Audience.FOREIGN_NATIONALS,
        AccessState.BARRED,
        "some-rule",
        "other-rule",
        valid_from="2026-08-03",
        valid_to="2026-09~",
    )
    text = words(AccessTable((row,), (), {"some-rule": "Some Rule"}))
    line = "foreign nationals | barred [1] | 3 August 2026 | about September 2026"
    assert f"{line} | Some Rule; other-rule" in text


def test_what_was_before_stands_below_what_holds_now_and_its_notes() -> None:
    now = access("Now.", Audience.EVERYONE, AccessState.ALLOWED)
    before = access("Then.", Audience.EVERYONE, AccessState.BARRED)
    text = words(AccessTable((now,), (before,), {}, (stated("No source names them."),)))
    assert text.index("allowed") < text.index("No source names them.") < text.index("Before")
    assert text.index("Before") < text.index("barred")


def test_without_a_current_row_there_is_no_table_of_now() -> None:
    before = access("Then.", Audience.EVERYONE, AccessState.BARRED)
    tables = [
        b for b in card(answered(AccessTable((), (before,), {}))).blocks if isinstance(b, Table)
    ]
    assert len(tables) == 1


def test_a_timeline_puts_the_day_before_each_statement() -> None:
    items = (
        stated("It began.", on=FuzzyDate.parse("2026-06-12")),
        stated("It went on.", valid_from=FuzzyDate.parse("2026-07~")),
        stated("It has no day."),
    )
    assert (
        "- 12 June 2026: It began. [1]\n- about July 2026: It went on. [1]\n- –: It has no day. [1]"
    ) in words(Timeline(items))


@pytest.mark.parametrize(
    ("due", "left"),
    [(20, "past"), (21, "today"), (22, "1 day"), (30, "9 days")],
)
def test_a_deadline_tells_the_days_that_are_left(due: int, left: str) -> None:
    text = words(Deadlines((stated("Report.", on=FuzzyDate.parse(f"2026-11-{due}")),), {}, TODAY))
    assert f"| {left} | Report. [1] | fixed" in text


def test_a_computed_deadline_tells_from_what() -> None:
    item = stated("x", on=FuzzyDate.parse("2026-12-31"), computed_from="120 days after 2026-09-02")
    assert "computed: 120 days after 2026-09-02" in words(Deadlines((item,), {}, TODAY))


def test_no_deadline_is_said_in_a_sentence() -> None:
    assert "holds no deadline" in words(Deadlines((), {}, TODAY))


def test_a_profile_offers_what_it_leaves_out() -> None:
    reply = card(
        answered(Profile((stated("It is."),), {"penalty": 2, "licence": 1}), entries=(RULE,))
    )
    offered = [block for block in reply.blocks if isinstance(block, Choices)]
    assert offered[0].items == (
        Choice("penalty (2)", "directive", (("name", "some-rule"), ("part", "penalty"))),
        Choice("licence (1)", "directive", (("name", "some-rule"), ("part", "licence"))),
    )


def test_a_comparison_says_where_one_side_has_nothing() -> None:
    line = Compared("where it stands", (stated("A."), stated("B.")), ())
    text = words(Comparison(VEGA, RULE, (line,)))
    assert " | Vega 5 | Some Rule\nwhere it stands | A. [1] B. [1] | nothing in the base" in text


def test_a_list_of_sources_tells_what_each_is_cited_for() -> None:
    body = SourceList(((GAZETTE, (a_statement("A."), a_statement("B."))),))
    assert (
        "- Gazette, “Report of the Gazette” <https://gazette.example/report> (primary) · A. · B."
        in words(body)
    )


def change(kind: ChangeKind, *parts: str) -> Change:
    return Change(
        sequence=1,
        kind=kind,
        entry="vega-5",
        entry_kind=Kind.MODEL,
        title="Vega 5",
        at=datetime(2026, 11, 5, 12, tzinfo=UTC),
        differences=tuple(Difference(part=part, before=None, after=None) for part in parts),
    )


def test_changes_tell_what_was_touched_and_what_happened_in_the_world() -> None:
    log = (change(ChangeKind.AMENDED, "status", "access", "status"), change(ChangeKind.ADDED))
    event = stated("It was signed.", on=FuzzyDate.parse("2026-11-03"))
    text = words(ChangeLog(TODAY, log, (event,)))
    assert (
        "- 5 November 2026: amended Vega 5 (access, status)\n- 5 November 2026: added Vega 5"
        in text
    )
    assert "- 3 November 2026: It was signed. [1]" in text


def test_no_change_is_said_in_a_sentence() -> None:
    assert "Nothing changed in the base" in words(ChangeLog(TODAY, (), ()))


def disputed(*sides: tuple[str, Rank, str, bool]) -> str:
    made = tuple(
        Side(stated(text, rank=rank, reason=reason), preferred)
        for text, rank, reason, preferred in sides
    )
    return words(Sentences(()), disputes=(Dispute("signing date", made, ""),))


def test_a_settled_disagreement_tells_both_sides_and_why() -> None:
    text = disputed(
        ("On 2 June.", Rank.PREFERRED, "The act says so.", True),
        ("On 4 June.", Rank.DEPRECATED, "That is the day of print.", False),
    )
    assert (
        "Sources disagree on: signing date\n\n- Preferred: On 2 June. [1]\n"
        "- Not supported: On 4 June. [1] That is the day of print.\n\nWhy: The act says so."
    ) in text


def test_an_open_disagreement_prefers_no_side() -> None:
    text = disputed(("On 2 June.", Rank.NORMAL, "", False), ("On 4 June.", Rank.NORMAL, "", False))
    assert "- On 2 June. [1]\n- On 4 June. [1]" in text
    assert "Preferred" not in text
    assert "Why" not in text


@pytest.mark.parametrize("kind", [Closest, Nothing])
def test_what_cannot_be_answered_is_told_with_the_nearest_entries(
    kind: Callable[..., Closest | Nothing],
) -> None:
    field = "entries" if kind is Closest else "nearest"
    reply = card(kind(reason="No record.", as_of=TODAY, checked_to=None, **{field: (VEGA, RULE)}))
    assert reply.headline == "No record."
    assert plain_text(reply).startswith("No record.\n\n1) Vega 5\n2) Some Rule\n\nAs of")
    assert not [block for block in reply.blocks if isinstance(block, Heading | Listing)]


def test_nothing_near_offers_nothing() -> None:
    reply = card(Nothing(reason="No record.", nearest=(), as_of=TODAY, checked_to=None))
    assert not [block for block in reply.blocks if isinstance(block, Choices)]


@pytest.mark.parametrize("kind", Kind)
def test_a_choice_of_any_kind_of_entry_gives_a_command_that_takes_it(kind: Kind) -> None:
    (choice,) = choices_for((Named("some-id", "Some Title", kind),))
    assert choice.label == "Some Title"
    assert choice.command in {"model", "directive", "quote", "timeline"}
    assert choice.arguments == (("name", "some-id"),)


def test_dates_of_one_certain_day_are_left_to_the_chat_to_show() -> None:
    reply = card(answered(Timeline((stated("x", on=FuzzyDate.parse("2026-06-12")),))))
    listing = next(block for block in reply.blocks if isinstance(block, Listing))
    assert listing.items[0][0] == Day(date(2026, 6, 12), "12 June 2026")
    assert spans_text(listing.items[0]).startswith("12 June 2026: ")

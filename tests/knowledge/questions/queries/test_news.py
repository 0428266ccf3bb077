"""What happened in a time, to what is named or at all."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers import Answered, Nothing, evidence_in
from knowledge.desk import Desk
from knowledge.model import Statement
from knowledge.questions.base.index import Index
from knowledge.questions.queries.news import Happened, happened
from knowledge.questions.reading.analyse import analyse
from knowledge.vocabulary import Kind, Property, Rank
from tests.conftest import TODAY
from tests.knowledge.questions.answered import shown, strange


def found(desk: Desk, index: Index, typed: str) -> Happened | Nothing | None:
    return happened(desk, index, analyse(index, typed, TODAY), TODAY)


def events(desk: Desk, index: Index, typed: str) -> list[Statement]:
    asked = found(desk, index, typed)
    assert isinstance(asked, Happened)
    assert {s.property for s in asked.events} == {Property.EVENT}
    return list(asked.events)


def days(statements: list[Statement]) -> list[tuple[date, date]]:
    return [(s.on.earliest, s.on.latest) for s in statements if s.on]


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("what happened in February 2026", date(2026, 2, 1), date(2026, 2, 28)),
        ("What's new in AI regulation in June?", date(2026, 6, 1), date(2026, 6, 30)),
        ("June news", date(2026, 6, 1), date(2026, 6, 30)),
        ("Was ist im Juni 2026 passiert?", date(2026, 6, 1), date(2026, 6, 30)),
        ("Que s'est-il passé en juin 2026 ?", date(2026, 6, 1), date(2026, 6, 30)),
        ("2026年6月发生了什么", date(2026, 6, 1), date(2026, 6, 30)),
        ("show me what took place in June", date(2026, 6, 1), date(2026, 6, 30)),
        ("what happened on 26 June 2026", date(2026, 6, 26), date(2026, 6, 26)),
        ("any AI news from last month", date(2026, 10, 1), date(2026, 10, 31)),
        ("what happened before February 2026", date.min, date(2026, 1, 31)),
        ("what changed since 1 september 2026", date(2026, 9, 1), TODAY),
        ("any news in ai law", date(2026, 9, 10), TODAY),
    ],
)
def test_all_of_a_time_is_told_and_nothing_else(
    real: Desk, real_index: Index, typed: str, first: date, last: date
) -> None:
    told = events(real, real_index, typed)
    every = real.store.dated(Property.EVENT, first)
    sure = [s for s in every if not s.doubt and s.rank is not Rank.DEPRECATED]
    held = {s.text for s in sure if s.on and s.on.earliest <= last and s.on.latest >= first}
    assert {s.text for s in told} == held != set()


def test_what_is_over_is_told_in_order_and_what_goes_on_newest_first(
    real: Desk, real_index: Index
) -> None:
    june = days(events(real, real_index, "what happened in june"))
    since = days(events(real, real_index, "what's new since june"))
    assert june == sorted(june, key=lambda day: day[0])
    assert [day for day, _ in since] == sorted((day for day, _ in since), reverse=True)
    assert len(since) > len(june) > 10


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("what's new with gpt-5.6", "gpt-5.6"),
        ("latest news on the RAISE act", "us-ny-raise"),
        ("any updates about SB 53?", "us-ca-sb53"),
        ("what changed for raise on 27 march 2026", "us-ny-raise"),
        ("anything happening with Anthropic", "anthropic"),
        ("SB 53 updates", "us-ca-sb53"),
        ("what's the update on SB 53", "us-ca-sb53"),
    ],
)
def test_the_news_on_a_thing_concern_it(
    real: Desk, real_index: Index, typed: str, entry: str
) -> None:
    told = events(real, real_index, typed)
    assert 0 < len(told) <= 5
    assert all(entry in (s.subject, *s.about) for s in told)


@pytest.mark.parametrize("typed", ["recent developments in California", "news about California"])
def test_the_news_of_a_place_are_of_its_rules(real: Desk, real_index: Index, typed: str) -> None:
    told = events(real, real_index, typed)
    rules = {entry for entry, place in real_index.places.items() if place == "us-ca"}
    assert told
    assert all(rules & {s.subject, *s.about} for s in told)


def test_a_time_of_which_nothing_is_known_is_declined_with_what_is_newest(real: Desk) -> None:
    answer = real.questions.ask(real, "any news this week?")
    assert isinstance(answer, Nothing)
    assert answer.reason == (
        "The base has nothing that happened from 16 November 2026 to 21 November 2026. "
        "The newest event that it has is of 9 October 2026."
    )
    assert strange(real, answer) == []


def test_the_reply_says_how_the_time_was_taken(real: Desk) -> None:
    answer = real.questions.ask(real, "what happened in february 2026?")
    assert isinstance(answer, Answered)
    assert answer.remarks == ("Taken as: what happened from 1 February 2026 to 28 February 2026.",)
    assert answer.as_of == real.today
    assert strange(real, answer) == []
    assert all(e.statement.on for e in evidence_in(answer))


@pytest.mark.parametrize(
    "typed",
    [
        "what's new in RSP v3.4",  # what it says
        "what changed in SB 53",
        "what is new york's raise act",
        "what happened to the stock market in june",
        "what happened to fable 5 in june",  # a timeline
        "new stack on the anthropic directive",  # an outlet
        "latest model of openai",
        "what happened in 2030",
        "what's new in the AI Act",  # which is not one entry
        "what happened then",
        "Warum wurde die Regel geändert?",
        "Wer hat die Regel im Juni geändert?",
        "¿Quién cambió la regla?",
        "Was ist mit der Strafe im Juni passiert?",
        "what happened with the persuasion category in april 2025",
    ],
)
def test_what_asks_for_more_or_for_else_is_no_news(
    real: Desk, real_index: Index, typed: str
) -> None:
    assert found(real, real_index, typed) is None


@pytest.mark.parametrize(
    ("asked", "taken"),
    [
        (
            ("what happened in June?", "and in July?"),
            "what happened from 1 July 2026 to 31 July 2026",
        ),
        (
            ("what happened in June?", "and in July?", "what about Anthropic?"),
            "what happened from 1 July 2026 to 31 July 2026",
        ),
        (
            ("what's due in December?", "and in January?"),
            "due from 1 January 2027 to 31 January 2027",
        ),
    ],
)
def test_a_follow_up_asks_the_same_of_another_time(
    real: Desk, asked: tuple[str, ...], taken: str
) -> None:
    for typed in asked:
        answer = real.questions.ask(real, typed, conversation=f"thread of {asked}")
    assert isinstance(answer, Answered)
    assert any(taken in remark for remark in answer.remarks)


def test_a_time_is_read_by_the_day_that_is_asked_for(real: Desk) -> None:
    answer = real.questions.ask(real, "what happened yesterday?", as_of=date(2026, 6, 13))
    assert isinstance(answer, Answered)
    assert answer.remarks == ("Taken as: what happened on 12 June 2026.",)
    lately = real.questions.ask(real, "what's new?", as_of=date(2026, 6, 20))
    assert isinstance(lately, Answered)
    assert "Taken as: what happened from 21 May 2026 to 20 June 2026." in lately.remarks


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_fault(real: Desk, day: date) -> None:
    assert real.questions.ask(real, "what's new?", as_of=day).as_of == day


def test_what_happens_in_a_time_gone_by_is_what_happened(real: Desk, real_index: Index) -> None:
    assert events(real, real_index, "what happens in june") == events(
        real, real_index, "what happened in june"
    )


def test_where_nothing_sure_happened_what_is_doubted_is_told_with_its_doubt(
    real: Desk, real_index: Index
) -> None:
    told = events(real, real_index, "what happened in november 2026")
    assert told
    assert all(s.doubt for s in told)
    june = events(real, real_index, "what happened in june 2026")
    assert not any(s.doubt for s in june)


def test_a_timeline_of_a_time_is_what_happened_in_it(real: Desk, real_index: Index) -> None:
    assert events(real, real_index, "timeline of june 2026") == events(
        real, real_index, "what happened in june 2026"
    )


def test_of_one_day_what_happened_to_a_rule_comes_before_what_that_did_to_models(
    real: Desk,
) -> None:
    told = shown(real.questions.ask(real, "what happened on 12 June 2026?"))
    kinds = [real.names.named(one.statement.subject).kind for one in told]
    assert {*kinds} == {Kind.DIRECTIVE, Kind.MODEL}
    assert kinds == sorted(kinds, key=lambda kind: kind is Kind.MODEL)

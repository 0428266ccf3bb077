"""Conversations: follow-ups take over what was spoken of, for a quarter of an hour, each apart."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers import Answered
from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.reading.analyse import analyse
from knowledge.questions.reading.conversation import _MOST, KEPT, Conversations
from knowledge.questions.reading.followup import TakenOver
from knowledge.vocabulary import Property
from tests.conftest import TODAY
from tests.knowledge.questions.answered import shown


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock of the test's own."""
    return Clock()


@pytest.fixture
def talks(clock: Clock, index: Index) -> Conversations:
    """One conversation, in which Vega 5.1 was spoken of."""
    made = Conversations(clock)
    say(made, index, "who may use vega 5.1?", "one")
    return made


def say(
    talks: Conversations, index: Index, typed: str, talk: str | None, as_of: date | None = None
) -> None:
    talks.remember(talk, analyse(index, typed, TODAY), (), as_of)


def taken(talks: Conversations, index: Index, typed: str, talk: str | None = "one") -> TakenOver:
    return talks.taken_over(talk, analyse(index, typed, TODAY), index.kinds)


def took_over(found: TakenOver) -> bool:
    return bool(found.about or found.remark)


@pytest.mark.parametrize(
    "typed", ["and since when?", "why?", "who made it?", "is that still so", "when did this end"]
)
def test_a_follow_up_takes_over_what_was_named(
    talks: Conversations, index: Index, typed: str
) -> None:
    found = taken(talks, index, typed)
    assert found.analysis.links.entries == ("vega-5.1",)
    assert found.analysis.patterns[0] == "<model>"
    assert found.about == ("vega-5.1",)


def test_a_question_that_names_something_takes_over_nothing(
    talks: Conversations, index: Index
) -> None:
    found = taken(talks, index, "who made heron 2?")
    assert found.analysis.links.entries == ("heron-2",)
    assert not took_over(found)


def test_a_question_that_does_not_follow_takes_over_nothing(
    talks: Conversations, index: Index
) -> None:
    found = taken(talks, index, "penalties for labs without incident reports in general")
    assert found.analysis.links.entries == ()
    assert not took_over(found)


def test_the_same_question_is_asked_of_something_else(talks: Conversations, index: Index) -> None:
    day = date(2026, 8, 5)
    say(talks, index, "who could use vega 5.1?", "one", day)
    found = taken(talks, index, "and heron 2?")
    assert found.analysis.links.entries == ("heron-2",)
    assert found.as_of == day
    assert set(analyse(index, "who could use vega 5.1?", TODAY).patterns) <= set(
        found.analysis.patterns
    )
    assert found.remark == "Taken as: the same question as before."


def test_a_conversation_is_forgotten_after_a_quarter_of_an_hour(
    talks: Conversations, index: Index, clock: Clock
) -> None:
    clock.now += KEPT
    assert took_over(taken(talks, index, "and since when?"))
    clock.now += 1.0
    assert not took_over(taken(talks, index, "and since when?"))
    assert KEPT == 15 * 60


def test_conversations_are_apart(talks: Conversations, index: Index) -> None:
    say(talks, index, "who made heron 2?", "two")
    assert taken(talks, index, "and why?", "one").analysis.links.entries == ("vega-5.1",)
    assert taken(talks, index, "and why?", "two").analysis.links.entries == ("heron-2",)
    assert not took_over(taken(talks, index, "and why?", "three"))


@pytest.mark.parametrize("nobody", [None, ""])
def test_without_a_conversation_nothing_is_kept(
    talks: Conversations, index: Index, nobody: str | None
) -> None:
    say(talks, index, "who made heron 2?", nobody)
    assert not took_over(taken(talks, index, "and why?", nobody))


def test_what_was_found_stands_in_where_nothing_was_named(
    talks: Conversations, index: Index
) -> None:
    talks.remember("one", analyse(index, "which one is open", TODAY), ("heron-2",), None)
    assert taken(talks, index, "and why?").analysis.links.entries == ("heron-2",)


def test_at_most_ten_thousand_are_kept_and_the_oldest_goes_first(index: Index) -> None:
    talks = Conversations(Clock())
    analysis = analyse(index, "who may use vega 5.1?", TODAY)
    for number in range(_MOST):
        talks.remember(str(number), analysis, (), None)
    talks.remember("0", analysis, (), None)
    talks.remember("new", analysis, (), None)
    assert _MOST == len(talks._subjects) == 10_000
    assert not took_over(taken(talks, index, "and why?", "1"))
    assert took_over(taken(talks, index, "and why?", "0"))
    assert took_over(taken(talks, index, "and why?", "new"))


def test_a_bare_word_asks_about_all_that_was_said_before(
    talks: Conversations, index: Index
) -> None:
    say(talks, index, "who signed off on heron 2?", "one")
    found = taken(talks, index, "why?").analysis
    assert found.links.entries == ("heron-2",)
    assert {"heron", "2", "signed"} <= set(found.words)


def test_another_day_asks_the_same_again(talks: Conversations, index: Index) -> None:
    say(talks, index, "who could use vega 5.1 on 20 june 2026?", "one", date(2026, 6, 20))
    found = taken(talks, index, "and on 5 july?")
    assert found.remark == "Taken as: the same question as before."
    assert found.analysis.links.entries == ("vega-5.1",)
    assert found.analysis.days.asked == date(2026, 7, 5)


def test_what_the_answer_was_about_is_taken_over_where_only_a_party_was_named(
    talks: Conversations, index: Index
) -> None:
    talks.remember("one", analyse(index, "which models", TODAY), ("heron-2", "vega-5.1"), None)
    assert taken(talks, index, "since when?").about[0] == "heron-2"


@pytest.mark.parametrize(
    ("typed", "sure"),
    [
        ("why?", True),
        ("who made it?", True),
        ("which penalties follow for labs without reports", False),
    ],
)
def test_a_question_that_could_stand_alone_is_not_sure_to_follow(
    talks: Conversations, index: Index, typed: str, sure: bool
) -> None:
    found = taken(talks, index, typed)
    assert found.about == ("vega-5.1",)
    assert found.sure is sure


def test_what_is_asked_of_a_word_of_a_name_is_a_question_of_its_own(real: Desk) -> None:
    real.questions.ask(real, "On which day was Kimi K3 launched?", conversation="licence")
    typed = "ok and what licence are the weights under?"
    answer = real.questions.ask(real, typed, conversation="licence")
    assert isinstance(answer, Answered)
    assert shown(answer)[0].statement.property is Property.LICENCE


@pytest.mark.parametrize(
    ("typed", "day"),
    [("and the day after?", date(2026, 6, 21)), ("a week later?", date(2026, 6, 27))],
)
def test_a_day_is_counted_from_the_one_before(real: Desk, typed: str, day: date) -> None:
    real.questions.ask(real, "who could use Fable 5 on 20 June?", conversation=typed)
    answer = real.questions.ask(real, typed, conversation=typed)
    assert isinstance(answer, Answered)
    assert answer.as_of == day


@pytest.mark.parametrize(
    ("first", "then", "model"),
    [
        ("newest OpenAI model?", "and Anthropic?", "claude-opus-5.5"),
        ("newest Claude model?", "and OpenAI?", "gpt-6-cyber"),
        ("which models are in preview?", "and of OpenAI?", "gpt-6-cyber"),
    ],
)
def test_a_query_is_asked_again_of_another_developer(
    real: Desk, first: str, then: str, model: str
) -> None:
    real.questions.ask(real, first, conversation=first)
    told = shown(real.questions.ask(real, then, conversation=first))
    assert model in {one.statement.subject for one in told}
    developers = {real.store.forms()[one.statement.subject][1] for one in told}
    assert len(developers) == 1


def test_a_time_is_counted_again_from_a_month(real: Desk) -> None:
    for typed in ("who could use GPT-5.6 in June?", "and in August?"):
        real.questions.ask(real, typed, conversation="month")
    answer = real.questions.ask(real, "two weeks later?", conversation="month")
    assert isinstance(answer, Answered)
    assert answer.as_of == date(2026, 8, 29)


def test_what_is_hinted_at_with_more_words_is_a_question_of_its_own(real: Desk) -> None:
    real.questions.ask(real, "who could use Fable 5 on 20 June?", conversation="court")
    answer = real.questions.ask(real, "what about the Ninth Circuit appeal?", conversation="court")
    assert not any(one.statement.subject == "claude-fable-5" for one in shown(answer))


def test_the_day_is_kept_until_another_is_asked_for(real: Desk) -> None:
    def asked(typed: str) -> date:
        return real.questions.ask(real, typed, conversation="kept day").as_of

    assert asked("could Mythos 5 be used on 20 June 2026?") == date(2026, 6, 20)
    assert asked("and foreigners?") == date(2026, 6, 20)
    assert asked("and now?") == TODAY


@pytest.mark.parametrize(
    ("first", "then", "alone"),
    [
        ("what happens in December?", "and in January?", "what happens in January 2027?"),
        ("what did Dario say", "about open weights?", "what did Dario say about open weights"),
    ],
)
def test_a_list_is_asked_again_of_another_time_or_topic(
    real: Desk, first: str, then: str, alone: str
) -> None:
    real.questions.ask(real, first, conversation=first)
    followed = shown(real.questions.ask(real, then, conversation=first))
    assert followed
    assert followed == shown(real.questions.ask(real, alone))

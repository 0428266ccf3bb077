"""What a question expects: a statement that has such a thing satisfies it, another does not."""

from __future__ import annotations

import pytest

from knowledge.model import Absent, Statement, Unknown
from knowledge.questions.asking.expect import Expected, expected, numbers_in
from knowledge.questions.base.traits import Traits
from knowledge.vocabulary import Property
from tests.knowledge.making import statement

KINDS = [
    ("how many parameters does it have?", "It has 900 billion parameters.", "It is large."),
    ("how many days did it last", "It lasted 42 days.", "It lasted until 14 September 2026."),
    ("number of customers?", "About 120 customers had it.", "Customers had it."),
    ("how many labs signed", "Five labs signed it.", "Labs signed it on 3 August 2026."),
    ("how many models are listed", "Six models are listed.", "GPT-5.6 is a model that is listed."),
    ("how much does it cost?", "It costs $4 for a million tokens.", "It is sold by Lyra Labs."),
    ("what is the fine", "A breach costs up to €500.", "A breach is punished by the office."),
    ("price of it?", "The price is 400 yuan.", "The price is not high."),
    ("how long do we have to report it", "It is reported within 15 days.", "It is reported."),
    ("how soon must it be told", "It is told within 72 hours.", "It is told at once."),
    ("when was it signed?", "It was signed on 2 September 2026.", "It was signed by Hale."),
    ("what year was it", "It began in 2024.", "It began early."),
    ("since when is it open", "It is open since 14 September 2026.", "It is open to everyone."),
    ("name all the labs", "They are Lyra Labs and Corvid AI.", "There are five of them."),
    ("which five companies had it", "Firms with it were Lyra and Corvid.", "Five had it."),
    ("why was it pulled?", "It was pulled because of a leak.", "It was pulled on a Monday."),
    ("what triggered it", "A leak led to the letter.", "The letter is short."),
    ("how did they vote, what margin", "It passed by 31 to 9.", "It passed in the Senate."),
    ("what was the vote", "The vote was unanimous.", "The senate passed it."),
    ("his exact words?", "He said: “It is closed.”", "He said that it is closed."),
    ("quote it verbatim", "It says “test for a month”.", "It says a month is needed."),
    ("what percentage is it", "It scored 71 of them.", "It scored well."),
    ("what does section 5 say", "Section 5 covers lamps.", "Section 5.1 covers lamps."),
    ("what is in article 53", "Article 53 asks for a summary.", "Article 55 asks for more."),
    ("case number of the suit?", "It is Lyra v. Hale, No. 3:26-cv-0199.", "Lyra sued Hale."),
    ("what page is it on", "It stands on page 12.", "It stands in the plan."),
    ("hale's response to it", "Hale called it a mistake.", "It was sent to Hale."),
    ("how did the lab react", "The lab argued that it was free.", "The lab got the letter."),
    ("reason the office gave", "It was sent because of a leak.", "It was sent by mail."),
    ("annex 3 of it", "Annex 3 lists lamps.", "An annex lists lamps."),
]


def satisfies(said: Statement, wanted: Expected) -> bool:
    return bool(Traits.of([said]).satisfying(wanted)[0])


@pytest.mark.parametrize(("asked", "fit", "unfit"), KINDS)
def test_a_statement_has_to_have_what_is_asked_for(asked: str, fit: str, unfit: str) -> None:
    wanted = expected(asked)
    assert satisfies(statement(text=fit), wanted)
    assert not satisfies(statement(text=unfit), wanted)


@pytest.mark.parametrize("asked", [asked for asked, _, _ in KINDS])
def test_what_sources_do_not_tell_or_deny_always_answers(asked: str) -> None:
    wanted = expected(asked)
    assert satisfies(statement(text="No source tells.", value=Unknown()), wanted)
    assert satisfies(statement(text="There is none.", value=Absent()), wanted)


@pytest.mark.parametrize(
    "asked",
    [
        "full text of the letter",
        "paste the letter",
        "the whole transcript please",
        "got the pdf?",
        "download link",
    ],
)
def test_no_statement_is_a_full_text(asked: str) -> None:
    wanted = expected(asked)
    assert not satisfies(statement(text="The letter of 3 August 2026 says “stop”."), wanted)
    assert satisfies(statement(text="Nobody printed it.", value=Unknown()), wanted)


def test_a_rule_does_not_tell_what_has_been_done() -> None:
    wanted = expected("has anybody been fined under it?")
    assert wanted.done
    assert not satisfies(statement(Property.PENALTY, "A breach costs up to $500."), wanted)
    assert satisfies(statement(Property.PENALTY, "Nobody was fined; no case is known."), wanted)
    assert satisfies(statement(Property.EVENT, "The office fined Lyra Labs."), wanted)
    assert not expected("who has been fined").done


@pytest.mark.parametrize(
    ("of", "asked"),
    [
        (Property.PARTICIPANTS, "name the partners"),
        (Property.REASON, "why did they"),
        (Property.QUOTE, "the exact words"),
        (Property.QUOTE, "what was the wording on lamps"),
        (Property.QUOTE, "exact line on lamps please"),
        (Property.QUOTE, "the sentence about lamps"),
        (Property.QUOTE, "how did she phrase the ban"),
    ],
)
def test_a_property_may_be_what_is_asked_for(of: Property, asked: str) -> None:
    assert satisfies(statement(of, "so it is"), expected(asked))
    assert not satisfies(statement(Property.DEADLINE, "so it is"), expected(asked))


@pytest.mark.parametrize("asked", ["who may use it", "is it binding", "", "?", "🦜", "x" * 5_000])
def test_a_question_for_nothing_special_is_satisfied_by_any_statement(asked: str) -> None:
    wanted = expected(asked)
    assert wanted.kinds == frozenset()
    assert satisfies(statement(), wanted)


def test_several_kinds_are_wanted_together() -> None:
    wanted = expected("when was it signed and why?")
    assert wanted.kinds == {"when", "why"}
    assert not satisfies(statement(text="It was signed on 2 September 2026."), wanted)
    assert satisfies(statement(text="It was signed in 2026 because of a leak."), wanted)


def test_numbers_are_taken_whole() -> None:
    assert numbers_in("GPT-5.6 has 1,000 and 10^26") == {"5.6", "1000", "10", "26"}
    assert "5" not in numbers_in("5.6")

"""Questions that know of several answers, and such as only look so."""

from __future__ import annotations

import pytest

from knowledge.questions.asking.contested import knows_of_more


@pytest.mark.parametrize(
    "asking",
    [
        "753b or 744b for glm 5.2? hf and blogs disagree",
        "some say it was signed on oct 3, others the 4th",
        "two different dates for the raise act, which is right",
        "why do i find several sizes for glm-5.2?",
        "do papers agree on how many got it",
        "the text seems to say otherwise",
        "depending on whom i read, it is this bill or that",
    ],
)
def test_more_than_one_answer_is_known_of(asking: str) -> None:
    assert knows_of_more(asking)


@pytest.mark.parametrize(
    "asking",
    [
        "who agreed to the white house accord?",
        "who may use fable 5",
        "did openai agree to limit gpt-5.6",
        "which agreements has caisi signed",
    ],
)
def test_an_agreement_is_no_such_thing(asking: str) -> None:
    assert not knows_of_more(asking)

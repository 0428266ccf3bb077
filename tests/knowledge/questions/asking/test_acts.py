"""The day of one act is none of another: signed, published, passed, in force."""

from __future__ import annotations

import pytest

from knowledge.questions.asking.acts import is_another_act


@pytest.mark.parametrize(
    ("asking", "told", "another"),
    [
        ("when was it signed", "It was published on 3 August 2026.", True),
        ("when was it signed", "Hale signed it on 3 August 2026.", False),
        ("when was it signed", "The letter is dated 3 August 2026.", False),
        ("when was it printed in the federal register", "It was signed on 3 August 2026.", True),
        ("when was it published", "It came out on 3 August 2026.", False),
        ("when does it take effect", "It was signed on 3 August 2026.", True),
        ("when does it come into force", "Its duties apply from 3 August 2026.", False),
        ("when was it repealed", "It took effect on 3 August 2026.", True),
        ("when did they vote on it", "It was introduced on 3 August 2026.", True),
        ("when did they sue", "The letter came on 3 August 2026.", True),
        ("when was it announced", "It ended on 3 August 2026.", True),
        ("when was the law that passed in may signed", "It passed on 3 May 2026.", False),
        ("when did it leak", "It was signed on 3 August 2026.", False),  # of no act that is known
        ("", "", False),
    ],
)
def test_a_text_tells_of_the_act_or_of_another(asking: str, told: str, another: bool) -> None:
    assert is_another_act(asking, told) is another

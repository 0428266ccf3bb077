"""What a withdrawn statement answered is declined, and what others answer is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.answers import Answer, Answered, Closest
from knowledge.desk import Desk
from knowledge.names import Names
from knowledge.questions.base.index import Index
from knowledge.questions.session import Questions
from knowledge.questions.vectors.encoder import Encoder
from knowledge.store import Store
from tests.conftest import TODAY
from tests.knowledge.editing import ORDER, SIGNED, again, edit, take_out
from tests.knowledge.questions.answered import strange, texts

Made = Callable[[], Desk]


@pytest.fixture(params=[True, False], ids=["vectors", "words alone"])
def made(request: pytest.FixtureRequest, store: Store, folder: Path, encoder: Encoder) -> Made:
    """The base as its files have it by then, asked with vectors or without."""
    chosen = encoder if request.param else None

    def desk() -> Desk:
        again(store, folder)
        names = Names(store)
        base = Index.of(store, names, chosen), chosen
        return Desk(store, names, TODAY, Questions(_base=base))

    return desk


@pytest.mark.parametrize("typed", [*SIGNED, "on which day was executive order 15001 signed?"])
def test_what_was_withdrawn_is_said_to_be(made: Made, folder: Path, typed: str) -> None:
    assert any("signed on 2 September" in text for text in texts(_answer(made(), typed)))
    take_out(folder / ORDER, "asked = ")
    desk = made()
    answer = _answer(desk, typed)
    assert isinstance(answer, Closest)
    assert answer.reason == (
        "A statement that answered this, or a question much like it, was withdrawn on "
        "5 November 2026. The closest entries:"
    )
    assert "us-eo-15001" in [entry.id for entry in answer.entries]
    assert strange(desk, answer) == []


@pytest.mark.parametrize(
    "typed", ["who has access to vega 5", "what does Heron 2 cost?", "what is EO 15001?"]
)
def test_what_others_answer_is_told_as_before(made: Made, folder: Path, typed: str) -> None:
    before = _answer(made(), typed)
    assert isinstance(before, Answered)
    take_out(folder / ORDER, "asked = ")
    assert texts(_answer(made(), typed)) == texts(before)


def test_what_is_kept_with_another_statement_again_is_told(made: Made, folder: Path) -> None:
    take_out(folder / ORDER, "asked = ")
    asked = ", ".join(f'"{question}"' for question in SIGNED)
    edit(folder / ORDER, 'on = "2026-09-02"', f'on = "2026-09-02"\nasked = [{asked}]')
    assert any("printed in the National Register" in t for t in texts(_answer(made(), SIGNED[0])))


def _answer(desk: Desk, typed: str) -> Answer:
    return desk.questions.ask(desk, typed)

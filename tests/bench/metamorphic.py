"""Whether questions of the bank asked otherwise are answered the same, or must not be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge.__main__ import ENTRIES
from knowledge.answers import Answer, Answered
from knowledge.desk import Desk
from knowledge.ingest import ingest_folder
from knowledge.names import Names
from knowledge.questions.bank import read_bank
from knowledge.store import Store
from tests.bench._table import table
from tests.knowledge.questions.masking import removals, standing, withdrawn, without
from tests.knowledge.questions.variants import VARIANTS, kept, renumbered

TODAY = date(2026, 11, 21)


def run() -> None:
    """One row a way of asking, over the whole bank."""
    store = Store.open(None)
    ingest_folder(store, ENTRIES)
    desk = Desk(store, Names(store), TODAY)
    asked = [question.text for question in read_bank()]
    answers = {typed: desk.questions.ask(desk, typed) for typed in asked}
    rows = [*_variants(desk, answers), _numbers(desk, asked), *_removals(desk)]
    table(("asked", "questions", "as it must be", "of those answered"), rows)
    store.close()


def _variants(desk: Desk, answers: dict[str, Answer]) -> Iterator[tuple[str, ...]]:
    index, _ = desk.questions.base(desk)
    for name, variant in VARIANTS.items():
        found = {typed: kept(desk, index, variant, typed, answers[typed]) for typed in answers}
        told = {typed: same for typed, same in found.items() if same is not None}
        answered = [same for typed, same in told.items() if isinstance(answers[typed], Answered)]
        yield name, str(len(told)), _share(list(told.values())), _share(answered)


def _numbers(desk: Desk, asked: list[str]) -> tuple[str, ...]:
    index, _ = desk.questions.base(desk)
    changed = [made for typed in asked if (made := renumbered(index, typed)) is not None]
    declined = [not isinstance(desk.questions.ask(desk, made), Answered) for made in changed]
    return "with a version that does not exist", str(len(changed)), _share(declined), ""


def _removals(desk: Desk) -> Iterator[tuple[str, ...]]:
    """What is told without what an answer told, and without all that answers.

    Withdrawn: as once a curator took them out of the files. Never there: nothing is left of them.
    """
    for name, masked in (("withdrawn", withdrawn), ("never there", without)):
        found = list(removals(desk, read_bank(), masked))
        size = str(len(found))
        yield f"the answer's statements {name}", size, _share([one.true for one in found]), ""
        yield f"all that answers {name}", size, _share([one.silent for one in found]), ""
    still = list(standing(desk, read_bank()))
    yield "the next best withdrawn: still right", str(len(still)), _share(still), ""


def _share(held: list[bool]) -> str:
    return f"{sum(held) / len(held):.1%}" if held else "-"

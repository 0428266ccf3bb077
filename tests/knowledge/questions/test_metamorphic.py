"""Questions of the bank on the real base: the same asked otherwise is answered the same."""

from __future__ import annotations

import pytest

from knowledge.answers import Answer, Answered
from knowledge.desk import Desk
from knowledge.model import Statement
from knowledge.questions.bank import read_bank
from knowledge.questions.base.index import Index
from knowledge.questions.language.normalise import normalise, stem
from knowledge.questions.reading.analyse import analyse
from knowledge.weigh import holds
from tests.conftest import TODAY
from tests.knowledge.questions.answered import refused, shown, strange, texts
from tests.knowledge.questions.masking import Masked, removals, standing, withdrawn, without
from tests.knowledge.questions.variants import VARIANTS, kept, renumbered, slipped

ASKED = 60
OTHERWISE = 30  # of them, asked in every other way; slips differ most from one another
ENOUGH = dict.fromkeys(VARIANTS, 0.98) | {"again": 1.0, "a slip": 0.95}
# What is told without what an answer told: the least share that tells nothing, or what still
# answers; and without all that answers: the least that falls silent.
WITHDRAWN, NEVER_THERE = (0.92, 0.92), (0.6, 0.4)


@pytest.fixture(scope="module")
def answered(real: Desk) -> dict[str, Answer]:
    """Questions from all over the bank that are answered, with their answers."""
    found: dict[str, Answer] = {}
    for question in read_bank()[::6]:
        answer = real.questions.ask(real, question.text)
        if isinstance(answer, Answered) and shown(answer):
            found[question.text] = answer
        if len(found) == ASKED:
            break
    return found


def test_enough_questions_of_the_bank_are_answered(answered: dict[str, Answer]) -> None:
    assert len(answered) >= ASKED // 2


def test_the_same_question_has_the_same_answer(real: Desk, answered: dict[str, Answer]) -> None:
    for typed, answer in answered.items():
        assert real.questions.ask(real, typed) == answer


def test_every_statement_shown_is_of_the_base_and_cites_a_source(
    real: Desk, answered: dict[str, Answer]
) -> None:
    for typed, answer in answered.items():
        assert strange(real, answer) == [], typed
        assert all(evidence.cited for evidence in shown(answer)), typed


@pytest.mark.parametrize("name", VARIANTS)
def test_the_same_asked_otherwise_keeps_the_statements(
    real: Desk, real_index: Index, answered: dict[str, Answer], name: str
) -> None:
    found = {
        typed: kept(real, real_index, VARIANTS[name], typed, answer)
        for typed, answer in list(answered.items())[: None if name == "a slip" else OTHERWISE]
    }
    changed = [typed for typed, same in found.items() if same is False]
    assert len(changed) <= (1 - ENOUGH[name]) * len(found), changed


def test_a_slip_is_one_letter_of_a_word_that_then_is_none(real_index: Index) -> None:
    for question in read_bank()[::40]:
        made = slipped(real_index, question.text)
        if made is not None:
            assert abs(len(made) - len(question.text)) <= 1
            changed = set(made.split()) - set(question.text.split())
            assert len(changed) == 1


def test_a_changed_version_is_never_answered_for_the_other(real: Desk, real_index: Index) -> None:
    asked = [question.text for question in read_bank()]
    changed = [made for typed in asked if (made := renumbered(real_index, typed)) is not None]
    assert len(changed) > 100
    for made in changed[::6]:
        assert texts(real.questions.ask(real, made)) == [], made


@pytest.mark.parametrize(("masked", "shares"), [(withdrawn, WITHDRAWN), (without, NEVER_THERE)])
def test_without_the_statements_that_answer_nothing_is_answered(
    real: Desk, masked: Masked, shares: tuple[float, float]
) -> None:
    true, silent = shares
    found = list(removals(real, read_bank()[::9], masked))
    assert len(found) >= 20
    wrong = [(one.question.text, one.text) for one in found if not one.true]
    assert len(wrong) <= (1 - true) * len(found), wrong
    spoken = [(one.question.text, one.text) for one in found if not one.silent]
    assert len(spoken) <= (1 - silent) * len(found), spoken


def test_what_was_withdrawn_silences_few_others(real: Desk) -> None:
    still = list(standing(real, read_bank()[::9]))
    assert len(still) >= 20
    assert sum(still) >= 0.85 * len(still)


def test_a_masked_index_is_that_of_the_base_without_the_statements(real_index: Index) -> None:
    gone = {0, 5, len(real_index.statements) - 1}
    masked = without(real_index, gone)
    left = [one for row, one in enumerate(real_index.statements) if row not in gone]
    assert list(masked.statements) == left
    for word, rows in list(masked.postings.items())[::50]:
        assert all(word in _stems(masked.statements[row]) for row in rows.tolist())
    for entry, rows in masked.of_entry.items():
        assert {masked.statements[row].subject for row in rows.tolist()} == {entry}
    assert masked.asked_vectors is not None
    assert len(masked.asked_rows) == len(masked.asked_vectors)
    assert masked.traits.holding(TODAY).tolist() == [holds(one, TODAY) for one in left]


def _stems(statement: Statement) -> set[str]:
    return {stem(word) for word in normalise(f"{statement.topic} {statement.text}").words}


def test_spaces_marks_of_a_chat_and_mentions_change_nothing(
    real_index: Index, answered: dict[str, Answer]
) -> None:
    for typed in answered:
        plain = analyse(real_index, typed, TODAY)
        assert analyse(real_index, f"<@123456>  {typed}\n", TODAY) == plain
        assert analyse(real_index, f"**{typed}**", TODAY) == plain


@pytest.mark.parametrize(
    ("model", "none"),
    [
        ("GPT-5.6", "GPT-5.7"),
        ("GPT-6", "GPT-7"),
        ("Mythos 5", "Mythos 7"),
        ("Mythos 5.1", "Mythos 5.9"),
        ("Fable 5", "Fable 6"),
        ("Opus 5", "Opus 9"),
        ("GLM-5.2", "GLM-5.8"),
        ("Gemini 4", "Gemini 12"),
        ("Qwen 3.8", "Qwen 3.1"),
        ("SB 53", "SB 54"),
        ("EO 14409", "EO 14410"),
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "who may use {}?",
        "when was {} released",
        "timeline of {}",
        "is {} banned in the us or not",
        "what does {} cost, and why",
        "{}",
        "whats the latest on {} pls",
    ],
)
def test_a_version_that_does_not_exist_is_never_answered_for_another(
    real: Desk, real_index: Index, model: str, none: str, frame: str
) -> None:
    assert analyse(real_index, frame.format(model), TODAY).links.unknown == ()
    answer = real.questions.ask(real, frame.format(none))
    assert refused(answer) == none.casefold().replace("-", " ")
    assert strange(real, answer) == []

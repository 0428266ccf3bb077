"""A base without some of its statements, and what is then answered to a question they answered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.answers import Answered
from knowledge.desk import Desk
from knowledge.model import Unknown
from knowledge.questions.bank import BankQuestion
from knowledge.questions.base.index import General, Index, places_of, properties_of
from knowledge.questions.base.layout import rarity
from knowledge.questions.base.traits import Columns, Traits
from knowledge.questions.base.withdrawn import Withdrawn
from knowledge.questions.learning.examples import matches
from knowledge.questions.session import Questions
from knowledge.questions.vectors.postings import Postings, Rows, Weighed
from tests.bench._score import of_bank, points
from tests.knowledge.questions.answered import shown

# A list without one of its members is still a list, and a refusal has no statement to lose.
ASKED_FOR_ONE = frozenset(
    {"factoid", "who-may-use", "status", "as-of", "quote", "who-said", "definition", "typo"}
    | {"multilingual"}
)
WITHDRAWN = date(2026, 11, 20)
_ROUNDS = 6  # the same thing may be told by so many statements


@dataclass(frozen=True, slots=True)
class Removed:
    """A question that was answered right, and what became of it without the statements."""

    question: BankQuestion
    removed: tuple[int, ...]
    true: bool  # without what the answer told, nothing or what still answers is told
    silent: bool  # without all that answers, it is declined, or the sources are said not to tell
    text: str


Masked = Callable[[Index, Collection[int]], Index]  # an index as it is after rows went


def removals(desk: Desk, questions: Collection[BankQuestion], masked: Masked) -> Iterator[Removed]:
    """Those of the questions that are answered right, asked again without what answers them."""
    for question in questions:
        if question.kind in ASKED_FOR_ONE and not question.before:
            found = _removal(desk, question, masked)
            if found is not None:
                yield found


def _removal(desk: Desk, question: BankQuestion, masked: Masked) -> Removed | None:
    index, encoder = desk.questions.base(desk)
    (scored,) = of_bank([question])
    gone: set[int] = set()
    true = None
    for _ in range(_ROUNDS):
        bare = masked(index, gone) if gone else index
        asked = replace(desk, questions=Questions(_base=(bare, encoder)))
        answer = asked.questions.ask(asked, question.text)
        told = [evidence.statement for evidence in shown(answer)]
        silent = not isinstance(answer, Answered) or (
            bool(told) and all(isinstance(one.value, Unknown) for one in told)
        )
        right = not silent and points(scored, answer) == 1.0
        if not gone and not right:
            return None
        true = silent or right if gone and true is None else true
        text = " ".join(one.text for one in told)
        if silent or not right:
            return Removed(question, tuple(sorted(gone)), true is not False, silent, text)
        telling = [o for o in told if any(must.search(o.text) for must in question.must)]
        gone |= {row for row, one in enumerate(index.statements) if one in telling}
    return Removed(question, tuple(sorted(gone)), true is not False, silent, text)


def standing(desk: Desk, questions: Collection[BankQuestion]) -> Iterator[bool]:
    """Of those answered right, whether they still are once the next best statement is withdrawn.

    That is the first of the ranked ones that is not told and answers no part of the question.
    """
    index, encoder = desk.questions.base(desk)
    for question in questions:
        if question.kind not in ASKED_FOR_ONE or question.before:
            continue
        (scored,) = of_bank([question])
        answer, trace = desk.questions.explain(desk, question.text)
        told = [evidence.statement for evidence in shown(answer)]
        others = (
            one.row
            for one in trace.ranked
            if one.statement not in told and not matches(question, one.statement)
        )
        row = next(others, None)
        if row is not None and told and points(scored, answer) == 1.0:
            asked = replace(desk, questions=Questions(_base=(withdrawn(index, [row]), encoder)))
            yield points(scored, asked.questions.ask(asked, question.text)) == 1.0


def withdrawn(index: Index, rows: Collection[int]) -> Index:
    """The index as it is once `ingest` was told of files that no longer have these statements."""
    vectors, words = index.asked_vectors, index.asked
    assert vectors is not None
    gone = np.isin(index.asked_rows, list(rows))
    texts = [line.tobytes() for line in vectors.rows]  # as good as them to tell one from another
    kept = {text for text, went in zip(texts, gone.tolist(), strict=True) if not went}
    gone &= np.array([text not in kept for text in texts])  # no other statement keeps it
    held = Withdrawn(
        days=[WITHDRAWN] * int(gone.sum()),
        vectors=vectors.kept(gone),
        words=Weighed(_filtered(words.postings, gone), words.lengths[gone]),
    )
    return replace(without(index, rows), withdrawn=held)


def without(index: Index, rows: Collection[int]) -> Index:
    """The index as if these statements, and the questions kept with them, were not there."""
    kept = np.ones(len(index.statements), dtype=bool)
    kept[list(rows)] = False
    kept_asked = kept[index.asked_rows]
    asked_rows = _numbers(kept)[index.asked_rows[kept_asked]]
    texts = _filtered(index.postings, kept)
    of_entry = _filtered(index.of_entry, kept)
    columns = Columns(**{f.name: getattr(index.columns, f.name)[kept] for f in fields(Columns)})
    subjects = of_entry.owners(int(kept.sum()))
    return replace(
        index,
        statements=[one for one, stays in zip(index.statements, kept, strict=True) if stays],
        postings=texts,
        name_postings=_filtered(index.name_postings, kept),
        rarity=rarity(texts, int(kept.sum())),
        of_entry=of_entry,
        subjects=subjects,
        properties=properties_of(subjects, columns),
        about_entry=_filtered(index.about_entry, kept),
        in_place=_filtered(index.in_place, kept),
        columns=columns,
        traits=_traits(index.traits, kept),
        told=dict(enumerate(index.told[row] for row in np.flatnonzero(kept).tolist())),
        vectors=index.vectors[kept] if index.vectors is not None else None,
        asked_postings=_filtered(index.asked_postings, kept),
        asked_rows=asked_rows,
        asked_places=places_of(asked_rows, int(kept.sum())),
        asked_vectors=None if index.asked_vectors is None else index.asked_vectors.kept(kept_asked),
        general=None if index.general is None else _general(index.general, kept, kept_asked),
        texts=Weighed(_filtered(index.texts.postings, kept), index.texts.lengths[kept]),
        asked=Weighed(_filtered(index.asked.postings, kept_asked), index.asked.lengths[kept_asked]),
    )


def _general(general: General, kept: NDArray[np.bool_], kept_asked: NDArray[np.bool_]) -> General:
    return General(general.texts.kept(kept), general.questions.kept(kept_asked))


def _traits(traits: Traits, kept: NDArray[np.bool_]) -> Traits:
    parts: dict[str, Any] = {each.name: getattr(traits, each.name) for each in fields(Traits)}
    for name, part in parts.items():
        parts[name] = _filtered(part, kept) if isinstance(part, Postings) else part[kept]
    return Traits(**parts)


def _numbers(kept: NDArray[np.bool_]) -> Rows:
    """Of each row that stays, its number among them."""
    return (np.cumsum(kept) - 1).astype(np.int32)


def _filtered(postings: Mapping[str, Rows], kept: NDArray[np.bool_]) -> Postings:
    assert isinstance(postings, Postings)
    stays = kept[postings._rows]
    starts = np.concatenate([[0], np.cumsum(stays)]).astype(np.int32)[postings._starts]
    full = np.diff(starts) > 0
    keys = [key for key, has in zip(postings, full.tolist(), strict=True) if has]
    left = _numbers(kept)[postings._rows[stays]]
    return Postings(keys, np.append(starts[:-1][full], starts[-1:]), left)

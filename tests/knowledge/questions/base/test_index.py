"""The index: every statement has its row, and postings lead to rows that have the word."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knowledge.desk import Desk
from knowledge.names import Names
from knowledge.questions.asking.predict import LABELS
from knowledge.questions.base.index import Index, places_of
from knowledge.questions.base.telling import words_told
from knowledge.questions.language.normalise import normalise, stem
from knowledge.questions.vectors.encoder import Encoder, unit
from knowledge.store import Store
from knowledge.vocabulary import Jurisdiction, Kind, Property, Rank
from tests.knowledge.questions.rows import row_of


def test_every_statement_of_the_base_has_a_row(index: Index, sample: Desk) -> None:
    assert len(index.statements) == len(sample.store.statement_ids())
    assert set(index.kinds) == set(sample.store.ids())
    assert index.kinds["vega-5"] is Kind.MODEL
    assert index.places["us-ca-sb990"] is Jurisdiction.US_CA
    assert "vega-5" not in index.places


def test_a_posting_leads_to_the_rows_that_have_the_word(index: Index) -> None:
    for word in ("penalti", "licenc", "vega"):
        for row in index.postings.get(word, np.zeros(0, dtype=np.int32)).tolist():
            statement = index.statements[row]
            words = normalise(f"{statement.topic} {statement.text}").words
            assert word in {stem(each) for each in words}
    assert len(index.postings[stem("vega")]) > 5


def test_rows_of_an_entry_are_its_own_and_those_about_it_are_others(index: Index) -> None:
    for entry, rows in index.of_entry.items():
        assert {index.statements[row].subject for row in rows.tolist()} == {entry}
    for entry, rows in index.about_entry.items():
        assert entry not in {index.statements[row].subject for row in rows.tolist()}
    assert sum(len(rows) for rows in index.of_entry.values()) == len(index.statements)


def test_what_a_text_names_is_concerned_though_nobody_says_so(real_index: Index) -> None:
    row = row_of(real_index, "Commerce issued the letter on Fable 5 and Mythos 5 on Friday")
    assert "claude-fable-5" not in real_index.statements[row].about
    for model in ("claude-fable-5", "claude-mythos-5"):
        assert row in real_index.about_entry[model].tolist()
    assert row not in real_index.about_entry["claude-fable-5.1"].tolist()


def test_a_rare_word_tells_more_and_an_unknown_one_most(index: Index) -> None:
    assert index.rare(stem("illegible")) > index.rare(stem("vega"))
    assert index.rare("zyzzyva") >= max(index.rarity.values())


def test_columns_tell_what_never_changes(index: Index) -> None:
    size = len(index.statements)
    for name in ("preferred", "deprecated", "summary", "quote", "length"):
        column = getattr(index.columns, name)
        assert column.shape == (size,)
        assert column.min() >= 0.0
        assert column.max() <= 1.0
    for row, statement in enumerate(index.statements):
        assert bool(index.columns.deprecated[row]) is (statement.rank is Rank.DEPRECATED)
        assert bool(index.columns.quote[row]) is (statement.property is Property.QUOTE)


def test_a_statement_scores_by_the_words_it_has(index: Index) -> None:
    scores = index.scored([stem("vega"), "zyzzyva"], index.postings)
    rows = set(index.postings[stem("vega")].tolist())
    assert set(np.flatnonzero(scores).tolist()) == rows


def test_likeness_to_kept_questions_has_a_line_for_every_row(
    real_index: Index, encoder: Encoder
) -> None:
    kept = real_index.asked_vectors
    assert kept is not None
    assert len(kept) == len(real_index.asked_rows)
    assert (np.diff(real_index.asked_rows) >= 0).all()
    (vector,) = unit(kept.at([0]))
    to_each = real_index.likeness(vector)
    assert to_each is not None
    likeness = real_index.best_asked(to_each)
    assert likeness.shape == (len(real_index.statements),)
    assert likeness.max() <= 1.001
    assert likeness[real_index.asked_rows[0]] > 0.99


@given(rows=st.lists(st.integers(0, 7)).map(sorted))
def test_the_places_of_a_row_are_where_it_stands(rows: list[int]) -> None:
    places = places_of(np.array(rows, dtype=np.intp), 9)
    for row, column in enumerate(places.T.tolist()):
        held = {place for place, each in enumerate(rows) if each == row}
        assert set(column) == (held or {-1})


def test_an_entry_tells_of_the_properties_that_its_statements_have(index: Index) -> None:
    for line, entry in zip(index.properties, index.of_entry, strict=True):
        found = {LABELS[label] for label in np.flatnonzero(line).tolist()}
        assert found == {str(each.property) for each in index.told_of(entry)}


def test_the_words_told_are_those_of_the_base(index: Index) -> None:
    for row, statement in enumerate(index.statements):
        held = {index.stems[word] for word in index.told[row].words.tolist()}
        assert held == {stem(word) for word in words_told(statement)}


def test_without_an_encoder_words_are_enough(sample: Desk) -> None:
    plain = Index.of(sample.store, sample.names, None)
    assert plain.vectors is None
    assert plain.asked_vectors is None
    assert not plain.lexicon.english("house")


def test_an_empty_base_has_an_index(encoder: Encoder) -> None:
    store = Store.open(None)
    try:
        empty = Index.of(store, Names(store), encoder)
        assert list(empty.statements) == []
        assert empty.rare("vega") == 0.0
    finally:
        store.close()

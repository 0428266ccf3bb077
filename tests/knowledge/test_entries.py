"""The real base: complete, sound, sourced, and free of what must not be repeated."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from knowledge.check import check
from knowledge.model import ID_LIMIT, Model, Statement
from knowledge.names import Found, Names, Several, Unfound
from knowledge.search import place, search
from knowledge.sources.files import Reading
from knowledge.store import Store
from knowledge.vocabulary import Kind, Property, Rank
from knowledge.words import COMMON, words


@pytest.fixture(scope="module")
def real(real_reading: Reading) -> Reading:
    return real_reading


@pytest.fixture(scope="module")
def built(real_store: Store) -> Store:
    return real_store


def statements(reading: Reading) -> list[Statement]:
    return [statement for entry in reading.entries for statement in entry.statements]


def test_no_file_and_no_entry_has_a_fault(real: Reading) -> None:
    problems = [*real.problems, *check(real.entries, real.sources)]
    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize(
    ("kind", "least"), [(Kind.DIRECTIVE, 85), (Kind.MODEL, 23), (Kind.QUOTE, 45)]
)
def test_the_base_is_as_large_as_it_claims(real: Reading, kind: Kind, least: int) -> None:
    assert Counter(entry.kind for entry in real.entries)[kind] >= least


def test_the_base_has_hundreds_of_statements(real: Reading) -> None:
    assert len(statements(real)) >= 900


def test_every_statement_rests_on_a_source_that_can_be_cited(real: Reading) -> None:
    citable = {source.id for source in real.sources if source.publisher and source.title}
    for statement in statements(real):
        assert statement.citations, statement.text
        assert {citation.source for citation in statement.citations} <= citable, statement.text


def test_every_source_can_be_followed_or_says_where_it_was_seen(real: Reading) -> None:
    for source in real.sources:
        assert source.url is None or source.url.startswith(("https://", "http://")), source.id
        assert source.url or source.note or source.via or source.passages, source.id


def test_ids_fit_a_button(real: Reading) -> None:
    for one in (*real.entries, *real.sources):
        assert len(one.id) <= ID_LIMIT, one.id


@pytest.mark.parametrize(
    "banned",
    [r"cubbbix\.com", r"ai-blogs\.org", r"grok[ -]?5\b", r"doj v\. new york"],
)
def test_what_nobody_can_rely_on_is_not_repeated(real: Reading, banned: str) -> None:
    for one in (*real.entries, *real.sources):
        assert not re.search(banned, repr(one), re.IGNORECASE), one.id


def test_every_developer_and_speaker_is_described(real: Reading) -> None:
    described = {entry.id for entry in real.entries}
    for entry in real.entries:
        if isinstance(entry, Model):
            assert entry.developer in described


def test_what_is_deprecated_tells_why(real: Reading) -> None:
    wrong = [s for s in statements(real) if s.rank is Rank.DEPRECATED]
    assert wrong
    assert all(statement.reason for statement in wrong)


def test_the_store_gives_back_every_entry_and_refers_to_nothing_missing(
    real: Reading, built: Store
) -> None:
    assert set(built.ids()) == {entry.id for entry in real.entries}
    assert list(built.database.query("pragma foreign_key_check")) == []
    assert list(built.database.query("pragma integrity_check")) == [{"integrity_check": "ok"}]
    assert built.checked_to() == real.checked_to


def test_every_statement_is_in_the_full_text(real: Reading, built: Store) -> None:
    rows = {row["rowid"] for row in built.database.query("select rowid from search")}
    written = built.database.query("select id, text from statements")
    assert rows == {place(row["id"], row["text"]) for row in written}
    assert len(rows) == len(statements(real))


def test_a_definition_is_found_by_its_own_words(real: Reading, built: Store) -> None:
    definitions = [s for s in statements(real) if s.property is Property.DEFINITION][::10]
    for statement in definitions:
        asked = " ".join([word for word in words(statement.text) if word not in COMMON][:6])
        found = built.statements(search(built, asked, limit=20))
        assert statement.subject in {one.subject for one in found}, asked


def test_every_title_and_alias_leads_to_its_entry(real: Reading, built: Store) -> None:
    names = Names(built)
    for entry in real.entries:
        for name in (*entry.names, entry.id):
            match names.find(name):
                case Found(found):
                    assert found.id == entry.id, name
                case Several(entries):
                    assert entry.id in {named.id for named in entries}, name
                case Unfound():
                    pytest.fail(f"{name} leads nowhere")


def test_a_model_that_is_not_in_the_base_is_not_taken_for_one_that_is(built: Store) -> None:
    names = Names(built)
    for typed in ("GPT-5.7", "GPT 9", "Claude Fable 6", "Kimi K4", "DeepSeek V9"):
        found = names.find(typed)
        assert isinstance(found, Unfound), typed
        assert found.meant == (), typed
        assert found.closest, typed

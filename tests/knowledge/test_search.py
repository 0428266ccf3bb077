"""Full text: hostile text is safe, stems meet, all words count before some, and names count."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.ingest import ingest_folder
from knowledge.schema import shorter_first
from knowledge.search import phrase, search
from knowledge.store import Store
from tests.conftest import SAMPLE


@pytest.fixture(scope="module")
def base() -> Iterator[Store]:
    """The made-up base, for tests that only read."""
    opened = Store.open(None)
    ingest_folder(opened, SAMPLE)
    yield opened
    opened.close()


def texts(store: Store, found: list[int]) -> list[str]:
    return [statement.text for statement in store.statements(found)]


HOSTILE = [
    *('"', "'", "*", "^", ":", "-", "(", ")", "%", "_", "\0", "\ud800", "", " ", "🦜", "\\"),
    *('" OR "', 'vega" OR "heron', "vega*", "^vega", "names:vega", "text : vega", "vega -heron"),
    *("NEAR(vega heron)", "NEAR(vega heron, 5", "vega AND", "AND", "OR OR", "NOT", "NOT vega"),
    *("{names text}: vega", "vega + heron", '"vega', "'; drop table entries; --", "vega\0heron"),
    *("._.", "_._", "5.", ".5", "..", "٣", "ǅ", "ﬁ", "a\u0301", "x" * 100_000, "vega " * 10_000),
    " ".join(f"w{number}" for number in range(300_000)),
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_hostile_text_is_only_text(base: Store, text: str) -> None:
    hits = search(base, text)
    assert len(hits) <= 10
    if "vega" in text or "heron" in text:
        assert hits
    assert len(base.ids()) == 15


@given(text=st.text())
def test_any_text_can_be_searched_for(base: Store, text: str) -> None:
    assert len(search(base, text)) <= 10


@given(words=st.lists(st.sampled_from(['"', "*", "NEAR(", "AND", "NOT", "vega", "5.1", "^", ":"])))
def test_any_mixture_of_syntax_can_be_searched_for(base: Store, words: list[str]) -> None:
    assert len(search(base, " ".join(words))) <= 10


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("breaching penalties", "A breach of California SB 990 costs"),
        ("downloads", "Everyone can download and run Heron 2"),
        ("coordinators", "The Trade Office had to name a test coordinator"),
        ("ILLEGIBLE PARAMETER", "Heron 2 has 900 billion parameters"),
    ],
)
def test_words_meet_by_their_stem(base: Store, asked: str, told: str) -> None:
    assert any(text.startswith(told) for text in texts(base, search(base, asked)))


def test_a_statement_with_all_words_comes_before_those_with_some(base: Store) -> None:
    hits = search(base, "penalty breach tracker SB 990")
    first = texts(base, hits)[0]
    assert (
        first == "A breach of California SB 990 costs up to $500,000, the tracker Rule Watch says."
    )
    assert len(hits) == 1


def test_the_rarest_words_are_kept_where_no_statement_has_all(base: Store) -> None:
    hits = search(base, "Vega billion parameters")
    assert texts(base, hits)[:1] == [
        "Heron 2 has 900 billion parameters, according to a forum post."
    ]


def test_a_version_is_asked_for_whole(base: Store) -> None:
    hits = search(base, "vega 5.1 licence")
    assert hits
    assert all("5.1" in text for text in texts(base, hits))


def test_the_names_of_the_entry_count_as_words_of_its_statements(base: Store) -> None:
    hits = search(base, "Frontier Release Act incident")
    assert texts(base, hits) == [
        "Developers report a serious incident under California SB 990 within 15 days."
    ]


def test_statements_of_an_entry_so_named_come_before_those_that_mention_it(base: Store) -> None:
    hits = search(base, "lyra labs", limit=50)
    named = [
        statement.subject in {"lyra-labs", "us-trade-letter-2026-08-03"}
        for statement in base.statements(hits)
    ]
    assert named == sorted(named, reverse=True)
    assert len(set(named)) == 2


def test_the_shorter_of_equals_comes_first(base: Store) -> None:
    hits = search(base, "vega", limit=50)
    of_vega = [text for text in texts(base, hits) if text.startswith("Vega")]
    lengths = [len(text) for text in of_vega]
    assert len(lengths) > 5
    assert lengths == sorted(lengths)


def test_a_file_of_before_is_searched_as_well() -> None:
    opened = Store.open(None)
    ingest_folder(opened, SAMPLE)
    wanted = [search(opened, text, limit=50) for text in ("vega", "lyra labs", "heron 2")]
    rows = opened.connection.execute("select rowid & 4294967295, names, text from search")
    before = rows.fetchall()
    opened.database.execute("delete from search")
    insert = "insert into search(rowid, names, text) values (?, ?, ?)"
    opened.database.conn.executemany(insert, before)
    assert [search(opened, text, limit=50) for text in ("vega", "lyra labs", "heron 2")] != wanted
    shorter_first(opened.database)
    assert [search(opened, text, limit=50) for text in ("vega", "lyra labs", "heron 2")] == wanted
    opened.close()


def test_a_word_counts_as_named_where_a_name_has_any_form_of_it(base: Store) -> None:
    named = dict(base.connection.execute("select word, named from words").fetchall())
    assert named["release"]
    assert named["released"]  # no name has this form
    assert not named["billion"]
    for word, is_named in named.items():
        found = base.connection.execute(
            "select 1 from search where search match '{names} : ' || ? limit 1", [phrase(word)]
        )
        assert bool(is_named) == bool(found.fetchall()), word


def test_names_that_are_not_asked_for_a_word_would_have_changed_nothing() -> None:
    opened = Store.open(None)
    ingest_folder(opened, SAMPLE)
    words = [word for (word,) in opened.connection.execute("select word from words order by word")]
    asked = [" ".join(pair) for pair in zip(words, words[7:], strict=False)] + words
    found = [search(opened, text, limit=5) for text in asked]
    opened.connection.execute("update words set named = 1")
    assert [search(opened, text, limit=5) for text in asked] == found
    opened.close()


def test_no_more_are_given_than_asked_for(base: Store) -> None:
    assert len(search(base, "vega", limit=3)) == 3
    assert len(set(search(base, "vega", limit=50))) > 10


def test_words_that_say_nothing_or_that_nobody_wrote_find_nothing(base: Store) -> None:
    assert search(base, "who may the and of") == []
    assert search(base, "zyzzyva") == []
    empty = Store.open(None)
    assert search(empty, "vega") == []
    empty.close()

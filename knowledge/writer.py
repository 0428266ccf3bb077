"""Writes entries, sources and changes to the knowledge file; only `ingest` calls it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec

from knowledge import rows
from knowledge.changes import ChangeKind, Difference
from knowledge.model import Entry, Source, Statement
from knowledge.search import phrase, place
from knowledge.vocabulary import Kind
from knowledge.words import COMMON, folded_name, words

if TYPE_CHECKING:
    from sqlite_utils import Database

_ENTRY_TABLES = ("names", "topics", "statements")


def digest(entry: Entry) -> str:
    """The same for the same file, another one for any other, in every process.

    It covers the questions kept with statements too, which are no part of what an entry says.
    """
    asked = [statement.asked for statement in entry.statements]
    return hashlib.blake2b(f"{entry!r}{asked}".encode(), digest_size=16).hexdigest()


def put_sources(db: Database, sources: Iterable[Source]) -> None:
    """Write sources and their passages; those that are there and not named stay."""
    sources = list(sources)
    db.table("sources").upsert_all((rows.source_row(source) for source in sources), pk="id")
    db.conn.executemany(
        "delete from passages where source = ?", [(source.id,) for source in sources]
    )
    db.table("passages").insert_all(
        {"source": source.id, "position": position, "text": text}
        for source in sources
        for position, text in enumerate(source.passages)
    )


def drop_sources(db: Database, kept: set[str]) -> None:
    """Take out all sources but those to be kept and those that a statement cites."""
    cited = {row["source"] for row in db.query("select distinct source from citations")}
    for source_id in {row["id"] for row in db.query("select id from sources")} - kept - cited:
        db.execute("delete from passages where source = ?", [source_id])
        db.execute("delete from sources where id = ?", [source_id])


def put_headers(db: Database, entries: Iterable[Entry]) -> None:
    """Write the rows that statements of any entry may refer to."""
    db.table("entries").upsert_all(
        (rows.entry_row(entry, digest(entry)) for entry in entries), pk="id"
    )


def put_statements(db: Database, entries: Iterable[Entry]) -> None:
    """Write names, topics and statements of entries whose headers are there; replaces the old."""
    entries = list(entries)
    for entry in entries:
        _clear(db, entry.id)
    db.table("names").insert_all(
        {"entry": e.id, "position": n, "name": name, "folded": folded_name(name)}
        for e in entries
        for n, name in enumerate(e.names)
    )
    db.table("topics").insert_all(
        {"entry": e.id, "position": n, "topic": str(topic)}
        for e in entries
        for n, topic in enumerate(e.topics)
    )
    _put_rows_of_statements(db, entries)


def _put_rows_of_statements(db: Database, entries: list[Entry]) -> None:
    last = next(db.query("select coalesce(max(id), 0) as id from statements"))["id"]
    numbered = [
        (entry, position, statement)
        for entry in entries
        for position, statement in enumerate(entry.statements)
    ]
    new = list(enumerate(numbered, last + 1))
    db.table("statements").insert_all(
        {"id": row_id, **rows.statement_row(statement, position)}
        for row_id, (_, position, statement) in new
    )
    db.table("concerns").insert_all(
        row for row_id, (_, _, statement) in new for row in rows.concern_rows(statement, row_id)
    )
    db.table("citations").insert_all(
        {"statement": row_id, "position": n, "source": citation.source, "quote": citation.quote}
        for row_id, (_, _, statement) in new
        for n, citation in enumerate(statement.citations)
    )
    db.conn.executemany(
        "insert into asked values (?, ?, ?)",
        [
            (row_id, n, text)
            for row_id, (_, _, statement) in new
            for n, text in enumerate(statement.asked)
        ],
    )
    db.conn.executemany(
        "insert into search(rowid, names, text) values (?, ?, ?)",
        sorted(
            (
                place(row_id, statement.text),
                " ".join((entry.id, *entry.names)),
                f"{statement.topic} {statement.text}",
            )
            for row_id, (entry, _, statement) in new
        ),
    )


def count_words(db: Database) -> None:
    """Count in how many statements each word occurs, and note which occur in names.

    Search begins with the rarest, and asks names for no word that none has. Full text is brought
    into one piece too: what comes with other rows than the last is kept apart.
    """
    db.execute("insert into search(search) values ('optimize')")
    counts: Counter[str] = Counter()
    named: dict[str, set[str]] = {}
    for names, text in db.execute("select names, text from search"):
        if names not in named:
            named[names] = set(words(names))
        counts.update((named[names] | set(words(text))) - COMMON)
    db.execute("delete from words")
    db.execute("create virtual table temp.named using fts5(names, tokenize='porter unicode61')")
    db.conn.executemany("insert into named values (?)", ((names,) for names in named))
    db.conn.executemany(
        "insert into words values (?, ?, exists(select 1 from named where named match ?))",
        ((word, count, phrase(word)) for word, count in counts.items()),
    )
    db.execute("drop table named")


def withdraw(db: Database, statements: Iterable[Statement], day: date) -> None:
    """Remember the questions kept with statements that are to go and are still there."""
    db.conn.executemany(
        "insert or replace into withdrawn select asked.text, ? from asked "
        "join statements on statements.id = asked.statement "
        "where statements.entry = ? and statements.text = ?",
        [(day.isoformat(), one.subject, one.text) for one in statements],
    )


def drop_withdrawn(db: Database) -> None:
    """Forget the questions of what was withdrawn that are kept with a statement again."""
    db.execute("delete from withdrawn where question in (select text from asked)")


def remove(db: Database, ids: Iterable[str]) -> None:
    """Take entries out; no other entry may refer to them."""
    ids = list(ids)
    for entry_id in ids:
        _clear(db, entry_id)
    for entry_id in ids:
        db.execute("delete from entries where id = ?", [entry_id])


def log(
    db: Database,
    kind: ChangeKind,
    entry: tuple[str, Kind, str],
    at: datetime,
    differences: tuple[Difference, ...],
) -> None:
    """Add one row to the change log; `entry` is its id, kind and title."""
    db.table("changes").insert(
        {
            "kind": str(kind),
            "entry": entry[0],
            "entry_kind": str(entry[1]),
            "title": entry[2],
            "at": at.isoformat(),
            "differences": msgspec.json.encode(differences).decode(),
        }
    )


def _clear(db: Database, entry_id: str) -> None:
    mine = "(select id from statements where entry = ?)"
    found = db.execute("select id, text from statements where entry = ?", [entry_id]).fetchall()
    db.conn.executemany("delete from search where rowid = ?", [(place(*row),) for row in found])
    for table in ("concerns", "citations", "asked"):
        db.execute(f"delete from {table} where statement in {mine}", [entry_id])
    for table in _ENTRY_TABLES:
        db.execute(f"delete from {table} where entry = ?", [entry_id])

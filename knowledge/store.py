"""The knowledge file: entries with their statements, sources, names and changes, in SQLite."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from knowledge import rows
from knowledge.changes import Change, ChangeKind, Difference, Log
from knowledge.model import Entry, Source, Statement
from knowledge.vocabulary import Instrument, Jurisdiction, Kind, Property

if TYPE_CHECKING:
    from sqlite_utils import Database

MIGRATIONS = 10  # that `knowledge.schema` holds; the file remembers how many it has seen
_BATCH = 500  # ids in one query; SQLite takes at least 999 parameters


class Store:
    """One open knowledge file.

    Reads return plain values. Writes belong inside `transaction`; `ingest` is the only caller.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._database: Database | None = None

    @classmethod
    def open(cls, path: Path | None) -> Store:
        """Open or make the file at `path`; None keeps it in memory."""
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(":memory:" if path is None else path)
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma busy_timeout = 5000")
        if path is not None:
            connection.execute("pragma journal_mode = wal")
        store = cls(connection)
        if connection.execute("pragma user_version").fetchone()[0] != MIGRATIONS:
            store._migrate()
        return store

    @property
    def database(self) -> Database:
        """The same file through sqlite-utils, which makes and fills its tables."""
        if self._database is None:
            # It imports numpy where that is there: a fifth of a second that a start, which only
            # reads, need not wait for.
            from sqlite_utils import Database  # noqa: PLC0415

            self._database = Database(self.connection)
        return self._database

    def _migrate(self) -> None:
        from knowledge.schema import migrations  # noqa: PLC0415 (it imports sqlite-utils)

        migrations.apply(self.database)
        self.connection.execute(f"pragma user_version = {MIGRATIONS}")

    def close(self) -> None:
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside take effect together or not at all."""
        with self.database.atomic():
            # A write first: it takes the lock, so that what is read next cannot change under us.
            self.set("writing", "1")
            yield

    # -- what was read last ---------------------------------------------------------------

    def setting(self, name: str) -> str | None:
        """A remembered fact about the file itself, such as what it was built from."""
        found = self._rows("select value from settings where name = ?", [name])
        return found[0]["value"] if found else None

    def set(self, name: str, value: str) -> None:
        self.database.table("settings").upsert({"name": name, "value": value})

    # -- entries ----------------------------------------------------------------------------

    def digests(self) -> dict[str, str]:
        """The digest of every entry, by id: what `ingest` compares."""
        return {row["id"]: row["digest"] for row in self._rows("select id, digest from entries")}

    def entry(self, entry_id: str) -> Entry | None:
        """The entry with an id, with all its statements."""
        found = self.entries([entry_id])
        return found[0] if found else None

    def entries(self, ids: Sequence[str]) -> list[Entry]:
        """The entries with these ids, in that order; unknown ids are left out."""
        headers = {
            row["id"]: row for row in self._batched("select * from entries where id in", ids)
        }
        names, topics = defaultdict(list), defaultdict(list)
        for row in self._batched("select entry, name from names where entry in", ids, "position"):
            names[row["entry"]].append(row["name"])
        for row in self._batched("select entry, topic from topics where entry in", ids, "position"):
            topics[row["entry"]].append(row["topic"])
        statements = defaultdict(list)
        found = self._batched("select * from statements where entry in", ids, "entry, position")
        for statement in self._statements(found):
            statements[statement.subject].append(statement)
        return [
            rows.entry_of(headers[i], names[i], topics[i], statements[i])
            for i in ids
            if i in headers
        ]

    def ids(self, kind: Kind | None = None) -> list[str]:
        """Ids of all entries, or of one kind, by title."""
        where, values = ("where kind = ?", [str(kind)]) if kind else ("", [])
        return [
            r["id"] for r in self._rows(f"select id from entries {where} order by title", values)
        ]

    def headers(self) -> list[tuple[str, Kind, Jurisdiction | None]]:
        """Id, kind and jurisdiction of every entry, by title."""
        found = self._rows("select id, kind, jurisdiction from entries order by title")
        return [
            (
                r["id"],
                Kind(r["kind"]),
                Jurisdiction(r["jurisdiction"]) if r["jurisdiction"] else None,
            )
            for r in found
        ]

    def forms(self) -> dict[str, tuple[Instrument | None, str | None]]:
        """Of every entry, its legal form and who develops it, where it has one."""
        found = self._rows('SELECT "id", "instrument", "developer" FROM "entries" ORDER BY "id"')
        return {
            row["id"]: (
                Instrument(row["instrument"]) if row["instrument"] else None,
                row["developer"],
            )
            for row in found
        }

    def titles(self, ids: Sequence[str]) -> dict[str, str]:
        """Titles by id."""
        found = self._batched("select id, title from entries where id in", ids)
        return {row["id"]: row["title"] for row in found}

    def kinds(self, ids: Sequence[str]) -> dict[str, Kind]:
        """Kinds by id; unknown ids are left out."""
        found = self._batched("select id, kind from entries where id in", ids)
        return {row["id"]: Kind(row["kind"]) for row in found}

    def names(self) -> list[tuple[str, str, str, Kind]]:
        """Every name of every entry by alphabet: folded name, name as written, id, kind."""
        found = self._rows(
            "select folded, name, entry, kind from names join entries on entries.id = names.entry "
            "order by folded, entry, position"
        )
        return [(r["folded"], r["name"], r["entry"], Kind(r["kind"])) for r in found]

    # -- statements ---------------------------------------------------------------------------

    def concerning(self, ids: Sequence[str]) -> list[Statement]:
        """Every statement that concerns one of these entries, as its subject or otherwise."""
        return self._statements(
            self._batched(
                "select distinct statements.* from statements join concerns "
                "on concerns.statement = statements.id where concerns.entry in",
                ids,
                "statements.id",
            )
        )

    def dated(self, of: Property, since: date, until: date | None = None) -> list[Statement]:
        """Statements of a property whose day may lie in a period, in order of time."""
        return self._statements(
            self._rows(
                "select * from statements where property = ? and on_last >= ? and on_day < ? "
                "order by on_day, entry, position",
                [str(of), since.isoformat(), until.isoformat() if until else "9999-12-31"],
            )
        )

    def statement_ids(self) -> list[int]:
        """The row ids of all statements, in order."""
        return [row["id"] for row in self._rows("select id from statements order by id")]

    def statements(self, ids: Sequence[int]) -> list[Statement]:
        """Statements by their row ids, in that order."""
        found = {r["id"]: r for r in self._batched("select * from statements where id in", ids)}
        return self._statements([found[i] for i in ids if i in found])

    def asked(self) -> dict[int, list[str]]:
        """The questions kept with statements, by the statement's row id."""
        found: dict[int, list[str]] = defaultdict(list)
        for row in self._rows("select statement, text from asked order by statement, position"):
            found[row["statement"]].append(row["text"])
        return found

    def withdrawn(self) -> dict[str, date]:
        """The questions kept with statements that were withdrawn, and on which day each was."""
        found = self._rows("select question, day from withdrawn order by question")
        return {row["question"]: date.fromisoformat(row["day"]) for row in found}

    def _statements(self, found: Sequence[rows.Row]) -> list[Statement]:
        ids = [row["id"] for row in found]
        concerns, citations = defaultdict(list), defaultdict(list)
        query = "select * from concerns where statement in"
        for row in self._batched(query, ids, "statement, position"):
            concerns[row["statement"]].append(row)
        query = "select * from citations where statement in"
        for row in self._batched(query, ids, "statement, position"):
            citations[row["statement"]].append(row)
        return [rows.statement_of(r, concerns[r["id"]], citations[r["id"]]) for r in found]

    # -- sources --------------------------------------------------------------------------------

    def sources(self, ids: Iterable[str] | None = None) -> dict[str, Source]:
        """Sources by id, without their passages; all of them where no ids are given."""
        if ids is None:
            found = self._rows("select * from sources order by id")
        else:
            found = self._batched("select * from sources where id in", list(dict.fromkeys(ids)))
        return {row["id"]: rows.source_of(row) for row in found}

    def checked_to(self) -> date | None:
        """The day up to which curators have looked: what came later is not known here."""
        found = self.setting("checked_to")
        return date.fromisoformat(found) if found else None

    # -- changes ----------------------------------------------------------------------------------

    def changes(self, after: int = 0, since: date | None = None) -> list[Change]:
        """Changes past a sequence number, or since a day, oldest first."""
        found = self._rows(
            "select * from changes where sequence > ? and at >= ? order by sequence",
            [after, since.isoformat() if since else ""],
        )
        return [
            Change(
                sequence=row["sequence"],
                kind=ChangeKind(row["kind"]),
                entry=row["entry"],
                entry_kind=Kind(row["entry_kind"]),
                title=row["title"],
                at=datetime.fromisoformat(row["at"]),
                differences=msgspec.json.decode(row["differences"], type=tuple[Difference, ...]),
            )
            for row in found
        ]

    def log(self) -> Log:
        """How far the change log reaches."""
        (row,) = self._rows(
            "select coalesce(min(at), '') as began, coalesce(max(sequence), 0) as newest "
            "from changes"
        )
        return Log(row["began"], row["newest"])

    # -- plain rows -----------------------------------------------------------------------------

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
        cursor = self.connection.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def _batched(self, sql: str, ids: Sequence[Any], order: str = "1") -> list[dict[str, Any]]:
        """Rows of a query that ends in `in`, asked for a few hundred ids at a time."""
        found: list[dict[str, Any]] = []
        for start in range(0, len(ids), _BATCH):
            batch = list(ids[start : start + _BATCH])
            marks = ", ".join("?" * len(batch))
            found += self._rows(f"{sql} ({marks}) order by {order}", batch)
        return found

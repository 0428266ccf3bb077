"""The tables of the knowledge file, one migration a function; readable with Datasette as it is."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("knowledge")


@migrations()
def entries(db: Database) -> None:
    """Entries, their names and topics, and what they rest on."""
    table = db.table("entries")
    table.create(
        {
            "id": str,
            "kind": str,
            "title": str,
            "instrument": str,
            "jurisdiction": str,
            "developer": str,
            "speaker": str,
            "words": str,
            "venue": str,
            "said_on": str,
            "role": str,
            "digest": str,
        },
        pk="id",
        not_null={"kind", "title", "digest"},
    )
    table.create_index(["kind"])
    names = db.table("names")
    names.create(
        {"entry": str, "position": int, "name": str, "folded": str},
        pk=("entry", "position"),
        foreign_keys=[("entry", "entries", "id")],
    )
    names.create_index(["folded"])
    db.table("topics").create(
        {"entry": str, "position": int, "topic": str},
        pk=("entry", "position"),
        foreign_keys=[("entry", "entries", "id")],
    )


@migrations()
def sources(db: Database) -> None:
    """Each source once, with the passages kept of it."""
    db.table("sources").create(
        {
            "id": str,
            "publisher": str,
            "title": str,
            "tier": str,
            "access": str,
            "url": str,
            "author": str,
            "published": str,
            "copy_at": str,
            "via": str,
            "note": str,
        },
        pk="id",
        not_null={"publisher", "title", "tier", "access"},
    )
    db.table("passages").create(
        {"source": str, "position": int, "text": str},
        pk=("source", "position"),
        foreign_keys=[("source", "sources", "id")],
    )


@migrations()
def statements(db: Database) -> None:
    """Statements, the entries that each concerns, and its citations."""
    table = db.table("statements")
    table.create(
        {
            "id": int,
            "entry": str,
            "position": int,
            "property": str,
            "text": str,
            "value_kind": str,  # known, unknown, absent, or null where the text carries it
            "value": str,
            "topic": str,
            "on": str,
            "on_day": str,  # the earliest day that `on` may mean, for sorting
            "on_last": str,  # the latest
            "valid_from": str,
            "valid_to": str,
            "known_from": str,
            "computed_from": str,
            "jurisdiction": str,
            "modality": str,
            "rank": str,
            "reason": str,
            "doubt": str,
            "audience": str,
            "state": str,
        },
        pk="id",
        foreign_keys=[("entry", "entries", "id")],
        not_null={"entry", "position", "property", "text", "modality", "rank"},
    )
    table.create_index(["entry", "position"])
    table.create_index(["property", "on_day"])
    _concerns_and_citations(db)


def _concerns_and_citations(db: Database) -> None:
    concerns = db.table("concerns")
    concerns.create(
        {"statement": int, "position": int, "entry": str, "relation": str},
        pk=("statement", "position"),
        foreign_keys=[("statement", "statements", "id"), ("entry", "entries", "id")],
    )
    concerns.create_index(["entry"])
    citations = db.table("citations")
    citations.create(
        {"statement": int, "position": int, "source": str, "quote": str},
        pk=("statement", "position"),
        foreign_keys=[("statement", "statements", "id"), ("source", "sources", "id")],
    )
    citations.create_index(["source"])


@migrations()
def asked(db: Database) -> None:
    """Questions that a statement answers, as people type them; they help to find it."""
    db.table("asked").create(
        {"statement": int, "position": int, "text": str},
        pk=("statement", "position"),
        foreign_keys=[("statement", "statements", "id")],
    )


@migrations()
def full_text(db: Database) -> None:
    """What people search, stemmed: the statements with their entries' names."""
    db.execute("create virtual table search using fts5(names, text, tokenize='porter unicode61')")
    db.table("words").create({"word": str, "statements": int}, pk="word")


@migrations()
def changes(db: Database) -> None:
    """What was added, amended or withdrawn, in order; and what the file was built from."""
    db.table("changes").create(
        {
            "sequence": int,
            "kind": str,
            "entry": str,
            "entry_kind": str,
            "title": str,
            "at": str,
            "differences": str,
        },
        pk="sequence",
        not_null={"kind", "entry", "entry_kind", "title", "at", "differences"},
    )
    db.table("changes").create_index(["entry"])
    db.table("settings").create({"name": str, "value": str}, pk="name")


@migrations()
def views(db: Database) -> None:
    """A view for each kind of entry, with its summary."""
    columns = {
        "directive": "instrument, jurisdiction",
        "model": "developer",
        "quote": "words, speaker, said_on, venue",
        "person": "role",
        "organisation": "id as name",
    }
    plurals = {"person": "people"}
    for kind, extra in columns.items():
        db.create_view(
            plurals.get(kind, f"{kind}s"),
            f"select id, title, {extra}, (select text from statements where entry = entries.id "
            "and property in ('definition', 'role', 'quote') order by position limit 1) as summary "
            f"from entries where kind = '{kind}'",
        )


@migrations()
def shorter_first(db: Database) -> None:
    """Rows of full text in the order of `knowledge.search.place`, which is that of its answers."""
    found = db.execute(
        "select (length(statements.text) << 32) | statements.id, search.names, search.text "
        "from search join statements on statements.id = search.rowid order by 1"
    ).fetchall()
    db.execute("delete from search")
    db.conn.executemany("insert into search(rowid, names, text) values (?, ?, ?)", found)


@migrations()
def words_in_names(db: Database) -> None:
    """Which words stand in a name, in any form; each may until they are counted the next time."""
    db.table("words").add_column("named", int, not_null_default=1)


@migrations()
def withdrawn(db: Database) -> None:
    """Questions kept with statements that were withdrawn: nothing else may pass for the answer."""
    table = db.table("withdrawn")
    table.create({"question": str, "day": str}, pk="question", not_null={"day"})

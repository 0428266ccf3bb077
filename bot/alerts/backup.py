"""A copy of all that the bot keeps, in one file, made while it runs."""

from __future__ import annotations

import os
import sqlite3
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.errors import SetupError


def back_up(database_url: str, store: Path, target: Path) -> int:
    """Write the bot's own tables and its knowledge into a tar file; returns its bytes.

    The file is there as a whole or not at all. To restore it, stop the bot and unpack the file
    into the folder of AIRULES_DATA. Raises SetupError where that cannot be done.
    """
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        raise SetupError(
            "The bot's tables are in PostgreSQL, which has its own way to back them up. "
            f"Run: pg_dump --format=custom --file={target} (with the address of DATABASE_URL)."
        )
    state = Path(url.database or "")
    found = [path for path in (state, store) if path.is_file()]
    if state not in found:
        raise SetupError(f"There is no {state} to back up. Check AIRULES_DATA and DATABASE_URL.")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
            copies = [_copied(path, Path(folder) / path.name) for path in found]
            return _packed(copies, Path(folder) / "all.tar", target)
    except (OSError, sqlite3.Error) as error:
        raise SetupError(f"The backup was not made: {error}. Try again, or elsewhere.") from None


def _copied(source: Path, copy: Path) -> Path:
    """A checked copy of a database as it is at one moment; nobody who writes has to wait."""
    with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("vacuum into ?", (str(copy),))
    with closing(sqlite3.connect(copy)) as connection:
        (said,) = connection.execute("pragma quick_check(1)").fetchone()
    if said != "ok":
        raise sqlite3.DatabaseError(f"the copy of {source} is damaged: {said}")
    return copy


def _packed(copies: list[Path], packed: Path, target: Path) -> int:
    with packed.open("wb") as file:
        with tarfile.open(fileobj=file, mode="w") as tar:
            for copy in copies:
                tar.add(copy, arcname=copy.name)
        file.flush()
        os.fsync(file.fileno())
    size = packed.stat().st_size
    packed.replace(target)
    return size

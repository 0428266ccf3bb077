"""The index kept in a file beside the store, so that a base is laid out once for many starts."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from knowledge.names import Names
from knowledge.questions.base.index import Index
from knowledge.questions.base.layout import lay_out
from knowledge.questions.vectors.encoder import Encoder
from knowledge.questions.vectors.postings import Arrays
from knowledge.store import Store

log = logging.getLogger(__name__)

_CODE = Path(__file__).parents[2]


def index_of(store: Store, names: Names, encoder: Encoder | None) -> Index:
    """The index of a base: read where it was kept, else laid out and kept.

    A base in memory keeps none. A file that is damaged, or of another base, is written anew.
    """
    path = file_of(store)
    if path is None:
        return Index.of(store, names, encoder)
    mark = _mark(store, encoder)
    try:
        return Index.read(_read(path, mark), store, names, encoder)
    except FileNotFoundError:
        pass
    except Exception as error:  # noqa: BLE001 (whatever a damaged file brings about, it is no loss)
        log.debug("%s is laid out anew: %s", path, error)
    arrays = lay_out(store, names, encoder)
    _write(path, {"mark": np.frombuffer(mark, dtype=np.uint8), **arrays})
    return Index.read(arrays, store, names, encoder)


def file_of(store: Store) -> Path | None:
    """Where the index of a store is kept; None for one in memory."""
    file = store.connection.execute("pragma database_list").fetchone()[2]
    return Path(file).with_suffix(".index.npz") if file else None


def _mark(store: Store, encoder: Encoder | None) -> bytes:
    """The same as long as the base, the vectors and the code that lays it out are the same."""
    total = hashlib.blake2b(digest_size=16)
    held = (*sorted(store.digests().items()), *store.withdrawn().items())
    for part in (encoder.mark if encoder else "", *_code(), *held):
        total.update(repr(part).encode("utf-8", errors="surrogatepass"))
    return total.digest()


def _code() -> Iterator[bytes]:
    for path in sorted(_CODE.rglob("*.py")):
        yield path.read_bytes()


def _read(path: Path, mark: bytes) -> Arrays:
    """Raises ValueError where the file is another base's, and much else where it is damaged."""
    # Opened here, for numpy forgets to close what it cannot read.
    with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
        if file["mark"].tobytes() != mark:
            raise ValueError("it was made from another base")
        return {name: file[name] for name in file.files}


def _write(path: Path, arrays: Arrays) -> None:
    """All of it or nothing; a folder that cannot be written to costs the next start some time."""
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            np.savez(file, allow_pickle=False, **arrays)
        part.replace(path)
    except OSError as error:
        log.warning("The index cannot be kept in %s, so each start lays it out: %s", path, error)
        part.unlink(missing_ok=True)

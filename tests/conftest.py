"""What all tests share: no network, the made-up base and the real one, and a desk on the first."""

from __future__ import annotations

import socket
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, configuration, settings

import knowledge
from knowledge.desk import Desk
from knowledge.ingest import ingest, ingest_folder
from knowledge.names import Names
from knowledge.questions.vectors import encoder
from knowledge.sources.files import Reading, read_folder
from knowledge.store import Store

ENTRIES = Path(knowledge.__file__).parent / "entries"
SAMPLE = Path(__file__).parent / "sample" / "entries"
BUILT = datetime(2026, 11, 1, tzinfo=UTC)
TODAY = date(2026, 11, 21)

_LOOPBACK = frozenset({None, "", "localhost", "127.0.0.1", "::1"})

# No test is judged by the clock, and a failure found once is found again on every machine.
settings.register_profile(
    "airules",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("airules")
configuration.set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "airules-hypothesis")


class NetworkRefused(RuntimeError):
    """A test tried to leave this machine."""


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Connections and name look-ups reach this machine only."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _guarded_connect(getattr(socket.socket, name)))
        for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
            patch.setattr(socket, name, _guarded_lookup(getattr(socket, name)))
        yield


def _guarded_connect(real: Callable[..., Any]) -> Callable[..., Any]:
    def connect(self: socket.socket, address: Any) -> Any:
        local = self.family == getattr(socket, "AF_UNIX", None)
        if not local and _host(address[0]) not in _LOOPBACK:
            raise NetworkRefused(f"a test connects to {address!r}")
        return real(self, address)

    return connect


def _guarded_lookup(real: Callable[..., Any]) -> Callable[..., Any]:
    def lookup(host: Any, *args: Any, **options: Any) -> Any:
        if _host(host) not in _LOOPBACK:
            raise NetworkRefused(f"a test looks up {host!r}")
        return real(host, *args, **options)

    return lookup


def _host(host: Any) -> Any:
    return host.decode("ascii", "replace") if isinstance(host, bytes) else host


@pytest.fixture(scope="session")
def sample_entries() -> Path:
    """The folder of the made-up base; nobody writes to it."""
    return SAMPLE


@pytest.fixture(scope="session")
def _built() -> Iterator[Store]:
    """The made-up base, brought in once; tests get copies of it."""
    opened = Store.open(None)
    try:
        done = ingest_folder(opened, SAMPLE, BUILT)
        assert not done.problems
        assert not opened.database.conn.in_transaction  # a copy would wait for its end
        yield opened
    finally:
        opened.close()


@pytest.fixture
def store(_built: Store) -> Iterator[Store]:
    """A store of one's own with the made-up base in memory, brought in on 1 November 2026."""
    opened = Store(sqlite3.connect(":memory:"))
    try:
        _built.database.conn.backup(opened.database.conn)
        opened.database.execute("pragma foreign_keys = on")
        yield opened
    finally:
        opened.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    """The made-up base as it is asked on 21 November 2026."""
    return Desk(store, Names(store), TODAY)


@pytest.fixture(scope="session", autouse=True)
def _one_encoder() -> Iterator[None]:
    """The encoder's files, which nobody writes to, are read once for all tests."""
    load = encoder.load_encoder
    read = cache(lambda folder: load())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoder, "load_encoder", lambda: read(encoder.data_folder()))
        yield


@pytest.fixture(scope="session")
def real_reading() -> Reading:
    """The files of the real base, read once."""
    return read_folder(ENTRIES)


@pytest.fixture(scope="session")
def real_store(real_reading: Reading) -> Iterator[Store]:
    """The real base, brought in once, for tests that only read."""
    opened = Store.open(None)
    try:
        done = ingest(opened, real_reading, BUILT)
        assert done.problems == ()
        assert len(done.decisions) == len(real_reading.entries)
        yield opened
    finally:
        opened.close()

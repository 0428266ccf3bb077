"""A PostgreSQL server of our own, thrown away afterwards, on a socket that nobody else sees."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DEBIAN = Path("/usr/lib/postgresql")
# All is thrown away, so nothing has to outlive a failure of the power.
_SETTINGS = (
    "-c listen_addresses='' -c max_connections=50 -c fsync=off -c synchronous_commit=off "
    "-c full_page_writes=off"
)
_ACCOUNTS = ("postgres", "nobody")  # the server refuses to be root


class Missing(Exception):
    """There is no PostgreSQL here that could be started."""


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a new, empty server; raises Missing where none can be started."""
    programs = _programs()
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:  # a socket's path must be short
        place, account = Path(folder), _account()
        if account is not None:
            shutil.chown(place, account)
        data = place / "data"
        _run(account, programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N")
        settings = f"-k {place} {_SETTINGS}"
        serve = (programs / "pg_ctl", "-D", data, "-w")
        _run(account, *serve, "-l", place / "log", "-o", settings, "start")
        try:
            yield f"postgresql+psycopg://postgres@/postgres?host={place}"
        finally:
            _run(account, *serve, "-m", "immediate", "stop")


def _programs() -> Path:
    """Where initdb is: on the path, where pg_config says, or where Debian has it."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    asked = shutil.which("pg_config")
    told = [_asked(asked)] if asked else []
    debian = sorted(_DEBIAN.glob("*/bin"), key=lambda path: path.parent.name, reverse=True)
    for folder in (*told, *debian):
        if (folder / "initdb").exists():
            return folder
    raise Missing("no PostgreSQL is installed here (Debian: apt install postgresql)")


def _asked(program: str) -> Path:
    done = subprocess.run([program, "--bindir"], capture_output=True, text=True, check=True)
    return Path(done.stdout.strip())


def _account() -> str | None:
    """Whom to be, where we are root."""
    if os.geteuid() != 0:
        return None
    names = {one.pw_name for one in pwd.getpwall()}
    found = next((name for name in _ACCOUNTS if name in names), None)
    if found is None:
        raise Missing("we are root, which PostgreSQL refuses, and there is nobody else to be")
    return found


def _run(account: str | None, *command: str | Path) -> None:
    done = subprocess.run(
        [str(word) for word in command],
        user=account,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Missing(f"{Path(command[0]).name} failed: {done.stderr.strip()}")

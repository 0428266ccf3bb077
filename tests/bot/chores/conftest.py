"""What tests of chores share: the command line on the made-up base, in a folder of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.settings import variables


@dataclass(frozen=True, slots=True)
class Place:
    """A machine on which the bot runs: its data, its entries, and its command line."""

    data: Path
    entries: Path
    told: Callable[[], str]

    def airules(self, *arguments: str) -> tuple[int, str]:
        """The exit status, and what was printed."""
        return main(arguments), self.told()


@pytest.fixture
def new_place(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    sample_entries: Path,
    capsys: pytest.CaptureFixture[str],
) -> Place:
    """The made-up base as a copy that may be changed, where the bot never ran."""
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    data, entries = tmp_path / "data", tmp_path / "entries"
    shutil.copytree(sample_entries, entries)
    monkeypatch.setenv("AIRULES_DATA", str(data))
    monkeypatch.setenv("AIRULES_ENTRIES", str(entries))

    def told() -> str:
        out, err = capsys.readouterr()
        return out + err

    return Place(data, entries, told)


@pytest.fixture
def place(new_place: Place, left_behind: Path) -> Place:
    """Where the bot ran before."""
    shutil.copytree(left_behind, new_place.data)
    return new_place

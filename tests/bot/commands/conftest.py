"""The small world of alerts, on SQLite alone: what the commands say is the same on both."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.database import Database
from knowledge.store import Store
from tests.bot.alerts.living import World


@pytest.fixture
def world(database: Database, store: Store, sample_entries: Path, tmp_path: Path) -> World:
    """The made-up base in a folder of its own, and the bot's alerts on it."""
    folder = tmp_path / "entries"
    shutil.copytree(sample_entries, folder)
    return World(folder, store, database)

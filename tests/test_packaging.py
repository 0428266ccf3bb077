"""What is installed: the wheel, the settings that it is told, the libraries it is locked to."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import variables

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """The wheel of this tree, built from a copy so that nothing is left in it."""
    copied = tmp_path_factory.mktemp("tree")
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, copied / name)
    for name in ("bot", "knowledge", "tests"):
        shutil.copytree(ROOT / name, copied / name, ignore=shutil.ignore_patterns("__pycache__"))
    made = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-B", "-m", "hatchling", "build", "-t", "wheel", "-d", str(made)],
        cwd=copied,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    (file,) = made.glob("*.whl")
    with zipfile.ZipFile(file) as opened:
        yield opened


def files(folder: str, ending: str) -> set[str]:
    """The files of the tree that end so, as paths from its top."""
    return {file.relative_to(ROOT).as_posix() for file in (ROOT / folder).rglob(f"*{ending}")}


def test_the_wheel_holds_every_module_and_no_test(wheel: zipfile.ZipFile) -> None:
    held = {name for name in wheel.namelist() if name.endswith(".py")}
    assert held == files("bot", ".py") | files("knowledge", ".py")


def test_the_wheel_holds_every_entry(wheel: zipfile.ZipFile) -> None:
    entries = files("knowledge/entries", ".toml")
    assert len(entries) > 100
    assert entries - set(wheel.namelist()) == set()


def test_the_wheel_holds_nothing_but_the_bot_the_knowledge_and_their_description(
    wheel: zipfile.ZipFile,
) -> None:
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    described = {top for top in tops if re.fullmatch(r"airules-[0-9.]+\.dist-info", top)}
    assert len(described) == 1
    assert tops - described == {"bot", "knowledge"}


def test_every_file_beside_the_modules_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    there = {
        name
        for folder in ("bot", "knowledge")
        for name in files(folder, "")
        if (ROOT / name).is_file() and "__pycache__" not in name
    }
    assert there - set(wheel.namelist()) == set()


def test_the_wheel_gives_the_command_airules(wheel: zipfile.ZipFile) -> None:
    (name,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    points = configparser.ConfigParser()
    points.read_string(wheel.read(name).decode())
    assert dict(points["console_scripts"]) == {"airules": "bot.__main__:main"}


def test_an_unpacked_wheel_answers_from_its_own_entries(
    wheel: zipfile.ZipFile, tmp_path: Path
) -> None:
    wheel.extractall(tmp_path / "installed")
    done = subprocess.run(
        [sys.executable, "-B", "-m", "bot", "who", "claude", "mythos", "5"],
        cwd=tmp_path / "installed",
        env={"AIRULES_DATA": str(tmp_path / "data"), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    assert done.returncode == 0
    assert done.stdout.startswith("Who may use Claude Mythos 5\n")


def test_every_setting_stands_in_the_example_and_the_other_way_round() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = re.findall(r"^#? ?([A-Z][A-Z_]+)=", example, re.MULTILINE)
    assert sorted(named) == sorted(variables())


def test_the_example_holds_no_values() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert [
        line for line in example.splitlines() if line and line[0] != "#" and line[-1] != "="
    ] == []


LOCKS = ("requirements.lock", "requirements-bench.lock")


def requirements(lock: str) -> list[str]:
    """The lines of a lock that ask for something, with what they go on in."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    lines = re.sub(r"\\\n", " ", text).splitlines()
    return [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_line_with_hashes(lock: str) -> None:
    pinned = re.compile(
        r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+( ;[^-]+?)?(\s+--hash=sha256:[0-9a-f]{64})+"
    )
    assert requirements(lock)
    assert [line for line in requirements(lock) if not pinned.fullmatch(line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_host_or_path(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert (
        re.findall(r"https?:|file:/|--index|--extra-index|--find-links|--trusted|@|/\w+/", text)
        == []
    )


def test_the_locks_have_every_library_that_the_project_asks_for() -> None:
    asked = re.findall(
        r'^    "([A-Za-z0-9._-]+)(?:\[\w+\])?>=',
        (ROOT / "pyproject.toml").read_text(),
        re.MULTILINE,
    )
    locked = {line.partition("==")[0] for lock in LOCKS for line in requirements(lock)}
    assert len(asked) > 10
    assert {name.replace(".", "-") for name in asked} - locked == set()

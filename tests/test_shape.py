"""The rules of the tree: what stands where, what is read on import, how long things are."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

from tests.modules import ALL, OURS, ROOT, seen

TOP = {
    ".ci",
    ".env.example",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "bot",
    "knowledge",
    "pyproject.toml",
    "requirements-bench.lock",
    "requirements.lock",
    "tests",
}
MODULE_LINES = 300
FUNCTION_LINES = 45

MAY_READ_ENVIRONMENT = {"bot/__main__.py", "bot/settings.py"}

# -- the top of the tree


def test_the_top_of_the_tree_holds_what_the_architecture_names() -> None:
    assert {name for name in TOP if not (ROOT / name).exists()} == set()


def test_nothing_else_is_tracked_at_the_top_of_the_tree() -> None:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a checkout of git, so nothing tells what is tracked")
    listed = subprocess.run(
        [git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert {name.partition("/")[0] for name in listed.stdout.split("\0") if name} <= TOP


def test_tests_mirror_the_tree() -> None:
    mirrored = {
        file.parent.relative_to(ROOT / "tests").as_posix()
        for file in (ROOT / "tests").rglob("test_*.py")
    }
    assert {folder for folder in mirrored - {"."} if not (ROOT / folder).is_dir()} == set()


# -- what is read and opened


def test_only_the_settings_read_the_environment() -> None:
    others = [module for module in OURS if module not in MAY_READ_ENVIRONMENT]
    assert {module: seen(module).environment for module in others if seen(module).environment} == {}
    assert [module for module in others if "dotenv" in seen(module).imports] == []


ON_IMPORT = '''
import importlib, os, socket, sqlite3, sys, traceback

OURS = tuple(sys.argv[1].split(","))
seen = []


def ours():
    """The line of ours that asks, if one does; a library's own import is its own affair."""
    for frame in reversed(traceback.extract_stack()[:-2]):
        if "importlib" in frame.filename:
            return None
        if frame.filename.startswith(OURS):
            return f"{frame.filename}:{frame.lineno}"
    return None


def note(what):
    place = ours()
    if place and "PYDANTIC_" not in what:  # a switch of the library's own, read by its classes
        seen.append(f"{what} at {place}")


class Watched(dict):
    def __getitem__(self, key):
        note(f"reads {key}")
        return super().__getitem__(key)

    def get(self, key, default=None):
        note(f"reads {key}")
        return super().get(key, default)

    def __contains__(self, key):
        note(f"reads {key}")
        return super().__contains__(key)


def refuse(*given, **named):
    raise AssertionError("a connection is opened on import")


os.environ = Watched()
socket.socket.connect = refuse
socket.create_connection = refuse
sqlite3.connect = refuse
for name in sys.argv[2:]:
    importlib.import_module(name)
print("\\n".join(seen))
'''


def test_importing_any_module_reads_no_environment_and_opens_nothing() -> None:
    names = [module.removesuffix(".py").replace("/", ".") for module in OURS]
    names = [name.removesuffix(".__init__") for name in names if name != "knowledge.__main__"]
    ours = f"{ROOT / 'bot'},{ROOT / 'knowledge'}"
    done = subprocess.run(
        [sys.executable, "-B", "-c", ON_IMPORT, ours, *names],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


# -- how long and how described


def test_every_module_is_short_enough_to_be_read_at_once() -> None:
    assert [module for module in ALL if seen(module).lines > MODULE_LINES] == []


def test_every_function_is_short_enough_to_be_seen_at_once() -> None:
    functions = ((module, *each) for module in ALL for each in seen(module).functions)
    assert [function for function in functions if function[-1] > FUNCTION_LINES] == []


def test_every_module_says_in_its_first_sentence_what_it_is() -> None:
    assert [module for module in ALL if not is_one_sentence(seen(module).first)] == []


def is_one_sentence(first: str | None) -> bool:
    """Whether it is; an empty module has nothing to say."""
    ends = re.findall(r"[.!?](?=\s+[A-Z]|$)", first or "")
    return first is None or (len(ends) == 1 and first.endswith(ends[0]))


SLOW = (
    *("aiohttp", "discord", "numpy", "slack_bolt", "slack_sdk", "snowballstemmer", "sqlalchemy"),
    "sqlite_utils",
)


def test_a_start_in_the_terminal_loads_no_slow_library() -> None:
    program = (
        "import sys, bot.__main__, bot.router; bot.router.load_commands(); "
        f"print([name for name in {SLOW} if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert told.stdout == "[]\n"

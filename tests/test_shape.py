"""The rules of the tree: what stands where, who imports whom, how long things are."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
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

CHATS = {"discord", "prompt_toolkit", "rich", "slack_bolt", "slack_sdk"}
ONLY_ADAPTERS = "bot/adapters/"
MAY_READ_ENVIRONMENT = {"bot/__main__.py", "bot/settings.py"}

# An arrow that must not be: what stands left never imports what stands right.
FORBIDDEN = {
    "knowledge/*": {"asyncio", "bot", *CHATS},
    "knowledge/dates.py": {"knowledge"},
    "knowledge/vocabulary.py": {"knowledge"},
    "knowledge/queries.py": {"knowledge.ingest", "knowledge.writer", "knowledge.sources"},
    "knowledge/lists.py": {"knowledge.ingest", "knowledge.writer", "knowledge.sources"},
    "knowledge/answers.py": {"knowledge.ingest", "knowledge.writer", "knowledge.sources"},
    "knowledge/store.py": {"knowledge.ingest", "knowledge.writer", "knowledge.queries"},
    "bot/reply.py": {"bot", "knowledge"},
    "bot/errors.py": {"bot.commands", "bot.router", "bot.adapters", "bot.cards", "knowledge"},
    "bot/model.py": {"bot.commands", "bot.router", "bot.adapters", "bot.cards"},
    "bot/cards.py": {"bot.commands", "bot.router", "bot.adapters"},
    "bot/citations.py": {"bot.commands", "bot.router", "bot.adapters", "bot.cards"},
    "bot/router.py": {"bot.adapters", "bot.settings", "bot.__main__"},
    "bot/commands/*": {"bot.adapters", "bot.settings", "bot.__main__"},
    "bot/alerts/*": {"bot.commands", "bot.router", "bot.adapters", "bot.settings", "bot.__main__"},
    "bot/adapters/*": {"bot.commands", "bot.settings", "bot.__main__"},
    "bot/adapters/console/*": {"bot.adapters.discord", "bot.adapters.slack"},
    "bot/adapters/discord/*": {"bot.adapters.console", "bot.adapters.slack"},
    "bot/adapters/slack/*": {"bot.adapters.console", "bot.adapters.discord"},
}


def modules(*folders: str) -> list[str]:
    """The Python files of these folders, as paths from the top of the tree."""
    found = (file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return sorted(file.relative_to(ROOT).as_posix() for file in found)


OURS = modules("bot", "knowledge")
ALL = modules("bot", "knowledge", "tests")


def tree_of(module: str) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def imported(module: str) -> set[str]:
    """Every module that a file imports, wherever in it, with all packages above."""
    names: set[str] = set()
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import"
            assert node.module is not None
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {".".join(name.split(".")[:n]) for name in names for n in range(1, name.count(".") + 2)}


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


# -- who imports whom


@pytest.mark.parametrize("module", OURS)
def test_an_arrow_of_import_points_down(module: str) -> None:
    rules = (names for pattern, names in FORBIDDEN.items() if fnmatch(module, pattern))
    assert imported(module) & set().union(*rules) == set()


def test_every_rule_of_import_names_modules_that_are_there() -> None:
    assert [pattern for pattern in FORBIDDEN if not any(fnmatch(m, pattern) for m in OURS)] == []


def test_the_nouns_of_the_field_rest_on_dates_and_vocabulary_only() -> None:
    parts = {name for name in imported("knowledge/model.py") if name.startswith("knowledge.")}
    modules = {name for name in parts if name.count(".") == 1}
    assert modules == {"knowledge.dates", "knowledge.vocabulary"}


@pytest.mark.parametrize("module", [m for m in OURS if not m.startswith(ONLY_ADAPTERS)])
def test_only_the_adapters_import_a_chats_library(module: str) -> None:
    assert imported(module) & CHATS == set()


# -- what is read and opened


def environment_reads(module: str) -> Iterator[str]:
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "environb", "getenv"}:
            yield f"line {node.lineno}"
        if isinstance(node, ast.ImportFrom) and node.module == "os":
            yield from (a.name for a in node.names if a.name in {"environ", "getenv"})


@pytest.mark.parametrize("module", [m for m in OURS if m not in MAY_READ_ENVIRONMENT])
def test_only_the_settings_read_the_environment(module: str) -> None:
    assert list(environment_reads(module)) == []
    assert "dotenv" not in imported(module)
    assert "dotenv" not in imported(module)


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


@pytest.mark.parametrize("module", ALL)
def test_a_module_is_short_enough_to_be_read_at_once(module: str) -> None:
    assert len((ROOT / module).read_text(encoding="utf-8").splitlines()) <= MODULE_LINES


@pytest.mark.parametrize("module", ALL)
def test_a_function_is_short_enough_to_be_seen_at_once(module: str) -> None:
    functions = (
        node
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    lines = {f.name: body_lines(f) for f in functions}
    assert {name: count for name, count in lines.items() if count > FUNCTION_LINES} == {}


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function below its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("module", ALL)
def test_a_module_says_in_its_first_sentence_what_it_is(module: str) -> None:
    tree = tree_of(module)
    first = " ".join((ast.get_docstring(tree) or "").split("\n\n")[0].split())
    ends = re.findall(r"[.!?](?=\s+[A-Z]|$)", first)
    assert not tree.body or (len(ends) == 1 and first.endswith(ends[0]))


SLOW = ("aiohttp", "discord", "numpy", "slack_bolt", "slack_sdk", "sqlalchemy", "sqlite_utils")


def test_a_start_in_the_terminal_loads_no_slow_library() -> None:
    program = (
        "import sys, bot.__main__, bot.router; bot.router.load_commands(); "
        f"print([name for name in {SLOW} if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert told.stdout == "[]\n"

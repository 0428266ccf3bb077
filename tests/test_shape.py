"""The rules of the tree: what stands where, who imports whom, how long things are."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
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


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rules ask of one module."""

    lines: int
    imports: frozenset[str]
    environment: tuple[str, ...]
    functions: tuple[tuple[str, int], ...]
    first: str | None


@cache
def seen(module: str) -> Seen:
    """The module, read once for all rules."""
    text = (ROOT / module).read_text(encoding="utf-8")
    tree = ast.parse(text)
    nodes = list(ast.walk(tree))
    functions = (n for n in nodes if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    described = " ".join((ast.get_docstring(tree) or "").split("\n\n")[0].split())
    return Seen(
        lines=len(text.splitlines()),
        imports=frozenset(imported(nodes)),
        environment=tuple(environment_reads(nodes)),
        functions=tuple((each.name, body_lines(each)) for each in functions),
        first=described if tree.body else None,
    )


def imported(nodes: Sequence[ast.AST]) -> set[str]:
    """Every module that a file imports, wherever in it, with all packages above."""
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"from {'.' * node.level}{node.module} is a relative import"
            assert node.module is not None
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {".".join(name.split(".")[:n]) for name in names for n in range(1, name.count(".") + 2)}


def environment_reads(nodes: Sequence[ast.AST]) -> Iterator[str]:
    """Where a file asks for a variable of the environment."""
    for node in nodes:
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "environb", "getenv"}:
            yield f"line {node.lineno}"
        if isinstance(node, ast.ImportFrom) and node.module == "os":
            yield from (a.name for a in node.names if a.name in {"environ", "getenv"})


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function below its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


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


def test_every_arrow_of_import_points_down() -> None:
    wrong = {
        (module, pattern): seen(module).imports & names
        for module in OURS
        for pattern, names in FORBIDDEN.items()
        if fnmatch(module, pattern)
    }
    assert {where: names for where, names in wrong.items() if names} == {}


def test_every_rule_of_import_names_modules_that_are_there() -> None:
    assert [pattern for pattern in FORBIDDEN if not any(fnmatch(m, pattern) for m in OURS)] == []


def test_the_nouns_of_the_field_rest_on_dates_and_vocabulary_only() -> None:
    parts = {name for name in seen("knowledge/model.py").imports if name.startswith("knowledge.")}
    modules = {name for name in parts if name.count(".") == 1}
    assert modules == {"knowledge.dates", "knowledge.vocabulary"}


def test_only_the_adapters_import_a_chats_library() -> None:
    elsewhere = (module for module in OURS if not module.startswith(ONLY_ADAPTERS))
    assert [module for module in elsewhere if seen(module).imports & CHATS] == []


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

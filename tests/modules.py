"""The modules of the tree, each read once: how long it is, what it imports, how it opens."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent


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

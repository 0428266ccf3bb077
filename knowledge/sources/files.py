"""Reads the reviewed files of a folder: entries, people, organisations and sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec
import tomli

from knowledge.model import ID_LIMIT, Entry, Quote, Source
from knowledge.problems import Problem, file_of
from knowledge.quotations import with_words
from knowledge.sources import shapes

ENTRY_SIZE_LIMIT = 256 * 1024  # bytes; the longest reviewed entry has about a tenth of that
TABLE_SIZE_LIMIT = 2 * 1024 * 1024  # bytes; the table of sources is the largest

FOLDERS: dict[str, type[shapes.DirectiveShape | shapes.ModelShape | shapes.QuoteShape]] = {
    "directives": shapes.DirectiveShape,
    "models": shapes.ModelShape,
    "quotes": shapes.QuoteShape,
}
_ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_MANY_PARTS = re.compile(r"^[ \t\[]*[\w-]+(?:[ \t]*\.[ \t]*[\w-]+){20}", re.MULTILINE)
_TABLE = re.compile(r"\s*\[\[(?:person\.|organisation\.)?(\w+)\]\]")
_PATH_INDEX = re.compile(r"\.(\w+)\[(\d+)\]")
_PATH_KEY = re.compile(r"\.(\w+)(?:\[\.\.\.\])?$")
_UNKNOWN_KEY = re.compile(r"unknown field `(\w+)`")
_TOML_PLACE = re.compile(r"\s*\(at line (\d+), column \d+\)| \(at end of document\)")

S = TypeVar("S", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder holds: everything that could be read, and what is wrong with the rest."""

    entries: tuple[Entry, ...]
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    checked_to: date | None = None  # the day up to which curators have looked


class FileFault(Exception):
    """A file that cannot be taken; it carries the problem in one line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_folder(folder: Path) -> Reading:
    """Read all files of an entries folder.

    A file that cannot be taken gives one problem and no entry; the others are read all the
    same. Raises FileNotFoundError where there is no such folder.
    """
    if not folder.is_dir():
        raise FileNotFoundError(f"there is no folder of entries at {folder}")
    entries: list[Entry] = []
    sources: list[Source] = []
    problems: list[Problem] = []
    checked_to = None
    try:
        sources, checked_to = _read_sources(folder)
    except FileFault as fault:
        problems.append(fault.problem)
    readers: list[Callable[[], list[Entry]]] = [
        partial(_read_people, folder),
        partial(_read_organisations, folder),
        *(partial(_read_entry, folder, path) for path in _paths(folder)),
    ]
    for read in readers:
        try:
            entries += read()
        except FileFault as fault:
            problems.append(fault.problem)
    unique, doubled = _without_doubles(entries)
    people = {entry.id: entry for entry in unique}
    spoken = (with_words(e, people.get(e.speaker)) if isinstance(e, Quote) else e for e in unique)
    return Reading(tuple(spoken), tuple(sources), (*problems, *doubled), checked_to)


def _paths(folder: Path) -> Iterator[Path]:
    for name in FOLDERS:
        yield from sorted((folder / name).glob("*.toml"))


def _read_entry(folder: Path, path: Path) -> list[Entry]:
    where = f"{path.parent.name}/{path.name}"
    text = _text(folder, path, where, ENTRY_SIZE_LIMIT, entry=path.stem)
    shape = _shape(text, FOLDERS[path.parent.name], where, entry=path.stem)
    if shape.id != path.stem:
        raise FileFault(
            Problem(
                where,
                f"the id {shape.id[:80]!r} is not the file's name",
                f'Write id = "{path.stem}", or rename the file.',
                _line(text, ".id"),
                path.stem,
            )
        )
    return [_build(shape, text, where)]


def _read_sources(folder: Path) -> tuple[list[Source], date]:
    where = "sources.toml"
    text = _text(folder, folder / where, where, TABLE_SIZE_LIMIT)
    table = _shape(text, shapes.SourcesShape, where)
    try:
        checked_to = date.fromisoformat(table.checked_to)
    except ValueError:
        what = f"checked_to is {table.checked_to!r}, and no day"
        raise FileFault(
            Problem(where, what, "Write 2026-10-10.", _line(text, ".checked_to"))
        ) from None
    built: list[Source] = []
    taken: set[str] = set()
    for index, shape in enumerate(table.source):
        try:
            _check_id(shape.id, taken)
            taken.add(shape.id)
            built.append(shape.build())
        except ValueError as error:
            raise FileFault(
                Problem(where, _one_line(error), "Correct it.", _line(text, f".source[{index}]"))
            ) from None
    return built, checked_to


def _read_people(folder: Path) -> list[Entry]:
    where = "people.toml"
    text = _text(folder, folder / where, where, TABLE_SIZE_LIMIT)
    return [_build(s, text, where) for s in _shape(text, shapes.PeopleShape, where).person]


def _read_organisations(folder: Path) -> list[Entry]:
    where = "organisations.toml"
    text = _text(folder, folder / where, where, TABLE_SIZE_LIMIT)
    shape = _shape(text, shapes.OrganisationsShape, where)
    return [_build(s, text, where) for s in shape.organisation]


def _text(folder: Path, path: Path, where: str, limit: int, entry: str | None = None) -> str:
    """A file's text, if it lies in the folder, is not too large, and is UTF-8."""
    if not _is_inside(folder, path):
        what = "it leads out of the entries folder, or to itself"
        raise FileFault(Problem(where, what, "Put the file itself here.", None, entry))
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise FileFault(Problem(where, "it is no file", "Take it away.", None, entry))
        if size > limit:
            what = f"it has {size:,} bytes, and {limit:,} are allowed"
            raise FileFault(Problem(where, what, "Split it or cut it down.", None, entry))
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise FileFault(Problem(where, "it is missing", "Add the file.", None, entry)) from None
    except UnicodeDecodeError as error:
        what = f"it is not UTF-8 (byte {error.start})"
        raise FileFault(Problem(where, what, "Save it as UTF-8.", None, entry)) from None
    except OSError as error:
        what = f"it cannot be read ({error.strerror})"
        raise FileFault(Problem(where, what, "Check the file.", None, entry)) from None


def _is_inside(folder: Path, path: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself, before and since Python 3.13
        return False


def _shape(text: str, shape: type[S], where: str, entry: str | None = None) -> S:
    """The text as TOML of a shape; each fault with its line."""
    if _MANY_PARTS.search(text):  # the parser takes time in the square of their number
        what = "it has a key of very many parts"
        raise FileFault(Problem(where, what, "Write plain tables.", None, entry))
    try:
        return msgspec.convert(tomli.loads(text), shape)
    except tomli.TOMLDecodeError as error:
        at = _TOML_PLACE.search(str(error))
        line = int(at[1]) if at and at[1] else None
        what = f"it is not valid TOML: {_one_line(_TOML_PLACE.sub('', str(error)))}"
        raise FileFault(Problem(where, what, "Correct that line.", line, entry)) from None
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at `$")
        unknown = _UNKNOWN_KEY.search(what)
        place = path.rstrip("`") + (f".{unknown[1]}" if unknown else "")
        problem = Problem(
            where,
            _one_line(what),
            "CONTRIBUTING.md lists the keys and their values.",
            _line(text, place),
            entry,
        )
        raise FileFault(problem) from None
    except ValueError as error:  # a number of more digits than Python reads
        problem = Problem(where, _one_line(error), "Write a shorter one.", None, entry)
        raise FileFault(problem) from None
    except RecursionError:
        what = "it is nested too deeply"
        raise FileFault(Problem(where, what, "Write plain tables.", None, entry)) from None


def _build(shape: shapes.EntryShape, text: str, where: str) -> Entry:
    """The entry of a shape; raises FileFault where its parts do not go together."""
    assert isinstance(
        shape,
        shapes.DirectiveShape
        | shapes.ModelShape
        | shapes.QuoteShape
        | shapes.PersonShape
        | shapes.OrganisationShape,
    )
    alone = "/" in where  # the file holds this entry and no other
    entry = shape.id if alone else None
    try:
        _check_id(shape.id)
        for index, statement in enumerate(shape.statement):
            try:
                statement.build(shape.id)
            except ValueError as error:
                line = _line(text, f".statement[{index}]") if alone else None
                what = f"statement {index + 1} of {shape.id}: {_one_line(error)}"
                raise FileFault(Problem(where, what, "Correct it.", line, entry)) from None
        return shape.build()
    except ValueError as error:
        raise FileFault(Problem(where, _one_line(error), "Correct it.", None, entry)) from None


def _check_id(identifier: str, taken: Collection[str] = ()) -> None:
    if identifier in taken:
        raise ValueError(f"the id {identifier} is taken twice")
    if len(identifier) > ID_LIMIT or not _ID.fullmatch(identifier):
        raise ValueError(
            f"{identifier[:80]!r} is no id: at most {ID_LIMIT} small letters, digits, dots, dashes"
        )


def _line(text: str, path: str) -> int | None:
    """The line of a place such as `.statement[2].text` in a TOML text, where it can be told."""
    lines = text.splitlines()
    line = 0
    for name, index in _PATH_INDEX.findall(path):
        heads = [
            n
            for n, row in enumerate(lines)
            if n >= line and (m := _TABLE.match(row)) and m[1] == name
        ]
        if int(index) < len(heads):
            line = heads[int(index)]
    key = _PATH_KEY.search(path)
    if key:
        for number in range(line, len(lines)):
            if re.match(rf"\s*{re.escape(key[1])}\s*=", lines[number]):
                return number + 1
    return line + 1 if line else None


def _one_line(text: object) -> str:
    return " ".join(str(text).split())[:300]


def _without_doubles(entries: list[Entry]) -> tuple[list[Entry], list[Problem]]:
    """Entries whose id is theirs alone, and a problem for every id that two claim."""
    seen: dict[str, Entry] = {}
    doubled: dict[str, Problem] = {}
    for entry in entries:
        if entry.id in seen:
            what = (
                f"the id {entry.id} is taken twice, by a {seen[entry.id].kind} and a {entry.kind}"
            )
            place = file_of(entry.kind, entry.id)
            doubled[entry.id] = Problem(place, what, "Give one of them another id.", None, entry.id)
        seen.setdefault(entry.id, entry)
    return [entry for entry in seen.values() if entry.id not in doubled], list(doubled.values())

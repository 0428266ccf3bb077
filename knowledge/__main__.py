"""Use the knowledge without a chat: check it, build its file, search it, show an entry."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from knowledge.check import check
from knowledge.desk import Desk
from knowledge.ingest import ingest_folder
from knowledge.names import Names
from knowledge.search import search
from knowledge.sources.files import Reading, read_folder
from knowledge.store import Store
from knowledge.weigh import confidence, disagreements

ENTRIES = Path(__file__).parent / "entries"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command `python -m knowledge`; returns the exit status, 1 where something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m knowledge", description=__doc__)
    parser.add_argument("--entries", type=Path, default=ENTRIES, help="the folder of entries")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("check", help="report every fault of the entries, and count them")
    build = verbs.add_parser("build", help="make the knowledge file, to be read with Datasette")
    build.add_argument("file", type=Path)
    find = verbs.add_parser("search", help="statements that hold words")
    find.add_argument("words", nargs="+")
    show = verbs.add_parser("show", help="all statements of an entry")
    show.add_argument("id")
    learn = verbs.add_parser("train", help="learn from the bank how questions are answered")
    learn.add_argument("--check", action="store_true", help="learn anew and only compare")
    given = parser.parse_args(arguments)
    if not given.entries.is_dir():
        parser.error(f"there is no folder of entries at {given.entries}")
    match given.verb:
        case "check":
            return _check(read_folder(given.entries))
        case "build":
            return _build(given.entries, given.file)
        case "train":
            return _check_training(given.entries) if given.check else _train(given.entries)
        case "search":
            return _search(given.entries, " ".join(given.words))
        case _:
            return _show(given.entries, given.id)


def _check(reading: Reading) -> int:
    problems = [*reading.problems, *check(reading.entries, reading.sources)]
    for problem in problems:
        _say(str(problem))
    sources = {source.id: source for source in reading.sources}
    statements = [s for entry in reading.entries for s in entry.statements]
    cited = {c.source for s in statements for c in s.citations}
    _say(_counts("entries", Counter(entry.kind for entry in reading.entries)))
    _say(_counts("statements", Counter(s.property for s in statements)))
    _say(_counts("confidence", Counter(confidence(s, sources) for s in statements)))
    _say(_counts("sources cited", Counter(s.tier for s in sources.values() if s.id in cited)))
    _say(f"disagreements: {len(disagreements(statements))}")
    _say(f"statements that keep no question: {sum(not s.asked for s in statements)}")
    unsourced = sum(not statement.citations for statement in statements)
    _say(f"statements without a source: {unsourced}; faults: {len(problems)}")
    return 1 if problems else 0


def _counts(name: str, counts: Counter[str]) -> str:
    parts = ", ".join(f"{word} {count}" for word, count in counts.most_common())
    return f"{name}: {counts.total()} ({parts})"


def _build(folder: Path, file: Path) -> int:
    with closing(Store.open(file)) as store:
        done = ingest_folder(store, folder)
    for problem in done.problems:
        _say(str(problem))
    _say(f"{file}: {len(done.decisions)} entries changed")
    return 1 if done.problems else 0


def _search(folder: Path, words: str) -> int:
    with closing(_in_memory(folder)) as store:
        found = search(store, words)
        for statement in store.statements(found):
            _say(f"{statement.subject}: {statement.text}")
    return 0 if found else 1


def _show(folder: Path, entry_id: str) -> int:
    with closing(_in_memory(folder)) as store:
        entry = store.entry(entry_id)
    if entry is None:
        _say(f"No entry has the id {entry_id}. `search` finds entries by words.")
        return 1
    _say(f"{entry.title} ({entry.kind})")
    for statement in entry.statements:
        sources = ", ".join(citation.source for citation in statement.citations)
        _say(f"  {statement.property}: {statement.text} [{sources}]")
    return 0


def _train(folder: Path) -> int:
    from knowledge.questions.learning.examples import TODAY  # noqa: PLC0415 (needs dev dependencies)
    from knowledge.questions.learning.train import train  # noqa: PLC0415 (needs dev dependencies)

    store = _in_memory(folder)
    for name, value in train(Desk(store, Names(store), TODAY)).items():
        _say(f"{name}: {value:.3f}")
    return 0


def _check_training(folder: Path) -> int:
    """Whether learning anew gives what is stored."""
    from knowledge.questions.learning.examples import TODAY  # noqa: PLC0415 (as below)
    from knowledge.questions.learning.retrain import changes  # noqa: PLC0415 (it needs scikit-learn)

    store = _in_memory(folder)
    found = changes(Desk(store, Names(store), TODAY))
    for change in found:
        _say(change)
    _say("what is stored is what the bank teaches" if not found else "run `train` and review it")
    return 1 if found else 0


def _in_memory(folder: Path) -> Store:
    store = Store.open(None)
    ingest_folder(store, folder)
    return store


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())

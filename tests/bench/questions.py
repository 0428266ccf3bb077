"""How long an answer takes on the whole base, in what memory, and how many are right."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from knowledge.__main__ import ENTRIES
from knowledge.desk import Desk
from knowledge.ingest import ingest_folder
from knowledge.names import Names
from knowledge.questions.bank import read_bank
from knowledge.questions.base.index import Index
from knowledge.questions.session import Questions
from knowledge.store import Store
from tests.bench._score import Question, of_bank, of_lines, results, summary
from tests.bench._table import percentile, table

TODAY = date(2026, 11, 21)  # the day that the questions were asked
OPEN_SET = "AIRULES_OPEN_SET"  # a file of further questions, one JSON object a line


def run() -> None:
    """The bank to a process that lays the base out, and to one that finds it laid out; scores."""
    with tempfile.TemporaryDirectory() as folder:
        with closing(Store.open(Path(folder, "knowledge.db"))) as store:
            ingest_folder(store, ENTRIES)
        rows = [_timed(name, Path(folder)) for name in ("lays the base out", "finds it laid out")]
        table(
            (
                *(
                    "a process that",
                    "start to first answer s",
                    "questions",
                    "p50 ms",
                    "p95 ms",
                    "p99 ms",
                ),
                *("max ms", "memory MB", "at most MB"),
            ),
            rows,
        )
        with closing(Store.open(Path(folder, "knowledge.db"))) as store:
            sys.stdout.write("\n")
            _scores(Desk(store, Names(store), TODAY))


def _scores(desk: Desk) -> None:
    index = Index.of(desk.store, desk.names, None)
    bare = Desk(desk.store, desk.names, TODAY, Questions(_base=(index, None)))
    rows = [(name, *summary(results(desk, asked))) for name, asked in _sets()]
    rows += [(f"{name}, no vectors", *summary(results(bare, asked))) for name, asked in _sets()]
    table(
        ("set", "questions", "by kind", "truthfulness", "wrong", "answered right", "abstained"),
        rows,
    )


def _sets() -> Iterator[tuple[str, Sequence[Question]]]:
    yield "bank, learned from", of_bank(read_bank())
    yield "held out", of_bank(read_bank(held_out=True))
    if path := os.environ.get(OPEN_SET):
        yield "open", of_lines(Path(path))


def _timed(name: str, data: Path) -> tuple[str, ...]:
    """Ask `airules ask --json -` every question of the bank, one after the other."""
    command = [sys.executable, "-m", "bot", "ask", "--json", "-"]
    environment = os.environ | {"AIRULES_DATA": str(data)}
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as bot:
        assert bot.stdin is not None
        assert bot.stdout is not None
        times = []
        for text in ("who may use gpt-5.6?", *(question.text for question in read_bank())):
            begin = time.perf_counter()
            line = json.dumps({"question": text, "today": TODAY.isoformat()})
            bot.stdin.write(line.encode() + b"\n")
            bot.stdin.flush()
            assert bot.stdout.readline()
            times.append((time.perf_counter() - begin) * 1000)
        held = Path(f"/proc/{bot.pid}/status").read_text(encoding="ascii")
        bot.stdin.close()
    later = times[1:]
    return (
        name,
        f"{times[0] / 1000:.2f}",
        str(len(later)),
        *(f"{percentile(later, share):.1f}" for share in (0.5, 0.95, 0.99, 1.0)),
        *(f"{_megabytes(held, field):.0f}" for field in ("VmRSS", "VmHWM")),
    )


def _megabytes(status: str, field: str) -> float:
    found = re.search(rf"{field}:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0

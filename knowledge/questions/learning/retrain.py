"""Whether learning from the bank again gives the numbers that are stored."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.desk import Desk
from knowledge.questions.learning.train import train
from knowledge.questions.trained import FOLDER

_SLACK = 0.02  # between numbers learned on different machines


def changes(desk: Desk, stored: Path = FOLDER) -> list[str]:
    """What differs after training anew; nothing is written over."""
    with tempfile.TemporaryDirectory() as folder:
        train(desk, Path(folder))
        return list(differences(Path(folder), stored))


def differences(new: Path, stored: Path) -> Iterator[str]:
    """Every array and every weight of the stored files that the new ones have otherwise."""
    for path in sorted(new.iterdir()):
        other = stored / path.name
        if not other.exists():
            yield f"{path.name} is not stored"
        elif path.suffix == ".npz":
            with np.load(path) as arrays, np.load(other) as kept:
                yield from _arrays(path.name, dict(arrays), dict(kept))
        else:
            found, had = (json.loads(p.read_text(encoding="utf-8")) for p in (path, other))
            yield from _plain(path.name, found, had)


def _arrays(name: str, found: dict[str, Any], kept: dict[str, Any]) -> Iterator[str]:
    for key in sorted(found.keys() | kept.keys()):
        a, b = found.get(key), kept.get(key)
        if a is None or b is None or a.shape != b.shape:
            yield f"{name}: {key} has another shape"
        elif a.dtype.kind == "f":
            apart = np.abs(a.astype(np.float64) - b.astype(np.float64)).max(initial=0.0)
            if apart > _SLACK:
                yield f"{name}: {key} differs by up to {apart:.3f}"
        elif not np.array_equal(a, b):
            yield f"{name}: {key} differs"


def _plain(name: str, found: Any, had: Any) -> Iterator[str]:
    if isinstance(found, dict) and isinstance(had, dict):
        for key in found.keys() | had.keys():
            yield from _plain(f"{name}: {key}", found.get(key), had.get(key))
    elif isinstance(found, list) and isinstance(had, list) and len(found) == len(had):
        for row, (a, b) in enumerate(zip(found, had, strict=True)):
            yield from _plain(f"{name} {row}", a, b)
    elif isinstance(found, float | int) and isinstance(had, float | int):
        if abs(found - had) > _SLACK:
            yield f"{name} is {found}, stored as {had}"
    elif found != had:
        yield f"{name} is {found!r}, stored as {had!r}"

"""The numbers that `python -m knowledge train` learned: loaded once, in milliseconds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.questions.asking.predict import LABELS, PropertyModel
from knowledge.questions.deciding.gate import GATE_FEATURES
from knowledge.questions.ranking.pairs import PAIR_FEATURES
from knowledge.questions.ranking.rank import FEATURES
from knowledge.questions.ranking.trees import Trees

FOLDER = Path(__file__).parent / "trained"
ARRAYS = FOLDER / "properties.npz"
TREES = FOLDER / "trees.npz"
GATE = FOLDER / "gate.npz"
WEIGHTS = FOLDER / "weights.json"


@dataclass(frozen=True, slots=True)
class Trained:
    """The property classifier, the ranking's weights and trees, and the gate's trees."""

    properties: PropertyModel
    rank: NDArray[np.float32]
    trees: Trees
    gate: Trees
    threshold: float


@lru_cache(maxsize=1)
def load() -> Trained:
    """Read the files of the package."""
    arrays = np.load(ARRAYS)
    weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    grams = {str(gram): row for row, gram in enumerate(arrays["grams"])}
    return Trained(
        properties=PropertyModel(
            grams=grams,
            gram_weights=arrays["gram_weights"].astype(np.float32),
            vector_weights=arrays["vector_weights"].astype(np.float32),
            bias=arrays["bias"].astype(np.float32),
            askable=arrays["askable"].astype(np.float32),
        ),
        rank=np.array([row["weight"] for row in weights["rank"]], dtype=np.float32),
        trees=_trees(np.load(TREES)),
        gate=_trees(np.load(GATE)),
        threshold=float(weights["threshold"]),
    )


def save(trained: Trained, folder: Path = FOLDER) -> None:
    """Write the files; the weights in words and digits, to be read and reviewed."""
    folder.mkdir(parents=True, exist_ok=True)
    properties = trained.properties
    np.savez_compressed(
        folder / ARRAYS.name,
        grams=np.array(list(properties.grams)),
        gram_weights=properties.gram_weights.astype(np.float16),
        vector_weights=properties.vector_weights.astype(np.float16),
        bias=properties.bias,
        askable=properties.askable.astype(np.float16),
    )
    _save_trees(folder / TREES.name, PAIR_FEATURES, trained.trees)
    _save_trees(folder / GATE.name, GATE_FEATURES, trained.gate)
    weights: dict[str, Any] = {
        "learned_from": learned_from(),
        "rank": _named(FEATURES, trained.rank),
        "threshold": trained.threshold,
    }
    text = json.dumps(weights, indent=2) + "\n"
    (folder / WEIGHTS.name).write_text(text, encoding="utf-8")


def learned_from() -> str:
    """The same as long as the bank, and what is looked at, are the same."""
    from knowledge.questions.bank import bank_digest  # noqa: PLC0415 (an answer needs no bank)

    looked_at = (FEATURES, PAIR_FEATURES, GATE_FEATURES, LABELS)
    return hashlib.blake2b(f"{bank_digest()}{looked_at}".encode(), digest_size=16).hexdigest()


def _save_trees(path: Path, names: Sequence[str], trees: Trees) -> None:
    np.savez_compressed(
        path,
        names=np.array(names),
        feature=trees.feature,
        limit=trees.limit,
        left=trees.left,
        right=trees.right,
        value=trees.value,
        start=np.float32(trees.start),
        depth=np.int16(trees.depth),
    )


def _trees(arrays: Mapping[str, NDArray[Any]]) -> Trees:
    parts = {name: arrays[name] for name in ("feature", "limit", "left", "right", "value")}
    return Trees(**parts, start=float(arrays["start"]), depth=int(arrays["depth"]))


def _named(names: Sequence[str], weights: NDArray[np.float32]) -> list[dict[str, Any]]:
    return [
        {"feature": name, "weight": round(float(weight), 4)}
        for name, weight in zip(names, weights, strict=True)
    ]

"""What is stored is what the bank teaches: by its digest, and by learning anew."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from knowledge.__main__ import main
from knowledge.desk import Desk
from knowledge.questions import bank
from knowledge.questions.bank import read_bank
from knowledge.questions.learning import retrain
from knowledge.questions.learning.retrain import changes, differences
from knowledge.questions.trained import ARRAYS, FOLDER, TREES, WEIGHTS, learned_from
from tests.conftest import SAMPLE

ASKED_FOR = "AIRULES_RETRAIN"


def test_the_stored_numbers_were_learned_from_this_bank() -> None:
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    assert stored["learned_from"] == learned_from(), "run `python -m knowledge train`"


def test_another_bank_has_another_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    before, whole = learned_from(), read_bank()
    assert learned_from() == before
    monkeypatch.setattr(bank, "read_bank", lambda: whole[1:])
    assert learned_from() != before


@pytest.mark.skipif(
    importlib.util.find_spec("sklearn") is None or not os.environ.get(ASKED_FOR),
    reason=f"learning takes minutes and scikit-learn (extra `train`): {ASKED_FOR}=1 asks for it",
)
def test_learning_again_gives_what_is_stored(real: Desk) -> None:
    assert changes(real) == []


def test_files_do_not_differ_from_themselves(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "new")
    assert list(differences(tmp_path / "new", FOLDER)) == []


def _other_bias(folder: Path) -> None:
    with np.load(folder / ARRAYS.name) as file:
        arrays = dict(file)
    np.savez(folder / ARRAYS.name, **(arrays | {"bias": arrays["bias"] + 0.5}))


def _fewer_trees(folder: Path) -> None:
    with np.load(folder / TREES.name) as file:
        arrays = dict(file)
    np.savez(folder / TREES.name, **(arrays | {"value": arrays["value"][1:]}))


def _other_threshold(folder: Path) -> None:
    weights = json.loads((folder / WEIGHTS.name).read_text(encoding="utf-8"))
    weights["threshold"] = round(weights["threshold"] / 2, 2)
    (folder / WEIGHTS.name).write_text(json.dumps(weights), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_other_bias, ["properties.npz: bias differs by up to 0.500"]),
        (_fewer_trees, ["trees.npz: value has another shape"]),
        (_other_threshold, ["weights.json: threshold is "]),
    ],
)
def test_a_difference_is_told(
    tmp_path: Path, change: Callable[[Path], None], told: list[str]
) -> None:
    folder = tmp_path / "new"
    shutil.copytree(FOLDER, folder)
    change(folder)
    found = list(differences(folder, FOLDER))
    assert len(found) == len(told)
    assert all(one.startswith(start) for one, start in zip(found, told, strict=True))


def test_a_file_that_is_not_stored_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, real: Desk
) -> None:
    def learned(desk: Desk, folder: Path) -> None:
        shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
        (folder / "more.json").write_text("{}", encoding="utf-8")

    monkeypatch.setattr(retrain, "train", learned)
    assert changes(real) == ["more.json is not stored"]


@pytest.mark.parametrize(("found", "status"), [([], 0), (["weights.json: threshold is 1"], 1)])
def test_the_exit_status_tells_whether_anything_differs(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    found: list[str],
    status: int,
) -> None:
    monkeypatch.setattr(retrain, "changes", lambda desk: found)
    assert main(["--entries", str(SAMPLE), "train", "--check"]) == status
    printed = capsys.readouterr().out
    assert all(line in printed for line in found)
    assert ("run `train`" in printed) is bool(found)

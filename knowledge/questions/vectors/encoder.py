"""Word vectors for sentences, read from the two data files of the package wordllama.

The package's own `load` looks for its tokenizer in another folder than it ships and then goes
to the network, so its code is not used. Without the files the bot works on words alone.
"""

from __future__ import annotations

import importlib.util
import json
import os
import weakref
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.questions.vectors.tuning import TUNING, Tuning, Vectors, load_tuning

DIMENSIONS = 256
_WEIGHTS = Path("weights", "l2_supercat_256.safetensors")
_TOKENIZER = Path("tokenizers", "l2_supercat_tokenizer_config.json")


_MOST_TOKENS = 256  # of a text that are looked at
_LONGEST_WORD = 40  # letters; the tokens of longer ones are not remembered
_BATCH = 32  # texts whose tokens' vectors are held at a time
_FEW = 12  # words that a question has beyond those of the base; a document's are looked up at once
_MOST_KEPT = 80  # tokens of a text whose vectors are kept; those of a document come up once
_KEPT = 2_048  # tokens whose vectors are kept: most words of a question come up again


class Table:
    """Rows of numbers in a file, read as they are looked up.

    Not mapped: the system would map the pages about each row too, 16 MB of them.
    """

    def __init__(self, path: Path) -> None:
        """Read the header of a safetensors file with one table.

        The form: 8 bytes with the length of a JSON header, the header, then the numbers.
        """
        self._file = os.open(path, os.O_RDONLY)
        weakref.finalize(self, os.close, self._file)
        length = int.from_bytes(self._at(0, 8), "little")
        header = json.loads(self._at(8, length))
        header.pop("__metadata__", None)
        (table,) = header.values()
        self._kind = np.dtype({"F16": np.float16, "F32": np.float32}[table["dtype"]])
        self._start, self._width = 8 + length + table["data_offsets"][0], table["shape"][1]

    def rows(self, numbers: Sequence[int]) -> Vectors:
        """The rows with these numbers, in that order."""
        size = self._width * self._kind.itemsize
        read = b"".join([self._at(self._start + size * number, size) for number in numbers])
        found: Vectors = np.frombuffer(read, self._kind).reshape(-1, self._width).astype(np.float32)
        return found

    def _at(self, place: int, size: int) -> bytes:
        # `pread` has no place of its own in the file, so that threads are not in each other's way.
        return os.pread(self._file, size, place)


class Encoder:
    """Turns texts into unit vectors: the mean of their tokens' vectors.

    `mark` tells these vectors from those of other files. A tuning bends those of sentences, and
    leaves those of single words as they are in general.
    """

    def __init__(
        self, table: Table, tokenizer: Any, mark: str = "", tuning: Tuning | None = None
    ) -> None:
        self.mark = mark
        self._table = table
        self._tuning = tuning
        self._tokenizer = tokenizer
        self._start: tuple[int, ...] = tuple(tokenizer.encode("").ids)
        self._of_known = lru_cache(maxsize=16_384)(self._of_word)
        self._kept = lru_cache(maxsize=_KEPT)(self._of_token)

    def knows(self, word: str) -> bool:
        """Whether a word is common enough in English text to be a token of its own."""
        return self._tokenizer.token_to_id(f"▁{word}") is not None

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text, whatever its case, as rows; zeros where it has no token."""
        return self._encoded(texts, self._tuning)

    def encode_untuned(self, texts: Sequence[str]) -> Vectors:
        """The same as texts are alike in general."""
        return self._encoded(texts, None)

    def token_vectors(self, tokens: Sequence[int]) -> Vectors:
        """The vectors of tokens, in general."""
        return self._table.rows(tokens)

    def _encoded(self, texts: Sequence[str], tuning: Tuning | None) -> Vectors:
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        tokens = [self.tokens(text) for text in texts]
        if len(texts) == 1 and len(tokens[0]) <= _MOST_KEPT:
            vectors = [self._kept(token, tuning is not None) for token in tokens[0]]
            if vectors:  # added up like those of many texts, for other sums differ in last digits
                rows[0] = np.add.reduceat(np.array(vectors), [0], axis=0)[0]
            return unit(rows)
        # Each token is looked up once, however many texts have it.
        found, at = np.unique(list(chain.from_iterable(tokens)), return_inverse=True)
        table, ends = self._table.rows(found.tolist()), np.cumsum([0, *map(len, tokens)])
        table = tuning.apply(found, table) if tuning else table
        for start in range(0, len(texts), _BATCH):
            here = ends[start : start + _BATCH + 1]
            _add_up(table[at[here[0] : here[-1]]], here - here[0], rows[start : start + _BATCH])
        return unit(rows)

    def tokens(self, text: str) -> tuple[int, ...]:
        """Word by word, for the same words come up again, and no token spans two."""
        words = text.casefold().split()
        known = (self._of_known(w) if len(w) <= _LONGEST_WORD else self._of_word(w) for w in words)
        return (*self._start, *chain.from_iterable(known))[:_MOST_TOKENS]

    def _of_word(self, word: str) -> tuple[int, ...]:
        return tuple(self._tokenizer.encode(word, add_special_tokens=False).ids)

    def _of_token(self, token: int, tuned: bool) -> Vectors:
        found = self._table.rows([token])
        if tuned and self._tuning:
            found = self._tuning.apply(np.array([token]), found)
        vector: Vectors = found[0]
        return vector


def _add_up(vectors: Vectors, ends: NDArray[np.int64], rows: Vectors) -> None:
    """Put the sum of each text's token vectors into its row; `ends` of each text, from 0."""
    held = np.flatnonzero(np.diff(ends))
    if len(held):
        rows[held] = np.add.reduceat(vectors, ends[held], axis=0)


def unit(rows: Vectors) -> Vectors:
    """Each row with the length 1; zeros stay zeros."""
    found: Vectors = rows / lengths(rows)
    return found


def lengths(rows: Vectors) -> Vectors:
    """Of each row, in a column, and never 0."""
    found: Vectors = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return found


class WordVectors:
    """The vectors of single words, of which those of the base are kept at hand."""

    def __init__(self, known: Sequence[str], lines: NDArray[np.float16], encoder: Encoder) -> None:
        self._at = {word: n for n, word in enumerate(known)}
        self._lines = lines
        self._encoder = encoder
        self._of_new = lru_cache(maxsize=1_024)(self._encoded)

    def of(self, words: Sequence[str]) -> Vectors:
        """One unit vector a word, as rows."""
        at = [self._at.get(word, -1) for word in words]
        found = self.at(at)
        new = [n for n, place in enumerate(at) if place < 0]
        if len(new) > _FEW:
            found[new] = self._encoder.encode_untuned([words[n] for n in new])
        elif new:
            found[new] = [self._of_new(words[n]) for n in new]
        return found

    def at(self, places: Sequence[int] | NDArray[np.intp]) -> Vectors:
        """Those of known words, by their places among these."""
        found: Vectors = self._lines[places].astype(np.float32)
        return found

    def _encoded(self, word: str) -> Vectors:
        found: Vectors = self._encoder.encode_untuned([word])[0]
        return found


def available() -> bool:
    """Whether the files are there, without reading them."""
    return data_folder() is not None


def data_folder() -> Path | None:
    """Where the package keeps its files, if it is installed; it is not imported."""
    found = importlib.util.find_spec("wordllama")
    if found is None or found.origin is None:
        return None
    folder = Path(found.origin).parent
    return folder if (folder / _WEIGHTS).is_file() and (folder / _TOKENIZER).is_file() else None


def load_encoder() -> Encoder | None:
    """The encoder, or None where its files are not there."""
    folder = data_folder()
    if folder is None:
        return None
    from tokenizers import Tokenizer  # noqa: PLC0415 (only a question needs it)

    sizes = [f"{(folder / name).stat().st_size}" for name in (_WEIGHTS, _TOKENIZER)]
    tokenizer = Tokenizer.from_file(str(folder / _TOKENIZER))
    tuning, mark = load_tuning() if TUNING.is_file() else (None, "")
    return Encoder(Table(folder / _WEIGHTS), tokenizer, "-".join((*sizes, mark)), tuning)

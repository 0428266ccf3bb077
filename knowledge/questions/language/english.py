"""English words that look like a slip of a word of the base, and are none.

`train` writes them, from the word list of pyspellchecker: what the sentence encoder's vocabulary
has as one word is known without them.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.questions.language.lexicon import Lexicon

WORDS = Path(__file__).parents[1] / "trained" / "english.json"
_COMMON = 100  # times that a word occurs in the list's texts; slips of the keyboard are not in it


@lru_cache(maxsize=1)
def english_words() -> frozenset[str]:
    """The words of the file."""
    return frozenset(json.loads(WORDS.read_text(encoding="utf-8")))


def looking_like_slips(lexicon: Lexicon) -> list[str]:
    """The common English words that a lexicon would take for a slip; needs the dev dependencies."""
    from spellchecker import SpellChecker  # noqa: PLC0415 (a dev dependency)

    counts = SpellChecker(language="en").word_frequency.dictionary
    common = (word for word, times in counts.items() if times >= _COMMON)
    return sorted(word for word in common if lexicon.repaired(word) != word)


def save(words: list[str], folder: Path) -> None:
    """Write the words, one a line."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WORDS.name).write_text(json.dumps(words, indent=0) + "\n", encoding="utf-8")

"""Cue words of nine languages as English ones, so that a question with a known name is understood.

Statements stay in English; the reply says so in the asker's language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.questions.language.cues import CUES
from knowledge.questions.language.terms import TERMS
from knowledge.questions.times.foreign_dates import (
    asian_dates_in_english,
    dates_of,
    in_english,
    month_words,
    with_ranges,
)
from knowledge.questions.times.foreign_times import asian_times_in_english, times_in_english
from knowledge.words import COMMON

_NOTES = {
    "de": "Die Antwort steht nur auf Englisch zur Verfügung.",
    "fr": "La réponse n'est disponible qu'en anglais.",
    "es": "La respuesta solo está disponible en inglés.",
    "pt": "A resposta só está disponível em inglês.",
    "it": "La risposta è disponibile solo in inglese.",
    "nl": "Het antwoord is alleen in het Engels beschikbaar.",
    "pl": "Odpowiedź jest dostępna tylko po angielsku.",
    "zh": "答案仅提供英文。",
    "ja": "回答は英語のみです。",
}
_LONG = 6  # letters from which a slip is forgiven
_ENOUGH = 2  # cue words by which a language is recognised, if it has more of them than English
_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]+")


_ENGLISH = frozenset(
    {
        *("a", "as", "o", "i", "e", "do", "no", "of", "in", "on", "is", "to", "was", "die", "den"),
        *("model", "come", "sanction", "sanctions", "licence", "dates", "me", "are", "fine", "con"),
        *("accord", "list", "moment", "organisations", "incidents", "door", "met", "hay", "brief"),
        *("signer", "land", "al", "ya", "lang", "prima", "long", "fora", "ora", "version"),
    },
)
_ASSEMBLY_BILL = "AB"  # of California; "ab" is German for "since"
_ASKING_WORDS = """
    wer wann welche welcher welches warum wieso quand qui quel quelle pourquoi combien cuándo quién
    quiénes cuál cuánto quando quem qual quanto quantos chi quale perché wanneer welke waarom
    hoeveel wie kiedy kto który która które dlaczego ile czy jaka jaki jakie
"""
_ASKING = frozenset(_ASKING_WORDS.split())  # one is enough where nothing is English


@dataclass(frozen=True, slots=True)
class Translated:
    """The question with its cue words in English, and the language they were in, if not English."""

    text: str
    language: str | None

    @property
    def note(self) -> str:
        """What the reply says of its language, in the asker's; empty for English."""
        return note_in(self.language)


def note_in(language: str | None) -> str:
    """What a reply says of its language, in that language; empty for English."""
    return _NOTES.get(language or "", "")


def translate_cues(text: str) -> Translated:
    """Put English words for the cue words of the language that most of them belong to."""
    lowered = text.casefold()
    runs = _CJK.findall(lowered)
    if runs:
        japanese = any("\u3040" <= c <= "\u30ff" for run in runs for c in run)
        language = "ja" if japanese else "zh"
        dated = asian_times_in_english(asian_dates_in_english(lowered))
        return Translated(_CJK.sub(lambda m: _replaced(m[0], language), dated), language)
    words = re.findall(r"[^\W\d_]+", lowered)
    tables = _tables()
    plain = sum(word in COMMON for word in words)
    scores = {
        name: len({w for w in words if tables[name].get(w, w) != w and w not in _ENGLISH})
        for name in CUES
        if name not in ("zh", "ja")
    }
    best = max(scores, key=lambda name: scores[name])
    english = any(word in COMMON and word not in _ENGLISH for word in words)
    asked = not english and any(word in _ASKING and word in tables[best] for word in words)
    if not asked and (scores[best] < _ENOUGH or scores[best] <= plain):
        return Translated(text, None)
    return Translated(_in_english(text, best, tables[best]), best)


def _in_english(text: str, language: str, table: dict[str, str]) -> str:
    """A text with what stands for its cue words and its dates."""
    turned: list[str] = []
    end = 0
    text = times_in_english(text, language)
    for match in dates_of(language).finditer(text):
        turned += [_words_in_english(text[end : match.start()], table)]
        turned += [in_english(match, language)]
        end = match.end()
    return with_ranges("".join((*turned, _words_in_english(text[end:], table))))


def _words_in_english(text: str, table: dict[str, str]) -> str:
    turned = re.sub(r"[^\W\d_]+", lambda match: _english_of(match[0], table), text)
    return turned.replace("_", " ")


def _english_of(word: str, table: dict[str, str]) -> str:
    """What stands for a word, or for the long one that it is a slip of; else the word itself."""
    if word == _ASSEMBLY_BILL:
        return word
    folded = word.casefold()
    if folded in table or len(folded) < _LONG or folded in COMMON:
        return table.get(folded, word)
    near = process.extractOne(folded, table.keys(), scorer=OSA.distance, score_cutoff=1)
    return table[near[0]] if near else word


def _replaced(run: str, language: str) -> str:
    """A run of Chinese or Japanese signs as the English words of the cues that it has."""
    found: list[tuple[int, str]] = []
    for sign, english in _signs(language):
        at = run.find(sign)
        if at >= 0:
            found.append((at, english.replace("_", " ")))
            run = run.replace(sign, "\0" * len(sign))
    return " " + " ".join(word for _, word in sorted(found)) + " "


@lru_cache(maxsize=2)
def _signs(language: str) -> list[tuple[str, str]]:
    """The cues of Chinese or Japanese, the longest first."""
    return sorted(_tables()[language].items(), key=lambda cue: -len(cue[0]))


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    return {
        name: month_words(name)
        | dict(pair.split("=", 1) for pair in f"{TERMS[name]} {cues}".split())
        for name, cues in CUES.items()
    }

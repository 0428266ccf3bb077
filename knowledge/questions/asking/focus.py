"""The noun that a question asks for: the budget in "what budget comes with the plan?"."""

from __future__ import annotations

import re

from knowledge.questions.language.normalise import stem
from knowledge.words import COMMON, words

_ASKED = re.compile(
    r"\b(?:which|what|whose|how many|how much|number of|names? of(?: the)?)\b"
    r"(?: (?:exact|specific|other|kinds? of|sorts? of|types? of))? ([^?.,;:!]*)"
)
_ENDS = frozenset(
    {"did", "does", "do", "is", "are", "was", "were", "has", "have", "had", "can", "could", "will"}
    | {"would", "may", "might", "must", "should", "of", "in", "for", "to", "by", "on", "at", "from"}
    | {"with", "under", "about", "that", "which", "who", "whom", "before", "after", "when", "if"}
    | {"than", "the", "a", "an", "it", "they", "he", "she", "we", "you", "i", "there", "and", "or"}
    | {"since", "as", "per", "into", "against", "during", "between", "not", "be", "been", "being"}
    | {"inside", "within", "behind", "over", "because", "beside", "besides", "among", "outside"}
)
_VERBS = frozenset(  # after a noun; what ends in "ed" is one, too
    {"happens", "came", "comes", "goes", "made", "makes", "got", "gets", "went", "counts", "runs"}
    | {"says", "said", "applies", "apply", "covers", "cover", "binds", "needs", "need", "takes"}
    | {"took", "tells", "told", "sets", "set", "holds", "held", "falls", "fall", "fell", "sits"}
    | {"means", "mean", "wants", "asks", "gives", "gave", "signs", "leads", "led", "wrote", "lost"}
    | {"stood", "lie", "lay", "make", "fit", "back", "worldwide", "become", "became", "broke"}
    | {"find", "found", "sent", "stands", "brought", "let"}
)
_MOST = 4  # words of what is asked for


def focus_of(asking: str) -> str | None:
    """The stem of the noun that a text in lower case asks for, if it names one."""
    for match in reversed(list(_ASKED.finditer(asking))):
        nouns: list[str] = []
        for word in words(match[1])[: _MOST + 1]:
            done = word.endswith("ed")  # "blocked keywords", "keywords blocked"
            if word in _ENDS or word in _VERBS or (done and nouns):
                break
            if not done:
                nouns.append(word)
        if nouns and nouns[-1] not in COMMON:
            return stem(nouns[-1])
    return None

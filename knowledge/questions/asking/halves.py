"""Two questions in one: "who leads it, and who are its deputies?"."""

from __future__ import annotations

import re

_FEWEST = 3  # words of a question
_WHAT = r"who|whom|whose|what|when|where|which|why|how"
_WHETHER = r"is|are|was|were|do|does|did|has|have|can|could|may|must|will|should"
_OF_WHAT = "it|that|this|they|those|these|there|he|she|we|i|you|the|any|its|their"
_HOW_MEANT = r"(?:(?:since|by|until|from|on|under|in|to|for|with|at|of) )?"
_QUESTION = re.compile(rf"\b(?:{_WHAT}|{_WHETHER})\b", re.IGNORECASE)
_JOIN = re.compile(  # "and is bound" goes on with what stands before it; "and is it" does not
    rf"(?:[,;:]? and(?: if so,?)?|[;.?!]{{1,3}}(?: and| but| so)?) "
    rf"(?={_HOW_MEANT}(?:{_WHAT})\b"
    rf"|(?:{_WHETHER}) (?:{_OF_WHAT})\b)",
    re.IGNORECASE,
)


def halves(question: str) -> tuple[str, str] | None:
    """The two questions that one consists of; None where it is one, or more than two."""
    found = [match.span() for match in _JOIN.finditer(question)]
    found = [span for span in found if _QUESTION.search(question[: span[0]])]
    if len(found) != 1:
        return None
    first, second = question[: found[0][0]], question[found[0][1] :]
    if min(len(first.split()), len(second.split())) < _FEWEST:
        return None
    return first, second

"""What a question asks by its plainest words: who, when, how many, whether."""

from __future__ import annotations

import re

START = r"^(?:so |and |but |ok )?"
"""Where a question begins, in a pattern."""
ASKS = {
    name: re.compile(pattern)
    for name, pattern in (
        ("who", r"\bwho(?:se|m|s)?\b"),
        ("what", r"\bwhat"),
        ("which", r"\bwhich"),
        ("when", r"\bwhen\b|\bwhat (?:date|day|year|month)|\bsince\b|\bdate\b"),
        ("where", r"\bwhere\b"),
        ("why", r"\bwhy\b|\breason"),
        ("how_many", r"\bhow many|\bnumber of"),
        ("how_long", r"\bhow long\b|\bdeadline|\bhow soon|\bdays\b|\bhours\b"),
        ("how_much", r"\bhow much|\bprice|\bcost|\bfine|\bpenalt"),
        ("how", r"\bhow\b"),
        (
            "whether",
            (
                r"^(?:so |ok |and |but |hey )*(?:is|are|was|were|do|does|did|has|have|had|can|could"
                r"|may|must|will|would|should|isn)\b"
            ),
        ),
        ("or", r"\bor\b"),
        ("words", r"\bquote|\bwords|\bsay|\bsaid\b|\bverbatim"),
        ("not", r"\bnot\b|n't\b|\bno\b|\bnever\b"),
    )
}


def asked_by(text: str) -> dict[str, bool]:
    """Which of `ASKS` a text in lower case has."""
    return {name: bool(pattern.search(text)) for name, pattern in ASKS.items()}

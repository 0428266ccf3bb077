"""Plain words as Discord shows them literally: no markup, no mention, no link takes effect."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_TURNS = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # turns of direction
_HALVES = re.compile(r"[\ud800-\udfff]")  # of broken characters, which JSON cannot carry
_ODD = re.compile(f"{_BREAKS.pattern}|{_TURNS.pattern}|{_HALVES.pattern}")
_MARKUP = re.compile(
    r"[\\`*_~|<>\[\]#]"
    r"|:(?=\S|\Z)"  # a bare address, an emoji by name
    r"|[-+](?=[\s#-]|\Z)"  # a list, small print
)
_NUMBERED = re.compile(r"\A( *\d*)\.(?=\s|\Z)")  # a numbered list
_NUMBERING = frozenset(" .0123456789")
# Mentions are read past a backslash before them, but not past one within, nor a space of no width.
_ALL = re.compile(r"@(?=[eh]|\Z)", re.IGNORECASE)
_AT = re.compile(r"@(?!\u200b)")
_ADDRESS_UNSAFE = re.compile(r"[^\w\-.~:/?#!$&*+,;=%]")


def literal(text: str) -> str:
    """The text with a backslash before all that Discord would obey, on one line."""
    text = _MARKUP.sub(lambda found: "\\" + found[0], clean(text))
    if text[:1] in _NUMBERING:
        text = _NUMBERED.sub(r"\1\.", text)
    return _AT.sub(r"\\@", _ALL.sub("@\u200b", text)) if "@" in text else text


def clean(text: str) -> str:
    """The text without line breaks, control characters and turns of direction."""
    if _ODD.search(text) is None:
        return text
    text = _HALVES.sub("\ufffd", text)
    return _BREAKS.sub(" ", _TURNS.sub("", text))


@lru_cache(maxsize=2_000)  # a source is cited again and again
def address(url: str) -> str | None:
    """The address as it may stand between `(<` and `>)`; None if it is not one of the web."""
    try:
        parts = urlsplit(url)
        there = bool(parts.hostname)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not there:
        return None
    return _ADDRESS_UNSAFE.sub(lambda found: quote(found[0], safe="", errors="replace"), url)


def size(text: str) -> int:
    """How long Discord takes a text to be, at most: characters beyond 16 bits count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", errors="replace")) // 2

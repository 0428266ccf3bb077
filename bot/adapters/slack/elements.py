"""Spans as the elements of Slack's rich text, in which words are literal and nothing is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from bot.reply import Day, Link, Mark, Quiet, Span, Spans, Strong

Json = dict[str, Any]

TEXT = 3_000  # characters that Slack takes in one block of text
_BOLD, _ITALIC = {"bold": True}, {"italic": True}
_ADDRESS = re.compile(r"https?://[^\s<>|\x00-\x1f\x7f]{1,2900}")
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\ud800-\udfff]")  # turns, halves of characters
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")  # all but the end of a line
# Slack shows an instant in the reader's zone. At ten in the morning it is the same day from
# Hawaii (-10) to New Zealand in summer (+13).
_TEN = time(10, tzinfo=UTC)
_YEARS = range(1971, 2100)  # instants that every client of Slack can show


def clean(text: str) -> str:
    """Words without what turns the direction of others, and without broken characters."""
    return _CONTROL.sub(" ", _UNSEEN.sub("", text))


def address(url: str | None) -> str | None:
    """An address that may be led to; None for any other."""
    return url if url is not None and _ADDRESS.fullmatch(url) else None


def instant(day: date) -> int | None:
    """The instant that stands for a day in Slack; None where Slack has none."""
    if day.year not in _YEARS:
        return None
    return int(datetime.combine(day, _TEN).timestamp())


def elements(spans: Iterable[Span]) -> list[Json]:
    """The elements of spans; those without words are left out."""
    found: list[Json] = []
    for span in spans:
        match span:
            case str(words):
                found += _text(words)
            case Strong(words):
                found += _text(words, _BOLD)
            case Quiet(words):
                found += _text(words, _ITALIC)
            case Link(words, url):
                found += _link(words, address(url))
            case Mark(number, url):
                found += _link(f"[{number}]", address(url))
            case Day(day, words):
                found += _day(day, words)
    return _joined(found)


def quiet(found: Iterable[Json]) -> list[Json]:
    """The elements in the style of words that stand back."""
    return [{**element, "style": {**element.get("style", {}), **_ITALIC}} for element in found]


def chunks(found: Sequence[Json], limit: int = TEXT) -> list[list[Json]]:
    """The elements in groups of at most so many characters, parted between words if possible."""
    groups: list[list[Json]] = []
    room = 0
    for element in (part for whole in found for part in _parts(whole, limit)):
        if not groups or size(element) > room:
            groups.append([])
            room = limit
        groups[-1].append(element)
        room -= size(element)
    return groups


def size(element: Json) -> int:
    """How many characters an element takes of the limits."""
    return len(element.get("text") or element.get("fallback") or "")


def sizes(found: Iterable[Json]) -> int:
    """How many characters elements take together."""
    return sum(size(element) for element in found)


def blank(spans: Spans) -> bool:
    """Whether nothing of the spans can be seen."""
    return not "".join(str(e.get("text", "x")) for e in elements(spans)).strip()


def _joined(found: Iterable[Json]) -> list[Json]:
    """The elements, those of plain text that stand side by side in one."""
    joined: list[Json] = []
    for element in found:
        before = joined[-1] if joined else {}
        alike = element["type"] == "text" == before.get("type")
        if alike and element.get("style") == before.get("style"):
            joined[-1] = {**before, "text": before["text"] + element["text"]}
        else:
            joined.append(element)
    return joined


def _text(words: str, style: Json | None = None) -> list[Json]:
    words = clean(words)
    if not words:
        return []
    element: Json = {"type": "text", "text": words}
    return [element | {"style": style}] if style else [element]


def _link(words: str, url: str | None) -> list[Json]:
    words = clean(words)
    if url is None or not words.strip():
        return _text(words)
    return [{"type": "link", "url": url, "text": words}]


def _day(day: date, words: str) -> list[Json]:
    moment = instant(day)
    words = clean(words)
    if moment is None or not words.strip():
        return _text(words or day.isoformat())
    return [{"type": "date", "timestamp": moment, "format": "{date_short}", "fallback": words}]


def _parts(element: Json, limit: int) -> Iterator[Json]:
    """An element whose words fit, or several of its kind with the words shared out."""
    if element["type"] == "date" or size(element) <= limit:
        yield element
        return
    left = str(element["text"])
    while left:
        cut = len(left) if len(left) <= limit else (left.rfind(" ", 1, limit) + 1 or limit)
        yield {**element, "text": left[:cut]}
        left = left[cut:]

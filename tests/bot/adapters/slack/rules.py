"""What Slack refuses of blocks, as far as it is known: its limits, its shapes, its silent rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

Json = dict[str, Any]

SURFACES = {"message": 50, "home": 100}
_WHOLE = 13_000  # characters of a message's blocks
_TABLE = 10_000  # characters in a table's cells
_LEAVES = {
    "text": {"type", "text", "style"},
    "link": {"type", "url", "text", "style"},
    "date": {"type", "timestamp", "format", "fallback", "url", "style"},
    "user": {"type", "user_id", "style"},
    "usergroup": {"type", "usergroup_id", "style"},
    "channel": {"type", "channel_id", "style"},
    "broadcast": {"type", "range", "style"},
    "emoji": {"type", "name", "style"},
}
_DATE = re.compile(r"\{date(_num|_slash|_long|_long_full|_short|_pretty)?\}")
_MENTION = re.compile(r"<[@#!](?!date\^)[^>]*>")
_CALL = re.compile(r"@(?:here|channel|everyone)\b", re.IGNORECASE)


def faults(blocks: Sequence[Json], surface: str = "message", library: bool = False) -> list[str]:
    """Why Slack would answer `invalid_blocks`; nothing if it would not.

    With `library` Slack's own library judges too, which takes its time.
    """
    found = list(_counted(blocks, surface))
    for block in blocks:
        found += [f"{block.get('type')}: {fault}" for fault in _of_block(block, surface)]
        if library:
            found += _as_the_library_sees_it(block)
    return found


def mentions(blocks: Sequence[Json], text: str) -> list[str]:
    """Everybody and everything that blocks and the notification's text would call or ping."""
    found = [*_MENTION.findall(text), *_CALL.findall(text)]
    for node in _nodes(blocks):
        if node.get("type") in {"user", "usergroup", "channel", "broadcast", "team"}:
            found.append(str(node["type"]))
        if node.get("type") == "mrkdwn":
            found += _MENTION.findall(str(node["text"])) + _CALL.findall(str(node["text"]))
    return found


def markup(blocks: Sequence[Json]) -> list[str]:
    """Words that Slack would read as markup, an emoji or an address: none of it is meant."""
    found = []
    for node in _nodes(blocks):
        if node.get("emoji") is True:
            found.append("emoji in plain text")
        if node.get("type") == "mrkdwn":
            words = re.sub(
                r"<(?:https?://[^|>]+|!date\^\d+\^[^|>]+)\|([^<>]*)>", r"\1", node["text"]
            )
            found += re.findall(r"[*_~`<>]|&(?!amp;|lt;|gt;)|:\w+:|\w://", words)
    return found


def words_of(blocks: Sequence[Json]) -> str:
    """All that can be read on blocks, dates in the words that stand for them."""
    parts = []
    for node in _nodes(blocks):
        if node.get("type") == "mrkdwn":
            parts.append(re.sub(r"<[^|>]*\|([^<>]*)>", r"\1", node["text"]))
        elif node.get("type") == "date":
            parts.append(str(node.get("fallback", "")))
        elif isinstance(node.get("text"), str):
            parts.append(node["text"])
    return "".join(parts)


def buttons(blocks: Sequence[Json]) -> list[Json]:
    """All buttons on blocks."""
    return [node for node in _nodes(blocks) if node.get("type") == "button"]


def _nodes(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _nodes(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _nodes(each)


def _counted(blocks: Sequence[Json], surface: str) -> Iterator[str]:
    if not 1 <= len(blocks) <= SURFACES[surface]:
        yield f"{len(blocks)} blocks"
    if sum(block.get("type") == "table" for block in blocks) > 1:
        yield "only_one_table_allowed"
    if surface == "message" and len(words_of(blocks)) > _WHOLE:
        yield "msg_blocks_too_long"
    for name in ("block_id", "action_id"):
        ids = [node[name] for node in _nodes(blocks) if name in node]
        if len(ids) != len(set(ids)):
            yield f"duplicate {name}"


def _of_block(block: Json, surface: str) -> Iterator[str]:
    match block.get("type"):
        case "header":
            yield from _text(block.get("text"), {"plain_text"}, 150)
        case "context":
            yield from _elements(block, 10)
            for each in block["elements"]:
                yield from _text(each, {"plain_text", "mrkdwn"}, 3_000)
        case "actions":
            yield from _elements(block, 25)
            for each in block["elements"]:
                yield from _button(each)
        case "rich_text":
            yield from _rich(block)
        case "table":
            yield from _table(block, surface)
        case "divider":
            pass
        case other:
            yield f"unknown block {other}"


def _elements(block: Json, most: int) -> Iterator[str]:
    if not 1 <= len(block["elements"]) <= most:
        yield f"{len(block['elements'])} elements"


def _as_the_library_sees_it(block: Json) -> Iterator[str]:
    try:
        parsed = Block.parse(block)
        if parsed is None:
            yield "the library does not know it"
        elif block["type"] != "table":  # the library cannot write a table out again
            parsed.to_dict()
    except (SlackObjectFormationError, TypeError) as error:
        yield str(error)


def _text(text: Any, kinds: set[str], limit: int) -> Iterator[str]:
    if not isinstance(text, dict) or text.get("type") not in kinds:
        yield "no text object"
    elif not 1 <= len(text.get("text", "")) <= limit or not text["text"].strip():
        yield f"text of {len(text.get('text', ''))} characters"
    elif set(text) - {"type", "text", "emoji", "verbatim"}:
        yield "unknown key of a text"


def _button(button: Json) -> Iterator[str]:
    if button.get("type") != "button" or set(button) - {"type", "text", "action_id", "value"}:
        yield "not a button"
    yield from _text(button.get("text"), {"plain_text"}, 75)
    if not 1 <= len(button.get("value", "x")) <= 2_000:
        yield "value"
    if not 1 <= len(button.get("action_id", "")) <= 255:
        yield "action_id"


def _rich(block: Json) -> Iterator[str]:
    if not block.get("elements"):
        yield "empty"
    taken = 0
    for part in block["elements"]:
        lists = part["type"] == "rich_text_list"
        if lists and part.get("style") not in {"bullet", "ordered"}:
            yield "style of a list"
        if part["type"] not in {"rich_text_section", "rich_text_quote", "rich_text_list"}:
            yield f"unknown part {part['type']}"
        if not part["elements"]:
            yield "empty part"
        for section in part["elements"] if lists else [part]:
            yield from (fault for leaf in section["elements"] for fault in _leaf(leaf))
            taken += sum(len(leaf.get("text", "")) for leaf in section["elements"])
    if taken > 3_000:
        yield f"{taken} characters"


def _leaf(leaf: Json) -> Iterator[str]:
    known = _LEAVES.get(leaf.get("type", ""))
    if known is None or set(leaf) - known:
        yield f"unknown element {leaf}"
    elif leaf["type"] in {"text", "link"} and not leaf.get("text"):
        yield "empty text"
    elif leaf["type"] == "link" and not re.match(r"https?://\S{1,2990}$", leaf["url"]):
        yield "address"
    elif leaf["type"] == "date" and not (
        isinstance(leaf["timestamp"], int) and _DATE.search(leaf["format"])
    ):
        yield "date"


def _table(block: Json, surface: str) -> Iterator[str]:
    rows = block["rows"]
    if surface != "message":
        yield "no tables here"
    if not 1 <= len(rows) <= 100 or not all(1 <= len(row) <= 20 for row in rows):
        yield "size"
    if len(block.get("column_settings", [])) > 20:
        yield "column_settings"
    if len({len(row) for row in rows}) > 1:
        yield "ragged"
    if len(words_of(rows)) > _TABLE:
        yield "too many characters"
    for cell in (cell for row in rows for cell in row):
        yield from _rich(cell)
        if not words_of([cell]).strip():
            yield "empty cell"

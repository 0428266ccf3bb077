"""Messages as people read them, line by line, for a golden file."""

from __future__ import annotations

from typing import Any

from bot.adapters.slack.render import render
from bot.reply import Reply
from tests.bot.adapters.slack.rules import faults, markup, mentions

Json = dict[str, Any]


def written(reply: Reply) -> str:
    """All messages of a reply; each must be one that Slack takes."""
    pages = render(reply, shareable=True)
    parts = []
    for page in pages:
        assert faults(page.blocks, library=True) == []
        assert mentions(page.blocks, page.text) == markup(page.blocks) == []
        parts.append("\n\n".join([f"({page.text})", *map(_block, page.blocks)]))
    return "\n\n====\n\n".join(parts) + "\n"


def _block(block: Json) -> str:
    match block["type"]:
        case "header":
            return f"# {block['text']['text']}"
        case "context":
            return "\n".join(f"small: {element['text']}" for element in block["elements"])
        case "actions":
            return "  ".join(f"[{button['text']['text']}]" for button in block["elements"])
        case "table":
            rows = (" | ".join(_rich(cell) for cell in row) for row in block["rows"])
            return "\n".join(f"| {row} |" for row in rows)
        case _:
            return _rich(block)


def _rich(block: Json) -> str:
    return "\n".join(_part(part) for part in block["elements"])


def _part(part: Json) -> str:
    match part["type"]:
        case "rich_text_quote":
            return "\n".join(f"> {line}" for line in _leaves(part).splitlines())
        case "rich_text_list":
            start = part.get("offset", 0) + 1
            marks = (
                f"{start + n}." if part["style"] == "ordered" else "•"
                for n in range(len(part["elements"]))
            )
            items = zip(marks, part["elements"], strict=True)
            return "\n".join(f"{mark} {_leaves(item)}" for mark, item in items)
        case _:
            return _leaves(part)


def _leaves(section: Json) -> str:
    return "".join(_leaf(leaf) for leaf in section["elements"])


def _leaf(leaf: Json) -> str:
    style = leaf.get("style", {})
    around = "**" if style.get("bold") else "_" if style.get("italic") else ""
    match leaf["type"]:
        case "link":
            return f"{around}{leaf['text']} <{leaf['url']}>{around}"
        case "date":
            return f"{around}{{{leaf['fallback']}}}{around}"
        case _:
            return f"{around}{leaf['text']}{around}"

"""Block Kit as HTML, near enough to how Slack shows it for people to judge a reply by."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

Json = Mapping[str, Any]
_DATE = re.compile(r"<!date\^\d+\^[^|>]*\|([^>]*)>")  # as its fallback has it

STYLE = """
body { margin: 0; background: #fff; color: #1d1c1d; font: 15px/1.47 Lato, "Noto Sans", sans-serif }
main { display: grid; grid-template-columns: 36px 1fr; gap: 0 10px; padding: 18px 20px;
       width: 720px }
.face { width: 36px; height: 36px; border-radius: 8px; background: #4a154b; color: #fff;
        font: 700 17px/36px sans-serif; text-align: center }
.name { font-weight: 900 } .name small { font-weight: 400; color: #616061; margin-left: 6px }
h3 { font-size: 18px; margin: 6px 0 4px } p { margin: 4px 0 }
a { color: #1264a3; text-decoration: none }
ul, ol { margin: 4px 0; padding-left: 24px } blockquote { margin: 4px 0; padding-left: 12px;
        border-left: 4px solid #ddd } .context { font-size: 12px; color: #616061; margin: 4px 0 }
table { border-collapse: collapse; margin: 8px 0; font-size: 14px }
td { border: 1px solid #ddd; padding: 5px 9px; vertical-align: top }
button { font: 700 13px/1 sans-serif; padding: 8px 12px; margin: 4px 6px 4px 0; border-radius: 8px;
        border: 1px solid #bbb; background: #fff; color: #1d1c1d }
hr { border: 0; border-top: 1px solid #ddd }
"""


def page(blocks: Sequence[Json], only_you: bool = False) -> str:
    """A message of the bot's as a page of its own."""
    note = '<div class="context">Only visible to you</div>' if only_you else ""
    said = "".join(_block(block) for block in blocks)
    return (
        f"<!doctype html><meta charset=utf-8><style>{STYLE}</style><main>"
        f'<div class="face">§</div><div>{note}<div class="name">airules'
        f"<small>APP</small></div>{said}</div></main>"
    )


def _block(block: Json) -> str:
    match block["type"]:
        case "header":
            return f"<h3>{escape(block['text']['text'])}</h3>"
        case "rich_text":
            return "".join(_rich(element) for element in block["elements"])
        case "table":
            rows = ("".join(f"<td>{_block(cell)}</td>" for cell in row) for row in block["rows"])
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        case "context":
            words = " ".join(_DATE.sub(r"\1", element["text"]) for element in block["elements"])
            return f'<div class="context">{words}</div>'
        case "actions":
            labels = (escape(element["text"]["text"]) for element in block["elements"])
            return "".join(f"<button>{label}</button>" for label in labels)
        case "divider":
            return "<hr>"
        case other:
            raise ValueError(f"no picture is known for a block of type {other}")


def _rich(element: Json) -> str:
    match element["type"]:
        case "rich_text_section":
            return f"<p>{_inline(element['elements'])}</p>"
        case "rich_text_quote":
            return f"<blockquote>{_inline(element['elements'])}</blockquote>"
        case "rich_text_list":
            tag = "ol" if element["style"] == "ordered" else "ul"
            first = f' start="{element["offset"] + 1}"' if element.get("offset") else ""
            items = "".join(f"<li>{_inline(one['elements'])}</li>" for one in element["elements"])
            return f"<{tag}{first}>{items}</{tag}>"
        case other:
            raise ValueError(f"no picture is known for rich text of type {other}")


def _inline(elements: Sequence[Json]) -> str:
    return "".join(_span(element) for element in elements)


def _span(element: Json) -> str:
    words = escape(element.get("text") or element.get("fallback") or element.get("url") or "")
    words = words.replace("\n", "<br>")
    if element["type"] == "link":
        words = f'<a href="{escape(element["url"])}">{words}</a>'
    for name, tag in (("bold", "b"), ("italic", "i"), ("code", "code"), ("strike", "s")):
        if element.get("style", {}).get(name):
            words = f"<{tag}>{words}</{tag}>"
    return words

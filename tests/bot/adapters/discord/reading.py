"""Pages as people read them, and the markup in them that takes effect."""

from __future__ import annotations

import re

from bot.adapters.discord.render import Page, render
from bot.reply import Reply

_ESCAPED = re.compile(r"\\[^0-9A-Za-z\s]")
_LINK = re.compile(r"\[((?:\[[^\[\]]*\]|[^\[\]])*)\]\(<(https?://[^<>\s]+)>\)")
_TIME = re.compile(r"<t:(-?\d+):D>")
_MENTION = re.compile(r"<@[!&]?\d+>|@everyone|@here", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:#{1,3} |-# | {0,4}[-*+] | {0,4}\d+\. |>{1,3} ?| +)")
_MARKUP = re.compile(r"[`*_~|<>\[\]\\#]|@(?!\u200b)|https?:/|:[\w+-]+:")


def written(reply: Reply) -> str:
    """All pages of a reply as lines, for a golden file."""
    pages = render(reply)
    parts = []
    for number, page in enumerate(pages, 1):
        head = [f"= page {number} of {len(pages)}"] if len(pages) > 1 else []
        choices = ["  ".join(f"[{c.label}]" for c in page.choices)] if page.choices else []
        small = ["---", *page.small] if page.small else []
        actions = ["  ".join(f"[{c.label}]" for c in page.actions)] if page.actions else []
        parts.append("\n\n".join([*head, *page.texts, *choices, *small, *actions]))
    return "\n\n".join(parts) + "\n"


def texts(pages: tuple[Page, ...]) -> list[str]:
    """Every text of every page."""
    return [text for page in pages for text in (*page.texts, *page.small)]


def mentions(text: str) -> list[str]:
    """What Discord's server would take for a mention; it reads on past a backslash."""
    return _MENTION.findall(text)


def effective(text: str) -> list[str]:
    """The markup that takes effect in a text beside that of the renderer's own making."""
    text = _TIME.sub("", _LINK.sub("", _ESCAPED.sub("", text)))
    found = []
    for line in text.split("\n"):
        rest = _PREFIX.sub("", line, count=1)
        again = _PREFIX.match(rest)
        found += [again[0]] if again and again[0].strip() else []
        found += ["**"] if rest.count("**") % 2 else []
        found += _MARKUP.findall(rest.replace("**", ""))
    return found


def shown(text: str) -> str:
    """What a reader sees of escaped words."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text).replace("\u200b", "")

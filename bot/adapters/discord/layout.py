"""A page as a message of Components V2, with its buttons in rows."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from discord import ButtonStyle
from discord.ui import ActionRow, Button, LayoutView, Separator, TextDisplay

from bot.adapters.discord.buttons import Bound, turn_id
from bot.adapters.discord.escape import clean
from bot.reply import Choice

_ROW = 5  # buttons
_LABEL = 80  # characters


def layout(bound: Bound, mark: int | None = None) -> LayoutView:
    """The message of a page; `mark` is a number that the message can be known by when read back.

    The view is stopped: presses are answered from their ids, so nothing is remembered of it.
    """
    view = LayoutView(timeout=None)
    page = bound.page
    for number, text in enumerate(page.texts):
        view.add_item(TextDisplay(text, id=mark if number == 0 else None))
    used: set[str] = set()
    for row in _rows(_buttons(page.choices, bound, ButtonStyle.primary, used)):
        view.add_item(row)
    if page.small:
        view.add_item(Separator())
        view.add_item(TextDisplay("\n".join(page.small)))
    for row in _rows(_buttons(page.actions, bound, ButtonStyle.secondary, used)):
        view.add_item(row)
    if bound.key is not None:
        view.add_item(_turning(bound.key, bound.number, bound.count))
    view.stop()
    return view


def _buttons(
    choices: Iterable[Choice], bound: Bound, style: ButtonStyle, used: set[str]
) -> list[Button[LayoutView]]:
    """A button for each choice; two of the same command would share an id, and one is enough."""
    found = []
    for choice in choices:
        custom_id = bound.ids[choice]
        if custom_id not in used:
            used.add(custom_id)
            found.append(_button(style, _label(choice), custom_id))
    return found


def _label(choice: Choice) -> str:
    label = clean(choice.label).strip() or choice.command
    return label if len(label) <= _LABEL else label[: _LABEL - 1].rstrip() + "…"


def _rows(buttons: list[Button[LayoutView]]) -> list[ActionRow[Any]]:
    rest = iter(buttons)
    rows = []
    while some := tuple(islice(rest, _ROW)):
        rows.append(ActionRow[Any](*some))
    return rows


def _turning(key: str, number: int, count: int) -> ActionRow[Any]:
    """To the page before and the page after, with where one is between them."""
    where = _button(ButtonStyle.secondary, f"{number} of {count}", turn_id(key, number), off=True)
    before = turn_id(key, number - 1)
    after = turn_id(key, number + 1)
    return ActionRow[Any](
        _button(ButtonStyle.secondary, "Previous", before, off=number == 1),
        where,
        _button(ButtonStyle.secondary, "Next", after, off=number == count),
    )


def _button(
    style: ButtonStyle, label: str, custom_id: str, off: bool = False
) -> Button[LayoutView]:
    return Button(style=style, label=label, custom_id=custom_id, disabled=off)

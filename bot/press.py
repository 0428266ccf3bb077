"""What a button carries: the command that pressing it gives, as one line of text."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from bot.reply import Choice

_MARK = "air1"  # so that ids of other makers, or of another version of ours, are not taken for it
_SHOWN, _OWN = "s", "o"


def encode(choice: Choice) -> str:
    """The command of a choice as a line, without its label; `decode` gives it back."""
    who = _SHOWN if choice.shown else _OWN
    given = urlencode(choice.arguments, encoding="utf-8", errors="replace")
    return f"{_MARK}|{who}|{choice.command}|{given}"


def decode(text: str) -> Choice | None:
    """The choice that a line stands for, without its label; None if it is none of ours."""
    mark, _, rest = text.partition("|")
    who, _, rest = rest.partition("|")
    command, parted, given = rest.partition("|")
    if mark != _MARK or who not in {_SHOWN, _OWN} or not parted:
        return None
    arguments = tuple(parse_qsl(given, keep_blank_values=True, encoding="utf-8", errors="replace"))
    return Choice("", command, arguments, shown=who == _SHOWN)

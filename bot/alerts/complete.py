"""How a filter that is being typed may go on: keys first, then the values of the last one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.alerts.facts import Key
from bot.alerts.filters import EVERYTHING, VALUES
from knowledge.desk import Desk
from knowledge.vocabulary import Kind

_SHOWN = 25
_NAMED = {Key.MODEL: Kind.MODEL, Key.DIRECTIVE: Kind.DIRECTIVE, Key.ORG: Kind.ORGANISATION}


def complete_filter(desk: Desk, typed: str) -> Sequence[str]:
    """Whole filters that what is typed so far may become, the best first."""
    quoted = typed.count('"') % 2
    start = typed.rfind(" ", 0, typed.rfind('"') if quoted else len(typed)) + 1
    before, last = typed[:start], typed[start:]
    sign = "-" if last.startswith("-") else ""
    name, colon, value = last[len(sign) :].partition(":")
    if colon:
        return [f"{before}{sign}{name}:{ends}" for ends in _values(desk, name, value)]
    keys = [f"{before}{sign}{key}:" for key in Key if key is not Key.WORDS]
    fitting = [key for key in keys if key.startswith(typed)]
    if not typed:
        return [EVERYTHING, *fitting]
    return fitting or [typed]


def _values(desk: Desk, name: str, typed: str) -> list[str]:
    """The values that the last of a key's may become, after those before it."""
    try:
        key = Key(name.casefold())
    except ValueError:
        return []
    done, comma, last = typed.rpartition(",")
    before = f"{done}{comma}"
    plain = last.strip().strip('"')
    if key in _NAMED:
        titles = desk.names.complete(plain, {_NAMED[key]}, _SHOWN)
        return [f'{before}"{title}"' for title in titles]
    known = VALUES.get(key, {})
    folded = plain.casefold()
    begins = [value for value in known if value.startswith(folded)]
    means = [v for v, said in known.items() if folded in said.casefold() and v not in begins]
    return [f"{before}{value}" for value in (*begins, *means)][:_SHOWN]

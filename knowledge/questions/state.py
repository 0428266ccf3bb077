"""How one thing stands on a day, where a question asks whether it stands so and nothing more."""

from __future__ import annotations

import re
from datetime import date

from knowledge.model import Statement
from knowledge.questions.analyse import Analysis
from knowledge.questions.index import Index
from knowledge.questions.leftover import left_over
from knowledge.vocabulary import THINGS, Audience, Property
from knowledge.weigh import standing

_WHETHER = re.compile(r"^(?:so |and |but |ok )?(?:is|was|are|were|has|have|can|could|may)\b")
_ASKING = frozenset(
    {"available", "out", "released", "open", "suspended", "banned", "blocked", "offline", "down"}
    | {"online", "live", "active", "public", "publicly", "restricted", "accessible", "force"}
    | {"effect", "allowed", "use", "used", "access", "still", "already", "currently", "yet"}
    | {"back", "gone", "generally", "anyone", "anybody", "everyone", "everybody", "people"}
    | {"been", "again", "now", "today", "switched", "off", "up", "applicable", "apply", "law"}
    | {"disabled", "limited", "launched"}
)


def how_it_stands_on(index: Index, analysis: Analysis, day: date) -> tuple[Statement, ...]:
    """The status of the one thing named and what everyone may do with it, as of a day.

    None at all where more is asked than whether it is open, out, banned or in force.
    """
    entries = analysis.links.entries
    if len(entries) != 1 or index.kinds[entries[0]] not in THINGS:
        return ()
    if not _WHETHER.search(analysis.asking) or left_over(analysis, _ASKING, day):
        return ()
    current = standing(index.told_of(entries[0]), day)
    status = [s for s in current if s.property is Property.STATUS]
    everyone = [s for s in current if s.access and s.access.audience is Audience.EVERYONE]
    return (*status[:1], *everyone[:1])

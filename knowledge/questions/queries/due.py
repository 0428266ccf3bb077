"""What is due, in the time that is asked of or from now on: a query, complete."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import Nothing
from knowledge.model import Statement
from knowledge.questions.base.index import Index
from knowledge.questions.language.normalise import stem
from knowledge.questions.queries.leftover import left_over, says_all
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.times.moment import day_after
from knowledge.questions.times.period import period_ahead
from knowledge.vocabulary import THINGS, Property, Rank
from knowledge.weigh import standing

if TYPE_CHECKING:
    from knowledge.desk import Desk

_COMING = re.compile(
    r"^(?:and |so |but |ok )?(?:what(?:['’]?s| is| are| will| else| rules| laws)?\b(?: going to)? "
    r"(?:happens?|happening|chang(?:es?|ing)|start(?:s|ing)?|beg(?:ins?|inning)|appl(?:y|ies)"
    r"|takes? effect|comes?|coming|enters?|kicks? in|scheduled|planned|expected|new)\b"
    r"|anything\b)"
)
_IN_OTHER_WORDS = re.compile(  # of what cues make of another language
    r"\bwhat (?:\w+ )?(?:happens|changes|starts|begins|applies)\b"
)
_NO_MORE = frozenset(
    {"happen", "happens", "happening", "change", "changes", "changing", "start", "starts", "new"}
    | {"starting", "begin", "begins", "beginning", "apply", "applies", "take", "takes", "effect"}
    | {"come", "comes", "coming", "force", "enter", "enters", "kick", "kicks", "scheduled", "else"}
    | {"planned", "expected", "going", "due", "calendar", "agenda", "rules", "laws", "rule", "law"}
    | {"anything", "ai", "there", "exactly", "legally", "up"}
    | {"next", "coming", "week", "month", "quarter", "year", "days", "weeks", "months", "years"}
)
_ASKING = _NO_MORE | {
    *("deadline", "deadlines", "date", "dates", "upcoming", "future", "ahead", "still", "list"),
    *("show", "all", "key", "important", "legal", "compliance", "regulatory", "watch", "prepare"),
    *("something", "name", "give", "tell", "exist", "left", "remaining", "main", "pending"),
    *("open", "regulation", "regulations", "between", "within", "until", "till", "before", "after"),
}
_WHOLE_ACT = re.compile(r"\bai act\b(?!.*\b(?:gpai|general.purpose|articles?)\b)")
_PARTICLE = 2  # letters of a word of another language that says nothing: "er", "il", "se"
_AHEAD = re.compile(r"\b(?:next|upcoming|coming|ahead|still to come)\b")
_PAST = re.compile(r"\b(?:was|were|passed|expired|missed|since|ago)\b")


@dataclass(frozen=True, slots=True)
class Due:
    """Deadlines in order of time, the day that they are looked at from, and how it was taken."""

    statements: list[Statement]
    day: date
    remarks: tuple[str, ...]


def due(desk: Desk, index: Index, analysis: Analysis, day: date) -> Due | Nothing | None:
    """What is due of what is named, or at all; that nothing is, where nothing is named.

    Where nothing is named, every further word has to stand in what is due.
    """
    if _PAST.search(analysis.asking):
        return None
    entries = frozenset(analysis.links.entries or index.entries_in(analysis.links.places))
    topic = _more(index, analysis, _ASKING, desk.today) if not entries else set[str]()
    period = period_ahead(analysis.timed, desk.today, analysis.links.used)
    first, until = (day, None) if period is None else (period.first or desk.today, period.last)
    found = _of(desk, entries, first, until and day_after(until))
    if _WHOLE_ACT.search(analysis.asking) and any(e.startswith("eu-ai-act") for e in entries):
        every = _of(desk, frozenset(), first, until and day_after(until))
        found = [s for s in every if s.subject in entries or "EU AI Act" in s.text]
    statements = [s for s in found if says_all(desk, s, topic)]
    if period is None:
        return Due(statements, day, ()) if statements else _none_ahead(desk, index, analysis, day)
    if statements:
        return Due(statements, desk.today, (f"Taken as: what is due {period}.",))
    if entries or topic:
        return None
    reason = f"The base has nothing that is due {period}."
    return Nothing(reason=reason, nearest=(), as_of=desk.today, checked_to=desk.checked_to)


def _none_ahead(desk: Desk, index: Index, analysis: Analysis, day: date) -> Nothing | None:
    """That nothing of the one thing named is still due, where that is asked and nothing tells."""
    entries = analysis.links.entries
    if len(entries) != 1 or not _AHEAD.search(analysis.asking):
        return None
    told = standing(index.told_of(entries[0]), day)
    if index.kinds[entries[0]] not in THINGS or any(s.property is Property.NEXT for s in told):
        return None
    named = desk.named(entries)
    reason = f"The base has no date still to come of {named[0].title}."
    return Nothing(reason=reason, nearest=named, as_of=day, checked_to=desk.checked_to)


def coming(desk: Desk, index: Index, analysis: Analysis, day: date) -> Due | None:
    """What is due in a time ahead, where a question asks what happens or starts then.

    None where nothing is, or where more is asked for.
    """
    foreign = bool(analysis.language_note) and _IN_OTHER_WORDS.search(analysis.asking)
    if not (foreign or _COMING.search(analysis.asking)):
        return None
    if _more(index, analysis, _NO_MORE, desk.today):
        return None
    period = period_ahead(analysis.timed, desk.today, analysis.links.used)
    if period is None or period.last < desk.today:
        return None
    found = due(desk, index, analysis, day)
    return found if isinstance(found, Due) else None


def _more(index: Index, analysis: Analysis, asking: AbstractSet[str], today: date) -> set[str]:
    """The telling words besides those; of another language only such as the base has."""
    rest = left_over(analysis, asking, today)
    if not analysis.language_note:
        return rest
    return {word for word in rest if len(word) > _PARTICLE and stem(word) in index.rarity}


def _of(desk: Desk, entries: frozenset[str], since: date, until: date | None) -> list[Statement]:
    dated = desk.store.dated(Property.DEADLINE, since, until)
    told = [s for s in dated if s.rank is not Rank.DEPRECATED]
    return [s for s in told if not entries or s.subject in entries]

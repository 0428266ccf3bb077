"""What is due, in the time that is asked of or from now on: a query, complete."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import Nothing
from knowledge.model import Statement
from knowledge.questions.asking.asks import START
from knowledge.questions.base.index import Index
from knowledge.questions.language.normalise import stem
from knowledge.questions.queries.leftover import has_all, left_over, says_all
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.reading.whole import named_as_whole
from knowledge.questions.times.moment import day_after
from knowledge.questions.times.period import period_ahead
from knowledge.vocabulary import THINGS, Property, Rank
from knowledge.weigh import standing
from knowledge.words import words

if TYPE_CHECKING:
    from knowledge.desk import Desk

_COMING = re.compile(
    rf"{START}(?:what(?:['’]?s| is| are| will| else| rules| laws)?\b(?: going to)? "
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
    | {"anything", "ai", "there", "exactly", "legally", "up", "lies", "ahead"}
    | {"next", "coming", "week", "month", "quarter", "year", "days", "weeks", "months", "years"}
)
_ASKING = _NO_MORE | {
    *("deadline", "deadlines", "date", "dates", "upcoming", "future", "ahead", "still", "list"),
    *("show", "all", "key", "important", "legal", "compliance", "regulatory", "watch", "prepare"),
    *("something", "name", "give", "tell", "exist", "left", "remaining", "main", "pending"),
    *("open", "regulation", "regulations", "between", "within", "until", "till", "before", "after"),
}
_PARTICLE = 2  # letters of a word of another language that says nothing: "er", "il", "se"
_AHEAD = re.compile(r"\b(?:next|upcoming|coming|ahead|still to come)\b")
_NEXT_FOR = re.compile(
    rf"{START}what(?:['’]?s| is| are| comes| lies)? (?:next|coming(?: up)?|ahead"
    r"|upcoming)(?: up| due)?(?= (?:for|with|in|at|on)\b|\W*$)"
)
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
    named = named_as_whole(index, analysis)
    entries = frozenset(named or index.entries_in(analysis.links.places))
    topic = _more(index, analysis, _ASKING, desk.today)
    period = period_ahead(analysis.timed, desk.today, analysis.links.used)
    first, until = (day, None) if period is None else (period.first or desk.today, period.last)
    found = _of(desk, index, entries, first, until and day_after(until))
    if entries:
        if any(word not in index.lexicon.vocabulary for word in topic):
            return None  # for somebody, or of something, of which the base has no word
        topic = _told_of(index, named, topic) if named else topic
        statements = [s for s in found if has_all(s.text, topic)]
        if topic and not statements:
            return None  # a date is asked for that is none of these
    else:
        statements = [s for s in found if says_all(desk, s, topic)]
    if period is None:
        return Due(statements, day, ()) if statements else _none_ahead(desk, index, analysis, day)
    if statements:
        return Due(statements, desk.today, (f"Taken as: what is due {period}.",))
    if entries or topic:
        return None
    reason = f"The base has nothing that is due {period}."
    return Nothing(reason=reason, nearest=(), as_of=desk.today, checked_to=desk.checked_to)


def _told_of(index: Index, named: Sequence[str], topic: AbstractSet[str]) -> set[str]:
    """The words that anything told of what is named has; others ask for nothing of it.

    Words that do no more than name it are none of them.
    """
    if all(not {*named}.isdisjoint(index.lexicon.holders.get(word, ())) for word in topic):
        return set()
    texts = (statement.text for entry in named for statement in index.told_of(entry))
    told = {stem(word) for text in texts for word in words(text)}
    return {word for word in topic if stem(word) in told}


def _none_ahead(desk: Desk, index: Index, analysis: Analysis, day: date) -> Nothing | None:
    """That nothing of the one thing named is still due, where that is asked and nothing tells."""
    entries = analysis.links.entries
    if len(entries) != 1 or not _AHEAD.search(analysis.asking):
        return None
    told = standing(index.told_of(entries[0]), day)
    if any(s.property is Property.NEXT for s in told):
        return None
    if index.kinds[entries[0]] not in THINGS and not _NEXT_FOR.search(analysis.asking):
        return None
    named = desk.named(entries)
    reason = f"The base has no date still to come of {named[0].title}."
    return Nothing(reason=reason, nearest=named, as_of=day, checked_to=desk.checked_to)


def coming(desk: Desk, index: Index, analysis: Analysis, day: date) -> Due | Nothing | None:
    """What is due in a time ahead, or next, where a question asks what happens or starts then.

    None where nothing is, or where more is asked for.
    """
    foreign = bool(analysis.language_note) and _IN_OTHER_WORDS.search(analysis.asking)
    following = _NEXT_FOR.search(analysis.asking)
    if not (foreign or following or _COMING.search(analysis.asking)):
        return None
    if _more(index, analysis, _NO_MORE, desk.today):
        return None
    period = period_ahead(analysis.timed, desk.today, analysis.links.used)
    if (period is None and not following) or (period is not None and period.last < desk.today):
        return None
    found = due(desk, index, analysis, day)
    return found if isinstance(found, Due) or following else None


def _more(index: Index, analysis: Analysis, asking: AbstractSet[str], today: date) -> set[str]:
    """The telling words besides those; of another language only such as the base has."""
    rest = left_over(analysis, asking, today)
    if not analysis.language_note:
        return rest
    return _in_base(index, {word for word in rest if len(word) > _PARTICLE})


def _in_base(index: Index, topic: AbstractSet[str]) -> set[str]:
    return {word for word in topic if stem(word) in index.rarity}


def _of(
    desk: Desk, index: Index, entries: frozenset[str], since: date, until: date | None
) -> list[Statement]:
    dated = desk.store.dated(Property.DEADLINE, since, until)
    told = [s for s in dated if s.rank is not Rank.DEPRECATED]
    return [s for s in told if not entries or _is_of(index, s, entries)]


def _is_of(index: Index, statement: Statement, entries: frozenset[str]) -> bool:
    """Whether it is due of one of these: of it, of a company's own rule or model, or concerns a
    party."""
    if statement.subject in entries:
        return True
    parties = {entry for entry in entries if index.kinds[entry] not in THINGS}
    own = {index.makers.get(statement.subject), statement.subject.partition("-")[0]}
    return not parties.isdisjoint((*own, *statement.about))

"""The questions that reach across entries: timelines, deadlines, changes, quotes, search."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from knowledge.answers import (
    Answer,
    Answered,
    ChangeLog,
    Deadlines,
    Nothing,
    Sentences,
    Timeline,
    evidence_of,
)
from knowledge.desk import Desk
from knowledge.model import Statement
from knowledge.names import Named
from knowledge.search import search
from knowledge.vocabulary import PARTIES, Jurisdiction, Property, Rank
from knowledge.weigh import holds, standing

_DATED = (Property.EVENT, Property.DATE)
_FOUND = 8  # statements that a search shows


def timeline(desk: Desk, subjects: Sequence[Named], title: str, as_of: date | None) -> Answered:
    """Everything dated that concerns the subjects, in order of time, up to a day."""
    day = as_of or desk.today
    concerning = desk.store.concerning([named.id for named in subjects])
    dated = [s for s in standing(concerning, day) if s.property in _DATED and _moment(s, day)]
    dated.sort(key=lambda s: _moment(s, day) or date.min)
    return Answered(
        title=title,
        body=Timeline(tuple(evidence_of(desk.store, _once(dated)))),
        disputes=desk.disputes(concerning, {Property.EVENT, Property.DATE}, as_of),
        entries=tuple(subjects[:10]),
        as_of=day,
        checked_to=desk.checked_to,
    )


def jurisdiction_entries(desk: Desk, where: Jurisdiction) -> tuple[Named, ...]:
    """The directives that hold in a jurisdiction; "us" has the states' too."""
    return desk.named(
        entry
        for entry, _, place in desk.store.headers()
        if place is not None and (place is where or place.startswith(f"{where}-"))
    )


def deadlines(desk: Desk, as_of: date | None, until: date | None = None) -> Answered:
    """What is due from a day on, in order of time."""
    day = as_of or desk.today
    due = desk.store.dated(Property.DEADLINE, day, until)
    due = [s for s in due if s.rank is not Rank.DEPRECATED]
    titles = desk.store.titles([s.subject for s in due])
    return Answered(
        title="What is due",
        body=Deadlines(tuple(evidence_of(desk.store, due)), titles, day),
        disputes=desk.disputes(due, {Property.DEADLINE}, None),
        entries=desk.named(s.subject for s in due)[:10],
        as_of=day,
        checked_to=desk.checked_to,
    )


def changes(desk: Desk, since: date, upto: date) -> Answered:
    """What was added, amended or withdrawn from one day to another, and what happened then."""
    log = [change for change in desk.store.changes(since=since) if change.at.date() <= upto]
    shown = standing(desk.store.dated(Property.EVENT, since), upto)
    return Answered(
        title=f"What changed since {since.day} {since:%B %Y}",
        body=ChangeLog(since, tuple(reversed(log)), tuple(evidence_of(desk.store, shown))),
        entries=desk.named(s.subject for s in shown)[:10],
        as_of=upto,
        checked_to=desk.checked_to,
    )


def quotes_on(desk: Desk, subject: Named) -> list[Statement]:
    """Dated quotes of a person or an organisation, or about an entry, newest first."""
    said = [s for s in desk.store.concerning([subject.id]) if s.property is Property.QUOTE and s.on]
    return sorted(said, key=lambda s: s.on.earliest if s.on else date.min, reverse=True)


def quotes(desk: Desk, subject: Named) -> Answered:
    """What a person or organisation said, or what was said about an entry, newest first."""
    said = quotes_on(desk, subject)
    by = subject.kind in PARTIES
    return Answered(
        title=f"{'Said by' if by else 'Said about'} {subject.title}",
        body=Sentences(tuple(evidence_of(desk.store, said))),
        entries=(subject,),
        remarks=() if said else (f"The base has no quote of or about {subject.title}.",),
        as_of=desk.today,
        checked_to=desk.checked_to,
    )


def found_by(desk: Desk, words: str, as_of: date | None) -> Answer:
    """Statements that hold the words of a text, the best first."""
    day = as_of or desk.today
    found = search(desk.store, words, limit=_FOUND * 2)
    statements = [s for s in desk.store.statements(found) if holds(s, day)]
    if not statements:
        reason = "No statement holds these words."
        return Nothing(reason=reason, nearest=(), as_of=day, checked_to=desk.checked_to)
    shown = statements[:_FOUND]
    return Answered(
        title="Statements that hold these words",
        body=Sentences(tuple(evidence_of(desk.store, shown))),
        disputes=desk.disputes(shown, set(Property), as_of),
        entries=desk.named(s.subject for s in shown),
        as_of=day,
        checked_to=desk.checked_to,
    )


def _moment(statement: Statement, day: date) -> date | None:
    """When a dated statement happened, if by that day; None for one without a date."""
    moment = statement.on or statement.valid_from
    if moment is None or moment.earliest > day:
        return None
    return moment.earliest


def _once(statements: Sequence[Statement]) -> list[Statement]:
    """Without a second statement of the same words."""
    return list({s.text: s for s in statements}.values())

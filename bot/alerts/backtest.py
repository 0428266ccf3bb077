"""What a filter would have brought: the same decisions as the live relay's, over what is known."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain

from bot.alerts.decide import Earlier, Heard, Wish, Wishes, plan
from bot.alerts.facts import Event, Key, facts_about
from bot.alerts.filters import Filter
from bot.alerts.news import news_of
from bot.alerts.reminders import AHEAD, due_on
from knowledge.desk import Desk
from knowledge.model import Statement
from knowledge.vocabulary import Property, Rank

DAYS = 90
_CHANNEL = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """How many posts a filter would have brought, and where that is known from.

    `changes` come from the base's own log, which begins on `began`; `events` are days before that
    on which its entries record something that happened. `reminders` are those of deadlines.
    """

    changes: int
    events: int
    reminders: int
    began: date | None
    newest: tuple[date, str] | None  # of changes and events: when, and what
    next_due: tuple[date, str] | None  # the nearest deadline to come that it asks for

    @property
    def posts(self) -> int:
        """All but the reminders."""
        return self.changes + self.events


def backtest(desk: Desk, wanted: Filter, days: int = DAYS) -> Backtest:
    """What the filter would have brought in the days up to today."""
    start = desk.today - timedelta(days=days)
    began_at = desk.store.log().began
    began = datetime.fromisoformat(began_at).date() if began_at else None
    changes = _changes(desk, wanted, start, began_at)
    events = _events(desk, wanted, start, began or desk.today)
    return Backtest(
        changes=len(changes),
        events=len(events),
        reminders=_reminders(desk, wanted, start),
        began=began,
        newest=max((*changes, *events), default=None, key=lambda found: found[0]),
        next_due=_next_due(desk, wanted),
    )


def _changes(desk: Desk, wanted: Filter, start: date, began: str) -> list[tuple[date, str]]:
    """The posts for the changes since the base was first built, one channel alone asking."""
    wishes = Wishes.of([(str(wanted), *Wish((_CHANNEL,), after=0))])
    posted: dict[str, Earlier] = {}
    found = []
    for change in desk.store.changes():
        if change.at.isoformat() == began:
            continue  # all that was there at the beginning is no news
        news = news_of(desk, change, bare=True)
        if news is None:
            continue
        heard = Heard({_CHANNEL: posted[news.entry]} if news.entry in posted else {})
        if plan(news, wishes, heard, change.at).at_once:
            posted[news.entry] = Earlier(0, None)
            if change.at.date() >= start:
                found.append((change.at.date(), f"{change.title} ({change.kind})"))
    return found


def _events(desk: Desk, wanted: Filter, start: date, end: date) -> list[tuple[date, str]]:
    """Days before the log on which an entry that is asked for records an event, or was said.

    The record does not tell new from changed, so a filter's `event:` counts only where it asks
    for reminders alone.
    """
    asks = [term for term in wanted.terms if term.key is Key.EVENT]
    if any(not t.negative and set(t.values) == {Event.DEADLINE} for t in asks):
        return []
    anything = wanted.without(Key.EVENT)
    by_day: dict[tuple[str, date], list[Statement]] = defaultdict(list)
    dated = (desk.store.dated(of, start, end) for of in (Property.EVENT, Property.QUOTE))
    for statement in chain.from_iterable(dated):
        exact = statement.on is not None and statement.on.exact
        if exact and statement.rank is not Rank.DEPRECATED and statement.on:
            by_day[statement.subject, statement.on.earliest].append(statement)
    entries = {e.id: e for e in desk.store.entries(sorted({entry for entry, _ in by_day}))}
    return [
        (day, statements[0].text)
        for (entry, day), statements in by_day.items()
        if anything.matches(facts_about(desk, entries[entry], statements, {Event.CHANGED}))
    ]


def _reminders(desk: Desk, wanted: Filter, start: date) -> int:
    """The reminders that would have gone out from a day until today."""
    end = desk.today + timedelta(days=max(AHEAD) + 1)
    return sum(
        start <= due - timedelta(days=ahead) <= desk.today
        for due, _ in _due(desk, wanted, start, end)
        for ahead in AHEAD
    )


def _next_due(desk: Desk, wanted: Filter) -> tuple[date, str] | None:
    start = desk.today + timedelta(days=1)
    return min(_due(desk, wanted, start, None), default=None)


def _due(desk: Desk, wanted: Filter, start: date, end: date | None) -> list[tuple[date, str]]:
    """What is due in a period for certain and is asked for, an entry and day at a time."""
    days = {
        s.on.earliest
        for s in desk.store.dated(Property.DEADLINE, start, end)
        if s.on is not None and s.on.exact
    }
    found = []
    for day in days:
        for entry_id, statements in due_on(desk, day).items():
            entry = desk.store.entry(entry_id)
            assert entry is not None
            if wanted.matches(facts_about(desk, entry, statements, {Event.DEADLINE})):
                found.append((day, statements[0].text))
    return found

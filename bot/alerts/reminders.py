"""Reminders of what is due: 30, 7 and 1 days before, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from bot.alerts.cards import reminder_card
from bot.alerts.facts import Event, facts_about
from bot.alerts.news import News, Turn
from knowledge.desk import Desk
from knowledge.model import Statement
from knowledge.vocabulary import Property, Rank

AHEAD = (30, 7, 1)  # days
FROM = time(8, tzinfo=UTC)  # a day's reminders go out from this hour on
_CATCH_UP = 7  # days whose reminders are made up for when the bot was away


def last_day(now: datetime) -> date:
    """The last day whose reminders may have gone out by a moment."""
    return (now - timedelta(hours=FROM.hour, minutes=FROM.minute)).date()


def reminders(desk: Desk, after: date, upto: date) -> list[News]:
    """The reminders of the days past one, up to another; none of what is due no more."""
    found: dict[tuple[str, date], News] = {}  # of several for one day only the last
    day = max(after, upto - timedelta(days=_CATCH_UP)) + timedelta(days=1)
    while day <= upto:
        for ahead in AHEAD:
            due = day + timedelta(days=ahead)
            if due >= upto:
                found |= {(news.entry, due): news for news in _of_day(desk, due, ahead, upto)}
        day += timedelta(days=1)
    return list(found.values())


def due_on(desk: Desk, due: date) -> dict[str, list[Statement]]:
    """What is due on a day for certain, by entry."""
    found = defaultdict(list)
    for statement in _certain(
        desk.store.dated(Property.DEADLINE, due, due + timedelta(days=1)), due
    ):
        found[statement.subject].append(statement)
    return found


def _certain(statements: Iterable[Statement], due: date) -> list[Statement]:
    return [
        s
        for s in statements
        if s.rank is not Rank.DEPRECATED and s.on and s.on.exact and s.on.earliest == due
    ]


def _of_day(desk: Desk, due: date, ahead: int, today: date) -> list[News]:
    news = []
    for entry_id, statements in due_on(desk, due).items():
        entry = desk.store.entry(entry_id)
        assert entry is not None
        news.append(
            News(
                key=f"deadline:{entry_id}:{due.isoformat()}:{ahead}",
                entry=entry_id,
                turn=Turn.REMINDER,
                facts=facts_about(desk, entry, statements, {Event.DEADLINE}),
                reply=reminder_card(desk, entry, statements, due, today),
                since=datetime.combine(due - timedelta(days=ahead), FROM),
            )
        )
    return news

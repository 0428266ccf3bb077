"""Posts that were given up."""

from __future__ import annotations

from datetime import timedelta

from bot.alerts.dead import DeadLetter, dead_letters, replay
from bot.database import Database
from tests.bot.alerts.owing import NOW, announce, change, owed_to, places, rows, states, written

LATER = NOW + timedelta(days=5)


async def test_the_dead_are_listed_the_newest_first_with_the_last_word_on_them(
    database: Database,
) -> None:
    one, other = places(2)
    ids = await owed_to(database, one, other)
    await change(database, 1, state="dead", code="200000", attempts=3, settled_at=LATER)
    unreadable = await written(database, "{}")
    await announce(database, ids[1:], "change:9")
    await change(database, 3, state="dead", code="unreadable", announcement_id=unreadable)
    newest, oldest = await dead_letters(database)
    assert oldest == DeadLetter(
        id=1,
        channel=one,
        headline="Vega 5 may be released.",
        code="200000",
        attempts=3,
        made_at=NOW,
        given_up_at=LATER,
    )
    assert (newest.id, newest.channel, newest.code) == (3, other, "unreadable")
    assert newest.headline == "(what it says cannot be read)"


async def test_some_or_all_are_owed_again_as_if_they_were_new(database: Database) -> None:
    await owed_to(database, *places(4))
    for delivery in (1, 2, 3):
        await change(database, delivery, state="dead", code="500", attempts=12, plain=True)
    assert await replay(database, [2, 4, 99], LATER) == 1
    assert await states(database) == ["dead", "owed", "dead", "owed"]
    row = (await rows(database))[1]
    assert (row.due, row.made_at, row.attempts, row.plain) == (LATER, LATER, 0, False)
    assert (row.code, row.settled_at) == (None, None)
    assert await replay(database, None, LATER) == 2
    assert await replay(database, None, LATER) == 0
    assert await dead_letters(database) == []

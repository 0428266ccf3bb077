"""The courier: what is owed goes out once, in order, at the platform's pace, whatever happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.alerts import outbox
from bot.alerts.courier import Courier
from bot.alerts.limits import Limit, Limits
from bot.alerts.terms import Terms
from bot.database import Database
from bot.model import (
    Ambiguous,
    Delivery,
    Failed,
    Outcome,
)
from bot.reply import Note
from tests.bot.alerts.owing import (
    NOW,
    change,
    owed_to,
    places,
    rows,
    states,
    written,
)
from tests.bot.alerts.platforms import (
    FREE,
    FakeChat,
    FakeClock,
    courier_for,
    first_then,
    landed,
    turns,
)


async def test_what_is_owed_goes_out_once_with_its_number(
    database: Database, clock: FakeClock
) -> None:
    refs = [*places(3), *places(2, "slack")]
    await owed_to(database, *refs, posts=2)
    discord, slack = FakeChat(clock), FakeChat(clock, "slack")
    await turns(courier_for(database, clock, discord, slack), clock, 3)
    assert [(p.channel, p.numbered.blocks[-1]) for _, p in slack.posts] == [
        (ref, Note((f"Alert {number} in this channel",))) for number in (1, 2) for ref in refs[3:]
    ]
    ids = {post.id for _, post in (*discord.posts, *slack.posts)}
    assert len(ids) == 10
    assert set(await states(database)) == {"sent"}
    assert (await rows(database))[0].remote == "M0"


async def test_a_platform_without_an_adapter_is_left_alone(
    database: Database, clock: FakeClock
) -> None:
    await owed_to(database, *places(1, "slack"))
    await turns(courier_for(database, clock, FakeChat(clock)), clock)
    assert await states(database) == ["owed"]


async def test_the_key_of_a_delivery_is_the_same_after_a_restart(
    database: Database, clock: FakeClock
) -> None:
    await owed_to(database, *places(1))
    chat = FakeChat(clock)
    first_then(Failed("500"), chat)
    await turns(courier_for(database, clock, chat), clock)
    clock.time += 10
    await turns(courier_for(database, clock, chat), clock)
    first, second = chat.tried
    assert first.id == second.id
    assert await states(database) == ["sent"]


@pytest.mark.parametrize("stored", [True, False])
async def test_a_try_whose_end_is_not_known_is_looked_for_before_the_next(
    database: Database, clock: FakeClock, stored: bool
) -> None:
    await owed_to(database, *places(1))
    chat = FakeChat(clock)

    def lose_the_answer(delivery: Delivery) -> Outcome | None:
        if len(chat.tried) > 1:
            return None
        if stored:
            chat.store(delivery)
        return Ambiguous("disconnect")

    chat.script = lose_the_answer
    courier = courier_for(database, clock, chat)
    await turns(courier, clock)
    assert (await rows(database))[0].attempted_at == NOW
    clock.time += 30
    await turns(courier, clock)
    assert [tried.attempted_at for tried in chat.tried] == [None, NOW]
    assert len(chat.posts) == 1
    assert await states(database) == ["sent"]


async def test_a_process_that_died_leaves_its_posts_to_the_next(
    database: Database, clock: FakeClock
) -> None:
    await owed_to(database, *places(2))
    async with database.transaction() as connection:
        lease = timedelta(seconds=60)
        await outbox.claim(connection, "discord", "the dead", NOW, lease=lease, room=10)
    chat = FakeChat(clock)
    courier = courier_for(database, clock, chat)
    await turns(courier, clock)
    assert chat.tried == []
    clock.time += 61
    await turns(courier, clock)
    assert [tried.attempted_at for tried in chat.tried] == [NOW, NOW]
    assert await states(database) == ["sent"] * 2


async def test_after_a_failure_it_is_tried_again_before_the_channels_next_post(
    database: Database, clock: FakeClock
) -> None:
    await owed_to(database, *places(1), posts=2)
    chat = FakeChat(clock)
    first_then(Failed("502"), chat)
    courier = courier_for(database, clock, chat)
    await turns(courier, clock)
    assert (len(chat.tried), await states(database)) == (1, ["owed", "owed"])
    for _ in range(2):
        clock.time += 3
        await turns(courier, clock)
    assert [delivery.id.rpartition("-")[2] for delivery in chat.tried] == ["1", "1", "2"]


async def test_an_edit_and_a_line_go_to_the_post_that_they_follow(
    database: Database, clock: FakeClock
) -> None:
    await owed_to(database, *places(1), posts=3)
    await change(database, 2, form="edit", follows=1, number=None)
    await change(database, 3, form="line", follows=1, number=None)
    chat = FakeChat(clock)
    await turns(courier_for(database, clock, chat), clock, 4)
    assert [(d.edits, d.thread) for d in chat.tried] == [(None, None), ("M0", None), (None, "M0")]
    assert chat.tried[2].reply.headline == "It changed."


async def test_a_letter_that_cannot_be_read_is_given_up_and_the_next_goes_out(
    database: Database, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    await owed_to(database, *places(1), posts=2)
    broken = await written(database, '{"is": "Nothing"}')
    await change(database, 1, announcement_id=broken)
    chat = FakeChat(clock)
    await turns(courier_for(database, clock, chat), clock, 3)
    assert await states(database) == ["dead", "sent"]
    assert "cannot be read" in caplog.text


async def test_a_fault_of_an_adapter_costs_a_try_and_no_post(
    database: Database, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    await owed_to(database, *places(1))
    chat = FakeChat(clock)

    def break_once(_: Delivery) -> Outcome | None:
        if len(chat.tried) == 1:
            raise ZeroDivisionError
        return None

    chat.script = break_once
    courier = courier_for(database, clock, chat)
    await turns(courier, clock)
    assert (await rows(database))[0].code == "fault"
    clock.time += 15
    await turns(courier, clock)
    assert await states(database) == ["sent"]
    assert "by a fault of ours" in caplog.text


async def test_when_the_machine_slept_longer_than_the_lease_nothing_is_posted(
    database: Database, clock: FakeClock
) -> None:
    await owed_to(database, *places(2))
    chat = FakeChat(clock)
    terms = Terms(limits={"discord": Limits(platform=Limit(1, 0.5))})
    courier = courier_for(database, clock, chat, terms=terms)
    await courier.turn()
    clock.time += 45  # of 60 seconds' lease, of which a post may take 20
    await landed(courier, clock)
    assert chat.tried == []
    await turns(courier, clock, 3)
    assert set(await states(database)) == {"sent"}


class Cut:
    """A database whose next transactions fail before they are written."""

    def __init__(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left = 0
        self._write_down: Callable[..., Any] = outbox.write_down
        monkeypatch.setattr(outbox, "write_down", self.write_down)

    async def write_down(self, *given: Any) -> None:
        await self._write_down(*given)
        if self.left:
            self.left -= 1
            raise OSError("the connection is gone")


async def test_what_could_not_be_written_down_is_written_down_later(
    database: Database, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await owed_to(database, *places(2))
    chat, cut = FakeChat(clock), Cut(database, monkeypatch)
    terms = replace(FREE, idle=0.0)
    sleepless = replace(clock.clock(), sleep=_no_sleep)
    courier = Courier(database, {"discord": chat}, terms=terms, clock=sleepless)
    await courier.turn()
    await courier.landed()
    cut.left = 3
    for _ in range(3):
        await courier.turn()
        assert await states(database) == ["claimed"] * 2
    await courier.turn()
    assert await states(database) == ["sent"] * 2
    assert len(chat.tried) == 2


async def _no_sleep(_: float) -> None:
    """Time stands still."""

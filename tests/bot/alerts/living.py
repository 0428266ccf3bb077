"""A small world to test alerts in: entries that are edited, channels that ask, posts that come."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import select, update

from bot.alerts import subscriptions
from bot.alerts.filters import parse_filter
from bot.alerts.relay import Relay
from bot.alerts.subscriptions import Actor, Subscription, Wanted
from bot.alerts.tables import announcements, channels, deliveries
from bot.database import Database
from bot.model import Adapter, ChannelRef, Delivery, Invocation, Office, Outcome, Person, Sent
from bot.plain import plain_text
from bot.reply import Choice, Reply
from bot.router import Router, load_commands
from bot.written import from_json
from knowledge.desk import Desk
from knowledge.ingest import ingest_folder
from knowledge.names import Names
from knowledge.store import Store

T = TypeVar("T")
START = datetime(2026, 11, 2, 12, tzinfo=UTC)
HERE = ChannelRef("discord", "g1", "c1")
THERE = ChannelRef("slack", "t2", "c2")
ADA = Person(id="u1", name="Ada Wick", manages=True)
ROUTER = Router(load_commands())
VEGA = "models/vega-5.1.toml"
LETTER = "directives/us-trade-letter-2026-08-03.toml"
SB990 = "directives/us-ca-sb990.toml"
BOB = Person(id="u2", name="Bob", manages=False)

# Edits of Vega 5.1: of its status, of what is worth a line, of nothing but words.
STATUS = (
    'value = "generally-available"\nfrom = "2026-09-14"',
    'value = "withheld"\nfrom = "2026-09-14"',
)
VALUE = ("350,000 tokens", "360,000 tokens")
TYPO = ("makes Vega 5.1.", "is the maker of Vega 5.1.")


class FakeChat:
    """A chat that takes every post, unless something hinders it."""

    def __init__(self, platform: str) -> None:
        self.platform = platform
        self.hindered: str | None = None

    async def run(self) -> None:
        """Nothing connects."""

    async def stop(self) -> None:
        """Nothing disconnects."""

    async def post(self, delivery: Delivery) -> Outcome:
        return Sent(f"m{delivery.id}")

    async def tell(self, person: ChannelRef, reply: Reply) -> Outcome:
        return Sent("")

    def address(self, channel: ChannelRef) -> str:
        return f"https://{self.platform}.example/{channel.tenant}/{channel.channel}"

    async def hindrance(self, channel: ChannelRef) -> str | None:
        return self.hindered


@dataclass
class World:
    """The entries in a folder, the bot on them, and a clock that moves when it is told to."""

    folder: Path
    store: Store
    database: Database
    now: datetime = START
    chats: dict[str, FakeChat] = field(
        default_factory=lambda: {name: FakeChat(name) for name in ("discord", "slack")}
    )
    woken: int = 0
    told: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self._desk = self._new_desk()
        adapters: dict[str, Adapter] = dict(self.chats)
        self.office = Office(
            read=self._read, database=self.database, adapters=adapters, now=lambda: self.now
        )
        self.relay = self.a_relay()

    def a_relay(self) -> Relay:
        """One more relay, as after a restart."""
        return Relay(self.office, self.renew, self.folder, self._wake)

    async def renew(self) -> None:
        """Bring the entries in as they are now."""
        done = ingest_folder(self.store, self.folder, self.now)
        assert not done.problems
        self._desk = self._new_desk()

    async def step(self, **later: float) -> int:
        """Let time pass, and the relay look."""
        self.now += timedelta(**later)
        return await self.relay.step(self.now)

    def edit(self, path: str, old: str, new: str) -> None:
        """Put one text in the place of another in an entry's file."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def add(self, name: str) -> str:
        """Add a directive like the letter of the Trade Office; returns its file."""
        path = f"directives/us-{name}.toml"
        text = (self.folder / LETTER).read_text(encoding="utf-8")
        for old, new in (
            ("us-trade-letter-2026-08-03", f"us-{name}"),
            ("Trade Office letter", f"Letter {name}"),
            ("letter of 3 August 2026", f"paper {name}"),
            ("Vega letter", f"Vega paper {name}"),
        ):
            text = text.replace(old, new)
        (self.folder / path).write_text(text, encoding="utf-8")
        return path

    def add_many(self, new: int, start: int = 0) -> None:
        """Add so many directives."""
        for number in range(start, start + new):
            self.add(f"port-{number}")

    def remove(self, path: str) -> None:
        """Take an entry's file away."""
        (self.folder / path).unlink()

    async def asks(
        self, text: str, where: ChannelRef = HERE, digest: str = "", zone: str = "UTC"
    ) -> Subscription:
        """A channel subscribes, and the relay has looked at all that came before."""
        await self.relay.step(self.now)
        wanted = Wanted(filter=str(parse_filter(text, self._desk.names)), digest=digest, zone=zone)
        act = Actor(channel=where, person=ADA, now=self.now)
        made, _ = await subscriptions.subscribe(self.database, act, wanted, self.store.log())
        return made

    async def says(
        self,
        line: Invocation | str,
        where: ChannelRef = HERE,
        person: Person = ADA,
        options: Mapping[str, str] | None = None,
        **given: str,
    ) -> Reply:
        """The reply to a command in a channel; `options` are those that Python has words for."""
        if isinstance(line, str):
            line = Invocation(command=line, arguments={**(options or {}), **given})
        return await ROUTER.answer(self.office, replace(line, channel=where, person=person))

    async def presses(
        self, choice: Choice, where: ChannelRef = HERE, person: Person = ADA
    ) -> Reply:
        """The reply to a button."""
        given = Invocation(command=choice.command, arguments=dict(choice.arguments))
        return await self.says(given, where, person)

    async def deliver(self, state: str = "sent", **values: Any) -> None:
        """Settle all that is owed, as the courier does."""
        async with self.database.transaction() as connection:
            owed = (await connection.execute(select(deliveries.c.id).where(_owed))).all()
            for row in owed:
                changed = {"state": state, "settled_at": self.now, "attempted_at": self.now}
                remote = f"m{row.id}" if state == "sent" else None
                await connection.execute(
                    update(deliveries)
                    .where(deliveries.c.id == row.id)
                    .values(**(changed | {"remote": remote} | values))
                )

    async def owed(self, where: ChannelRef = HERE, state: str = "owed") -> list[str]:
        """What is owed to a channel: the form of each delivery and its headline."""
        return [f"{row.form}: {_told(row).headline}" for row in await self._rows(where, state)]

    async def cards(self, where: ChannelRef = HERE, state: str = "owed") -> list[Reply]:
        """The replies that are owed to a channel."""
        return [_told(row) for row in await self._rows(where, state)]

    async def numbers(self, where: ChannelRef = HERE) -> list[int]:
        """The running numbers of a channel's posts."""
        rows = await self._rows(where, None)
        return [row.number for row in rows if row.number is not None]

    async def _rows(self, where: ChannelRef, state: str | None) -> list[Any]:
        query = (
            select(deliveries, announcements.c.reply, announcements.c.line)
            .join(announcements, announcements.c.id == deliveries.c.announcement_id)
            .join(channels, channels.c.id == deliveries.c.channel_id)
            .where(
                channels.c.platform == where.platform,
                channels.c.tenant == where.tenant,
                channels.c.channel == where.channel,
            )
            .order_by(deliveries.c.id)
        )
        if state is not None:
            query = query.where(deliveries.c.state == state)
        async with self.database.transaction() as connection:
            return list((await connection.execute(query)).all())

    async def _read(self, look_up: Callable[[Desk], T]) -> T:
        return look_up(replace(self._desk, today=self.now.date()))

    def _new_desk(self) -> Desk:
        return Desk(self.store, Names(self.store), self.now.date())

    def _wake(self) -> None:
        self.woken += 1
        self.told.set()


_owed = deliveries.c.state == "owed"


def _told(row: Any) -> Reply:
    return from_json(row.line if row.form == "line" else row.reply)


async def subscribe(world: World, asked: str, where: ChannelRef = HERE, **given: str) -> Reply:
    """The reply to a subscription that is confirmed at once."""
    return await world.says("subscribe", where, options=given, filter=asked, confirmed="yes")


def words(reply: Reply) -> str:
    """A reply as plain text, with what all in the channel read."""
    public = f"\n[to all] {plain_text(reply.notice)}" if reply.notice else ""
    return plain_text(reply) + public


def offered(reply: Reply, label: str) -> Choice:
    """The button of that label, wherever it stands."""
    found = [choice for block in reply.blocks for choice in getattr(block, "items", ())]
    found += [*reply.actions, *(reply.notice.actions if reply.notice else ())]
    return next(one for one in found if isinstance(one, Choice) and one.label == label)

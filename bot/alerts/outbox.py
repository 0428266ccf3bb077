"""Posts that are owed: claimed for a while by one process, and settled when their end is known.

Every function works inside a transaction of the caller's. Where several processes share a
database, rows that another one has in hand are skipped, never waited for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Select,
    Text,
    Update,
    and_,
    any_,
    bindparam,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.failures import Owed, Settlement
from bot.alerts.tables import announcements, channels, deliveries
from bot.model import ChannelRef
from bot.tables import properties

_AT_ONCE = 10_000  # ids in one statement
_LOOKS = 3  # at what is owed, where one channel may have much of it
# Keeps PostgreSQL, for this transaction, from going through all that is owed to find a few of it,
# which it does as long as it has not counted the table.
_DETOURS = ("sort", "bitmapscan", "seqscan", "hashjoin", "mergejoin")
_WALK = select(*(func.set_config(f"enable_{way}", "off", True) for way in _DETOURS))
_CLAIMED = ("id", "announcement_id", "channel_id", "form", "number", "plain", "attempts")
_SETTLED = ("state", "due", "attempts", "attempted_at", "plain", "code", "remote", "settled_at")
_followed = deliveries.alias("followed")


async def instance(connection: AsyncConnection) -> str:
    """What parts the keys of this database from those of any other."""
    found = await connection.scalar(
        select(properties.c.value).where(properties.c.name == "instance")
    )
    return str(found)


async def claim(  # noqa: PLR0913 (each is another thing)
    connection: AsyncConnection,
    platform: str,
    owner: str,
    now: datetime,
    *,
    lease: timedelta,
    room: int,
) -> tuple[list[Owed], bool]:
    """Take what is owed and due on a platform, the longest due first, one a channel.

    A channel gets its posts one after another: none is taken while one is in flight. The second
    value tells whether that was all there was to take.

    The look is kept so plain that the database can walk along the index, and parts the channels
    here: a query that did all itself took PostgreSQL minutes while the table was new to it.
    """
    if connection.dialect.name == "postgresql":
        await connection.execute(_WALK)
    busy = await _in_flight(connection)
    first: dict[int, Any] = {}
    all_seen = False
    for _ in range(_LOOKS):
        others = ~_among(connection, deliveries.c.channel_id, busy | first.keys())
        look = _claimable(platform, now, others, room - len(first))
        rows = (await connection.execute(look)).all()
        all_seen = len(rows) < room - len(first)
        for row in rows:
            first.setdefault(row.channel_id, row)
        if all_seen or len(first) == room:
            break
    free = await _locked(connection, list(first.values()))
    if not free:
        return [], all_seen
    await connection.execute(
        update(deliveries)
        .where(_among(connection, deliveries.c.id, [row.id for row in free]))
        .values(
            state="claimed",
            owner=owner,
            lease_until=now + lease,
            attempts=deliveries.c.attempts + 1,
            attempted_at=func.coalesce(deliveries.c.attempted_at, now),
        )
    )
    return [_owed(row, now, now + lease) for row in free], all_seen


def _claimable(platform: str, now: datetime, others: ColumnElement[bool], room: int) -> Select[Any]:
    return (
        select(
            *(deliveries.c[name] for name in (*_CLAIMED, "attempted_at", "made_at")),
            func.coalesce(deliveries.c.target, _followed.c.remote).label("aim"),
            channels.c.platform,
            channels.c.tenant,
            channels.c.channel,
            channels.c.since,
        )
        .join(channels, channels.c.id == deliveries.c.channel_id)
        .outerjoin(_followed, _followed.c.id == deliveries.c.follows)
        .where(
            deliveries.c.state == "owed",
            deliveries.c.due <= now,
            others,
            channels.c.state == "open",
            channels.c.platform == platform,
            or_(
                deliveries.c.form == "post",
                deliveries.c.target.is_not(None),
                _followed.c.state == "sent",
            ),
        )
        .order_by(deliveries.c.due, deliveries.c.id)
        .limit(room)
        .with_for_update(skip_locked=True, of=deliveries)
    )


async def _in_flight(connection: AsyncConnection) -> set[int]:
    """The channels to which something is on its way."""
    claimed = select(deliveries.c.channel_id).where(deliveries.c.state == "claimed")
    return set((await connection.scalars(claimed)).all())


async def _locked(connection: AsyncConnection, rows: list[Any]) -> list[Any]:
    """Those whose channel no other process has in hand, and now none can take; SQLite needs none.

    Whoever had a channel before us may have claimed for it since we looked, and parking waits
    for its lock.
    """
    if not rows or connection.dialect.name == "sqlite":
        return rows
    wanted = select(channels.c.id).where(
        _among(connection, channels.c.id, [row.channel_id for row in rows]),
        channels.c.state == "open",
    )
    ours = set((await connection.scalars(wanted.with_for_update(skip_locked=True))).all())
    ours -= await _in_flight(connection)
    standing = await connection.execute(
        select(deliveries.c.id, deliveries.c.state).where(
            _among(connection, deliveries.c.id, [row.id for row in rows])
        )
    )
    owed = {row.id for row in standing if row.state == "owed"}
    return [row for row in rows if row.channel_id in ours and row.id in owed]


def _owed(row: Any, now: datetime, lease_until: datetime) -> Owed:
    return Owed(
        id=row.id,
        channel_id=row.channel_id,
        channel=ChannelRef(row.platform, row.tenant, row.channel),
        announcement_id=row.announcement_id,
        form=row.form,
        number=row.number,
        target=row.aim,
        plain=row.plain,
        attempts=row.attempts + 1,
        attempted_at=row.attempted_at,
        claimed_at=now,
        lease_until=lease_until,
        since=max(row.made_at, row.since) if row.since else row.made_at,
    )


async def write_down(
    connection: AsyncConnection, owner: str, settlements: Iterable[Settlement], now: datetime
) -> None:
    """Settle claimed deliveries, unless the lease has run out and another one has them."""
    sent, others = [], []
    for one in settlements:
        if one.state == "sent":
            sent.append({"row": one.id, "at": one.remote})
        else:
            others.append(
                {"row": one.id} | {f"new_{name}": getattr(one, name) for name in _SETTLED}
            )
    ours = and_(deliveries.c.id == bindparam("row"), deliveries.c.owner == owner)
    given_up = {"owner": None, "lease_until": None}
    if sent:  # nearly all, and many at once: what is the same for all is written into the statement
        done = {"state": "sent", "attempted_at": None, "code": None, "settled_at": now}
        statement = (
            update(deliveries).where(ours).values(remote=bindparam("at"), **done, **given_up)
        )
        await connection.execute(statement, sent)
    if others:
        new: dict[str, Any] = {name: bindparam(f"new_{name}") for name in _SETTLED}
        await connection.execute(update(deliveries).where(ours).values(**new, **given_up), others)
    dead = [one["row"] for one in others if one["new_state"] == "dead"]
    if dead:  # what would edit such a post, or stand under it, has nothing to go to
        await connection.execute(
            update(deliveries)
            .where(
                deliveries.c.follows.in_(dead),
                deliveries.c.form != "post",
                deliveries.c.state.in_(("owed", "parked")),
            )
            .values(state="dropped", code="nothing-to-follow", settled_at=now)
        )


def _sent_at_once(sent: list[dict[str, Any]], owner: str) -> Update:
    """One statement for all, which costs PostgreSQL a third of one for each."""
    ids = literal([one["row"] for one in sent], ARRAY(BigInteger))
    places = literal([one["at"] for one in sent], ARRAY(Text))
    told = func.unnest(ids, places).table_valued("row", "at", name="told")
    return (
        update(deliveries)
        .where(deliveries.c.id == told.c.row, deliveries.c.owner == owner)
        .values(remote=told.c.at)
    )


def _among(
    connection: AsyncConnection, column: ColumnElement[int], ids: Collection[int]
) -> ColumnElement[bool]:
    """Whether a column is one of many; as one parameter where the database takes it so."""
    if connection.dialect.name == "postgresql":
        return column == any_(literal(list(ids), ARRAY(BigInteger)))
    return column.in_(ids)


async def put_off(connection: AsyncConnection, channel: int, until: datetime) -> None:
    """Nothing of what is owed to the channel is due before then."""
    await connection.execute(
        update(deliveries)
        .where(
            deliveries.c.channel_id == channel,
            deliveries.c.state == "owed",
            deliveries.c.due < until,
        )
        .values(due=until)
    )


async def letters(
    connection: AsyncConnection, ids: Iterable[int]
) -> dict[int, tuple[str, str | None]]:
    """What announcements say: the JSON of the post, and of the line under an earlier one."""
    rows = await connection.execute(
        select(announcements.c.id, announcements.c.reply, announcements.c.line).where(
            announcements.c.id.in_(list(ids))
        )
    )
    return {row.id: (row.reply, row.line) for row in rows}


async def tidy(connection: AsyncConnection, now: datetime) -> None:
    """Take back what a process that died had claimed, and hold what cannot go out.

    `attempted_at` stays with what is taken back: how its try ended is not known.
    """
    ended = and_(deliveries.c.state == "claimed", deliveries.c.lease_until <= now)
    await _change(connection, ended, state="owed", owner=None, lease_until=None)
    shut = await connection.scalars(select(channels.c.id).where(channels.c.state != "open"))
    ids = shut.all()
    for start in range(0, len(ids), _AT_ONCE):
        theirs = _among(connection, deliveries.c.channel_id, ids[start : start + _AT_ONCE])
        await _change(connection, and_(theirs, deliveries.c.state == "owed"), state="parked")


async def _change(
    connection: AsyncConnection, which: ColumnElement[bool], **values: object
) -> None:
    """Change rows, but for those that another process has in hand."""
    found = select(deliveries.c.id).where(which).with_for_update(skip_locked=True)
    ids = (await connection.scalars(found)).all()
    for start in range(0, len(ids), _AT_ONCE):
        some = _among(connection, deliveries.c.id, ids[start : start + _AT_ONCE])
        await connection.execute(update(deliveries).where(some).values(**values))


async def depth(connection: AsyncConnection) -> dict[str, int]:
    """How many deliveries there are in each state."""
    rows = await connection.execute(
        select(deliveries.c.state, func.count()).group_by(deliveries.c.state)
    )
    return {row[0]: row[1] for row in rows}

"""Posts that are owed: claimed for a while by one process, and settled when their end is known.

Every function works inside a transaction of the caller's. Where several processes share a
database, rows that another one has in hand are skipped, never waited for.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    Text,
    Update,
    and_,
    any_,
    bindparam,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.failures import Owed, Settlement
from bot.alerts.tables import SHUT, announcements, channels, deliveries
from bot.model import ChannelRef
from bot.tables import properties

_AT_ONCE = 10_000  # ids in one statement
_LOOKS = 3  # at what is owed, where one channel may have much of it
# Keeps PostgreSQL, for this transaction, from going through all that is owed to find a few of it,
# which it does as long as it has not counted the table.
_DETOURS = ("sort", "bitmapscan", "seqscan", "hashjoin", "mergejoin")
_WALK = select(*(func.set_config(f"enable_{way}", "off", True) for way in _DETOURS))
_SETTLED = ("state", "due", "attempts", "attempted_at", "plain", "code", "remote", "settled_at")
_GIVEN_UP: dict[str, Any] = {"owner": None, "lease_until": None}
_followed = deliveries.alias("followed")
_other = deliveries.alias("other")


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
    here: a query that did all itself took PostgreSQL minutes while the table was new to it. It
    locks what it sees, the channels with it, since parking waits for a channel's lock.
    """
    if connection.dialect.name == "postgresql":
        await connection.execute(_WALK)
    first: dict[int, Any] = {}
    all_seen = False
    for _ in range(_LOOKS):
        others = ~_among(connection, deliveries.c.channel_id, first) if first else true()
        look = _claimable(platform, now, others, room - len(first))
        rows = (await connection.execute(look)).all()
        all_seen = len(rows) < room - len(first)
        for row in rows:
            first.setdefault(row.channel_id, row)
        if all_seen or len(first) == room:
            break
    if not first:
        return [], all_seen
    seen = _among(connection, deliveries.c.id, [row.id for row in first.values()])
    # Whoever had a channel in hand while we looked may have claimed for it since; now it is ours.
    taken = await connection.execute(
        update(deliveries)
        .where(seen, _idle_channel())
        .values(
            state="claimed",
            owner=owner,
            lease_until=now + lease,
            attempts=deliveries.c.attempts + 1,
            attempted_at=func.coalesce(deliveries.c.attempted_at, now),
        )
    )
    rows = first.values()
    if taken.rowcount < len(rows):
        ours = select(deliveries.c.id).where(seen, deliveries.c.owner == owner)
        free = set((await connection.scalars(ours)).all())
        rows = [row for row in rows if row.id in free]
    return [_owed(row, now, now + lease) for row in rows], all_seen


def _claimable(platform: str, now: datetime, others: ColumnElement[bool], room: int) -> Select[Any]:
    made_at, opened_at = deliveries.c.made_at, channels.c.since
    return (
        select(  # in the order of `Owed`
            deliveries.c.id,
            deliveries.c.channel_id,
            channels.c.platform,
            channels.c.tenant,
            channels.c.channel,
            deliveries.c.announcement_id,
            deliveries.c.form,
            deliveries.c.number,
            func.coalesce(deliveries.c.target, _followed.c.remote),
            deliveries.c.plain,
            deliveries.c.attempts + 1,
            deliveries.c.attempted_at,
            case((opened_at > made_at, opened_at), else_=made_at),
        )
        .join(channels, channels.c.id == deliveries.c.channel_id)
        .outerjoin(_followed, _followed.c.id == deliveries.c.follows)
        .where(
            deliveries.c.state == "owed",
            deliveries.c.due <= now,
            _idle_channel(),
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
        .with_for_update(skip_locked=True, of=(deliveries, channels))
    )


def _idle_channel() -> ColumnElement[bool]:
    """Whether nothing is on its way to the delivery's channel; the list is made once."""
    on_its_way = select(_other.c.channel_id).where(_other.c.state == "claimed")
    return deliveries.c.channel_id.not_in(on_its_way)


def _owed(row: Any, now: datetime, lease_until: datetime) -> Owed:
    number, channel, platform, tenant, name, *owed, since = row
    place = ChannelRef(platform, tenant, name)
    return Owed._make((number, channel, place, *owed, now, lease_until, since))


async def write_down(
    connection: AsyncConnection, owner: str, settlements: Iterable[Settlement], now: datetime
) -> None:
    """Settle claimed deliveries, unless the lease has run out and another one has them."""
    sent: list[Settlement] = []
    others: list[dict[str, Any]] = []
    for one in settlements:
        if one.state == "sent":
            sent.append(one)
        else:
            others.append(
                {"row": one.id} | {f"new_{name}": getattr(one, name) for name in _SETTLED}
            )
    if sent:  # nearly all, and many at once
        await connection.execute(_sent_at_once(connection, sent, owner, now))
    if others:
        ours = and_(deliveries.c.id == bindparam("row"), deliveries.c.owner == owner)
        new: dict[str, Any] = {name: bindparam(f"new_{name}") for name in _SETTLED}
        await connection.execute(update(deliveries).where(ours).values(**new, **_GIVEN_UP), others)
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


def _sent_at_once(
    connection: AsyncConnection, sent: list[Settlement], owner: str, now: datetime
) -> Update:
    """One statement for all, which costs a third of one for each."""
    if connection.dialect.name == "postgresql":
        ids = literal([one.id for one in sent], ARRAY(BigInteger))
        places = literal([one.remote for one in sent], ARRAY(Text))
        told: Any = func.unnest(ids, places).table_valued("id", "remote").render_derived("told")
        row, remote = told.c.id, told.c.remote
    else:
        pairs = literal(json.dumps({str(one.id): one.remote for one in sent}), Text)
        told = func.json_each(pairs).table_valued("key", "value", name="told")
        row, remote = cast(told.c.key, Integer), told.c.value
    return (
        update(deliveries)
        .where(deliveries.c.id == row, deliveries.c.owner == owner)
        .values(
            state="sent", remote=remote, attempted_at=None, code=None, settled_at=now, **_GIVEN_UP
        )
    )


def _among(
    connection: AsyncConnection, column: ColumnElement[int], ids: Collection[int]
) -> ColumnElement[bool]:
    """Whether a column is one of many, as one parameter."""
    if connection.dialect.name == "postgresql":
        return column == any_(literal(list(ids), ARRAY(BigInteger)))
    listed = func.json_each(literal(json.dumps(list(ids)), Text)).table_valued("value")
    return column.in_(select(listed.c.value))


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
    shut = await connection.scalars(select(channels.c.id).where(SHUT))
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

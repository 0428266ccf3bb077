"""The tables of alerts: channels, their subscriptions, what is announced, and what is owed.

Whoever finds something to tell writes, in one transaction, an announcement, its deliveries and how
far he has read; whatever is then owed and due goes out by itself.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
)

from bot.tables import Moment, metadata

# SQLite counts up only what it calls INTEGER; PostgreSQL has room for more in BIGINT.
_ID = BigInteger().with_variant(Integer, "sqlite")

channels = Table(
    "channels",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("platform", String(20), nullable=False),
    Column("tenant", String(80), nullable=False),
    Column("channel", String(80), nullable=False),
    # open, parked (its people have to do something), or lost (the bot was removed from the tenant)
    Column("state", String(10), nullable=False, server_default="open"),
    Column("code", String(80)),  # the platform's own word for why it is not open
    Column("reason", Text),
    Column("since", Moment),  # when it came into that state
    Column("told", Boolean, nullable=False, server_default="0"),  # its people know of it
    Column("posts", Integer, nullable=False, server_default="0"),  # the last running number
    UniqueConstraint("platform", "tenant", "channel"),
)

# Few are shut, and they are looked for often; the index is used where this very condition stands.
SHUT = channels.c.state != literal_column("'open'")
Index("channels_shut", channels.c.state, sqlite_where=SHUT, postgresql_where=SHUT)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("channel_id", ForeignKey("channels.id"), nullable=False, index=True),
    Column("filter", Text, nullable=False),  # as `filters` prints it; empty is everything
    Column("digest", String(40), nullable=False, server_default=""),  # empty: at once
    Column("zone", String(60), nullable=False, server_default="UTC"),
    Column("after", _ID, nullable=False),  # the newest change when it was made
    Column("made_by", String(80), nullable=False),
    Column("made_by_name", String(120), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("paused_at", Moment),
    Column("paused_until", Moment),  # none: until somebody resumes it
    Column("ended_at", Moment),
)

mutes = Table(
    "mutes",
    metadata,
    Column("channel_id", ForeignKey("channels.id"), primary_key=True),
    Column("entry", String(120), primary_key=True),
)

announcements = Table(
    "announcements",
    metadata,
    Column("id", _ID, primary_key=True),
    # what it tells, once for all: change:17, deadline:eu-ai-act:2026-12-02:7, digest:4:2026-11-21
    Column("key", String(200), nullable=False, unique=True),
    Column("entry", String(120), index=True),  # none: it tells several, or is about no entry
    Column("sequence", _ID),  # of the change that it tells
    Column("reply", Text, nullable=False),  # JSON of the post
    Column("line", Text),  # JSON of the line under an earlier post, where that is edited
    Column("at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("announcement_id", ForeignKey("announcements.id"), nullable=False),
    Column("channel_id", ForeignKey("channels.id"), nullable=False),
    Column("form", String(10), nullable=False, server_default="post"),  # post, edit or line
    # of a post: the channel's running number, given by the relay when the post becomes owed, so
    # that one which never comes leaves a gap
    Column("number", Integer),
    # gathered (waits for a digest or a roll-up), folded (went out in the one that it follows),
    # owed, claimed (by `owner`), sent, parked (while its channel is not open), dead (given up),
    # dropped (overtaken, nothing was lost)
    Column("state", String(10), nullable=False, server_default="owed"),
    Column("due", Moment, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("attempted_at", Moment),  # of a try whose end is not known
    Column("owner", String(60)),
    Column("lease_until", Moment),
    # the delivery that it edits, answers or went out in; an edit or a line waits until that one is
    # sent (its `remote` is then the target), and is dropped where that one never will be
    Column("follows", _ID),
    Column("target", String(120)),  # the platform's id of the post that is edited or answered
    Column("remote", String(120)),  # the platform's id of the post that was made
    Column("plain", Boolean, nullable=False, server_default="0"),
    Column("code", String(80)),  # of the last failure
    Column("settled_at", Moment),
    UniqueConstraint("announcement_id", "channel_id", "form"),
    Index("deliveries_due", "state", "due", "id"),
    Index("deliveries_channel", "channel_id", "state", "due"),
    sqlite_autoincrement=True,
)

# Few have one, and rows without cost nothing this way.
_follows = deliveries.c.follows.is_not(None)
Index(
    "deliveries_follows",
    deliveries.c.follows,
    sqlite_where=_follows,
    postgresql_where=_follows,
)

leaders = Table(
    "leaders",
    metadata,
    Column("name", String(40), primary_key=True),  # a platform whose limit all processes share
    Column("owner", String(60), nullable=False),
    Column("until", Moment, nullable=False),
)

cursors = Table(
    "cursors",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("position", _ID, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("channel_id", ForeignKey("channels.id"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("person", String(80), nullable=False),
    Column("name", String(120), nullable=False),
    Column("action", String(40), nullable=False),
    Column("detail", Text, nullable=False),
)

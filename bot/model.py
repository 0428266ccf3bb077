"""The nouns of chat: who says what where, what people can say, and posts that are owed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.reply import Note, Reply
from knowledge.desk import Desk

if TYPE_CHECKING:
    from bot.database import Database

T = TypeVar("T")
Complete = Callable[[Desk, str], Sequence[str]]
"""What an option may be completed to: the desk and what is typed so far give the best first."""


@dataclass(frozen=True, slots=True)
class ChannelRef:
    """A place in a chat; `tenant` is the server or workspace, and tenants never see one another.

    Direct messages have the person as their tenant.
    """

    platform: str
    tenant: str
    channel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who says something; `manages` tells whether they may change a channel's alerts."""

    id: str
    name: str
    manages: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option of a command; the first one of a command takes the words typed after its name.

    One that is `hidden` is given by buttons only, and nobody is offered it.
    """

    name: str
    summary: str
    required: bool = False
    choices: tuple[str, ...] = ()
    complete: Complete | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation:
    """One time that somebody gives a command: typed, picked or pressed."""

    command: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    conversation: str | None = None  # a thread and a person; follow-ups belong to it
    person: Person | None = None
    channel: ChannelRef | None = None


Run = Callable[[Desk, Invocation], Reply]
"""A command that only looks up; it may run in another thread than the chats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What people can say, declared once for every platform; it looks up (`run`) or acts (`act`).

    Commands of a group stand together where a chat has groups; one that `manages` is for those
    who may change a channel's alerts; `shared` tells that its answer is worth sharing.
    """

    name: str
    summary: str
    run: Run | None = None
    act: Act | None = None
    options: tuple[Option, ...] = ()
    examples: tuple[str, ...] = ()
    separators: tuple[str, ...] = ()  # words that part the first two options when typed
    group: str | None = None
    manages: bool = False
    shared: bool = True

    @property
    def offered(self) -> tuple[Option, ...]:
        """The options that people are told of."""
        return tuple(option for option in self.options if not option.hidden)

    def option(self, name: str) -> Option | None:
        """The option of that name."""
        return next((option for option in self.options if option.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A post that is owed to a channel; what the platform needs to make it exactly once.

    `id` is the same after a restart, and the platform's own key is made from it. `reply` is one
    object for all channels that get the same.
    """

    id: str
    channel: ChannelRef
    reply: Reply
    number: int | None = None  # of all posts in the channel, so that a lost one can be seen
    edits: str | None = None  # the platform's id of an earlier post that this one replaces
    thread: str | None = None  # the platform's id of the post that this one is a line under
    attempted_at: datetime | None = None  # an earlier try whose end is not known
    plain: bool = False  # the reply was refused as it was: send its words alone

    @property
    def numbered(self) -> Reply:
        """What people see: the reply with the channel's running number under it."""
        if self.number is None:
            return self.reply
        footer = Note((f"Alert {self.number} in this channel",))
        return replace(self.reply, blocks=(*self.reply.blocks, footer))


@dataclass(frozen=True, slots=True)
class Sent:
    """The post is there; `remote` is the platform's id for it."""

    remote: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing was posted, and the platform asks for patience; this is no attempt.

    `scope` tells what has to wait: "channel", "tenant" or "platform".
    """

    seconds: float
    scope: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing was posted; another try may help."""

    code: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It may have been posted, or not: the connection ended before the answer came."""

    code: str


@dataclass(frozen=True, slots=True)
class Parked:
    """The channel cannot be posted to until its people do something; `reason` is told to them."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class TenantLost:
    """The bot was removed from the server or workspace."""

    code: str


@dataclass(frozen=True, slots=True)
class PlatformStopped:
    """Our own token is refused, or the platform bars us: nothing may be sent any more."""

    code: str


@dataclass(frozen=True, slots=True)
class Malformed:
    """The platform refuses the post itself; its words alone may pass."""

    code: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The platform or the channel's own rules refuse this post, however it is written."""

    code: str


Outcome = (
    Sent | Wait | Failed | Ambiguous | Parked | TenantLost | PlatformStopped | Malformed | Refused
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that `doctor` looked at: fine, or what to do about it."""

    fine: bool
    words: str
    remedy: str = ""


class Adapter(Protocol):
    """A chat that posts can be made in."""

    platform: str

    async def run(self) -> None:
        """Connect, and serve until `stop`; raises SetupError where the token is refused."""
        ...

    async def stop(self) -> None:
        """Take no more work, finish what is in flight, disconnect."""
        ...

    async def post(self, delivery: Delivery) -> Outcome:
        """Try once, without any retry of its own; raises nothing."""
        ...

    async def tell(self, person: ChannelRef, reply: Reply) -> Outcome:
        """Try once to send a direct message to somebody, who stands where a channel does."""
        ...

    def address(self, channel: ChannelRef) -> str:
        """Where people open a channel; empty where there is no such place."""
        ...

    async def hindrance(self, channel: ChannelRef) -> str | None:
        """What keeps the bot from posting in a channel, with its remedy; None if nothing does."""
        ...


class Read(Protocol):
    """Runs something at the desk, away from the chats' own thread."""

    async def __call__(self, look_up: Callable[[Desk], T]) -> T: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What a command that acts has at hand."""

    read: Read
    database: Database
    adapters: Mapping[str, Adapter]
    now: Callable[[], datetime]


Act = Callable[[Office, Invocation], Awaitable[Reply]]
"""A command that changes something of the bot's own, such as a subscription."""

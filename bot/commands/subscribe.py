"""`subscribe`: alerts for a channel, exactly as asked for; alone it shows what there is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.alerts.complete import complete_filter
from bot.alerts.filters import EVERYTHING, Filter
from bot.alerts.hours import OFF, digest_in_words, parse_digest, parse_zone
from bot.alerts.speaking import (
    ZONE,
    actor_of,
    again,
    channel_of,
    done,
    filter_typed,
    hindrance,
    listed,
    newest,
    numbers_in,
    shown,
    told,
)
from bot.errors import UserError
from bot.model import Command, Invocation, Office, Option
from bot.reply import (
    Block,
    Choice,
    Choices,
    Heading,
    Listing,
    Note,
    Paragraph,
    Quiet,
    Reply,
    Strong,
)
from knowledge.vocabulary import Topic

_GRAMMAR = (
    "kind, event, model, directive, org, jurisdiction, status, topic and min-tier, such as "
    "`jurisdiction:us,us-ca`. A comma means or, different keys mean and, a leading - means not; "
    "other words are looked for in the text. `subscribe everything` asks for all."
)


async def act(office: Office, invocation: Invocation) -> Reply:
    given = invocation.arguments
    if "again" in given:
        return await _take_up(office, invocation)
    if "filter" not in given:
        return await _offer(office, invocation)
    wanted = await filter_typed(office, given["filter"])
    digest = parse_digest(given.get("digest", OFF))
    zone = parse_zone(given.get("zone", "UTC"))
    there = await _existing(office, invocation, wanted)
    if there is not None:
        return there
    hindered = await hindrance(office, channel_of(invocation))
    if hindered is not None:
        raise UserError(f"Nothing is subscribed yet. {hindered}", (again(invocation),))
    if given.get("confirmed") == "yes":
        return await _subscribe(office, invocation, wanted, (digest, zone))
    from bot.alerts.preview import preview  # noqa: PLC0415 (a start need not wait for it)

    blocks = await office.read(lambda desk: preview(desk, wanted, digest, zone))
    confirm = (
        ("filter", wanted.shown()),
        ("digest", digest or OFF),
        ("zone", zone),
        ("confirmed", "yes"),
    )
    choices = Choices((Choice("Subscribe", "subscribe", confirm), Choice("Manage", "list")))
    return told("Shall this channel get these alerts?", (*blocks, choices))


async def _existing(office: Office, invocation: Invocation, wanted: Filter) -> Reply | None:
    """The reply where the channel has this very subscription."""
    from bot.alerts.subscriptions import of_channel  # noqa: PLC0415 (SQLAlchemy loads slowly)

    for one in await of_channel(office.database, channel_of(invocation)):
        if one.filter == str(wanted):
            words = f"This channel has that subscription already, as number {one.id}."
            return told(words, (Paragraph((words,)), Listing((listed(one, office.now()),))))
    return None


async def _subscribe(
    office: Office, invocation: Invocation, wanted: Filter, when: tuple[str, str]
) -> Reply:
    from bot.alerts.subscriptions import Wanted, subscribe  # noqa: PLC0415

    asked = Wanted(filter=str(wanted), digest=when[0], zone=when[1])
    log = await newest(office)
    one, new = await subscribe(office.database, actor_of(office, invocation), asked, log)
    if not new:
        words = f"This channel has that subscription already, as number {one.id}."
        return told(words)
    more: list[Block] = [
        Note(("It begins with what changes from now on. `test` posts a sample here.",))
    ]
    if channel_of(invocation).platform not in office.adapters:
        more.append(Note(("Posts wait until the bot is connected to this chat.",)))
    undo = Choice("Undo", "unsubscribe", (("which", str(one.id)),))
    did = f"subscribed this channel to alerts, {digest_in_words(*when)}: {wanted.shown()}"
    return done(invocation, did, more, (undo,))


async def _take_up(office: Office, invocation: Invocation) -> Reply:
    """Take up again what was unsubscribed."""
    from bot.alerts.subscriptions import take_up  # noqa: PLC0415

    ids = sorted(numbers_in(invocation.arguments["again"]))
    log = await newest(office)
    found = await take_up(office.database, actor_of(office, invocation), ids, log)
    if not found:
        raise UserError("There is nothing to take up again here. `list` shows what there is.")
    did = f"took up alerts again: {'; '.join(shown(one) for one in found)}"
    undo = Choice("Undo", "unsubscribe", (("which", ", ".join(str(one.id) for one in found)),))
    return done(invocation, did, (), (undo,))


async def _offer(office: Office, invocation: Invocation) -> Reply:
    """What the channel has, what can be asked for, and a picker of topics."""
    from bot.alerts.subscriptions import MOST, of_channel  # noqa: PLC0415

    found = await of_channel(office.database, channel_of(invocation))
    now = office.now()
    blocks: list[Block] = [Heading("Alerts in this channel")]
    if found:
        blocks.append(Listing(tuple(listed(one, now) for one in found)))
    else:
        blocks.append(Paragraph(("This channel has no alerts yet.",)))
    blocks += [
        Paragraph((Strong("Filters: "), _GRAMMAR)),
        Paragraph(("Pick a topic to see what it would have brought:",)),
        Choices((*_topics(), _ask_for(EVERYTHING, EVERYTHING))),
        Note((Quiet(f"A channel has at most {MOST} subscriptions."),)),
    ]
    return told("Alerts in this channel", blocks)


def _topics() -> Sequence[Choice]:
    return [_ask_for(topic.label, f"topic:{topic}") for topic in Topic]


def _ask_for(label: str, text: str) -> Choice:
    return Choice(label, "subscribe", (("filter", text),))


command = Command(
    name="subscribe",
    summary="Alerts for this channel, exactly as you ask; alone: a picker",
    act=act,
    options=(
        Option(name="filter", summary="what to tell of", complete=complete_filter),
        Option(name="digest", summary="daily@09:00 or weekly@mon@09:00; at once if left out"),
        ZONE,
        Option(name="confirmed", summary="yes skips the preview", choices=("yes",), hidden=True),
        Option(name="again", summary="numbers of ended ones to take up again", hidden=True),
    ),
    examples=(
        'subscribe jurisdiction:us,us-ca model:"Mythos 5"',
        "subscribe jurisdiction:eu event:new,deadline digest:daily@09:00 zone:Europe/Berlin",
        "subscribe everything",
    ),
    group="alerts",
    manages=True,
    shared=False,
)

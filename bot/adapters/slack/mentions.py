"""Mentions, what follows them in the threads that they began, and direct messages."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.adapters.slack.counter import PLATFORM, Counter
from bot.adapters.slack.voice import Place
from bot.adapters.slack.words import meant, plain_words, to_another
from bot.kept import digest, keep, recall

log = logging.getLogger(__name__)

_WRITTEN = frozenset({None, "file_share", "thread_broadcast"})  # what a person writes; all else
# tells of changes, joins and the like


def listen(app: AsyncApp, counter: Counter, bot: Callable[[], str]) -> None:
    """Answer those who speak to the bot; `bot` is its own user's id."""

    @app.event("app_mention")
    async def mentioned(body: dict[str, Any], event: dict[str, Any]) -> None:
        if _by_a_person(event):
            place = _place(body, event)
            await counter.serve(_key(event), place, lambda: _answer(counter, event, place, bot()))

    @app.event("message")
    async def written(body: dict[str, Any], event: dict[str, Any]) -> None:
        if not _by_a_person(event):
            return
        place = _place(body, event)

        async def answer() -> None:
            if place.direct or await _follows(counter, place):
                await _answer(counter, event, place, bot())

        if place.direct or _may_follow(event, place, bot()):
            await counter.serve(_key(event), place, answer)


async def _answer(counter: Counter, event: dict[str, Any], place: Place, bot: str) -> None:
    line = plain_words(str(event.get("text") or ""), bot)
    invocation = await meant(counter.router, counter.office, line)
    public = await counter.answer(invocation, place, aloud=True)
    if public and place.fresh and not place.direct:
        # From now on the thread is ours: who asks on in it need not name the bot.
        office = counter.office
        await keep(office.database, _thread(place), str(event["ts"]), office.now())


def _may_follow(event: dict[str, Any], place: Place, bot: str) -> bool:
    """Whether a message may ask on in a thread of ours, by its looks.

    One that names the bot comes as a mention too, and one that names another is for them.
    """
    text = str(event.get("text") or "")
    threaded = event.get("channel_type") in {"channel", "group"} and not place.fresh
    return threaded and f"<@{bot}" not in text and not to_another(text, bot)


async def _follows(counter: Counter, place: Place) -> bool:
    """Whether a message is in a thread that the bot's answer began; people's own are left alone."""
    try:
        return await recall(counter.office.database, _thread(place)) is not None
    except Exception:
        log.exception("whose a thread is cannot be looked up")
        return False


def _by_a_person(event: dict[str, Any]) -> bool:
    return bool(
        event.get("user")
        and not event.get("bot_id")
        and not event.get("bot_profile")
        and event.get("subtype") in _WRITTEN
    )


def _place(body: dict[str, Any], event: dict[str, Any]) -> Place:
    return Place(
        tenant=str(body["team_id"]),
        channel=str(event["channel"]),
        person=str(event["user"]),
        thread=str(event.get("thread_ts") or event["ts"]),
        direct=event.get("channel_type") == "im",
        fresh=event.get("thread_ts") in {None, event["ts"]},
    )


def _thread(place: Place) -> str:
    """The key under which it is kept that a thread is ours."""
    return "thread:" + digest(f"{PLATFORM}:{place.tenant}:{place.channel}:{place.thread}")


def _key(event: dict[str, Any]) -> str:
    """One and the same for every event that tells of a message, and for each retry of it."""
    return f"message:{event['channel']}:{event['ts']}"

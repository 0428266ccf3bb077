"""What happens to channels and workspaces: closed, opened again, the bot shown out or let in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.adapters.slack.codes import PARKED
from bot.adapters.slack.counter import PLATFORM, Counter
from bot.alerts import channels
from bot.model import ChannelRef

_CLOSED = {
    "channel_archive": "is_archived",
    "group_archive": "is_archived",
    "channel_deleted": "channel_not_found",
    "group_deleted": "channel_not_found",
    "channel_left": "not_in_channel",
    "group_left": "not_in_channel",
}
_OPENED = ("channel_unarchive", "group_unarchive")
_GONE = ("app_uninstalled", "tokens_revoked")
_JOINED = "member_joined_channel"
EVENTS = (*_CLOSED, *_OPENED, *_GONE, _JOINED)


def listen(app: AsyncApp, counter: Counter, bot: Callable[[], str]) -> None:
    """Tell the alerts; `bot` is the bot's own user's id."""
    _closed(app, counter)
    _opened(app, counter, bot)
    _gone(app, counter)


def _closed(app: AsyncApp, counter: Counter) -> None:
    async def closed(body: dict[str, Any], event: dict[str, Any]) -> None:
        code = _CLOSED[event["type"]]
        channel, office = _channel(body, event), counter.office
        await _once(
            counter,
            body,
            lambda: channels.park(office.database, channel, code, PARKED[code], office.now()),
        )

    for name in _CLOSED:
        app.event(name)(closed)


def _opened(app: AsyncApp, counter: Counter, bot: Callable[[], str]) -> None:
    async def opened(body: dict[str, Any], event: dict[str, Any]) -> None:
        channel, office = _channel(body, event), counter.office
        if event["type"] in _OPENED or event.get("user") == bot():
            await _once(
                counter, body, lambda: channels.reopen(office.database, channel, office.now())
            )

    for name in (*_OPENED, _JOINED):
        app.event(name)(opened)


def _gone(app: AsyncApp, counter: Counter) -> None:
    async def gone(body: dict[str, Any], event: dict[str, Any]) -> None:
        revoked = event["type"] == "tokens_revoked"
        if revoked and not (event.get("tokens") or {}).get("bot"):
            return
        code = "token_revoked" if revoked else "account_inactive"
        tenant, office = str(body["team_id"]), counter.office
        await _once(
            counter,
            body,
            lambda: channels.lose_tenant(office.database, PLATFORM, tenant, code, office.now()),
        )

    for name in _GONE:
        app.event(name)(gone)


async def _once(
    counter: Counter, body: dict[str, Any], call: Callable[[], Awaitable[object]]
) -> None:
    async def attempt() -> bool:
        await call()
        return True

    await counter.work.once(f"event:{body.get('event_id')}", attempt)


def _channel(body: dict[str, Any], event: dict[str, Any]) -> ChannelRef:
    channel = event["channel"]
    found = channel.get("id") if isinstance(channel, dict) else channel
    return ChannelRef(PLATFORM, str(body["team_id"]), str(found))

"""Runs the chats whose tokens are set, and their alerts, in one process until told to stop."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.alerts.courier import Courier
from bot.alerts.relay import Relay
from bot.cooldown import Cooldown
from bot.database import Database
from bot.model import Adapter, Office
from bot.opening import open_desk, today
from bot.reader import Reader
from bot.router import Router, load_commands
from bot.settings import Secret, Settings

_LOOKED_THROUGH = 20_000  # new objects, until the collector looks through them
_LEAVE = 9.0  # seconds from the signal until whatever is not done is left


def serve(settings: Settings) -> int:
    """Serve until SIGTERM or SIGINT; returns 0.

    Raises SetupError where a token is refused: another start would not help.
    """
    return asyncio.run(_serve(settings))


def spare_collector() -> None:
    """Let the collector of garbage leave alone what is there for good, and look at the rest less.

    It would go through all objects of the base and of the libraries, again and again.
    """
    gc.freeze()
    gc.set_threshold(_LOOKED_THROUGH)


async def _serve(settings: Settings) -> int:
    reader = Reader(lambda: open_desk(settings), today)
    database = Database(settings.database)
    adapters: dict[str, Adapter] = {}
    office = Office(
        read=reader, database=database, adapters=adapters, now=lambda: datetime.now(UTC)
    )
    router = Router(load_commands(), Cooldown(time.monotonic))
    for chat in _chats(settings, router, office):
        adapters[chat.platform] = chat
    courier = Courier(database, adapters)
    relay = Relay(office, reader.renew, settings.airules_entries, courier.wake)
    running: list[asyncio.Task[None]] = []
    try:
        await reader(lambda desk: desk.checked_to)  # a base that cannot be opened stops us here
        spare_collector()
        parts = (*(chat.run() for chat in adapters.values()), courier.run(), relay.run())
        running = [asyncio.create_task(part) for part in parts]
        await _until_told(running)
    finally:
        await _take_leave(running, courier, relay, *adapters.values())
        await database.close()
        reader.close()
    return 0


def _chats(settings: Settings, router: Router, office: Office) -> list[Adapter]:
    """A chat for each platform whose tokens are set; the others are not even imported."""
    chats: list[Adapter] = []
    if "discord" in settings.platforms:
        from bot.adapters.discord.app import DiscordChat  # noqa: PLC0415

        chats.append(
            DiscordChat(
                router,
                office,
                token=_revealed(settings.discord_token),
                api_url=settings.discord_api_url,
                gateway_url=settings.discord_gateway_url,
            )
        )
    if "slack" in settings.platforms:
        from bot.adapters.slack.app import SlackChat  # noqa: PLC0415

        chats.append(
            SlackChat(
                router,
                office,
                bot_token=_revealed(settings.slack_bot_token),
                app_token=_revealed(settings.slack_app_token),
                signing_secret=_revealed(settings.slack_signing_secret),
                port=settings.slack_port,
                api_url=settings.slack_api_url,
                managers=settings.slack_alert_managers,
            )
        )
    return chats


def _revealed(secret: Secret | None) -> str:
    return secret.reveal() if secret else ""


async def _until_told(running: Sequence[asyncio.Task[None]]) -> None:
    """Wait until a signal comes; what a part raises before is raised here.

    The first signal lets what is in flight come to its end, the second one does not.
    """
    told = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop() -> None:
        if told.is_set():
            os._exit(1)
        told.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)
    waiting = asyncio.ensure_future(told.wait())
    done, _ = await asyncio.wait({*running, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    for part in done - {waiting}:
        part.result()


async def _take_leave(
    running: Sequence[asyncio.Task[None]], courier: Courier, relay: Relay, *chats: Adapter
) -> None:
    """Alerts first, since they go out through the chats; then wait for what is in flight."""
    try:
        async with asyncio.timeout(_LEAVE):
            relay.stop()
            await courier.stop(patience=_LEAVE / 2)
            await asyncio.gather(*(chat.stop() for chat in chats))
            await asyncio.gather(*running, return_exceptions=True)
    except TimeoutError:
        sys.stderr.write("airules: not all was done in time; what is owed stays owed.\n")
        for part in running:
            part.cancel()
        await asyncio.gather(*running, return_exceptions=True)

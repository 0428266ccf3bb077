"""Alerts in a terminal: printed between what is typed and the next line."""

from __future__ import annotations

import asyncio

from rich.console import Console

from bot.adapters.console.render import print_reply
from bot.model import ChannelRef, Delivery, Outcome, Sent


class Printer:
    """The terminal as a chat that posts can be made in; it has one channel."""

    platform = "console"

    def __init__(self, console: Console) -> None:
        self._console = console
        self._left = asyncio.Event()

    async def run(self) -> None:
        """There is nothing to connect to."""
        await self._left.wait()

    async def stop(self) -> None:
        """Nothing stays in flight."""
        self._left.set()

    async def post(self, delivery: Delivery) -> Outcome:
        """Print it; an edited post is printed again, since a terminal keeps what it shows."""
        print_reply(self._console, delivery.reply)
        self._console.print()
        return Sent(delivery.id)

    async def hindrance(self, channel: ChannelRef) -> str | None:  # noqa: ARG002 (as all chats)
        """Nothing keeps it from printing."""
        return None

"""Alerts in a terminal: printed between what is typed and the next line."""

from __future__ import annotations

import asyncio

from rich.console import Console

from bot.adapters.console.render import print_reply
from bot.model import ChannelRef, Delivery, Outcome, Sent
from bot.reply import Reply


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
        print_reply(self._console, delivery.numbered)
        self._console.print()
        return Sent(delivery.id)

    async def tell(self, person: ChannelRef, reply: Reply) -> Outcome:  # noqa: ARG002 (as all chats)
        """Who is here reads it."""
        print_reply(self._console, reply)
        self._console.print()
        return Sent("")

    def address(self, channel: ChannelRef) -> str:  # noqa: ARG002 (as all chats)
        """One is there."""
        return ""

    async def hindrance(self, channel: ChannelRef) -> str | None:  # noqa: ARG002 (as all chats)
        """Nothing keeps it from printing."""
        return None

"""The bot at a terminal: one person, who looks up at the desk and acts through an office."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from bot.adapters.console.app import Session, make_console, run
from bot.adapters.console.post import Printer
from bot.adapters.console.render import print_reply
from bot.database import Database
from bot.model import Invocation, Office
from bot.opening import open_desk
from bot.reply import Reply
from bot.router import Router
from bot.settings import Settings
from knowledge.desk import Desk

if TYPE_CHECKING:
    from bot.alerts.courier import Courier
    from bot.alerts.relay import Relay

T = TypeVar("T")


class Terminal:
    """Answers at once; only a command that acts opens the bot's own database.

    Alerts for the terminal are looked for after each such command, and at the start where an
    earlier one has left a database.
    """

    def __init__(self, settings: Settings, router: Router) -> None:
        self._settings = settings
        self._router = router
        self._desk = open_desk(settings)
        self._console = make_console()
        self._session = Session(router, lambda: self._desk, self._perform)
        self._database = Database(settings.database)
        self._office = Office(
            read=self._read,
            database=self._database,
            adapters={Printer.platform: Printer(self._console)},
            now=lambda: datetime.now(UTC),
        )
        self._runner: asyncio.Runner | None = None
        self._telling: tuple[Relay, Courier] | None = None

    def once(self, line: str) -> None:
        """Print the reply to one line."""
        print_reply(self._console, self._session.reply(line))

    def run(self) -> None:
        """Answer lines until the input ends."""
        run(self._session, self._greeting(), self._settings.airules_data / "history")

    def close(self) -> None:
        """Close what was opened."""
        if self._runner is not None:
            self._runner.run(self._database.close())
            self._runner.close()
        self._desk.store.close()

    def _greeting(self) -> Iterator[str]:
        upto = self._desk.checked_to
        reach = f", checked up to {upto.day} {upto:%B %Y}" if upto else ""
        yield "No chat token is set (see .env.example), so airules opens in the terminal."
        yield f"{len(self._desk.store.ids())} entries{reach}. Ask a question, or type help."
        if self._settings.state_file.exists():
            self._loop().run(self._deliver())

    def _perform(self, invocation: Invocation) -> Reply:
        return self._loop().run(self._performed(invocation))

    async def _performed(self, invocation: Invocation) -> Reply:
        reply = await self._router.answer(self._office, invocation)
        await self._deliver()
        return reply

    async def _deliver(self) -> None:
        """Print the alerts that are due here."""
        relay, courier = self._alerts()
        await relay.step(self._office.now())
        await courier.turn()
        await courier.landed()
        await courier.turn()

    def _alerts(self) -> tuple[Relay, Courier]:
        from bot.alerts.courier import Courier  # noqa: PLC0415 (SQLAlchemy loads slowly)
        from bot.alerts.relay import Relay  # noqa: PLC0415

        if self._telling is None:
            courier = Courier(self._database, self._office.adapters)
            entries = self._settings.airules_entries
            self._telling = (Relay(self._office, self._renew, entries, courier.wake), courier)
        return self._telling

    def _loop(self) -> asyncio.Runner:
        if self._runner is None:
            self._runner = asyncio.Runner()
        return self._runner

    async def _renew(self) -> None:
        before, self._desk = self._desk, open_desk(self._settings)
        before.store.close()

    async def _read(self, look_up: Callable[[Desk], T]) -> T:
        return look_up(self._desk)

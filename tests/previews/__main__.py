"""Makes the pictures of the README from the reviewed base: `make previews`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from bot.adapters.slack.render import render
from bot.database import Database
from bot.model import Invocation, Office
from bot.router import Router, load_commands
from bot.settings import ENTRIES
from knowledge.desk import Desk
from knowledge.ingest import ingest_folder
from knowledge.names import Names
from knowledge.store import Store
from tests.previews.discord import a_server
from tests.previews.shoot import Frame, shoot_page
from tests.previews.slack import page

T = TypeVar("T")
PICTURES = Path(__file__).parent / "pictures"
TODAY = date(2026, 11, 21)  # so that the pictures change only when the answers do
# What is asked, and the height of its pictures in pixels: in Discord, in Slack.
SHOWN = {
    "who": ({"model": "gpt-5.6", "as_of": "2026-06-28"}, 1090, 920),
    "ask": ({"question": "was openai ordered or asked?"}, 1110, 700),
    "deadlines": ({"days": "30"}, 1100, 1000),
}


async def main() -> None:
    """Two pictures of each answer."""
    store = Store.open(None)
    ingest_folder(store, ENTRIES, datetime(2026, 11, 1, tzinfo=UTC))
    desk = Desk(store, Names(store), TODAY)
    desk.questions.base(desk)  # laid out before somebody waits for it
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{folder}/state.db")
        await _in_discord(_office(desk, database))
        await _in_slack(desk, Path(folder))
        await database.close()
    store.close()


def _office(desk: Desk, database: Database) -> Office:
    async def read(look_up: Callable[[Desk], T]) -> T:
        return look_up(desk)

    now = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
    return Office(read=read, database=database, adapters={}, now=lambda: now)


async def _in_discord(office: Office) -> None:
    async with a_server(office) as server:
        for command, (options, height, _) in SHOWN.items():
            frame = Frame(PICTURES / f"discord-{command}.png", 900, height)
            await server.shoot(command, options, frame)


async def _in_slack(desk: Desk, folder: Path) -> None:
    router = Router(load_commands())
    for command, (options, _, height) in SHOWN.items():
        reply = router.dispatch(desk, Invocation(command=command, arguments=options))
        file = folder / f"{command}.html"
        file.write_text(page(render(reply, shareable=True)[0].blocks, only_you=True))
        frame = Frame(PICTURES / f"slack-{command}.png", 780, height)
        await shoot_page(file.as_uri(), frame)


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except RuntimeError as error:
        sys.exit(f"previews: {error}")

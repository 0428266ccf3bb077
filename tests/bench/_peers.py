"""Others that send many posts, to measure ours beside them."""

from __future__ import annotations

import asyncio
from importlib.util import find_spec

import aiohttp

from bot.adapters.slack.render import render
from bot.stencil import to_json, with_more
from tests.bench._fleet import LETTER

AT_ONCE = 256
_JSON = {"Content-Type": "application/json"}


async def plain_loop(address: str, count: int) -> None:
    """The least that can be done for the same posts: a client that is shared, so many at once."""
    page, places = render(LETTER)[0], iter(range(count))
    message = to_json({"text": page.text, "blocks": page.blocks})
    connector = aiohttp.TCPConnector(limit=AT_ONCE)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def work() -> None:
            for place in places:
                body = with_more(message, {"channel": str(place)})
                async with session.post(
                    f"{address}/slack/chat.postMessage", data=body, headers=_JSON
                ) as answer:
                    await answer.read()

        await asyncio.gather(*(work() for _ in range(AT_ONCE)))


async def with_apprise(address: str, count: int) -> bool:
    """Apprise, which many use for alerts; whether it is installed."""
    if find_spec("apprise") is None:
        return False
    from apprise import Apprise  # noqa: PLC0415 (an extra that need not be installed)

    sender = Apprise()
    host = address.removeprefix("http://")
    for place in range(count):
        sender.add(f"json://{host}/hook/{place}")
    await sender.async_notify(title="New", body="Vega 5 may be released to named partners")
    return True

"""Others that send many posts, to measure ours beside them."""

from __future__ import annotations

import asyncio
from importlib.util import find_spec

import aiohttp

AT_ONCE = 256


async def plain_loop(address: str, count: int) -> None:
    """The least that can be done: requests with a client that is shared, so many at once."""
    places = iter(range(count))
    connector = aiohttp.TCPConnector(limit=AT_ONCE)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def work() -> None:
            for place in places:
                body = {"content": "New: Vega 5 may be released to named partners"}
                async with session.post(f"{address}/hook/{place}", json=body) as answer:
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

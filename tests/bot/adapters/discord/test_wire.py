"""The bot against a Discord of ours over real sockets: login, commands, RESUME, 429, posts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.errors import SetupError
from bot.model import Office
from tests.bot.adapters.discord.conftest import chat_on, judged, running
from tests.bot.adapters.discord.wire import TOKEN, Canned, Wire, slash
from tests.bot.fakes import a_command, said

# -- connecting


async def test_it_logs_in_tells_its_commands_and_answers_one(wire: Wire, office: Office) -> None:
    async with running(chat_on(wire, office)):
        await wire.until(lambda: any(h["op"] == 2 for h in wire.heard))
        [identify] = [h["d"] for h in wire.heard if h["op"] == 2]
        assert identify["intents"] & ((1 << 1) | (1 << 8) | (1 << 15)) == 0
        assert {each["name"] for each in wire.commands} >= {"ask", "who", "Check this claim"}
        await wire.tell("INTERACTION_CREATE", slash("who", model="vega 5.1"))
        await wire.until(lambda: bool(wire.asked("PATCH", "@original")))
    [acknowledged] = wire.asked("POST", "/callback")
    assert acknowledged == {"type": 5}
    [answer] = wire.asked("PATCH", "@original")
    assert answer["components"][0]["content"] == "### Who may use Vega 5.1"
    assert judged(wire) == []


async def test_many_at_once_are_each_acknowledged_and_then_answered(
    wire: Wire, office: Office
) -> None:
    tokens = [f"token{number}" for number in range(20)]
    async with running(chat_on(wire, office)):
        await wire.until(lambda: any(h["op"] == 2 for h in wire.heard))
        for token in tokens:
            await wire.tell("INTERACTION_CREATE", slash("help") | {"token": token})
        await wire.until(lambda: len(wire.asked("PATCH", "@original")) == len(tokens))
    for token in tokens:
        done = [method for method, path, _ in wire.requests if f"/{token}/" in path]
        assert done == ["POST", "PATCH"]


async def test_commands_are_told_only_when_they_changed(wire: Wire, office: Office) -> None:
    for _ in range(2):
        async with running(chat_on(wire, office)):
            await wire.until(lambda: wire.heard[-1:] != [] and wire.heard[-1]["op"] == 2)
        wire.heard.clear()
    assert len(wire.asked("PUT")) == 1
    async with running(chat_on(wire, office, commands={"echo": a_command()})):
        await wire.until(lambda: wire.heard != [])
    assert len(wire.asked("PUT")) == 2


async def test_after_a_dropped_connection_it_resumes(wire: Wire, office: Office) -> None:
    async with running(chat_on(wire, office)):
        await wire.until(lambda: any(h["op"] == 2 for h in wire.heard))
        assert wire.sockets[0] is not None
        await wire.sockets[0].close(code=4000)
        await wire.until(lambda: any(h["op"] == 6 for h in wire.heard))
        await wire.tell("INTERACTION_CREATE", slash("help"))
        await wire.until(lambda: bool(wire.asked("PATCH", "@original")))
    assert [h["op"] for h in wire.heard if h["op"] in {2, 6}] == [2, 6]


async def test_a_rate_limit_on_an_answer_is_waited_for(wire: Wire, office: Office) -> None:
    limit = {"message": "You are being rate limited.", "retry_after": 0.01, "global": False}
    wire.canned["PATCH"] = [Canned(429, limit, {"Retry-After": "0.01"})]
    async with running(chat_on(wire, office)):
        await wire.until(lambda: any(h["op"] == 2 for h in wire.heard))
        await wire.tell("INTERACTION_CREATE", slash("help"))
        await wire.until(lambda: len(wire.asked("PATCH", "@original")) == 2)


async def test_a_wrong_token_is_one_line_and_no_second_try(wire: Wire, office: Office) -> None:
    wire.canned["GET"] = [Canned(401, {"code": 0, "message": "401: Unauthorized"})]
    with pytest.raises(SetupError, match="Discord refuses the token in DISCORD_TOKEN"):
        await chat_on(wire, office).run()
    assert len(wire.requests) == 1


@pytest.mark.parametrize(
    ("code", "words"), [(4004, "refuses the token"), (4011, "closed the connection for good")]
)
async def test_a_gateway_that_refuses_us_ends_it(
    wire: Wire, office: Office, code: int, words: str
) -> None:
    wire.refuse = code
    with pytest.raises(SetupError, match=words):
        await chat_on(wire, office).run()
    assert sum(h["op"] == 2 for h in wire.heard) == 1


async def test_a_discord_that_cannot_be_reached_is_tried_again(
    wire: Wire, office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    wire.canned["GET"] = [Canned(503), Canned(None), Canned(None), Canned(503)]
    async with running(chat_on(wire, office, sleep=sleep)):
        await wire.until(lambda: any(h["op"] == 2 for h in wire.heard))
    assert pauses == [1.0, 2.0, 4.0]
    assert "Discord cannot be reached, next try in 1 s" in caplog.text
    assert TOKEN not in caplog.text


async def test_stopping_finishes_what_is_in_hand(wire: Wire, office: Office) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def read(look_up: Callable[[Any], Any]) -> Any:
        begun.set()
        await go_on.wait()
        return said("done")

    chat = chat_on(wire, replace(office, read=read))
    task = asyncio.create_task(chat.run())
    await wire.until(lambda: any(h["op"] == 2 for h in wire.heard))
    await wire.tell("INTERACTION_CREATE", slash("who", model="vega 5.1"))
    await begun.wait()
    stopping = asyncio.create_task(chat.stop())
    asyncio.get_running_loop().call_soon(go_on.set)
    await stopping
    await task
    assert len(wire.asked("PATCH", "@original")) == 1

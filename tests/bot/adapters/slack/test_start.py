"""Starting and staying connected: tokens that Slack refuses, and a Slack that is away."""

from __future__ import annotations

import asyncio
import socket

import pytest

from bot.adapters.slack.app import SlackChat
from bot.adapters.slack.quiet import library_log
from bot.errors import SetupError
from bot.model import Adapter, Office
from bot.router import Router
from tests.bot.adapters.slack.bench import Bench, Counting, a_chat, commands
from tests.bot.adapters.slack.fake import Dropped, FakeSlack, Limited, Status
from tests.bot.adapters.slack.test_post import owed
from tests.bot.adapters.slack.workspace import APP_TOKEN, BOT_TOKEN, SECRET


async def test_a_chat_is_an_adapter(slack: FakeSlack, office: Office) -> None:
    adapter: Adapter = a_chat(slack, office, Router({}))
    assert adapter.platform == "slack"
    await adapter.stop()  # it never ran


@pytest.mark.parametrize("mode", ["socket", "http"])
@pytest.mark.parametrize(
    "code", ["invalid_auth", "account_inactive", "token_revoked", "not_authed"]
)
async def test_a_refused_token_is_one_clear_line_and_no_loop(
    slack: FakeSlack, office: Office, mode: str, code: str
) -> None:
    slack.trouble["auth.test"].append(code)
    with pytest.raises(SetupError, match=rf"Slack refuses SLACK_BOT_TOKEN \({code}\)"):
        await a_chat(slack, office, Router({}), mode).run()
    assert [name for name, _ in slack.calls] == ["auth.test"]


async def test_a_refused_app_token_is_one_clear_line(slack: FakeSlack, office: Office) -> None:
    slack.trouble["apps.connections.open"].append("invalid_auth")
    with pytest.raises(SetupError, match=r"Slack refuses SLACK_APP_TOKEN \(invalid_auth\)"):
        await a_chat(slack, office, Router({})).run()
    assert len(slack.called("apps.connections.open")) == 1


async def test_an_app_token_that_dies_stops_the_chat(
    slack: FakeSlack, office: Office, reader: Counting
) -> None:
    bench = Bench(slack, office, reader, "socket")
    await bench.start(commands())
    slack.trouble["apps.connections.open"].append("invalid_auth")
    await slack.sockets[-1].send_json({"type": "disconnect", "reason": "link_disabled"})
    assert bench._running is not None
    with pytest.raises(SetupError, match="SLACK_APP_TOKEN"):
        await bench._running


async def test_a_socket_that_slack_renews_goes_on(
    slack: FakeSlack, office: Office, reader: Counting
) -> None:
    bench = Bench(slack, office, reader, "socket")
    await bench.start(commands())
    await slack.sockets[-1].send_json({"type": "disconnect", "reason": "refresh_requested"})
    await slack.linked(2)
    assert await bench.slash("who vega 5.1")
    assert len(slack.whispers) == 1
    await bench.stop()


async def test_a_slack_that_is_away_is_tried_again(slack: FakeSlack, office: Office) -> None:
    slack.trouble["auth.test"] += [Limited(), "internal_error"]
    chat = a_chat(slack, office, Router({}), "http")
    chat.pause = 0.0
    running = asyncio.create_task(chat.run())
    await chat.ready.wait()
    assert len(slack.called("auth.test")) == 3
    await chat.stop()
    await running


async def test_stopping_does_not_wait_for_a_slack_that_is_away(
    slack: FakeSlack, office: Office
) -> None:
    slack.trouble["auth.test"] += [Limited(3_000)]
    running = asyncio.create_task((chat := a_chat(slack, office, Router({}))).run())
    await slack.until(lambda: bool(slack.calls))
    await chat.stop()
    await running
    assert not chat.ready.is_set()


@pytest.mark.parametrize("trouble", ["internal_error", Status(500), Dropped(stored=False)])
async def test_stopping_does_not_wait_for_a_socket_that_does_not_open(
    slack: FakeSlack, office: Office, trouble: str | Status | Dropped
) -> None:
    slack.trouble["apps.connections.open"] += [trouble] * 9
    running = asyncio.create_task((chat := a_chat(slack, office, Router({}))).run())
    await slack.until(lambda: len(slack.called("apps.connections.open")) > 1)
    await chat.stop()
    await running
    assert not chat.ready.is_set()


async def test_a_port_that_is_taken_is_one_clear_line(slack: FakeSlack, office: Office) -> None:
    with socket.create_server(("0.0.0.0", 0)) as taken:  # noqa: S104 (as the bot listens)
        port = taken.getsockname()[1]
        chat = SlackChat(
            Router({}),
            office,
            bot_token=BOT_TOKEN,
            app_token="",
            signing_secret=SECRET,
            port=port,
            api_url=f"{slack.url}/api/",
            managers="anyone",
        )
        with pytest.raises(SetupError, match=f"SLACK_PORT {port} cannot be listened on"):
            await chat.run()


async def test_no_token_and_no_address_of_the_socket_is_logged(
    slack: FakeSlack, office: Office, reader: Counting, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", logger="")
    bench = Bench(slack, office, reader, "socket")
    await bench.start(commands())
    await bench.slash("who vega 5.1")
    await bench.stop()
    error = ValueError(f"wss://x/link?ticket=9 {APP_TOKEN} {BOT_TOKEN}")
    library_log().error("Failed: %s", error, exc_info=error)
    ours = [r for r in caplog.records if not r.name.startswith(("aiohttp", "asyncio"))]
    assert ours
    for record in ours:
        text = record.getMessage() + str(record.exc_text or "")
        assert not any(secret in text for secret in (APP_TOKEN, BOT_TOKEN, "ticket=9"))
    assert "Failed: [masked] [masked] [masked]" in caplog.text


async def test_nothing_is_posted_once_the_chat_has_stopped(
    slack: FakeSlack, office: Office, reader: Counting
) -> None:
    bench = Bench(slack, office, reader, "http")
    await bench.start(commands())
    await bench.stop()
    assert "stopped" in str(await bench.chat.post(owed()))
    assert slack.said("C1") == []

"""The whole process: it serves a chat, posts what is owed, leaves when told, refuses bad tokens."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer

from tests.bot.adapters.slack.fake import APP_TOKEN, BOT_TOKEN, TEAM, FakeSlack

GIVE_UP = 60.0  # seconds; only a test that hangs comes to it


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    """A Slack of our own on this machine."""
    fake = FakeSlack()
    server = TestServer(fake.application())
    await server.start_server()
    fake.url = str(server.make_url("")).rstrip("/")
    yield fake
    await server.close()


@pytest.fixture
def environment(tmp_path: Path, sample_entries: Path, slack: FakeSlack) -> dict[str, str]:
    """What the process is given, with a copy of the made-up base that may be changed."""
    shutil.copytree(sample_entries, tmp_path / "entries")
    return {
        **{name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ},
        "PYTHONPATH": str(Path(__file__).parent.parent.parent),
        "AIRULES_DATA": str(tmp_path / "data"),
        "AIRULES_ENTRIES": str(tmp_path / "entries"),
        "SLACK_API_URL": f"{slack.url}/api/",
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
    }


@asynccontextmanager
async def airules(
    environment: dict[str, str], cwd: Path
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The command `airules run` in a process of its own."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "run"),
        cwd=cwd,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(GIVE_UP):
            yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def eventually(true: Callable[[], bool]) -> None:
    """Wait for what another process brings about."""
    while not true():  # noqa: ASYNC110 (it notifies nobody here)
        await asyncio.sleep(0.02)


async def test_a_new_entry_is_posted_where_it_was_asked_for_and_a_signal_ends_it(
    slack: FakeSlack, environment: dict[str, str], tmp_path: Path
) -> None:
    async with airules(environment, tmp_path) as process:
        await slack.linked()
        command = {
            "command": "/airules",
            "text": "subscribe kind:model confirmed:yes",
            "team_id": TEAM,
            "channel_id": "C1",
            "user_id": "U1",
            "user_name": "ada",
            "trigger_id": "t1",
            "response_url": slack.hook("C1", "U1"),
        }
        envelope = {"envelope_id": "e1", "type": "slash_commands", "payload": command}
        await slack.sockets[-1].send_json(envelope)
        assert await slack.acknowledged("e1")
        await eventually(lambda: "subscribed" in str(slack.said("C1")))
        model = tmp_path / "entries" / "models" / "vega-5.toml"
        header, *statements = model.read_text().split("\n\n[[statement]]")
        told = [one for one in statements if "with the words" not in one]  # what nobody said of it
        new = "\n\n[[statement]]".join((header, *told))
        new = new.replace('id = "vega-5"', 'id = "vega-6"').replace("Vega 5", "Vega 6")
        (model.parent / "vega-6.toml").write_text(new)
        await eventually(lambda: "New: Vega 6" in str(slack.said("C1")))
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
        assert process.stderr is not None
        said = (await process.stderr.read()).decode()
    assert said == ""
    assert sum("New: Vega 6" in str(message) for message in slack.said("C1")) == 1


async def test_a_wrong_token_is_one_clear_line_and_a_status_of_its_own(
    environment: dict[str, str], tmp_path: Path
) -> None:
    async with airules({**environment, "SLACK_BOT_TOKEN": "xoxb-wrong"}, tmp_path) as process:
        _, told = await process.communicate()
    text = told.decode()
    assert process.returncode == 78
    assert text.startswith("airules: ")
    assert text.count("\n") == 1
    assert "SLACK_BOT_TOKEN" in text
    assert "xoxb-wrong" not in text

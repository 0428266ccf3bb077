"""`airules doctor` is green, or says what to do; no token is ever printed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from aiohttp.test_utils import TestServer

from bot.adapters.slack.manifest import SCOPES
from bot.chores.doctor import examine
from bot.model import Finding
from bot.settings import read_settings
from tests.bot.adapters.slack.fake import APP_TOKEN, BOT_TOKEN, FakeSlack
from tests.bot.chores.conftest import Place

SECRETS = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN}


@pytest.fixture
def examined(place: Place, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Finding]]:
    """What the doctor finds with these variables, in front of a Slack of our own."""

    async def look(given: dict[str, str]) -> list[Finding]:
        slack = FakeSlack()
        server = TestServer(slack.application())
        await server.start_server()
        slack.scopes = ",".join(SCOPES)
        slack.url = str(server.make_url("")).rstrip("/")
        monkeypatch.setenv("SLACK_API_URL", f"{slack.url}/api/")
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        try:
            return await examine(read_settings())
        finally:
            await server.close()

    return lambda **given: asyncio.run(look(given))


def test_with_no_token_all_is_fine(place: Place) -> None:
    status, text = place.airules("doctor")
    assert status == 0
    assert "TODO" not in text
    assert "15 entries" in text
    assert "SQLite " in text
    assert "No chat token is set" in text


def test_a_chat_that_answers_is_fine(examined: Callable[..., list[Finding]]) -> None:
    found = examined(**SECRETS)
    assert [one.words for one in found if not one.fine] == []
    assert any("Slack" in one.words for one in found)


def test_a_refused_token_is_told_with_its_remedy(examined: Callable[..., list[Finding]]) -> None:
    found = examined(**{**SECRETS, "SLACK_BOT_TOKEN": "xoxb-wrong"})
    bad = next(one for one in found if not one.fine)
    assert "SLACK_BOT_TOKEN" in bad.words + bad.remedy
    assert "xoxb-wrong" not in bad.words + bad.remedy


def test_a_bot_token_alone_is_not_enough(examined: Callable[..., list[Finding]]) -> None:
    bad = [one for one in examined(SLACK_BOT_TOKEN=BOT_TOKEN) if not one.fine]
    assert any("SLACK_APP_TOKEN or SLACK_SIGNING_SECRET" in one.remedy for one in bad)


def test_a_database_that_cannot_be_used_is_told_without_its_password(
    examined: Callable[..., list[Finding]],
) -> None:
    address = "postgresql+psycopg://ann:s3cr3t@127.0.0.1:1/airules"
    bad = [one for one in examined(DATABASE_URL=address) if not one.fine]
    assert any("own database cannot be used" in one.words for one in bad)
    assert "s3cr3t" not in repr(bad)

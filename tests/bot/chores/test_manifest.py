"""`airules manifest` prints what to give each platform."""

from __future__ import annotations

import json

import pytest

from tests.bot.chores.conftest import Place


def test_slack_gets_an_app_manifest(place: Place) -> None:
    status, text = place.airules("manifest", "slack")
    manifest = json.loads(text)
    assert status == 0
    assert manifest["settings"]["socket_mode_enabled"] is True
    assert manifest["features"]["slash_commands"][0]["command"] == "/airules"


def test_slack_over_http_gets_the_address(place: Place) -> None:
    status, text = place.airules("manifest", "slack", "https://bot.example/slack/events")
    assert status == 0
    assert '"https://bot.example/slack/events"' in text


def test_discord_gets_an_invite_link(place: Place) -> None:
    status, text = place.airules("manifest", "discord")
    assert status == 0
    assert "https://discord.com/oauth2/authorize" in text


@pytest.mark.parametrize("words", [[], ["teams"], ["slack", "a", "b"]])
def test_another_platform_is_not_known(place: Place, words: list[str]) -> None:
    assert place.airules("manifest", *words)[0] == 2

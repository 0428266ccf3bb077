"""The manifest names exactly what the bot uses: no more rights, no fewer events."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.adapters.slack.check import examine
from bot.adapters.slack.manifest import SCOPES, manifest, manifest_text
from tests.bot.adapters.slack.bench import Bench
from tests.bot.adapters.slack.fake import FakeSlack
from tests.bot.adapters.slack.workspace import APP_TOKEN, BOT_TOKEN

FOLDER = Path(__file__).parents[4] / "bot" / "adapters" / "slack"

METHOD = re.compile(r"(?:apps|assistant|auth|chat|conversations|users|views)[._][\w.]+")

# What Slack asks for each method, and for each event.
METHOD_SCOPES = {
    "apps_connections_open": set(),
    "assistant_threads_setSuggestedPrompts": {"assistant:write"},
    "auth_test": set(),
    "chat_postEphemeral": {"chat:write"},
    "chat_postMessage": {"chat:write"},
    "chat_update": {"chat:write"},
    "conversations_history": {"channels:history", "groups:history", "im:history"},
    "conversations_info": {"channels:read", "groups:read", "im:read"},
    "conversations_replies": {"channels:history", "groups:history", "im:history"},
    "users_conversations": {"channels:read", "groups:read"},
    "users_info": {"users:read"},
    "views_publish": set(),
}
EVENT_SCOPES = {
    "app_home_opened": set(),
    "app_mention": {"app_mentions:read"},
    "app_uninstalled": set(),
    "channel_archive": {"channels:read"},
    "channel_deleted": {"channels:read"},
    "channel_left": {"channels:read"},
    "channel_unarchive": {"channels:read"},
    "group_archive": {"groups:read"},
    "group_deleted": {"groups:read"},
    "group_left": {"groups:read"},
    "group_unarchive": {"groups:read"},
    "member_joined_channel": {"channels:read", "groups:read"},
    "message.channels": {"channels:history"},
    "message.groups": {"groups:history"},
    "message.im": {"im:history"},
    "tokens_revoked": set(),
}


def called() -> set[str]:
    """The methods of Slack that the adapter's own modules call."""
    names = set()
    for file in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Attribute(attr=str(name)) | ast.Constant(value=str(name)):
                    if METHOD.fullmatch(name):  # posts are made without Slack's library
                        names.add(name.replace(".", "_"))
                case _:
                    pass
    return names


def test_the_scopes_are_those_that_the_methods_and_events_need() -> None:
    assert called() == set(METHOD_SCOPES)
    events = manifest()["settings"]["event_subscriptions"]["bot_events"]
    assert set(events) == set(EVENT_SCOPES)
    needed = set().union(*METHOD_SCOPES.values(), *EVENT_SCOPES.values(), {"commands"})
    assert set(manifest()["oauth_config"]["scopes"]["bot"]) == needed


async def test_the_events_are_those_that_are_listened_to(one: Bench) -> None:
    app = one.chat._listening()
    heard = {"message.channels", "message.groups", "message.im"}
    for name in EVENT_SCOPES:
        body: dict[str, object] = {
            "type": "event_callback",
            "event": {"type": name.partition(".")[0]},
        }
        matched = [each for each in app._async_listeners if await _matches(each, body)]
        if len(matched) > 1:  # the last one takes what no other does
            heard.add(name)
    assert heard == set(EVENT_SCOPES)


async def _matches(listener: object, body: dict[str, object]) -> bool:
    request = AsyncBoltRequest(body=body, mode="socket_mode")
    answer = BoltResponse(status=200)
    return bool(await listener.async_matches(req=request, resp=answer))  # type: ignore[attr-defined]


def test_the_manifest_of_socket_mode_names_no_address() -> None:
    assert "url" not in manifest_text()
    assert manifest()["settings"]["socket_mode_enabled"] is True


def test_the_manifest_of_http_names_the_address_wherever_slack_comes_from() -> None:
    address = "https://bot.example/slack/events"
    made = json.loads(manifest_text(address))
    assert made["settings"]["socket_mode_enabled"] is False
    assert manifest_text(address).count(address) == 3


def test_the_manifest_keeps_slacks_limits() -> None:
    made = manifest()
    assert len(made["display_information"]["name"]) <= 35
    assert len(made["display_information"]["description"]) <= 140
    (shortcut,) = made["features"]["shortcuts"]
    assert len(shortcut["name"]) <= 24
    assert "assistant_view" not in made["features"]
    assert made["features"]["agent_view"]["agent_description"]


@pytest.mark.parametrize(
    ("scopes", "trouble", "app_token", "fine"),
    [
        (",".join(SCOPES), {}, APP_TOKEN, [True, True, True]),
        (",".join(SCOPES), {}, "", [True, True]),
        (",".join([*SCOPES, "files:read"]), {}, "", [True, True]),
        ("chat:write", {}, "", [True, False]),
        ("", {"auth.test": "invalid_auth"}, APP_TOKEN, [False, True]),
        (
            ",".join(SCOPES),
            {"apps.connections.open": "not_allowed_token_type"},
            "x",
            [True, True, False],
        ),
    ],
)
async def test_the_doctor_sees_tokens_scopes_and_the_socket(
    slack: FakeSlack,
    scopes: str,
    trouble: dict[str, str],
    app_token: str,
    fine: list[bool],
) -> None:
    slack.scopes = scopes
    for method, code in trouble.items():
        slack.trouble[method].append(code)
    found = await examine(BOT_TOKEN, app_token, f"{slack.url}/api/")
    assert [finding.fine for finding in found] == fine
    assert all(finding.fine or finding.remedy for finding in found)
    assert BOT_TOKEN not in str(found)


async def test_the_doctor_names_what_is_missing_and_what_is_spare(slack: FakeSlack) -> None:
    slack.scopes = "files:read," + ",".join(sorted(SCOPES)[1:])
    _, scopes = await examine(BOT_TOKEN, "", f"{slack.url}/api/")
    assert min(SCOPES) in scopes.words
    slack.scopes += "," + min(SCOPES)
    _, scopes = await examine(BOT_TOKEN, "", f"{slack.url}/api/")
    assert "could do without files:read" in scopes.words


async def test_the_doctor_without_a_slack_says_so() -> None:
    found = await examine(BOT_TOKEN, APP_TOKEN, "http://127.0.0.1:9/api/")
    assert [finding.fine for finding in found] == [False, False]
    assert "SLACK_API_URL" in found[0].remedy

"""The app manifest: exactly what the bot uses of Slack, for the page where apps are made."""

from __future__ import annotations

import json
from typing import Any

from bot.adapters.slack.lifecycle import EVENTS
from bot.adapters.slack.shortcut import CALLBACK, NAME
from bot.adapters.slack.slash import COMMAND

# Each with what needs it.
SCOPES = {
    "app_mentions:read": "mentions",
    "assistant:write": "suggested prompts in our own chat",
    "channels:history": "follow-ups in threads; posts are looked for before they are sent again",
    "channels:read": "whether a channel can be posted to, and when that changes",
    "chat:write": "answers and alerts",
    "commands": "the command and the shortcut",
    "groups:history": "the same in private channels",
    "groups:read": "the same in private channels",
    "im:history": "direct messages",
    "im:read": "whether a chat is the bot's own, where everybody manages their alerts",
    "users:read": "who changed a channel's alerts, and whether they may",
}
SPOKEN = ("app_home_opened", "app_mention", "message.channels", "message.groups", "message.im")
_ABOUT = "Who may use which AI model, under which rule, since when; every sentence with its source."


def manifest(address: str | None = None) -> dict[str, Any]:
    """The manifest for Socket Mode; with the public address of `/slack/events`, for HTTP."""
    where = {} if address is None else {"request_url": address}
    command = {
        "command": COMMAND,
        "description": "Ask about AI release rules",
        "usage_hint": "who may use claude mythos 5? | deadlines | help",
        "should_escape": False,
    }
    return {
        "_metadata": {"major_version": 2},
        "display_information": {"name": "airules", "description": _ABOUT},
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "agent_view": {"agent_description": _ABOUT},
            "bot_user": {"display_name": "airules", "always_online": True},
            "slash_commands": [command if address is None else {**command, "url": address}],
            "shortcuts": [
                {
                    "name": NAME,
                    "type": "message",
                    "callback_id": CALLBACK,
                    "description": "What the base says of a message",
                }
            ],
        },
        "oauth_config": {"scopes": {"bot": sorted(SCOPES)}},
        "settings": {
            "event_subscriptions": {**where, "bot_events": sorted((*SPOKEN, *EVENTS))},
            "interactivity": {"is_enabled": True, **where},
            "org_deploy_enabled": False,
            "socket_mode_enabled": address is None,
            "token_rotation_enabled": False,
        },
    }


def manifest_text(address: str | None = None) -> str:
    """The manifest as JSON, to be pasted where Slack makes an app from one."""
    return json.dumps(manifest(address), indent=2, ensure_ascii=False) + "\n"

"""The link that adds the bot to a server, with the permissions that it uses and why."""

from __future__ import annotations

import base64
import binascii
from urllib.parse import urlencode

import discord

_PERMISSIONS = (
    ("view_channel", "View Channels", "to see the channels that alerts go to"),
    ("send_messages", "Send Messages", "to answer mentions and to post alerts"),
    ("send_messages_in_threads", "Send Messages in Threads", "to do the same in threads"),
    (
        "read_message_history",
        "Read Message History",
        "to reply to a question, and to find a post of its own before it would be made twice",
    ),
)
_PLACEHOLDER = "YOUR_APPLICATION_ID"


def invitation(token: str | None = None) -> str:
    """The link and the reasons, as lines; a token tells the application that they are for."""
    permissions = discord.Permissions(**{name: True for name, _, _ in _PERMISSIONS})
    query = {
        "client_id": application_of(token) or _PLACEHOLDER,
        "scope": "bot applications.commands",
        "permissions": permissions.value,
    }
    return "\n".join(
        (
            f"https://discord.com/oauth2/authorize?{urlencode(query)}",
            "",
            "Scopes: bot (to be in the server), applications.commands (for /ask and the others).",
            "Permissions:",
            *(f"- {words}: {reason}" for _, words, reason in _PERMISSIONS),
            "Privileged intents: none.",
            "",
        )
    )


def application_of(token: str | None) -> str | None:
    """The application's id, which is the first part of a token; None if it cannot be told."""
    first = (token or "").partition(".")[0]
    try:
        found = base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        return None
    return found if found.isdigit() else None

"""What our own Slack holds, and what the methods of its Web API do with it."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass, field
from typing import Any

from tests.bot.adapters.slack.rules import faults

Json = dict[str, Any]

BOT, BOT_USER, TEAM = "B0BOT", "U0BOT", "T0TEAM"
BOT_TOKEN, APP_TOKEN, SECRET = "xoxb-canary-token", "xapp-canary-token", "canary-secret"
NOW = 1_795_200_000.0  # 20 November 2026

_MESSAGE = {"channel", "text", "blocks", "thread_ts", "parse", "link_names"}
_POSTED = _MESSAGE | {"unfurl_links", "unfurl_media", "metadata", "client_msg_id", "mrkdwn"}
_HISTORY = {"channel", "oldest", "inclusive", "include_all_metadata", "limit", "cursor"}
ARGUMENTS: dict[str, set[str]] = {
    "auth.test": set(),
    "apps.connections.open": set(),
    "assistant.threads.setSuggestedPrompts": {"channel_id", "title", "prompts", "thread_ts"},
    "chat.postMessage": _POSTED,
    "chat.postEphemeral": _MESSAGE | {"user"},
    "chat.update": (_MESSAGE | {"ts", "metadata"}) - {"thread_ts"},
    "conversations.history": _HISTORY,
    "conversations.info": {"channel"},
    "conversations.replies": _HISTORY | {"ts"},
    "users.conversations": {"user", "types", "limit", "cursor"},
    "users.info": {"user"},
    "views.publish": {"user_id", "view"},
}


class Refused(Exception):
    """An error code of the API."""


@dataclass
class Channel:
    """A channel, or a chat with the bot."""

    id: str
    members: set[str] = field(default_factory=lambda: {BOT_USER, "U1", "U2"})
    private: bool = False
    archived: bool = False
    read_only: bool = False
    messages: list[Json] = field(default_factory=list)


class Workspace:
    """Channels, people and views, as the methods of the Web API see and change them."""

    def __init__(self) -> None:
        self.channels = {
            "C1": Channel("C1"),
            "C2": Channel("C2", private=True),
            "C9": Channel("C9", members={"U1", "U2"}),  # the bot is not in it
            "D1": Channel("D1", members={BOT_USER, "U1"}),
            "D9": Channel("D9", members={"U1", "U2"}),  # a chat between two people
            "U1": Channel("D1", members={BOT_USER, "U1"}),
        }
        self.channels["U1"] = self.channels["D1"]  # a message to a user goes into their chat
        self.users: dict[str, Json] = {
            "U1": {"id": "U1", "name": "ada", "real_name": "Ada", "is_admin": True},
            "U2": {"id": "U2", "name": "ben", "profile": {"display_name": "Ben"}},
        }
        self.scopes = "chat:write"
        self.whispers: list[Json] = []  # what one person sees
        self.views: dict[str, Json] = {}
        self.prompts: dict[str, Json] = {}
        self.url = ""
        self._numbers = itertools.count(1)

    def ts(self) -> str:
        """The time stamp of a new message; each is later than all before."""
        return f"{NOW + next(self._numbers):.6f}"

    def said(self, channel: str) -> list[Json]:
        """What the bot said to everyone in a channel."""
        return [m for m in self.channels[channel].messages if m.get("bot_id")]

    def _auth_test(self, given: Json) -> Json:
        return {
            "url": self.url,
            "team": "Team",
            "user": "airules",
            "team_id": TEAM,
            "user_id": BOT_USER,
            "bot_id": BOT,
        }

    def _apps_connections_open(self, given: Json) -> Json:
        return {"url": f"{self.url.replace('http', 'ws')}/link?ticket=secret"}

    def _chat_postMessage(self, given: Json) -> Json:  # noqa: N802 (the method's name)
        channel = self._open(given["channel"])
        self._check(given, "message")
        message = self._stored(channel, given)
        return {"channel": channel.id, "ts": message["ts"], "message": message}

    def _chat_postEphemeral(self, given: Json) -> Json:  # noqa: N802 (the method's name)
        channel = self._open(given["channel"])
        if given["user"] not in channel.members:
            raise Refused("user_not_in_channel")
        self._check(given, "message")
        self.whispers.append(dict(given))
        return {"message_ts": self.ts()}

    def _chat_update(self, given: Json) -> Json:
        channel = self._open(given["channel"])
        for message in channel.messages:
            if message["ts"] == given["ts"] and message.get("bot_id"):
                if given.get("blocks") != []:
                    self._check(given, "message")
                message |= {k: v for k, v in given.items() if k in {"text", "blocks", "metadata"}}
                return {"channel": channel.id, "ts": message["ts"]}
        raise Refused("message_not_found")

    def _conversations_history(self, given: Json) -> Json:
        found = [m for m in self._seen(given["channel"]).messages if _top(m)]
        return self._listed(found, given)

    def _conversations_replies(self, given: Json) -> Json:
        messages = self._seen(given["channel"]).messages
        found = [m for m in messages if given["ts"] in {m["ts"], m.get("thread_ts")}]
        if not found:
            raise Refused("thread_not_found")
        return self._listed(found, given)

    def _listed(self, found: list[Json], given: Json) -> Json:
        """Newest first, a page of two at a time, to see that all pages are read."""
        since = float(given.get("oldest", 0))
        fresh = [m for m in reversed(found) if float(m["ts"]) >= since]
        start = int(given.get("cursor") or 0)
        more = str(start + 2) if start + 2 < len(fresh) else ""
        shown = [dict(m) for m in fresh[start : start + 2]]
        if given.get("include_all_metadata") not in {"1", "true", True}:
            for message in shown:
                message.pop("metadata", None)
        return {"messages": shown, "response_metadata": {"next_cursor": more}}

    def _conversations_info(self, given: Json) -> Json:
        channel = self.channels.get(given["channel"])
        hidden = channel is not None and (channel.private or channel.id.startswith("D"))
        if channel is None or (hidden and BOT_USER not in channel.members):
            raise Refused("channel_not_found")
        direct = channel.id.startswith("D")
        here: Json = {"id": channel.id, "is_im": direct, "is_archived": channel.archived}
        if not direct:
            here |= {"is_member": BOT_USER in channel.members}
        return {"channel": {**here, "is_read_only": channel.read_only}}

    def _users_conversations(self, given: Json) -> Json:
        names = [c.id for c in self.channels.values() if given["user"] in c.members]
        start = int(given.get("cursor") or 0)
        more = str(start + 2) if start + 2 < len(names) else ""
        shown = [{"id": name} for name in names[start : start + 2] if name.startswith("C")]
        return {"channels": shown, "response_metadata": {"next_cursor": more}}

    def _users_info(self, given: Json) -> Json:
        if given["user"] not in self.users:
            raise Refused("user_not_found")
        return {"user": self.users[given["user"]]}

    def _views_publish(self, given: Json) -> Json:
        view = given["view"] if isinstance(given["view"], dict) else json.loads(given["view"])
        if faults(view["blocks"], "home"):
            raise Refused("invalid_blocks")
        self.views[given["user_id"]] = view
        return {"view": view}

    def _assistant_threads_setSuggestedPrompts(self, given: Json) -> Json:  # noqa: N802
        prompts = given["prompts"]
        if not 1 <= len(prompts) <= 4 or not all(p["title"] and p["message"] for p in prompts):
            raise Refused("invalid_arguments")
        self.prompts[given["channel_id"]] = given
        return {}

    def _open(self, name: str) -> Channel:
        channel = self._seen(name)
        if channel.archived:
            raise Refused("is_archived")
        return channel

    def _seen(self, name: str) -> Channel:
        channel = self.channels.get(name)
        if channel is None:
            raise Refused("channel_not_found")
        if BOT_USER not in channel.members:
            raise Refused("channel_not_found" if channel.private else "not_in_channel")
        return channel

    def _check(self, given: Json, surface: str) -> None:
        if not given.get("text") and not given.get("blocks"):
            raise Refused("no_text")
        if len(given.get("text", "")) > 40_000:
            raise Refused("msg_too_long")
        if "blocks" in given and faults(given["blocks"], surface):
            raise Refused("invalid_blocks")

    def _stored(self, channel: Channel, given: Json) -> Json:
        message = {"ts": self.ts(), "bot_id": BOT, "user": BOT_USER, **given}
        channel.messages.append(message)
        return message


def _top(message: Json) -> bool:
    return message.get("thread_ts") in {None, message["ts"]}

"""Who somebody is, and whether they may change a channel's alerts."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.adapters.slack.codes import code_of
from bot.adapters.slack.voice import Place
from bot.model import Invocation, Person
from bot.router import Router

log = logging.getLogger(__name__)


class People:
    """Knows who manages alerts: "anyone", "admins", or ids of users with commas between."""

    def __init__(self, router: Router, managers: str) -> None:
        self._router = router
        self._managers = managers
        self._named = frozenset(part.strip() for part in managers.split(","))

    async def person(
        self, client: AsyncWebClient, place: Place, name: str, invocation: Invocation
    ) -> Person:
        """The person; Slack is asked only where the command is for those who manage.

        In their own chat with the bot everybody manages: nobody else reads it.
        """
        user = place.person
        manages = place.direct or self._managers == "anyone" or user in self._named
        command = self._router.commands.get(invocation.command)
        if command is None or not command.manages:
            return Person(id=user, name=name or user, manages=manages)
        known: dict[str, Any] = {}
        if not name or (not manages and self._managers == "admins"):
            known = await _told(client.users_info(user=user), "user")
        if not manages and self._managers == "admins":
            manages = bool(known.get("is_admin") or known.get("is_owner"))
        if not manages and place.channel.startswith("D"):  # a chat, of the bot or between people
            chat = await _told(client.conversations_info(channel=place.channel), "channel")
            manages = bool(chat.get("is_im"))
        return Person(id=user, name=name or _name(known) or user, manages=manages)


def _name(known: dict[str, Any]) -> str:
    profile = known.get("profile") or {}
    return str(profile.get("display_name") or known.get("real_name") or known.get("name") or "")


async def _told(asking: Awaitable[AsyncSlackResponse], part: str) -> dict[str, Any]:
    """What Slack tells of something; nothing where it will not, and then nobody manages by it."""
    try:
        found = (await asking).get(part)
    except SlackApiError as error:
        log.warning("Slack does not tell of a %s: %s", part, code_of(error))
        return {}
    return found if isinstance(found, dict) else {}

"""What `doctor` looks at in Discord: whether it answers, whose bot it is, what it knows of us."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import aiohttp

from bot.adapters.discord.client import intents
from bot.adapters.discord.commands import Payload, application_commands
from bot.model import Command, Finding
from bot.router import load_commands

_PATIENCE = aiohttp.ClientTimeout(total=10)
_AGENT = "DiscordBot (https://github.com/Rapptz/discord.py, 2)"
_COMPARED = ("name", "description", "type", "required", "autocomplete")


async def examine(
    token: str, api_url: str, commands: Iterable[Command] | None = None
) -> tuple[Finding, ...]:
    """What was found, in the order in which it was looked at; stops where nothing can follow."""
    wanted = application_commands(load_commands().values() if commands is None else commands)
    headers = {"Authorization": f"Bot {token}", "User-Agent": _AGENT}
    try:
        async with aiohttp.ClientSession(headers=headers, timeout=_PATIENCE) as session:
            return await _examined(session, api_url.rstrip("/"), wanted)
    except (aiohttp.ClientError, OSError, ValueError) as error:
        words = f"Discord does not answer at {api_url} ({type(error).__name__})"
        return (Finding(False, words, "Check the network, and DISCORD_API_URL in .env."),)


async def _examined(
    session: aiohttp.ClientSession, base: str, wanted: list[Payload]
) -> tuple[Finding, ...]:
    status, me = await _get(session, f"{base}/users/@me")
    if status == 401:
        remedy = "Reset it in the developer portal under Bot, and copy it into DISCORD_TOKEN."
        return (Finding(False, "Discord refuses the token", remedy),)
    if status != 200:
        words = f"Discord answers with status {status}"
        return (Finding(False, words, "Try again later; see https://discordstatus.com."),)
    findings = [Finding(True, f"Discord answers; the bot is {me.get('username', '?')}")]
    _, application = await _get(session, f"{base}/applications/@me")
    servers = application.get("approximate_guild_count")
    if servers is not None:
        findings.append(Finding(True, f"it is in {servers} server{'s' * (servers != 1)}"))
    privileged = intents().value & _privileged()
    findings.append(Finding(not privileged, "no privileged intent is needed"))
    if application.get("interactions_endpoint_url"):
        words = "an interactions endpoint is set, so commands and buttons never reach the bot"
        findings.append(Finding(False, words, "Empty it in the developer portal."))
    path = f"{base}/applications/{application.get('id', me.get('id'))}/commands"
    status, there = await _get(session, path)
    same = status == 200 and _plain(there) == _plain(wanted)
    remedy = "" if same else "`airules run` sends them when it starts."
    words = "the commands are those of this version"
    findings.append(Finding(same, words if same else "Discord has other commands", remedy))
    return tuple(findings)


async def _get(session: aiohttp.ClientSession, url: str) -> tuple[int, Any]:
    async with session.get(url) as response:
        if response.status != 200:
            return response.status, {}
        return response.status, await response.json(content_type=None)


def _privileged() -> int:
    """Members, presences and the words of all messages."""
    return (1 << 1) | (1 << 8) | (1 << 15)


def _plain(commands: Any) -> list[Any]:
    """Commands without what Discord adds to them, in order of their names."""
    found = [
        {key: each[key] for key in _COMPARED if each.get(key)}
        | {"options": _plain(each.get("options", []))}
        for each in commands
    ]
    return sorted(found, key=lambda each: str(each.get("name")))

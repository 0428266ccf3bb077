"""Whether Slack lets the bot in: its tokens, its scopes, and the socket."""

from __future__ import annotations

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.codes import BROKEN, code_of
from bot.adapters.slack.manifest import SCOPES
from bot.adapters.slack.quiet import library_log
from bot.model import Finding

_TIMEOUT = 10.0  # seconds
_UNREACHED = "Check the network, and SLACK_API_URL in .env."
_UPDATE = "Paste what `airules manifest slack` prints into the app's manifest, and reinstall it."


async def examine(bot_token: str, app_token: str, api_url: str) -> tuple[Finding, ...]:
    """What Slack says to the tokens; without an app token the socket is left out."""
    timeout = aiohttp.ClientTimeout(total=_TIMEOUT)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        client = AsyncWebClient(
            token=bot_token,
            base_url=api_url,
            session=session,
            logger=library_log(),
            retry_handlers=[],
        )
        found = await _bot(client)
        if app_token:
            found = (*found, await _socket(client, app_token))
        return found


async def _bot(client: AsyncWebClient) -> tuple[Finding, ...]:
    try:
        answer = await client.auth_test()
    except SlackApiError as error:
        remedy = "Copy the bot token (xoxb-...) of the app's page OAuth & Permissions into .env."
        return (Finding(False, f"Slack refuses SLACK_BOT_TOKEN ({code_of(error)})", remedy),)
    except BROKEN:
        return (Finding(False, "Slack does not answer", _UNREACHED),)
    known = Finding(True, f"Slack knows the bot as {answer.get('user')} in {answer.get('team')}")
    return (known, _scopes(str(answer.headers.get("x-oauth-scopes", ""))))


def _scopes(told: str) -> Finding:
    given = {scope.strip() for scope in told.split(",") if scope.strip()}
    missing = sorted(SCOPES.keys() - given)
    if missing:
        return Finding(False, f"the Slack app lacks scopes: {', '.join(missing)}", _UPDATE)
    spare = sorted(given - SCOPES.keys())
    note = f"; it could do without {', '.join(spare)}" if spare else ""
    return Finding(True, f"the Slack app has the {len(SCOPES)} scopes that the bot uses{note}")


async def _socket(client: AsyncWebClient, app_token: str) -> Finding:
    try:
        await client.apps_connections_open(app_token=app_token)
    except SlackApiError as error:
        remedy = "Make an app-level token with the scope connections:write, and put it into .env."
        return Finding(False, f"Slack refuses SLACK_APP_TOKEN ({code_of(error)})", remedy)
    except BROKEN:
        return Finding(False, "Slack does not answer to SLACK_APP_TOKEN", _UNREACHED)
    return Finding(True, "Slack opens a socket (Socket Mode)")

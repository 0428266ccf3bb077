"""What Slack's error codes mean for a post that is owed."""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import Mapping
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.model import (
    Ambiguous,
    Failed,
    Malformed,
    Outcome,
    Parked,
    PlatformStopped,
    Refused,
    TenantLost,
    Wait,
)

INVITE = "Type `/invite @airules` in the channel."
_WAIT = 60.0  # seconds, where Slack asks for patience and does not say how much
_LONGEST_WAIT = 3_600.0

PARKED = {
    "channel_not_found": f"the channel is deleted, or I am not in it. {INVITE}",
    "not_in_channel": f"I am not in the channel. {INVITE}",
    "is_archived": "the channel is archived. Unarchive it.",
    "is_inactive": "the channel is frozen. Ask an admin of the workspace to thaw it.",
    "restricted_action": "the channel's settings let few people post. Add me to them.",
    "restricted_action_read_only_channel": "the channel is read-only. Let me post in it.",
    "restricted_action_thread_only_channel": "the channel takes replies only. Choose another one.",
    "restricted_action_non_threadable_channel": "the channel takes no replies. Choose another one.",
    "no_permission": "I may not post in the channel. Ask an admin of the workspace to allow it.",
    "missing_scope": "I lack a permission of Slack. Update the app by `airules manifest slack`.",
    "ekm_access_denied": "the workspace's keys are withheld. Ask an admin of the workspace.",
    "enterprise_is_restricted": "the workspace restricts apps. Ask an admin of the workspace.",
    "messages_tab_disabled": "my messages are switched off. Update the app by "
    "`airules manifest slack`.",
}
LOST = frozenset({"account_inactive", "token_revoked", "access_denied", "team_access_not_granted"})
STOPPED = frozenset({"invalid_auth", "not_authed", "token_expired", "not_allowed_token_type"})
MALFORMED = frozenset(
    {
        *("invalid_blocks", "invalid_blocks_format", "invalid_attachments", "invalid_arguments"),
        *("invalid_metadata_format", "invalid_metadata_schema", "metadata_too_large"),
        *("msg_too_long", "msg_blocks_too_long", "no_text", "too_many_attachments"),
        *("invalid_arg_name", "invalid_array_arg", "invalid_form_data", "invalid_post_type"),
        *("invalid_json", "json_not_object", "markdown_text_conflict", "only_one_table_allowed"),
    }
)
REFUSED = frozenset(
    {
        *("message_not_found", "cant_update_message", "edit_window_closed", "thread_not_found"),
        *("cannot_reply_to_message", "thread_locked", "update_failed", "block_mismatch"),
        *("slack_connect_blocked_file_type", "external_channel_migrating"),
    }
)
WAITING = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})
PASSING = frozenset(
    {"service_unavailable", "request_timeout", "team_added_to_org", "org_login_required"}
)
UNSURE = frozenset(
    {"internal_error", "fatal_error", "duplicate_message_not_found", "duplicate_channel_not_found"}
)

# What may end a call otherwise than by an answer of Slack's.
BROKEN = (aiohttp.ClientError, asyncio.TimeoutError, OSError, json.JSONDecodeError)


def code_of(error: SlackApiError) -> str:
    """Slack's own word for an error; its HTTP status where it says none."""
    data: Any = getattr(error.response, "data", None)
    if isinstance(data, Mapping) and isinstance(data.get("error"), str):
        return str(data["error"])
    return f"http_{status_of(error)}"


def status_of(error: SlackApiError) -> int:
    """The HTTP status of an error."""
    response: Any = error.response
    status = getattr(response, "status_code", None) or getattr(response, "status", None)
    return int(status) if isinstance(status, int) else 0


def pause_of(error: SlackApiError) -> float:
    """For how long Slack asks to wait, in seconds."""
    return pause_asked(getattr(error.response, "headers", None) or {}, _WAIT)


def pause_asked(headers: Mapping[str, Any], usual: float) -> float:
    """The seconds that an answer's headers ask for; `usual` where they say nothing of use."""
    try:
        asked = float(headers.get("Retry-After", usual))
    except (TypeError, ValueError):
        return usual
    return usual if math.isnan(asked) else min(max(asked, 0.0), _LONGEST_WAIT)


def is_patience(error: SlackApiError) -> bool:
    """Whether Slack asks to wait, and did nothing."""
    return status_of(error) == 429 or code_of(error) in WAITING


def outcome_of(error: Exception) -> Outcome:
    """What an error of a post says of the post."""
    if isinstance(error, SlackApiError):
        return _answered(error)
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
        return Failed("unreachable")  # nothing was sent
    if isinstance(error, TimeoutError | asyncio.TimeoutError):
        return Ambiguous("timeout")
    return Ambiguous("disconnected")


def _answered(error: SlackApiError) -> Outcome:
    code = code_of(error)
    if is_patience(error):
        # Slack counts by method, channel and workspace, and does not say which was too much.
        return Wait(pause_of(error), "tenant")
    if code in PARKED or code.startswith("restricted_action"):
        return Parked(code, PARKED.get(code, PARKED["restricted_action"]))
    if code in LOST:
        return TenantLost(code)
    if code in STOPPED:
        return PlatformStopped(code)
    if code in MALFORMED:
        return Malformed(code)
    if code in REFUSED:
        return Refused(code)
    if code in UNSURE or code.startswith("http_"):
        return Ambiguous(code)
    return Failed(code)  # one of `PASSING`, or a code that is new to us

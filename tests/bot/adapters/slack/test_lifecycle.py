"""Channels that close and open, and workspaces that show the bot out and let it in again."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from bot.alerts.channels import Standing, channel_id, standing
from bot.alerts.tables import audit
from bot.model import ChannelRef
from tests.bot.adapters.slack.bench import Bench, commands
from tests.bot.adapters.slack.workspace import BOT_USER, TEAM

HERE = ChannelRef("slack", TEAM, "C1")


async def stands(bench: Bench, channel: ChannelRef = HERE) -> Standing:
    async with bench.office.database.transaction() as connection:
        await channel_id(connection, channel)
        found = await standing(connection, channel)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("event", "channel", "code", "opening"),
    [
        ("channel_archive", "C1", "is_archived", "channel_unarchive"),
        ("group_archive", "C1", "is_archived", "group_unarchive"),
        ("channel_deleted", "C1", "channel_not_found", "member_joined_channel"),
        ("group_deleted", "C1", "channel_not_found", "member_joined_channel"),
        ("channel_left", "C1", "not_in_channel", "member_joined_channel"),
        ("group_left", {"id": "C1"}, "not_in_channel", "member_joined_channel"),
    ],
)
async def test_a_channel_is_parked_and_taken_up_again(
    one: Bench, event: str, channel: Any, code: str, opening: str
) -> None:
    assert (await stands(one)).state == "open"
    await one.event({"type": event, "channel": channel})
    parked = await stands(one)
    assert (parked.state, parked.code) == ("parked", code)
    assert parked.reason
    user = BOT_USER if opening == "member_joined_channel" else "U1"
    await one.event({"type": opening, "channel": "C1", "user": user})
    assert (await stands(one)).state == "open"


async def test_somebody_else_who_joins_changes_nothing(one: Bench) -> None:
    await stands(one)
    await one.event({"type": "channel_archive", "channel": "C1"})
    await one.event({"type": "member_joined_channel", "channel": "C1", "user": "U2"})
    assert (await stands(one)).state == "parked"


@pytest.mark.parametrize(
    ("event", "state"),
    [
        ({"type": "app_uninstalled"}, "lost"),
        ({"type": "tokens_revoked", "tokens": {"bot": ["U0BOT"]}}, "lost"),
        ({"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}}, "open"),
    ],
)
async def test_a_workspace_that_shows_the_bot_out_is_lost_until_it_starts_again(
    one: Bench, event: dict[str, Any], state: str
) -> None:
    other = ChannelRef("slack", "T-other", "C1")
    await stands(one)
    await stands(one, other)
    await one.event(event)
    assert (await stands(one)).state == state
    assert (await stands(one, other)).state == "open"
    await one.start(commands())
    assert (await stands(one)).state == "open"


async def test_nothing_of_it_is_written_down_as_if_a_person_did_it(one: Bench) -> None:
    await stands(one)
    await one.event({"type": "channel_archive", "channel": "C1"})
    async with one.office.database.transaction() as connection:
        assert (await connection.execute(select(audit))).all() == []

"""What happens to servers and channels, and what that means for their alerts."""

from __future__ import annotations

from dataclasses import replace

import discord
import pytest

from bot.alerts.channels import channel_id, park, standing
from bot.database import Database
from bot.model import ChannelRef
from tests.bot.adapters.discord.conftest import Open, Sim, response, words
from tests.bot.conftest import NOW
from tests.bot.fakes import a_command


def place(sim: Sim) -> ChannelRef:
    return ChannelRef("discord", str(sim.guild.id), str(sim.channel.id))


async def state(database: Database, channel: ChannelRef) -> str | None:
    async with database.transaction() as connection:
        found = await standing(connection, channel)
    return found.state if found else None


async def subscribed(database: Database, channel: ChannelRef) -> None:
    async with database.transaction() as connection:
        await channel_id(connection, channel)


async def test_a_deleted_channel_is_parked(sim: Sim, database: Database) -> None:
    await subscribed(database, place(sim))
    channel = sim.env.bot.get_channel(sim.channel.id)
    assert isinstance(channel, discord.TextChannel)
    with sim.arranging():
        await channel.delete()
    await sim.env.settle()
    assert await state(database, place(sim)) == "parked"


async def test_a_server_that_removes_the_bot_is_lost_until_it_is_let_in_again(
    sim: Sim, database: Database
) -> None:
    await subscribed(database, place(sim))
    guild = sim.env.bot.get_guild(sim.guild.id)
    assert guild is not None
    await sim.chat.client.on_guild_remove(guild)
    assert await state(database, place(sim)) == "lost"
    await sim.chat.client.on_guild_join(guild)
    assert await state(database, place(sim)) == "open"


@pytest.mark.parametrize("event", ["channel", "role", "member"])
async def test_a_channel_that_can_be_posted_to_again_is_reopened(
    sim: Sim, database: Database, event: str
) -> None:
    await subscribed(database, place(sim))
    await park(database, place(sim), "50013", "I need Send Messages here.", NOW)
    guild = sim.env.bot.get_guild(sim.guild.id)
    assert guild is not None
    client, channel, role = sim.chat.client, guild.get_channel(sim.channel.id), guild.default_role
    assert channel is not None
    match event:
        case "channel":
            await client.on_guild_channel_update(channel, channel)
        case "role":
            await client.on_guild_role_update(role, role)
        case _:
            await client.on_member_update(guild.me, guild.me)
    assert await state(database, place(sim)) == "open"


async def test_a_channel_that_cannot_be_posted_to_stays_parked(
    sim: Sim, database: Database
) -> None:
    await subscribed(database, place(sim))
    await park(database, place(sim), "50013", "I need Send Messages here.", NOW)
    guild = sim.env.bot.get_guild(sim.guild.id)
    assert guild is not None
    channel = guild.get_channel(sim.channel.id)
    assert isinstance(channel, discord.TextChannel)
    with sim.arranging():
        await channel.set_permissions(guild.me, send_messages=False)
    await sim.env.settle()
    assert await state(database, place(sim)) == "parked"


# -- what keeps the bot from posting


async def test_where_posts_can_be_made_nothing_hinders(sim: Sim) -> None:
    assert await sim.chat.hindrance(place(sim)) is None
    direct = sim.alice.user.dm_channel
    await sim.alice.send_dm("help")
    person = ChannelRef("discord", str(sim.alice.id), str(direct.id))
    assert await sim.chat.hindrance(person) is None


@pytest.mark.parametrize(
    ("right", "named"),
    [
        ({"view_channel": False}, "I need View Channel"),
        ({"send_messages": False}, "I need Send Messages in #policy."),
        (
            {"send_messages": False, "read_message_history": False},
            "I need Send Messages and Read Message History in #policy.",
        ),
    ],
)
async def test_a_missing_permission_is_named_with_its_remedy(
    sim: Sim, right: dict[str, bool], named: str
) -> None:
    guild = sim.env.bot.get_guild(sim.guild.id)
    assert guild is not None
    channel = guild.get_channel(sim.channel.id)
    assert isinstance(channel, discord.TextChannel)
    with sim.arranging():
        await channel.set_permissions(guild.me, overwrite=discord.PermissionOverwrite(**right))
    told = await sim.chat.hindrance(place(sim))
    assert told is not None
    assert told.startswith(named)
    assert told.endswith("A server admin can set this under Edit Channel → Permissions.")


async def test_a_thread_needs_its_own_permission(sim: Sim) -> None:
    channel = sim.env.bot.get_channel(sim.channel.id)
    assert isinstance(channel, discord.TextChannel)
    first = await sim.alice.send(sim.channel, "let us talk")
    with sim.arranging():
        thread = await channel.create_thread(name="talk", message=discord.Object(first.id))
    where = ChannelRef("discord", str(sim.guild.id), str(thread.id))
    assert await sim.chat.hindrance(where) is None
    overwrite = discord.PermissionOverwrite(send_messages_in_threads=False)
    with sim.arranging():
        await channel.set_permissions(channel.guild.me, overwrite=overwrite)
    told = await sim.chat.hindrance(where)
    assert told is not None
    assert told.startswith("I need Send Messages in Threads in #talk.")


@pytest.mark.parametrize("channel", ["1", "C012"])
async def test_a_channel_that_is_not_there_is_gone(sim: Sim, channel: str) -> None:
    told = await sim.chat.hindrance(ChannelRef("discord", str(sim.guild.id), channel))
    assert told is not None
    assert told.startswith("The channel is gone.")


async def test_a_server_where_the_bot_is_not_says_so(sim: Sim) -> None:
    told = await sim.chat.hindrance(ChannelRef("discord", "77", "88"))
    assert told is not None
    assert told.startswith("I am not in this server as a bot")


async def test_who_manages_the_server_may_manage_its_alerts(open_sim: Open) -> None:
    command = replace(a_command("manage"), manages=True)
    async with open_sim({"manage": command}) as sim:
        role = sim.guild.create_role("Mods", permissions=discord.Permissions(manage_guild=True))
        mod = sim.guild.add_member(sim.env.create_user("mod"), roles=[role])
        for actor in (mod, sim.alice):
            await actor.send(sim.channel, f"{sim.mention} manage")
        done, refused = sim.posted()
        assert "Only people who manage alerts" not in done
        assert "Only people who manage alerts" in refused
        await sim.alice.send_dm("manage")
        answer = sim.alice.user.dm_channel.last_message
        assert answer is not None
        assert "Only people who manage alerts" not in words(answer)
        assert "Only" not in words(response(await mod.slash(sim.channel, "manage")))
        assert "Only" in words(response(await sim.alice.slash(sim.channel, "manage")))

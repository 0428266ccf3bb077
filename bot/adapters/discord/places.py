"""Who says something in Discord and where, as the router knows persons and channels."""

from __future__ import annotations

import discord

from bot.model import ChannelRef, Invocation, Person

PLATFORM = "discord"
Says = discord.Interaction | discord.Message


def invocation(says: Says, command: str, arguments: dict[str, str]) -> Invocation:
    """The command as it is given by somebody in some place."""
    person, channel = person_of(says), channel_of(says)
    return Invocation(
        command=command,
        arguments=arguments,
        conversation=f"{PLATFORM}:{channel.tenant}:{channel.channel}:{person.id}",
        person=person,
        channel=channel,
    )


def person_of(says: Says) -> Person:
    """Who says it; in direct messages everyone manages their own alerts."""
    match says:
        case discord.Interaction():
            user: discord.User | discord.Member = says.user
            manages = says.permissions.manage_guild if says.guild_id else in_direct(says)
        case _:
            user = says.author
            manages = says.guild is None
            if isinstance(user, discord.Member) and says.guild is not None:
                manages = user.guild_permissions.manage_guild
    return Person(id=str(user.id), name=user.display_name, manages=manages)


def channel_of(says: Says) -> ChannelRef:
    """Where it is said; a thread is a channel of its own."""
    match says:
        case discord.Interaction():
            guild, person, channel = says.guild_id, says.user.id, says.channel_id
        case _:
            guild = says.guild.id if says.guild else None
            person, channel = says.author.id, says.channel.id
    return ChannelRef(PLATFORM, str(guild or person), str(channel))


def in_direct(interaction: discord.Interaction) -> bool:
    """Whether it is the conversation of one person with the bot."""
    return interaction.guild_id is None and interaction.context.dm_channel

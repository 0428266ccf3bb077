"""What keeps the bot from posting in a channel, and what its people can do about it."""

from __future__ import annotations

import discord

from bot.model import ChannelRef

GONE = "The channel is gone. Subscribe in another one with /alerts."
_AWAY = (
    "I am not in this server as a bot, only in your account. Somebody who manages the server can "
    "add me with the link on my profile."
)
_NEEDED = (
    ("view_channel", "View Channel"),
    ("send_messages", "Send Messages"),
    ("read_message_history", "Read Message History"),
)


async def hindrance(client: discord.Client, channel: ChannelRef) -> str | None:
    """What is missing, with its remedy; None if posts can be made."""
    if not (channel.tenant.isdigit() and channel.channel.isdigit()):
        return GONE
    guild = client.get_guild(int(channel.tenant))
    if guild is None:
        return await _without_server(client, channel)
    place = guild.get_channel_or_thread(int(channel.channel))
    try:
        found = place or await client.fetch_channel(int(channel.channel))
    except discord.NotFound:
        return GONE
    except discord.Forbidden:
        return _missing("this channel", ["View Channel"])
    if isinstance(found, discord.abc.GuildChannel | discord.Thread):
        return _in_server(guild, found)
    return None


async def _without_server(client: discord.Client, channel: ChannelRef) -> str | None:
    """Direct messages have no server; those of others with one another are not ours to post in."""
    try:
        found = await client.fetch_channel(int(channel.channel))
    except discord.HTTPException:
        return _AWAY
    return None if isinstance(found, discord.DMChannel) else _AWAY


def _in_server(
    guild: discord.Guild, channel: discord.abc.GuildChannel | discord.Thread
) -> str | None:
    thread = isinstance(channel, discord.Thread)
    try:
        rights = channel.permissions_for(guild.me)
    except discord.ClientException:  # a thread whose channel the bot does not see
        return _missing(f"#{channel.name}", ["View Channel"])
    missing = [words for name, words in _NEEDED if not getattr(rights, _right(name, thread))]
    if thread and "Send Messages" in missing:
        missing = [w if w != "Send Messages" else "Send Messages in Threads" for w in missing]
    if missing:
        return _missing(f"#{channel.name}", missing)
    if isinstance(channel, discord.Thread) and channel.locked:
        return f"The thread #{channel.name} is locked. A moderator can unlock it."
    if not thread and not isinstance(channel, discord.abc.Messageable):
        return f"#{channel.name} takes no messages. Subscribe in a text channel or a thread."
    return None


def _right(name: str, thread: bool) -> str:
    return "send_messages_in_threads" if thread and name == "send_messages" else name


def _missing(where: str, rights: list[str]) -> str:
    needed = rights[0] if len(rights) == 1 else f"{', '.join(rights[:-1])} and {rights[-1]}"
    return (
        f"I need {needed} in {where}. A server admin can set this under Edit Channel → Permissions."
    )

"""Answers messages that mention the bot, and direct messages.

The bot reads no other message: Discord gives it the words of those alone, unless it asks for a
privileged intent. A reply to one of its answers mentions it, and that is how people follow up.
"""

from __future__ import annotations

import re

import discord
from discord.ui import LayoutView

from bot.adapters.discord.deliver import NOBODY, bound_reply, deliver
from bot.adapters.discord.places import invocation
from bot.model import Office
from bot.router import Router
from bot.typed import parse

_UNREADABLE = 160002  # a reply needs the permission to read the channel's history
_TALK = frozenset({discord.MessageType.default, discord.MessageType.reply})


class Talk:
    """Answers what is said to the bot in words."""

    def __init__(self, router: Router, office: Office, me: int) -> None:
        self._router = router
        self._office = office
        self._me = me
        self._mention = re.compile(rf"<@!?{me}>")

    def concerns(self, message: discord.Message) -> bool:
        """Whether a person says it to the bot: directly, by a mention, or in reply to an answer.

        Under an alert people may talk among themselves although their replies mention the bot.
        """
        if message.author.bot or message.webhook_id or message.type not in _TALK:
            return False
        if message.guild is None or self._mention.search(message.content):
            return True
        replied = message.reference.resolved if message.reference else None
        return (
            any(user.id == self._me for user in message.mentions)
            and isinstance(replied, discord.Message)
            and replied.author.id == self._me
            and replied.reference is not None
        )

    async def answer(self, message: discord.Message) -> None:
        """Answer in the channel or thread where it was said, as a reply to it."""
        said = " ".join(self._mention.sub(" ", message.content).split())
        typed = parse(said or "help", self._router.commands)
        asked = invocation(message, typed.command, dict(typed.arguments))
        reply = await self._router.answer(self._office, asked)

        async def send(view: LayoutView) -> None:
            to = message.to_reference(fail_if_not_exists=False)
            try:
                await message.channel.send(view=view, reference=to, allowed_mentions=NOBODY)
            except discord.HTTPException as error:
                if error.code != _UNREADABLE:
                    raise
                await message.channel.send(view=view, allowed_mentions=NOBODY)

        now = self._office.now()
        bound = await bound_reply(self._office.database, asked, reply, now, public=True)
        await deliver(bound, reply, send)

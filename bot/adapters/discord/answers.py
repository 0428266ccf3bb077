"""Answers interactions: each is acknowledged at once, and then answered exactly once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Any

import discord
from discord.app_commands import Choice as Offer
from discord.ui import LayoutView

from bot.adapters.discord.buttons import Turn, pressed, turned
from bot.adapters.discord.commands import CHECK, claim, given
from bot.adapters.discord.deliver import NOBODY, UNSENT, Send, bound_reply, deliver
from bot.adapters.discord.places import in_direct, invocation
from bot.model import Invocation, Office
from bot.reply import Reply, sentence
from bot.router import Router, broken
from bot.sharing import shareable
from bot.turns import Turns

log = logging.getLogger(__name__)
_EACH_TURN = 3  # interactions that are acknowledged in one turn of the loop
_LINES = 16  # acknowledgements under way; a line used again is quicker than one more
_OFFERS = 25  # names offered while somebody types
_NAME = 100  # characters of one

OLD_BUTTON = "This button is from an older version of me. Give the command again for a fresh one."
OLD_PAGES = "These pages are no longer kept. Give the command again to read them."
NO_WORDS = "That message has no words that I can check."


class Answers:
    """Answers what Discord calls interactions: commands, presses, and names half typed."""

    def __init__(self, router: Router, office: Office) -> None:
        self._router = router
        self._office = office
        self._lines = asyncio.Semaphore(_LINES)
        self._acknowledging = Turns(_EACH_TURN)
        self._answering = Turns(1)

    async def take(self, interaction: discord.Interaction) -> None:
        """Answer an interaction, whatever happens."""
        data: Mapping[str, Any] = interaction.data or {}
        match interaction.type:
            case discord.InteractionType.autocomplete:
                await self._acknowledging.wait()
                await self._offer(interaction, data)
            case discord.InteractionType.application_command:
                if await self._acknowledged(interaction):
                    await self._command(interaction, data)
            case discord.InteractionType.component | discord.InteractionType.modal_submit:
                if await self._acknowledged(interaction):
                    await self._press(interaction, str(data.get("custom_id", "")))
            case _:
                log.warning("an interaction of type %s is left alone", interaction.type)

    async def _acknowledged(self, interaction: discord.Interaction) -> bool:
        """Tell Discord at once that an answer will come; False where it is too late for that.

        A press is acknowledged without a word, since only its reply decides on who may see it.
        """
        command = interaction.type is discord.InteractionType.application_command
        alone = {"ephemeral": not in_direct(interaction), "thinking": True}
        try:
            async with self._lines:
                await self._acknowledging.wait()
                await interaction.response.defer(**(alone if command else {}))
        except UNSENT as error:
            # gone after 3 seconds, or acknowledged by another process with the same token
            log.warning("an interaction could not be acknowledged: %s", error)
            return False
        await self._answering.wait()
        return True

    async def _command(self, interaction: discord.Interaction, data: Mapping[str, Any]) -> None:
        name, arguments, _ = given(data)
        if name == CHECK:
            name, arguments = "ask", {"question": claim(data)}
        asked = invocation(interaction, name, arguments)
        if name == "ask" and not arguments.get("question"):
            reply = sentence(NO_WORDS)
        else:
            reply = await self._router.answer(self._office, asked)

        async def send(view: LayoutView) -> None:
            await interaction.edit_original_response(view=view, allowed_mentions=NOBODY)

        await self._deliver(asked, reply, in_direct(interaction), send)
        await self._notice(interaction, asked, reply)

    async def _press(self, interaction: discord.Interaction, custom_id: str) -> None:
        asked = invocation(interaction, "press", {})
        try:
            wanted = await pressed(self._office.database, custom_id)
            if isinstance(wanted, Turn):
                await self._turn(interaction, asked, wanted)
                return
        except Exception as fault:  # noqa: BLE001 (the log gets it, the person its reference)
            await self._follow(interaction, asked, broken(asked, fault))
            return
        if wanted is None:
            await self._follow(interaction, asked, sentence(OLD_BUTTON))
            return
        asked = invocation(interaction, wanted.command, dict(wanted.arguments))
        give = self._router.share if wanted.shown else self._router.answer
        reply = await give(self._office, asked)
        public = wanted.shown and not reply.private
        await self._follow(interaction, asked, reply, public=public)
        await self._notice(interaction, asked, reply)

    async def _turn(self, interaction: discord.Interaction, asked: Invocation, turn: Turn) -> None:
        """Turn the page in place where only the presser sees it.

        Elsewhere they get a page of their own, so that nobody changes what others read.
        """
        bound = await turned(self._office.database, turn, self._office.now())
        if bound is None:
            await self._follow(interaction, asked, sentence(OLD_PAGES))
            return
        message = interaction.message
        own = in_direct(interaction) or (message is not None and message.flags.ephemeral)

        async def send(view: LayoutView) -> None:
            if own:
                await interaction.edit_original_response(view=view, allowed_mentions=NOBODY)
            else:
                await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NOBODY)

        await deliver(bound, sentence("This page cannot be shown."), send)

    async def _notice(
        self, interaction: discord.Interaction, asked: Invocation, reply: Reply
    ) -> None:
        """Tell everyone in the channel what was changed, unless they see it anyway."""
        if reply.notice is not None and not in_direct(interaction):
            await self._follow(interaction, asked, reply.notice, public=True)

    async def _follow(
        self,
        interaction: discord.Interaction,
        asked: Invocation,
        reply: Reply,
        public: bool = False,
    ) -> None:
        """One more message: for the person alone, unless it is public."""
        everyone = public or in_direct(interaction)

        async def send(view: LayoutView) -> None:
            await interaction.followup.send(
                view=view, ephemeral=not everyone, allowed_mentions=NOBODY
            )

        await self._deliver(asked, reply, everyone, send)

    async def _deliver(self, asked: Invocation, reply: Reply, public: bool, send: Send) -> None:
        office = self._office
        reply = reply if public else await shareable(office, reply)
        bound = await bound_reply(office.database, asked, reply, office.now(), public=public)
        await deliver(bound, reply, send)

    async def _offer(self, interaction: discord.Interaction, data: Mapping[str, Any]) -> None:
        """What the option that is being typed may be, best first; nothing where that fails."""
        name, arguments, focused = given(data)
        names: Sequence[str] = ()
        try:
            names = await self._names(name, focused or "", arguments.get(focused or "", ""))
        except Exception:
            log.exception("no names could be offered for %s of %s", focused, name)
        offers = [Offer(name=each[:_NAME], value=each[:_NAME]) for each in dict.fromkeys(names)]
        try:
            await interaction.response.autocomplete(offers[:_OFFERS])
        except UNSENT as error:
            log.info("names were offered too late: %s", error)

    async def _names(self, name: str, focused: str, typed: str) -> Sequence[str]:
        command = self._router.commands.get(name)
        option = command.option(focused) if command else None
        if option is None:
            return ()
        complete = option.complete
        if complete is not None:
            return await self._office.read(lambda desk: complete(desk, typed))
        wanted = typed.strip().casefold()
        found = [each for each in option.choices if wanted in each]
        return sorted(found, key=lambda each: not each.startswith(wanted))

"""Answers interactions: each is acknowledged at once, and then answered exactly once."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import discord
from discord.app_commands import Choice as Offer
from discord.ui import LayoutView

from bot.adapters.discord.buttons import Turn, pressed, turned
from bot.adapters.discord.commands import CHECK, claim, given
from bot.adapters.discord.deliver import NOBODY, UNSENT, bound_reply, deliver
from bot.adapters.discord.places import in_direct, invocation
from bot.model import Invocation, Office
from bot.reply import Note, Paragraph, Reply, as_typed
from bot.router import Router, broken

log = logging.getLogger(__name__)
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

    async def take(self, interaction: discord.Interaction) -> None:
        """Answer an interaction, whatever happens."""
        data: Mapping[str, Any] = interaction.data or {}
        match interaction.type:
            case discord.InteractionType.autocomplete:
                await self._offer(interaction, data)
            case discord.InteractionType.application_command:
                if await _acknowledged(interaction):
                    await self._command(interaction, data)
            case discord.InteractionType.component | discord.InteractionType.modal_submit:
                if await _acknowledged(interaction):
                    await self._press(interaction, str(data.get("custom_id", "")))
            case _:
                log.warning("an interaction of type %s is left alone", interaction.type)

    async def _command(self, interaction: discord.Interaction, data: Mapping[str, Any]) -> None:
        name, arguments, _ = given(data)
        if name == CHECK:
            name, arguments = "ask", {"question": claim(data)}
        asked = invocation(interaction, name, arguments)
        if name == "ask" and not arguments.get("question"):
            reply = _said(NO_WORDS)
        else:
            reply = await self._router.answer(self._office, asked)

        async def send(view: LayoutView) -> None:
            await interaction.edit_original_response(view=view, allowed_mentions=NOBODY)

        now, direct = self._office.now(), in_direct(interaction)
        bound = await bound_reply(self._office.database, asked, reply, now, public=direct)
        await deliver(bound, reply, send)
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
            await self._follow(interaction, asked, _said(OLD_BUTTON))
            return
        asked = invocation(interaction, wanted.command, dict(wanted.arguments))
        reply = await self._router.answer(self._office, asked)
        shown = wanted.shown and not reply.private
        reply = _shared(asked, reply) if shown else reply
        await self._follow(interaction, asked, reply, public=shown)
        await self._notice(interaction, asked, reply)

    async def _turn(self, interaction: discord.Interaction, asked: Invocation, turn: Turn) -> None:
        """Turn the page in place where only the presser sees it.

        Elsewhere they get a page of their own, so that nobody changes what others read.
        """
        bound = await turned(self._office.database, turn, self._office.now())
        if bound is None:
            await self._follow(interaction, asked, _said(OLD_PAGES))
            return
        message = interaction.message
        own = in_direct(interaction) or (message is not None and message.flags.ephemeral)

        async def send(view: LayoutView) -> None:
            if own:
                await interaction.edit_original_response(view=view, allowed_mentions=NOBODY)
            else:
                await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NOBODY)

        await deliver(bound, _said("This page cannot be shown."), send)

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

        now = self._office.now()
        bound = await bound_reply(self._office.database, asked, reply, now, public=everyone)
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


async def _acknowledged(interaction: discord.Interaction) -> bool:
    """Tell Discord at once that an answer will come; False where it is too late for that.

    A press is acknowledged without a word, since only its reply decides on who may see it.
    """
    command = interaction.type is discord.InteractionType.application_command
    try:
        if command:
            await interaction.response.defer(ephemeral=not in_direct(interaction), thinking=True)
        else:
            await interaction.response.defer()
    except UNSENT as error:
        # gone after 3 seconds, or acknowledged by another process with the same token
        log.warning("an interaction could not be acknowledged: %s", error)
        return False
    return True


def _said(words: str) -> Reply:
    return Reply(headline=words, blocks=(Paragraph((words,)),), private=True)


def _shared(asked: Invocation, reply: Reply) -> Reply:
    """The reply with who shared it, and with what was asked, which the others have not seen."""
    assert asked.person is not None, "somebody has pressed"
    words = as_typed(" ".join((asked.command, *asked.arguments.values())))
    note = Note((f"{as_typed(asked.person.name, 80)} shared this: {words}",))
    return replace(reply, blocks=(note, *reply.blocks))

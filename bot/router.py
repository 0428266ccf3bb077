"""From an invocation to a reply: options are checked here, and errors become words here."""

from __future__ import annotations

import importlib
import logging
import pkgutil
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from rapidfuzz import fuzz, process

from bot import commands as folder
from bot.cooldown import Cooldown
from bot.errors import BadOption, NotAllowed, UserError
from bot.model import Command, Invocation, Office
from bot.reply import Choice, Choices, Reply, as_typed, sentence
from knowledge.desk import Desk

log = logging.getLogger(__name__)
_NEAR = 70  # of 100 in rapidfuzz's ratio; command names are short


def load_commands() -> dict[str, Command]:
    """Every command in `bot/commands`, by name: each module there declares one as `command`."""
    found = {}
    for module in pkgutil.iter_modules(folder.__path__):
        command: Command = importlib.import_module(f"{folder.__name__}.{module.name}").command
        found[command.name] = command
    return found


class Router:
    """Knows the commands, and how often people may give them; nothing of what they said."""

    def __init__(self, commands: Mapping[str, Command], cooldown: Cooldown | None = None) -> None:
        self.commands = commands
        self._cooldown = cooldown

    def dispatch(self, desk: Desk, invocation: Invocation) -> Reply:
        """The reply to an invocation of a command that looks up, whatever happens.

        What a person can mend is told in words. Anything unexpected becomes one sentence with a
        reference number, under which the log has the traceback.
        """
        try:
            command, prepared = self._prepared(invocation)
            assert command.run is not None, f"{command.name} acts, which `answer` is for"
            return _offering(command, prepared, command.run(desk, prepared))
        except UserError as error:
            return _refusal(error)
        except Exception as fault:  # noqa: BLE001 (the log gets it, the person its reference)
            return broken(invocation, fault)

    async def answer(self, office: Office, invocation: Invocation) -> Reply:
        """The reply to any invocation, whatever happens; looking up is left to the reader."""
        return await self._told(invocation, lambda: self._answer(office, invocation))

    async def share(self, office: Office, invocation: Invocation) -> Reply:
        """What somebody was shown and now shares with everyone; it counts as a command."""
        from bot.sharing import shared  # noqa: PLC0415 (SQLAlchemy loads slowly)

        return await self._told(invocation, lambda: shared(office, invocation))

    async def _told(self, invocation: Invocation, call: Callable[[], Awaitable[Reply]]) -> Reply:
        try:
            if self._cooldown is not None:
                self._cooldown.take(invocation)
            return await call()
        except UserError as error:
            return _refusal(error)
        except Exception as fault:  # noqa: BLE001 (the log gets it, the person its reference)
            return broken(invocation, fault)

    async def _answer(self, office: Office, invocation: Invocation) -> Reply:
        command, prepared = self._prepared(invocation)
        run, act = command.run, command.act
        if run is not None:
            reply = await office.read(lambda desk: run(desk, prepared))
        else:
            assert act is not None, f"{command.name} neither looks up nor acts"
            reply = await act(office, prepared)
        return _offering(command, prepared, reply)

    def acts(self, invocation: Invocation) -> bool:
        """Whether the command is one that acts, which `dispatch` has no office for."""
        command = self.commands.get(invocation.command)
        return command is not None and command.act is not None

    def _prepared(self, invocation: Invocation) -> tuple[Command, Invocation]:
        command = self._command(invocation.command)
        if command.manages and not (invocation.person and invocation.person.manages):
            raise NotAllowed(
                f"Only people who manage alerts here can use `{command.name}`. Ask one of them, or "
                "try it in a direct message to me."
            )
        return command, _checked(command, invocation)

    def _command(self, name: str) -> Command:
        command = self.commands.get(name)
        if command is None:
            names = list(self.commands)
            near = process.extractOne(name, names, scorer=fuzz.ratio, score_cutoff=_NEAR)
            hint = f"Did you mean `{near[0]}`?" if near else "`help` lists the commands."
            raise UserError(f"I don't know the command “{as_typed(name, 40)}”. {hint}")
        return command


def _checked(command: Command, invocation: Invocation) -> Invocation:
    """The invocation with blank options left out; raises BadOption where one is wrong."""
    given = {name: " ".join(text.split()) for name, text in invocation.arguments.items()}
    given = {name: text for name, text in given.items() if text}
    for name, text in given.items():
        option = command.option(name)
        if option is None:
            allowed = ", ".join(o.name for o in command.offered) or "none"
            raise BadOption(
                f"`{command.name}` has no option “{as_typed(name, 40)}”. It takes: {allowed}."
            )
        if option.choices and text.casefold() not in option.choices:
            near = process.extractOne(text, option.choices, scorer=fuzz.ratio, score_cutoff=_NEAR)
            hint = f" Did you mean `{near[0]}`?" if near else ""
            raise BadOption(
                f"“{as_typed(text, 60)}” is not a {option.name} I know.{hint} "
                f"One of: {', '.join(option.choices)}."
            )
        if option.choices:
            given[name] = text.casefold()
    for option in command.options:
        if option.required and option.name not in given:
            example = f" For example: `{command.examples[0]}`." if command.examples else ""
            raise BadOption(f"`{command.name}` needs {option.summary}.{example}")
    return replace(invocation, arguments=given)


def _offering(command: Command, invocation: Invocation, reply: Reply) -> Reply:
    """The reply with what can be done with every answer: show it to all, say that it is wrong."""
    if not command.shared or reply.private:
        return reply
    given = tuple(invocation.arguments.items())
    about = (("answer_to", command.name), ("question", "; ".join(text for _, text in given)))
    share = Choice("Share", command.name, given, shown=True)
    return replace(
        reply,
        actions=(share, *reply.actions, Choice("Wrong or missing?", "feedback", about)),
    )


def broken(invocation: Invocation, fault: Exception) -> Reply:
    """One sentence with a reference number for a fault of ours, whose traceback is logged."""
    reference = secrets.token_hex(2).upper()
    name = as_typed(invocation.command, 40)
    log.error("reference %s: command %r failed", reference, name, exc_info=fault)
    return sentence(f"Something broke on my side (reference {reference}). Nothing was changed.")


def _refusal(error: UserError) -> Reply:
    said = sentence(error.words)
    return replace(said, blocks=(*said.blocks, Choices(error.choices))) if error.choices else said

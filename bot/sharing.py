"""Sharing a reply with everyone: they see what the person who shares it was shown.

It is kept for that, since the same words may mean something else later on: a follow-up lives on
what was asked before it, and the base and the day move on.
"""

from __future__ import annotations

import logging
from dataclasses import replace

from bot.errors import UserError
from bot.kept import digest, keep, recall
from bot.model import Invocation, Office
from bot.reply import Choice, Note, Reply, as_typed
from bot.written import from_json, to_json

log = logging.getLogger(__name__)
KEPT = "kept"  # the argument of a press that shares: the key of what was shown
_NAME, _ASKED = 80, 200  # characters that everyone is shown of a name, and of what was asked


async def shareable(office: Office, reply: Reply) -> Reply:
    """The reply as one person is to see it: kept, so that it can be shared as it is."""
    others = tuple(action for action in reply.actions if not action.shown)
    if others == reply.actions:
        return reply
    written = to_json(replace(reply, actions=others))
    try:
        shares = [await _kept(office, a, written) for a in reply.actions if a.shown]
    except Exception:
        log.exception("a reply cannot be kept, so it is not offered for sharing")
        shares = []
    return replace(reply, actions=(*shares, *others))


async def shared(office: Office, invocation: Invocation) -> Reply:
    """What was shown, and above it who shares it; raises UserError where it is kept no more."""
    kept = await recall(office.database, invocation.arguments.get(KEPT, "")) or ""
    asked, _, written = kept.partition("\n")
    try:
        reply = from_json(written)
    except ValueError:  # none is there, or one of another version of ours
        words = "That answer is no longer kept. Ask again, and share the new answer."
        raise UserError(words) from None
    who = as_typed(invocation.person.name, _NAME) if invocation.person else ""
    note = Note((f"{who or 'Somebody'} shared this: {asked}",))
    return replace(reply, blocks=(note, *reply.blocks))


async def _kept(office: Office, share: Choice, written: str) -> Choice:
    """The choice that shares what is written, whatever was asked for it."""
    asked = as_typed(" ".join((share.command, *(text for _, text in share.arguments))), _ASKED)
    text = f"{asked}\n{written}"
    key = digest(text)
    await keep(office.database, key, text, office.now())
    return replace(share, arguments=((KEPT, key),))

"""Where all that people say in Slack comes together: it is routed, and the reply is said."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.codes import PARKED, code_of
from bot.adapters.slack.people import People
from bot.adapters.slack.render import Page, render
from bot.adapters.slack.voice import Place, Voice
from bot.adapters.slack.work import Work
from bot.kept import keep
from bot.model import ChannelRef, Invocation, Office
from bot.reply import Reply, sentence
from bot.router import Router, broken
from bot.sharing import shareable

log = logging.getLogger(__name__)

PLATFORM = "slack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """What every listener has at hand; `client` is there from the start of the bot on."""

    router: Router
    office: Office
    people: People
    voice: Voice
    work: Work
    client: Callable[[], AsyncWebClient]

    async def serve(
        self,
        key: str,
        place: Place,
        call: Callable[[], Awaitable[object]],
    ) -> None:
        """Do something that was asked for, once; a fault of ours is told to whoever asked."""

        async def attempt() -> bool:
            try:
                await call()
            except Exception as fault:  # noqa: BLE001 (the log gets it, the person its reference)
                return await self._told(place, _refused(fault) or _broken(fault))
            return True

        await self.work.once(key, attempt)

    async def answer(
        self,
        invocation: Invocation,
        place: Place,
        *,
        name: str = "",
        aloud: bool = False,
        lead: str = "",
    ) -> bool:
        """Route it and say the reply, with what everybody there should know of it.

        Tells whether the reply was said to everyone.
        """
        given = await self._given(invocation, place, name)
        reply = await self.router.answer(self.office, given)
        public = place.direct or (aloud and not reply.private)
        reply = reply if public else await shareable(self.office, reply)
        pages = render(reply, lead=lead, shareable=not public)
        await self.say(place, pages, aloud=public)
        if reply.notice is not None and not place.direct:
            await self.say(place, render(reply.notice), aloud=True)
        return public

    async def share(self, invocation: Invocation, place: Place, name: str) -> None:
        """Say to everyone what somebody was shown; a refusal stays with who pressed."""
        given = await self._given(invocation, place, name)
        reply = await self.router.share(self.office, given)
        await self.say(place, render(reply), aloud=not reply.private)

    async def _given(self, invocation: Invocation, place: Place, name: str) -> Invocation:
        thread = place.thread or place.channel
        return Invocation(
            command=invocation.command,
            arguments=invocation.arguments,
            conversation=f"{PLATFORM}:{place.tenant}:{thread}:{place.person}",
            person=await self.people.person(self.client(), place, name, invocation),
            channel=ChannelRef(PLATFORM, place.tenant, place.channel),
        )

    async def say(self, place: Place, pages: tuple[Page, ...], *, aloud: bool) -> None:
        """The first page; what it leads on to is kept before."""
        first = pages[0]
        await self.keep(first)
        await (self.voice.aloud if aloud else self.voice.aside)(place, first)

    async def keep(self, page: Page) -> None:
        """Keep what the buttons of a page carry by key alone."""
        for key, value in page.keep.items():
            await keep(self.office.database, key, value, self.office.now())

    async def tell(self, place: Place, words: str) -> None:
        """A sentence to the person alone."""
        await self.say(place, render(sentence(words)), aloud=False)

    async def _told(self, place: Place, reply: Reply) -> bool:
        try:
            await self.voice.aside(place, render(reply)[0])
        except Exception:
            log.exception("nothing could be said to who asked")
            return False
        return True


def _refused(fault: Exception) -> Reply | None:
    """What people can mend where Slack does not let us speak."""
    reason = PARKED.get(code_of(fault)) if isinstance(fault, SlackApiError) else None
    return None if reason is None else sentence(f"I cannot post here: {reason}")


def _broken(fault: Exception) -> Reply:
    return broken(Invocation(command=PLATFORM), fault)

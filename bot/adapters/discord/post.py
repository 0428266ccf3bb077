"""Makes a post that is owed: one request, no retry, and exactly one message however often it runs.

Discord's library would sleep through rate limits and try again by itself; here the outbox decides
on all that, so the request is our own. Two things keep a post from being made twice:

- its nonce, made from the delivery's id: within some minutes Discord answers a second request of
  the same nonce with the message of the first;
- its mark, after that: the number of the message's first text (`id` of a component, which nobody
  sees) is made from the delivery's id too. Where an earlier try may have gone through, the
  channel's last messages are read, and one with the mark is the post.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import discord
import msgspec

from bot.adapters.discord.buttons import bind
from bot.adapters.discord.deliver import NOBODY
from bot.adapters.discord.layout import layout
from bot.adapters.discord.outcomes import Answered, outcome_of
from bot.adapters.discord.render import Page, plain_page, render
from bot.adapters.posting import PATIENCE, posting_session
from bot.database import Database
from bot.model import Ambiguous, ChannelRef, Delivery, Failed, Outcome, Sent, Wait
from bot.reply import Reply
from bot.stencil import Stencils, to_json, with_more

log = logging.getLogger(__name__)
_NONCE_HOLDS = timedelta(minutes=2)  # Discord says "a few minutes"
_CLOCKS = timedelta(minutes=1)  # by which clocks may differ
_READ = 100  # messages that are looked through for a mark
_V2 = 1 << 15  # flag of a message of Components V2
_FIRST_MARK = 1_000  # Discord itself numbers components from 1
_NO_MARK = 0  # no component has it
_JSON = {"Content-Type": "application/json"}


def nonce_of(delivery: Delivery) -> str:
    """Discord's own key for the post: at most 25 characters, the same after a restart."""
    return hashlib.blake2b(delivery.id.encode(), digest_size=12).hexdigest()


def mark_of(delivery: Delivery) -> int:
    """The number that the post can be known by when it is read back; Discord allows 31 bits."""
    digest = hashlib.blake2b(delivery.id.encode(), digest_size=4, person=b"mark").digest()
    return int.from_bytes(digest) % (2**31 - _FIRST_MARK) + _FIRST_MARK


def _id(mark: int) -> bytes:
    """How a component's number is written; texts cannot hold it, as their quotes are escaped."""
    return b'"id":%d' % mark


_GAP = _id(_NO_MARK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Who posts, and where Discord is reached."""

    api_url: str
    token: str
    agent: str
    known: Callable[[str], bool]  # whether the bot is in a server, as far as it can tell


class Poster:
    """Makes posts through a session of its own, at the pace that Discord's answers ask for."""

    def __init__(self, account: Account, database: Database, now: Callable[[], datetime]) -> None:
        self._account = account
        self._database = database
        self._now = now
        self._session: aiohttp.ClientSession | None = None
        self._stencils = Stencils(self._written)
        self._full: dict[str, datetime] = {}  # until when a channel takes no more posts

    async def post(self, delivery: Delivery) -> Outcome:
        """Try once; raises nothing."""
        try:
            left = self._left(delivery.channel.channel)
            if left > 0:
                return Wait(left, "channel")
            return await self._tried(delivery)
        except Exception as fault:
            log.exception("delivery %s could not be tried", delivery.id)
            return Failed(type(fault).__name__)

    async def tell(self, person: ChannelRef, reply: Reply) -> Outcome:
        """Try once to send somebody a direct message; raises nothing."""
        try:
            written, _ = await self._laid_out(render(reply, public=True), None)
            whom = to_json({"recipient_id": person.channel})
            opened = await self._asked("POST", "/users/@me/channels", person.tenant, whom)
            if not isinstance(opened, Sent):
                return opened
            messages = f"/channels/{opened.remote}/messages"
            return await self._asked("POST", messages, person.tenant, written)
        except Exception as fault:
            log.exception("a direct message could not be tried")
            return Failed(type(fault).__name__)

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _tried(self, delivery: Delivery) -> Outcome:
        body = (await self._stencils.written(delivery)).replace(_GAP, _id(mark_of(delivery)), 1)
        messages = f"/channels/{delivery.channel.channel}/messages"
        tenant = delivery.channel.tenant
        if delivery.edits is not None:
            return await self._asked("PATCH", f"{messages}/{delivery.edits}", tenant, body)
        before = delivery.attempted_at
        if before is not None and self._now() - before > _NONCE_HOLDS:
            earlier = await self._earlier(delivery, before)
            if earlier is not None:
                return earlier
        more: dict[str, Any] = {"nonce": nonce_of(delivery), "enforce_nonce": True}
        if delivery.thread is not None:
            reference = {"message_id": delivery.thread, "fail_if_not_exists": False}
            more["message_reference"] = reference
        return await self._asked("POST", messages, tenant, with_more(body, more))

    async def _written(self, delivery: Delivery) -> tuple[bytes, bool]:
        """The message with a gap for its mark, and whether it is all of the reply."""
        if delivery.plain:
            return await self._laid_out((plain_page(delivery.numbered),), _NO_MARK)
        return await self._laid_out(render(delivery.numbered, public=True), _NO_MARK)

    async def _laid_out(self, pages: Sequence[Page], mark: int | None) -> tuple[bytes, bool]:
        """The first page as a message, and whether it is the only one."""
        view = layout(await bind(self._database, pages, self._now()), mark)
        body = {
            "components": view.to_components(),  # type: ignore[no-untyped-call]
            "flags": _V2,
            "allowed_mentions": NOBODY.to_dict(),
        }
        return to_json(body), len(pages) == 1

    async def _earlier(self, delivery: Delivery, before: datetime) -> Outcome | None:
        """What became of an earlier try; None where it posted nothing, so that it is made anew."""
        after = discord.utils.time_snowflake(before - _CLOCKS)
        path = f"/channels/{delivery.channel.channel}/messages?limit={_READ}&after={after}"
        answer = await self._request("GET", path, delivery.channel.tenant, None)
        if isinstance(answer, Ambiguous | Failed):
            return Failed(answer.code)  # reading posts nothing
        if isinstance(answer.body, list):
            mark = mark_of(delivery)
            found = next((m for m in answer.body if _marked(m.get("components"), mark)), None)
            return None if found is None else Sent(str(found["id"]))
        outcome = outcome_of(answer)
        return Failed(outcome.code) if isinstance(outcome, Ambiguous) else outcome

    async def _asked(self, method: str, path: str, tenant: str, body: bytes) -> Outcome:
        answer = await self._request(method, path, tenant, body)
        return outcome_of(answer) if isinstance(answer, Answered) else answer

    async def _request(
        self, method: str, path: str, tenant: str, body: bytes | None
    ) -> Answered | Ambiguous | Failed:
        try:
            async with self._connected().request(
                method, self._account.api_url.rstrip("/") + path, data=body, headers=_JSON
            ) as response:
                self._pace(path.split("/")[2], response.headers)
                said = await _read(response)
                known = self._account.known(tenant)
                return Answered(response.status, said, response.headers, known)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            return Failed(type(error).__name__)
        except (aiohttp.ClientError, OSError) as error:
            return Ambiguous(type(error).__name__)

    def _connected(self) -> aiohttp.ClientSession:
        if self._session is None:
            headers = {
                "Authorization": f"Bot {self._account.token}",
                "User-Agent": self._account.agent,
            }
            self._session = posting_session(PATIENCE, headers)
        return self._session

    def _pace(self, channel: str, headers: Mapping[str, str]) -> None:
        """Remember when a channel's allowance is used up, so that nothing is refused for it."""
        if headers.get("X-RateLimit-Remaining") == "0":
            try:
                seconds = float(headers.get("X-RateLimit-Reset-After", "0"))
            except ValueError:
                return
            now = self._now()
            self._full = {c: until for c, until in self._full.items() if until > now}
            self._full[channel] = now + timedelta(seconds=seconds)

    def _left(self, channel: str) -> float:
        until = self._full.get(channel)
        return (until - self._now()).total_seconds() if until else 0.0


async def _read(response: aiohttp.ClientResponse) -> Any:
    """The answer's JSON, or its text where it is none: a page of Cloudflare's."""
    body = await response.read()
    try:
        return msgspec.json.decode(body)
    except ValueError:
        return body.decode(errors="replace")


def _marked(components: Any, mark: int) -> bool:
    """Whether one of a message's components, on whatever level, has that number."""
    return isinstance(components, list) and any(
        isinstance(each, dict) and (each.get("id") == mark or _marked(each.get("components"), mark))
        for each in components
    )

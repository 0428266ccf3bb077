"""Slack as the bot serves it: connects, listens, posts, and takes its leave."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.posting import posting_session
from bot.adapters.slack import home, lifecycle, mentions, presses, shortcut, slash
from bot.adapters.slack.codes import BROKEN, LOST, STOPPED, code_of, outcome_of, pause_of
from bot.adapters.slack.counter import PLATFORM, Counter
from bot.adapters.slack.http import Door, HttpServer
from bot.adapters.slack.people import People
from bot.adapters.slack.post import Post
from bot.adapters.slack.quiet import library_log
from bot.adapters.slack.sockets import SocketServer
from bot.adapters.slack.voice import Voice
from bot.adapters.slack.work import Work
from bot.alerts import channels
from bot.errors import SetupError
from bot.model import Ambiguous, ChannelRef, Delivery, Failed, Office, Outcome, Wait
from bot.reply import Reply
from bot.router import Router

log = logging.getLogger(__name__)

_TIMEOUT = 20.0  # seconds that Slack may take for a call
_LEAVE = 10.0  # seconds for what is in hand when the bot stops
_AGAIN = 5.0  # seconds until Slack is tried again at the start


class SlackChat:
    """One workspace of Slack, over Socket Mode where there is an app token, else over HTTP."""

    platform = PLATFORM

    def __init__(  # noqa: PLR0913 (the settings of Slack, each by name)
        self,
        router: Router,
        office: Office,
        *,
        bot_token: str,
        app_token: str,
        signing_secret: str,
        port: int,
        api_url: str,
        managers: str,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._office = office
        self._bot_token = bot_token
        self._app_token = app_token
        self._signing_secret = signing_secret
        self._api_url = api_url
        self._clock = clock
        self._client: AsyncWebClient | None = None
        self._server: SocketServer | HttpServer | None = None
        self._self: dict[str, str] = {}  # what Slack says who we are
        self._stopping = asyncio.Event()
        self._stopped = asyncio.Event()
        self._started = False
        self.port = port
        self.pause = _AGAIN
        self.ready = asyncio.Event()
        self.work = Work()
        self.counter = Counter(
            router=router,
            office=office,
            people=People(router, managers),
            voice=Voice(self._connected),
            work=self.work,
            client=self._connected,
        )
        self._post = Post(self.counter, self._connected)

    async def run(self) -> None:
        """Connect, and serve until `stop`; raises SetupError where a token is refused."""
        self._started = True
        try:
            await self._introduce()
            if not self._stopping.is_set():
                await self._serve()
        finally:
            try:
                await self._close()
            finally:
                self._stopped.set()

    async def stop(self) -> None:
        """Take no more, finish what is in hand, disconnect."""
        self._stopping.set()
        if self._started:
            await self._stopped.wait()
        else:
            await self._close()

    async def post(self, delivery: Delivery) -> Outcome:
        """Try a post once."""
        if self._stopped.is_set():
            return Failed("stopped")
        return await self._post.send(delivery)

    async def tell(self, person: ChannelRef, reply: Reply) -> Outcome:
        """Try once to send somebody a direct message."""
        if self._stopped.is_set():
            return Failed("stopped")
        return await self._post.tell(person, reply)

    def address(self, channel: ChannelRef) -> str:
        """Where people open a channel."""
        given = urlencode({"team": channel.tenant, "channel": channel.channel})
        return f"https://slack.com/app_redirect?{given}"

    async def hindrance(self, channel: ChannelRef) -> str | None:
        """What keeps the bot from posting in a channel; None if nothing does."""
        return await self._post.hindrance(channel)

    async def _introduce(self) -> None:
        """Learn who we are; raises SetupError where the token is refused."""
        while not self._stopping.is_set():
            try:
                answer = await self._connected().auth_test()
            except (SlackApiError, *BROKEN) as error:
                await self._wait_after(error)
            else:
                told = ("team_id", "user_id", "bot_id")
                self._self = {name: str(answer.get(name) or "") for name in told}
                tenant = self._self["team_id"]
                office = self._office
                await channels.find_tenant(office.database, PLATFORM, tenant, office.now())
                return

    async def _wait_after(self, error: Exception) -> None:
        """Wait where Slack may answer later; raises SetupError where it will not."""
        outcome = outcome_of(error)
        pause = self.pause
        if isinstance(error, SlackApiError):
            code = code_of(error)
            if not isinstance(outcome, Wait | Failed | Ambiguous) or code in LOST | STOPPED:
                raise SetupError(
                    f"Slack refuses SLACK_BOT_TOKEN ({code}). Copy the bot token (xoxb-...) of the "
                    "app's page OAuth & Permissions into .env."
                ) from None
            pause = pause_of(error) if isinstance(outcome, Wait) else self.pause
        log.warning("Slack cannot be reached yet; it is tried again in %g seconds", pause)
        await self._until_stopped(asyncio.ensure_future(asyncio.sleep(pause)))

    async def _serve(self) -> None:
        app = self._listening()
        ends: list[asyncio.Future[Any]] = []
        if self._app_token:
            dispatch = app.async_dispatch
            socket = SocketServer(self._app_token, self._connected(), dispatch, self.work)
            self._server = socket
            ends.append(socket.refused)
            await self._until_stopped(asyncio.ensure_future(socket.start()))
        else:
            door = Door(self._signing_secret, self._clock)
            server = HttpServer(self.port, door, app.async_dispatch, self.work)
            self._server = server
            await _listen(server)
            self.port = server.port
        self.ready.set()
        await self._until_stopped(*ends)

    async def _until_stopped(self, *ends: asyncio.Future[Any]) -> None:
        """Wait until the bot stops, or one of these has come to its end or raised."""
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            done, _ = await asyncio.wait([stopping, *ends], return_when=asyncio.FIRST_COMPLETED)
            for each in done:
                each.result()
        finally:
            for each in (stopping, *ends):
                each.cancel()
            await asyncio.gather(stopping, *ends, return_exceptions=True)

    def _listening(self) -> AsyncApp:
        async def authorize(**_: Any) -> AuthorizeResult:
            return AuthorizeResult(
                enterprise_id=None,
                team_id=self._self["team_id"],
                bot_user_id=self._self["user_id"],
                bot_id=self._self["bot_id"],
                bot_token=self._bot_token,
            )

        app = AsyncApp(
            name="airules",
            logger=library_log(),
            client=AsyncWebClient(
                base_url=self._api_url,
                session=self._connected().session,
                logger=library_log(),
                retry_handlers=[],
            ),
            authorize=authorize,
            request_verification_enabled=False,  # `Door` does it, and logs no bodies
        )
        slash.listen(app, self.counter)
        shortcut.listen(app, self.counter)
        presses.listen(app, self.counter)
        mentions.listen(app, self.counter, self._user)
        home.listen(app, self.counter)
        lifecycle.listen(app, self.counter, self._user)

        @app.event(re.compile(".*"))
        async def others() -> None:
            """Slack takes an event without an answer for lost, and sends it again."""

        return app

    def _user(self) -> str:
        return self._self["user_id"]

    def _connected(self) -> AsyncWebClient:
        """The client; made when it is first asked for, as only then a loop runs."""
        if self._client is None or self._client.session is None or self._client.session.closed:
            session = posting_session(aiohttp.ClientTimeout(total=_TIMEOUT))
            self._client = AsyncWebClient(
                token=self._bot_token,
                base_url=self._api_url,
                session=session,
                logger=library_log(),
                retry_handlers=[],  # the library would send twice what was lost once
            )
        return self._client

    async def _close(self) -> None:
        self.ready.clear()
        if self._server is not None:
            await self._server.stop()
            self._server = None
        if not await self.work.finish(_LEAVE):
            log.warning("some answers were not finished within %g seconds", _LEAVE)
        if self._client is not None and self._client.session is not None:
            await self._client.session.close()
            self._client = None


async def _listen(server: HttpServer) -> None:
    try:
        await server.start()
    except OSError as error:
        raise SetupError(
            f"SLACK_PORT {server.port} cannot be listened on ({error.strerror}). "
            "Choose another port in .env."
        ) from None

"""Slack's requests over Socket Mode: a connection that we open, so no port is needed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from slack_bolt.adapter.socket_mode.internals import build_headers
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.codes import BROKEN, LOST, STOPPED, code_of, is_patience, pause_of
from bot.adapters.slack.work import Work
from bot.errors import SetupError

log = logging.getLogger(__name__)

_NEVER = frozenset({"missing_scope", "socket_mode_not_enabled", "forbidden_team"})


def refused_app_token(code: str) -> SetupError:
    """What whoever runs the bot should do about an app token that Slack refuses."""
    return SetupError(
        f"Slack refuses SLACK_APP_TOKEN ({code}). Make an app-level token with the scope "
        "connections:write (it begins with xapp-) and put it into .env."
    )


class SocketServer:
    """Takes requests from a socket; where our token is refused for good, `refused` tells."""

    def __init__(
        self,
        app_token: str,
        client: AsyncWebClient,
        dispatch: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]],
        work: Work,
    ) -> None:
        self._app_token = app_token
        self._client = client
        self._dispatch = dispatch
        self._work = work
        self._socket: _Socket | None = None
        self.refused: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def start(self) -> None:
        """Connect; raises SetupError where the token is refused."""
        self._socket = _Socket(self._app_token, self._client, self.refused)
        self._socket.socket_mode_request_listeners.append(self._take)
        try:
            self._socket.wss_uri = await self._socket.issue_new_wss_url()
        except SlackApiError as error:
            if self.refused.done() or code_of(error) in _NEVER:
                raise refused_app_token(code_of(error)) from None
            log.warning("Slack opens no socket yet (%s)", code_of(error))
        except BROKEN:
            log.warning("Slack cannot be reached yet")
        await self._socket.connect()  # type: ignore[no-untyped-call] # tries until it succeeds

    async def stop(self) -> None:
        """Take no more."""
        if self._socket is not None:
            await self._socket.close()  # type: ignore[no-untyped-call]
            self._socket = None
        if self.refused.done() and not self.refused.cancelled():
            self.refused.exception()  # whoever waited for it knows

    async def _take(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        await self._work.take()
        headers = build_headers(request)
        asked = AsyncBoltRequest(mode="socket_mode", body=request.payload, headers=headers)
        self._work.begin(lambda: self._dispatch(asked))
        await client.send_socket_mode_response(SocketModeResponse(request.envelope_id))


class _Socket(SocketModeClient):
    """The library's client, which else would ask for a connection for ever with a dead token."""

    def __init__(
        self, app_token: str, client: AsyncWebClient, refused: asyncio.Future[None]
    ) -> None:
        super().__init__(app_token=app_token, web_client=client, logger=client.logger)
        self._refused = refused

    async def issue_new_wss_url(self) -> str:
        """An address to connect to."""
        try:
            answer = await self.web_client.apps_connections_open(app_token=self.app_token)
        except SlackApiError as error:
            if is_patience(error):
                await asyncio.sleep(pause_of(error))
                return await self.issue_new_wss_url()
            code = code_of(error)
            if code in STOPPED | LOST and not self._refused.done():
                self.closed = True  # its loops end
                self._refused.set_exception(refused_app_token(code))
            raise
        return str(answer["url"])

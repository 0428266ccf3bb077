"""Connections on which a chat posts, alike for all chats."""

from __future__ import annotations

from collections.abc import Mapping

import aiohttp

# Whoever posts gives up by himself; what cannot even be reached was not posted.
PATIENCE = aiohttp.ClientTimeout(connect=10)


def posting_session(
    timeout: aiohttp.ClientTimeout, headers: Mapping[str, str] | None = None
) -> aiohttp.ClientSession:
    """A session for many posts at once; whoever posts bounds how many there are."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0),
        cookie_jar=aiohttp.DummyCookieJar(),  # else each post would look through the chat's
        headers=headers,
        timeout=timeout,
    )

"""Messages written out once, however many channels get them: only the running number differs."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from bot.model import Delivery
from bot.reply import Reply

_GAP = 7_048_391  # stands where a channel's running number goes
_KEPT = 256  # letters


class Stencils:
    """Writes messages by `write`, which tells whether the one it wrote has no other pages.

    A letter that goes to many channels is laid out for the first, and copied for the others.
    """

    def __init__(self, write: Callable[[Delivery], Awaitable[tuple[bytes, bool]]]) -> None:
        self._write = write
        # by the letter's identity, which is its own as long as it is kept here
        self._kept: dict[tuple[int, bool], tuple[Reply, tuple[bytes, ...]]] = {}

    async def written(self, delivery: Delivery) -> bytes:
        """The message of a delivery, as JSON."""
        if not delivery.plain:
            key = (id(delivery.reply), delivery.number is None)
            if key not in self._kept:
                await self._keep(key, delivery)
            pieces = self._kept[key][1]
            if pieces:
                return str(delivery.number).encode().join(pieces)
        written, _ = await self._write(delivery)
        return written

    async def _keep(self, key: tuple[int, bool], delivery: Delivery) -> None:
        """Write it, and keep what stands around the number; nothing where it cannot be copied."""
        numbers = 0 if delivery.number is None else 1
        gapped = replace(delivery, number=_GAP) if numbers else delivery
        written, whole = await self._write(gapped)
        pieces = tuple(written.split(b"%d" % _GAP))
        # what a letter says might have that very number in it
        fits = whole and len(pieces) == numbers + 1
        while len(self._kept) >= _KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = (delivery.reply, pieces if fits else ())


def to_json(message: Mapping[str, Any]) -> bytes:
    """A message as JSON in ASCII, whatever people wrote."""
    return json.dumps(message, separators=(",", ":")).encode()


def with_more(written: bytes, more: Mapping[str, Any]) -> bytes:
    """An object of JSON with more in it, which is nothing that people wrote."""
    return msgspec.json.encode(more)[:-1] + b"," + written[1:]

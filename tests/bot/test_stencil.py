"""A letter that goes to many channels: laid out once, and the same as if it were each time."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.model import ChannelRef, Delivery
from bot.plain import plain_text
from bot.reply import Listing, Paragraph, Reply
from bot.stencil import Stencils, to_json, with_more
from tests.bot.fakes import said

GAP = 7_048_391


class Scribe:
    """Writes a delivery's words down, and counts how often it has to."""

    def __init__(self, *, whole: bool = True) -> None:
        self.wrote = 0
        self._whole = whole

    async def write(self, delivery: Delivery) -> tuple[bytes, bool]:
        self.wrote += 1
        words = plain_text(delivery.numbered)
        return to_json({"text": words, "plain": delivery.plain}), self._whole


def owed(reply: Reply, number: int | None, **more: Any) -> Delivery:
    return Delivery(
        id=f"d-{number}",
        channel=ChannelRef("slack", "T1", "C1"),
        reply=reply,
        number=number,
        **more,
    )


async def read(stencils: Stencils, delivery: Delivery) -> tuple[str, bool]:
    found = json.loads(await stencils.written(delivery))
    return found["text"], found["plain"]


LONG = Reply(headline="News", blocks=(Listing(tuple((f"item {n}",) for n in range(200))),))


@pytest.mark.parametrize(
    ("reply", "whole", "writes"),
    [
        (said("Vega 5 is out."), True, 1),
        (LONG, True, 1),
        (LONG, False, 5),  # its other pages are kept under a key that its words give
        (said(f"Order {GAP} is out."), True, 5),
        (Reply(headline="h", blocks=(Paragraph((f"Alert {GAP} in this channel",)),)), True, 5),
    ],
)
async def test_each_channel_gets_the_letter_with_its_own_number(
    reply: Reply, whole: bool, writes: int
) -> None:
    scribe = Scribe(whole=whole)
    stencils = Stencils(scribe.write)
    for number in (1, 48, 10_000, GAP):
        delivery = owed(reply, number)
        assert await read(stencils, delivery) == (plain_text(delivery.numbered), False)
    assert scribe.wrote == writes


async def test_an_edit_has_no_number_and_is_laid_out_once_too() -> None:
    scribe = Scribe()
    stencils, letter = Stencils(scribe.write), said(f"Order {GAP // 2} is out.")
    await stencils.written(owed(letter, 1))
    for edited in ("M1", "M2", "M3"):
        edit = owed(letter, None, edits=edited)
        assert await read(stencils, edit) == (plain_text(letter), False)
    assert scribe.wrote == 2


async def test_words_alone_are_written_for_each() -> None:
    scribe = Scribe()
    stencils, letter = Stencils(scribe.write), said("Vega 5 is out.")
    for plain in (False, True, True):
        delivery = owed(letter, 3, plain=plain)
        assert await read(stencils, delivery) == (plain_text(delivery.numbered), plain)
    assert scribe.wrote == 3


async def test_letters_are_not_kept_for_ever_and_never_taken_for_another() -> None:
    stencils = Stencils(Scribe().write)
    for n in range(1_000):  # nobody else holds them, so others may take their places in memory
        delivery = owed(said(f"Letter {n}."), n + 1)
        assert await read(stencils, delivery) == (plain_text(delivery.numbered), False)
    assert len(stencils._kept) < 300


def test_an_object_takes_more() -> None:
    assert json.loads(with_more(b'{"a":1}', {"b": "2"})) == {"a": 1, "b": "2"}

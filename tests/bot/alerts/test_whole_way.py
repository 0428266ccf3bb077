"""The whole way: an entry's file is edited, and a chat gets a post, an edit and a line."""

from __future__ import annotations

from bot.alerts.courier import Courier
from bot.model import Delivery, Outcome, Sent
from bot.plain import plain_text
from tests.bot.alerts.living import STATUS, VALUE, FakeChat, World


class Listening(FakeChat):
    """A chat that keeps what it is given."""

    def __init__(self, platform: str) -> None:
        super().__init__(platform)
        self.given: list[Delivery] = []

    async def post(self, delivery: Delivery) -> Outcome:
        self.given.append(delivery)
        return Sent(delivery.edits or f"m{len(self.given)}")


async def test_an_edited_file_becomes_a_post_then_an_edit_and_a_line(world: World) -> None:
    chat = Listening("discord")
    courier = Courier(world.database, {"discord": chat})

    async def carry() -> list[Delivery]:
        chat.given = []
        for _ in range(4):
            courier.wake()
            await courier.turn()
            await courier.landed()
        return chat.given

    await world.asks("model:vega-5.1")
    world.edit("models/vega-5.1.toml", *STATUS)
    await world.step(hours=1)
    [post] = await carry()
    assert (post.edits, post.thread) == (None, None)
    assert post.reply.headline == "Changed: Vega 5.1 (status)"
    assert plain_text(post.numbered).endswith("Alert 1 in this channel")
    assert await carry() == []
    world.edit("models/vega-5.1.toml", *VALUE)
    await world.step(hours=1)
    edit, line = await carry()
    assert (edit.edits, edit.thread) == ("m1", None)
    assert (line.edits, line.thread) == (None, "m1")
    assert "360,000 tokens" in plain_text(edit.reply)
    assert line.reply.headline == "Vega 5.1 changed: capability"
    assert await carry() == []

"""The shortcut on a message, "Check this claim": what the message says is asked."""

from __future__ import annotations

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.adapters.slack.counter import Counter
from bot.adapters.slack.voice import Place
from bot.adapters.slack.words import plain_words
from bot.model import Invocation

CALLBACK = "check_claim"
NAME = "Check this claim"


def listen(app: AsyncApp, counter: Counter) -> None:
    """Answer the shortcut, to who chose it alone."""

    @app.shortcut({"type": "message_action", "callback_id": CALLBACK})
    async def chosen(ack: AsyncAck, shortcut: dict[str, Any]) -> None:
        await ack()
        message = shortcut["message"]
        place = Place(
            tenant=shortcut["team"]["id"],
            channel=shortcut["channel"]["id"],
            person=shortcut["user"]["id"],
            thread=message.get("thread_ts"),
            address=shortcut["response_url"],
        )
        claim = plain_words(str(message.get("text") or ""), bot="")

        async def answer() -> None:
            if not claim:
                await counter.tell(
                    place,
                    "That message has no words that I can read, so there is nothing to check.",
                )
                return
            await counter.answer(
                Invocation(command="ask", arguments={"question": claim}),
                place,
                name=str(shortcut["user"].get("name") or ""),
                lead=claim,
            )

        await counter.serve(f"trigger:{shortcut['trigger_id']}", place, answer)

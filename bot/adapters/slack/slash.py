"""The slash command: `/airules <verb> ...`, answered to who typed it alone."""

from __future__ import annotations

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.adapters.slack.counter import Counter
from bot.adapters.slack.voice import Place
from bot.adapters.slack.words import LONGEST, meant

COMMAND = "/airules"


def listen(app: AsyncApp, counter: Counter) -> None:
    """Answer the command."""

    @app.command(COMMAND)
    async def typed(ack: AsyncAck, command: dict[str, Any]) -> None:
        await ack()
        place = Place(
            tenant=command["team_id"],
            channel=command["channel_id"],
            person=command["user_id"],
            address=command["response_url"],
        )
        line = str(command.get("text") or "")[:LONGEST].strip()

        async def answer() -> None:
            invocation = await meant(counter.router, counter.office, line)
            # Slack shows nobody what was typed, not even who typed it.
            await counter.answer(
                invocation,
                place,
                name=str(command.get("user_name") or ""),
                lead=f"{COMMAND} {line}" if line else "",
            )

        await counter.serve(f"trigger:{command['trigger_id']}", place, answer)

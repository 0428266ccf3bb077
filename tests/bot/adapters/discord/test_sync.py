"""The commands are told to Discord when they changed, and only then."""

from __future__ import annotations

from bot.model import Office
from bot.router import Router
from tests.bot.adapters.discord.conftest import Open, Sim, new_chat
from tests.bot.fakes import a_command


def told(sim: Sim) -> int:
    return sum(r.method == "PUT" for r in sim.env.http_requests)


async def test_commands_are_told_once_and_again_when_they_changed(
    open_sim: Open, office: Office
) -> None:
    commands = {"echo": a_command()}
    async with open_sim(commands) as sim:
        assert told(sim) == 1
        await sim.env.restart_bot(new_chat(Router(commands), office).client)
        assert told(sim) == 1
        more = commands | {"other": a_command("other")}
        await sim.env.restart_bot(new_chat(Router(more), office).client)
        assert told(sim) == 2
        assert set(sim.alice.available_commands(sim.channel)) == {"echo", "other"}


async def test_commands_that_are_refused_leave_the_old_ones_and_are_told_anew(
    open_sim: Open, office: Office
) -> None:
    commands = {"echo": a_command()}
    more = commands | {"other": a_command("other")}
    async with open_sim(commands) as sim:
        sim.env.inject_error("PUT", "/applications/*/commands", status=400, code=50035)
        await sim.env.restart_bot(new_chat(Router(more), office).client)
        assert set(sim.alice.available_commands(sim.channel)) == {"echo"}
        await sim.env.restart_bot(new_chat(Router(more), office).client)
        assert set(sim.alice.available_commands(sim.channel)) == {"echo", "other"}

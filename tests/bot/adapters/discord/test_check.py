"""What `doctor` finds of Discord."""

from __future__ import annotations

from bot.adapters.discord.check import examine
from bot.model import Office
from tests.bot.adapters.discord.conftest import chat_on, running
from tests.bot.adapters.discord.wire import TOKEN, Canned, Wire


async def test_doctor_finds_all_well_after_a_run(wire: Wire, office: Office) -> None:
    async with running(chat_on(wire, office)):
        await wire.until(lambda: wire.heard != [])
    findings = await examine(TOKEN, wire.url)
    assert [finding.words for finding in findings] == [
        "Discord answers; the bot is airules",
        "it is in 1 server",
        "no privileged intent is needed",
        "the commands are those of this version",
    ]
    assert all(finding.fine for finding in findings)


async def test_doctor_finds_what_is_wrong(wire: Wire) -> None:
    *_, commands = await examine(TOKEN, wire.url)
    assert not commands.fine
    assert commands.remedy == "`airules run` sends them when it starts."
    for canned, words in (
        (Canned(401), "Discord refuses the token"),
        (Canned(502), "Discord answers with status 502"),
        (Canned(200, "<html>"), "Discord does not answer"),
    ):
        wire.canned["GET"] = [canned]
        [finding] = await examine(TOKEN, wire.url)
        assert not finding.fine
        assert finding.words.startswith(words)
        assert finding.remedy

"""Two tenants, all commands: nobody sees or changes what is another's."""

from __future__ import annotations

from bot.alerts.subscriptions import of_channel, of_tenant
from bot.model import ChannelRef
from bot.router import load_commands
from tests.bot.alerts.living import HERE, THERE, World, subscribe, words

COMMANDS = {name: one for name, one in load_commands().items() if one.group == "alerts"}


async def test_no_command_shows_or_changes_what_is_anothers(world: World) -> None:
    await subscribe(world, "secretword model:vega-5.1", THERE)
    await world.says("mute", THERE, entry="heron 2")
    await world.says("test", THERE)
    await world.deliver(state="dead", code="secretcode")
    before = await of_tenant(world.database, THERE.platform, THERE.tenant)
    sibling = ChannelRef(THERE.platform, THERE.tenant, "c9")
    same_channel_elsewhere = ChannelRef(THERE.platform, "t9", THERE.channel)
    other_chat = ChannelRef("discord", THERE.tenant, THERE.channel)
    given = {
        "subscribe": {"again": "1"},
        "unsubscribe": {"which": "1"},
        "pause": {"which": "1"},
        "resume": {"which": "1"},
        "digest": {"when": "daily", "which": "1"},
        "why": {"entry": "vega 5.1"},
        "mute": {"entry": "heron 2", "off": "yes"},
    }
    for where in (HERE, sibling, same_channel_elsewhere, other_chat):
        for name in COMMANDS:
            for arguments in ({}, given.get(name, {})):
                text = words(await world.says(name, where, options=arguments))
                assert "secret" not in text, (name, where)
                assert "Heron 2; " not in text
        assert await of_channel(world.database, where) == []
    assert await of_tenant(world.database, THERE.platform, THERE.tenant) == before
    assert "Muted: Heron 2" in words(await world.says("list", THERE))
    assert await of_tenant(world.database, THERE.platform, "t9") == []


async def test_the_same_filter_in_two_tenants_is_two_subscriptions(world: World) -> None:
    await subscribe(world, "leak")
    assert "subscribed this channel" in words(await subscribe(world, "leak", THERE))
    await world.says("unsubscribe", which="all")
    assert len(await of_channel(world.database, THERE)) == 1

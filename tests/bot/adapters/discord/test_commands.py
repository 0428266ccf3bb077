"""The commands as Discord is told them, and what it says was given."""

from __future__ import annotations

import pytest

from bot.adapters.discord.commands import CHECK, application_commands, claim, given
from bot.model import Command, Option
from bot.router import load_commands
from tests.bot.adapters.discord.rules import breaches
from tests.bot.fakes import a_command


def test_the_commands_keep_every_limit() -> None:
    payload = application_commands(load_commands().values())
    assert breaches("PUT", "/applications/1/commands", payload) == []


def test_no_description_of_ours_is_cut() -> None:
    commands = load_commands().values()
    told = [text for c in commands for text in (c.summary, *(o.summary for o in c.options))]
    assert [text for text in told if len(text) > 100] == []


def test_a_command_can_be_given_everywhere_and_by_all() -> None:
    [command, check] = application_commands([a_command("who")])
    assert command["contexts"] == [0, 1, 2]
    assert command["integration_types"] == [0, 1]
    assert "default_member_permissions" not in command
    assert (check["name"], check["type"]) == (CHECK, 3)


def test_a_group_for_managers_stands_in_servers_only() -> None:
    members = [
        Command(name=name, summary="Something", group="alerts", manages=True, run=a_command().run)
        for name in ("subscribe", "list")
    ]
    group = application_commands(members)[0]
    assert group["name"] == "alerts"
    assert [option["name"] for option in group["options"]] == ["subscribe", "list"]
    assert group["contexts"] == [0]
    assert group["integration_types"] == [0]
    assert group["default_member_permissions"] == 32
    assert breaches("PUT", "/applications/1/commands", [group]) == []


def test_what_is_needed_stands_first_and_few_choices_are_listed() -> None:
    few = Option(name="few", summary="s", choices=("a", "b"))
    many = Option(name="many", summary="s", choices=tuple(f"c{n}" for n in range(30)))
    needed = Option(name="needed", summary="x" * 200, required=True)
    [command, _] = application_commands([a_command("echo", None, few, many, needed)])
    assert [option["name"] for option in command["options"]] == ["needed", "few", "many"]
    assert command["options"][1]["choices"] == [{"name": c, "value": c} for c in ("a", "b")]
    assert command["options"][2]["autocomplete"] is True
    assert len(command["options"][0]["description"]) == 100


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"name": "help"}, ("help", {}, None)),
        (
            {"name": "who", "options": [{"name": "model", "type": 3, "value": "x"}]},
            ("who", {"model": "x"}, None),
        ),
        (
            {
                "name": "alerts",
                "options": [
                    {
                        "name": "subscribe",
                        "type": 1,
                        "options": [{"name": "filter", "type": 3, "value": "e", "focused": True}],
                    }
                ],
            },
            ("subscribe", {"filter": "e"}, "filter"),
        ),
    ],
)
def test_what_was_given_is_read(
    data: dict[str, object], expected: tuple[str, dict[str, str], str | None]
) -> None:
    assert given(data) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Vega 5.1 is  banned\n<@123> <@!9> <@&7> <#8>", "Vega 5.1 is banned"),
        ("</who:42> <:smile:3> <a:x:4> 3 < 4 > 2", "3 < 4 > 2"),
        ("", ""),
    ],
)
def test_a_claim_is_read_without_mentions(content: str, expected: str) -> None:
    data = {"target_id": "5", "resolved": {"messages": {"5": {"content": content}}}}
    assert claim(data) == expected

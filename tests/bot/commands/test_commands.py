"""What every command has in common, and what each of them answers on the made-up base."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bot.commands
from bot.adapters.console.app import Session
from bot.model import Command, Invocation
from bot.plain import plain_text
from bot.reply import Choices, Note, Reply
from bot.router import Router, load_commands
from bot.typed import parse
from knowledge.desk import Desk
from knowledge.names import Names
from knowledge.store import Store
from tests.conftest import TODAY

COMMANDS = {name: one for name, one in load_commands().items() if one.run}
EXAMPLES = [(name, line) for name, command in COMMANDS.items() for line in command.examples]

ON_SAMPLE = {
    "ask": "ask who may use vega 5.1",
    "changes": "changes 30d",
    "compare": "compare vega 5 vs vega 5.1",
    "deadlines": "deadlines 60",
    "directive": "directive eo 15001 part:deadline",
    "help": "help compare",
    "model": "model heron 2",
    "quote": "quote mara voss",
    "search": "search leak",
    "sources": "sources sb 990",
    "timeline": "timeline lyra labs",
    "who": "who vega 5.1",
}


@pytest.fixture(scope="module")
def real(real_store: Store) -> Desk:
    """The reviewed base that comes with the bot."""
    return Desk(real_store, Names(real_store), TODAY)


def reply(desk: Desk, line: str) -> Reply:
    return Session(Router(COMMANDS), lambda: desk).reply(line)


def text(desk: Desk, line: str) -> str:
    return plain_text(reply(desk, line))


def answered(found: Reply) -> bool:
    """Whether it is no refusal: those end in their words or choices, an answer in a remark."""
    return isinstance(found.blocks[-1], Note)


# -- what all have in common


def test_every_file_of_the_folder_is_one_command() -> None:
    files = {file.stem for file in Path(bot.commands.__file__).parent.glob("*.py")} - {"__init__"}
    assert set(load_commands()) == files
    assert all(
        (command.run is None) != (command.act is None) for command in load_commands().values()
    )


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_command_says_what_it_is_for(command: Command) -> None:
    assert command.name.isidentifier()
    assert command.name.islower()
    assert command.summary[0].isupper()
    assert not command.summary.endswith(".")
    assert all(option.summary for option in command.options)
    names = [option.name for option in command.options]
    assert len(names) == len(set(names))
    assert not [o for o in command.options[1:] if o.required and not command.separators]


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_command_that_answers_from_the_base_speaks_for_any_day(command: Command) -> None:
    assert (command.option("as_of") is None) == (command.name in {"help", "quote"})


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_command_has_an_example(command: Command) -> None:
    assert command.examples


@pytest.mark.parametrize(("name", "line"), EXAMPLES)
def test_an_example_is_read_as_its_own_command(name: str, line: str) -> None:
    invocation = parse(line, COMMANDS)
    assert invocation.command == name
    assert {o.name for o in COMMANDS[name].options if o.required} <= set(invocation.arguments)


@pytest.mark.parametrize(("name", "line"), [one for one in EXAMPLES if one[0] != "ask"])
def test_an_example_is_answered_from_the_reviewed_base(real: Desk, name: str, line: str) -> None:
    found = reply(real, line)
    assert answered(found), plain_text(found)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_answers_on_the_made_up_base(desk: Desk, name: str) -> None:
    found = reply(desk, ON_SAMPLE[name])
    assert answered(found), plain_text(found)
    assert found.headline


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in {"help", "quote"}])
def test_every_answer_tells_the_day_that_it_speaks_for(desk: Desk, name: str) -> None:
    assert "As of 21 November 2026" in text(desk, ON_SAMPLE[name])
    assert "As of 20 September 2026" in text(desk, f"{ON_SAMPLE[name]} as_of:2026-09-20")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_choice_offered_by_a_reply_can_be_picked(desk: Desk, name: str) -> None:
    offered = [b for b in reply(desk, ON_SAMPLE[name]).blocks if isinstance(b, Choices)]
    for choice in (choice for block in offered for choice in block.items):
        invocation = Invocation(command=choice.command, arguments=dict(choice.arguments))
        picked = Router(COMMANDS).dispatch(desk, invocation)
        assert answered(picked), plain_text(picked)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.sampled_from(sorted(set(COMMANDS) - {"ask"})),
    st.text(),
    st.one_of(st.dates().map(str), st.text()),
    st.sampled_from(["as_of", "since", "days", "part"]),
)
def test_no_words_and_no_day_make_a_command_break(
    desk: Desk, name: str, words: str, value: str, option: str
) -> None:
    named = f' {option}:"{value}"' if COMMANDS[name].option(option) else ""
    assert "Something broke" not in text(desk, f"{name} {words}{named}")


# -- what each of them answers


def test_who_may_use_a_model_follows_the_day(desk: Desk) -> None:
    assert "foreign nationals | barred" not in text(desk, "who vega 5.1").partition("Before")[0]
    during = text(desk, "who vega 5.1 as_of:2026-08-20").partition("Before")[0]
    assert "foreign nationals | barred" in during
    assert "speaks for that day" in text(desk, "who vega 5.1 as_of:2026-01-01")


def test_a_directive_is_no_model_and_a_model_no_directive(desk: Desk) -> None:
    assert text(desk, "model eo 15001").startswith("I have no model called")
    assert text(desk, "directive vega 5").startswith("I have no directive called")


def test_a_part_shows_that_part_only(desk: Desk) -> None:
    whole, part = text(desk, "model vega 5"), text(desk, "model vega 5 part:price")
    assert "costs $4" in part
    assert "costs $4" not in whole
    assert "followed by Vega 5.1" in whole
    assert "followed by Vega 5.1" not in part


def test_two_of_different_kinds_are_not_compared(desk: Desk) -> None:
    assert "is a directive and Vega 5 a model" in text(desk, "compare eo 15001 vs vega 5")


def test_what_is_due_on_the_last_day_asked_for_is_told(desk: Desk) -> None:
    assert "31 December 2026 | 40 days" in text(desk, "deadlines 40")
    assert "31 December 2026" not in text(desk, "deadlines 39")
    assert "holds no deadline in that time" in text(desk, "deadlines 39")


@pytest.mark.parametrize("days", ["0", "-1", "soon", "3.5", "36501", "9999999", "٣", "1e3"])
def test_a_number_of_days_is_a_whole_number_from_one_on(desk: Desk, days: str) -> None:
    assert text(desk, f"deadlines {days}") == f"“{days}” is no number of days. Write `days:30`."


def test_deadlines_are_counted_from_the_day_asked_for(desk: Desk) -> None:
    found = text(desk, "deadlines days:10 as_of:2026-12-25")
    assert "31 December 2026 | 6 days" in found
    assert "1 January 2027 | 7 days" in found
    assert "1 March 2027" not in found


def test_changes_are_those_of_a_week_where_no_day_is_given(desk: Desk) -> None:
    assert text(desk, "changes").startswith("What changed since 14 November 2026\n")
    assert "added Vega 5" not in text(desk, "changes")
    assert "added Vega 5" in text(desk, "changes 2026-11-01")
    assert "added Vega 5" not in text(desk, "changes 2026-10-01 as_of:2026-10-31")


@pytest.mark.parametrize("place", ["us-ca", "US-CA", "california", "California"])
def test_a_timeline_can_be_of_a_place(desk: Desk, place: str) -> None:
    assert text(desk, f"timeline {place}").startswith("Timeline of California\n")


def test_a_timeline_of_the_united_states_has_the_states_too(desk: Desk) -> None:
    found = text(desk, "timeline us")
    assert found.startswith("Timeline of United States (federal)\n")
    assert "signed California SB 990" in found


def test_a_timeline_does_not_tell_what_is_yet_to_come(desk: Desk) -> None:
    assert "withdrew" not in text(desk, "timeline vega 5.1 as_of:2026-09-01")
    assert "Vega 6" not in text(desk, "timeline vega 5.1")


def test_a_quote_at_random_is_a_quote(desk: Desk) -> None:
    found = {text(desk, "quote").partition("\n")[0] for _ in range(40)}
    titles = desk.store.titles(desk.store.ids())
    assert found <= {f"Said about {title}" for title in titles.values()}
    assert len(found) > 1


def test_a_quote_at_random_from_an_empty_base_is_told_in_words() -> None:
    store = Store.open(None)
    assert "no quote" in text(Desk(store, Names(store), date(2026, 11, 21)), "quote")
    store.close()


def test_help_lists_every_command_with_an_example(desk: Desk) -> None:
    found = text(desk, "help")
    assert all(f"\n{name} | {command.summary} | " in found for name, command in COMMANDS.items())
    assert "checked up to 1 November 2026" in found


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_help_tells_the_options_and_examples_of_a_command(desk: Desk, command: Command) -> None:
    found = text(desk, f"help {command.name}")
    assert all(f"\n{option.name} | {option.summary}" in found for option in command.options)
    assert all(f"For example: {example}" in found for example in command.examples)


@pytest.mark.parametrize("typed", ["WHO", "/who", "`who`"])
def test_help_takes_a_command_as_people_write_it(desk: Desk, typed: str) -> None:
    assert text(desk, f"help {typed}") == text(desk, "help who")


def test_help_on_no_command_lists_all(desk: Desk) -> None:
    assert text(desk, "help me") == text(desk, "help")

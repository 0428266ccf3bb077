"""Completion of a line: commands, names, the words of an option, and further options."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.adapters.console.complete import LineCompleter
from bot.router import Router, load_commands
from knowledge.desk import Desk

COMMANDS = load_commands()


def completed(desk: Desk, line: str) -> list[str]:
    """The lines that a person could get by taking a completion."""
    completer = LineCompleter(Router(COMMANDS), lambda: desk)
    found = completer.get_completions(Document(line), CompleteEvent(completion_requested=True))
    return [line[: len(line) + one.start_position] + one.text for one in found]


def test_an_empty_line_offers_all_commands(desk: Desk) -> None:
    assert completed(desk, "") == list(COMMANDS)


def test_the_beginning_of_a_command_is_completed(desk: Desk) -> None:
    assert completed(desk, "comp") == ["compare"]
    assert completed(desk, "D") == ["deadlines", "digest", "directive"]
    assert completed(desk, "xyz") == []


def test_a_name_is_completed_among_the_kinds_that_the_command_takes(desk: Desk) -> None:
    assert set(completed(desk, "who ve")) == {"who Vega 5", "who Vega 5.1"}
    assert completed(desk, "directive eo") == ["directive Executive Order 15001"]
    assert completed(desk, "directive ve") == [
        "directive Trade Office letter to Lyra Labs of 3 August 2026"
    ]


def test_a_command_may_be_written_in_capitals(desk: Desk) -> None:
    assert completed(desk, "WHO heron") == ["WHO Heron 2"]


def test_a_slip_in_a_name_is_completed_too(desk: Desk) -> None:
    assert completed(desk, "who hreon 2") == ["who Heron 2"]


def test_a_name_of_several_words_is_replaced_as_a_whole(desk: Desk) -> None:
    assert completed(desk, "who lyra vega 5.1") == ["who Vega 5.1"]


def test_the_second_of_two_names_is_completed_after_the_separator(desk: Desk) -> None:
    assert completed(desk, "compare vega 5 vs her") == ["compare vega 5 vs Heron 2"]


def test_the_words_of_an_option_are_completed(desk: Desk) -> None:
    assert completed(desk, "model heron 2 part:pr") == [
        "model heron 2 part:process",
        "model heron 2 part:precedent",
        "model heron 2 part:price",
    ]


def test_the_names_of_further_options_are_completed(desk: Desk) -> None:
    assert completed(desk, "who vega 5 as") == ["who vega 5 as_of:"]
    assert "deadlines as_of:" in completed(desk, "deadlines as")


@pytest.mark.parametrize("line", ["hello ve", "ask what is ve", "who x:ve", "help w"])
def test_where_nothing_is_known_nothing_is_offered(desk: Desk, line: str) -> None:
    assert completed(desk, line) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.one_of(st.text(), st.builds("{} {}".format, st.sampled_from(sorted(COMMANDS)), st.text()))
)
def test_any_line_can_be_completed_or_is_left_alone(desk: Desk, line: str) -> None:
    assert all(isinstance(found, str) for found in completed(desk, line))

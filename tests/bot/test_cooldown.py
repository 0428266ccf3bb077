"""Five commands in ten seconds a person, sixty a minute a server or workspace."""

from __future__ import annotations

from itertools import count

import pytest

from bot.cooldown import Cooldown
from bot.errors import TooOften
from bot.model import ChannelRef, Invocation, Person


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def asked(person: str = "ann", tenant: str = "lyra", platform: str = "slack") -> Invocation:
    return Invocation(
        command="help",
        person=Person(id=person, name=person.title()),
        channel=ChannelRef(platform, tenant, "general"),
    )


def test_the_sixth_command_of_a_person_within_ten_seconds_has_to_wait() -> None:
    clock = Clock()
    cooldown = Cooldown(clock)
    for second in range(5):
        clock.now = float(second)
        cooldown.take(asked())
    with pytest.raises(TooOften, match="Ask again in 6 seconds"):
        cooldown.take(asked())
    clock.now = 10.0
    cooldown.take(asked())


def test_a_person_waits_for_nobody_else() -> None:
    cooldown = Cooldown(Clock())
    for _ in range(5):
        cooldown.take(asked("ann"))
    cooldown.take(asked("bob"))
    cooldown.take(asked("ann", tenant="corvid"))
    cooldown.take(asked("ann", platform="discord"))


def test_a_place_has_sixty_a_minute_whoever_asks() -> None:
    clock = Clock()
    cooldown = Cooldown(clock)
    for n in range(60):
        cooldown.take(asked(f"person {n}"))
    with pytest.raises(TooOften, match="People here"):
        cooldown.take(asked("somebody else"))
    cooldown.take(asked("somebody else", tenant="corvid"))
    clock.now = 60.0
    cooldown.take(asked("somebody else"))


def test_a_refused_command_does_not_count() -> None:
    clock = Clock()
    cooldown = Cooldown(clock)
    for _ in range(5):
        cooldown.take(asked())
    clock.now = 9.5
    for _ in range(20):
        with pytest.raises(TooOften, match="1 second\\."):
            cooldown.take(asked())
    clock.now = 10.5
    cooldown.take(asked())


def test_who_asks_nowhere_is_not_counted() -> None:
    cooldown = Cooldown(Clock())
    for _ in range(100):
        cooldown.take(Invocation(command="help"))


def test_those_who_have_been_quiet_are_forgotten() -> None:
    clock = Clock()
    cooldown = Cooldown(clock)
    for n in count():
        clock.now = n * 0.1
        cooldown.take(asked(f"person {n}", tenant=f"tenant {n}"))
        if n > 12_000:
            break
    assert len(cooldown._given) < 10_100

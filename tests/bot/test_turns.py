"""Those who come all at once go on a few in a turn of the loop, in the order in which they came."""

from __future__ import annotations

import asyncio

import pytest

from bot.turns import Turns


class Clock:
    """Counts the turns of the loop."""

    def __init__(self) -> None:
        self.count = 0
        self._call()

    def _call(self) -> None:
        self.count += 1
        asyncio.get_running_loop().call_soon(self._call)


@pytest.mark.parametrize("each_turn", [1, 3])
async def test_so_many_go_on_in_each_turn_and_in_order(each_turn: int) -> None:
    turns, clock = Turns(each_turn), Clock()
    gone: list[tuple[int, int]] = []

    async def come(number: int) -> None:
        await turns.wait()
        gone.append((clock.count, number))

    await asyncio.gather(*(come(number) for number in range(10)))
    assert [number for _, number in gone] == list(range(10))
    by_turn = [[n for at, n in gone if at == turn] for turn in dict.fromkeys(at for at, _ in gone)]
    assert [len(each) for each in by_turn[:-1]] == [each_turn] * (len(by_turn) - 1)
    assert 0 < len(by_turn[-1]) <= each_turn


async def test_who_comes_again_stands_behind_those_who_wait() -> None:
    turns = Turns(1)
    gone: list[str] = []

    async def come(name: str, times: int) -> None:
        for _ in range(times):
            await turns.wait()
            gone.append(name)

    await asyncio.gather(come("a", 2), come("b", 1), come("c", 1))
    assert gone == ["a", "b", "c", "a"]


async def test_who_gives_up_holds_up_nobody() -> None:
    turns = Turns(1)
    first, second, third = (asyncio.create_task(turns.wait()) for _ in range(3))
    await asyncio.sleep(0)
    second.cancel()
    await first
    await third
    assert second.cancelled()


async def test_it_goes_on_after_a_rest() -> None:
    turns = Turns(2)
    for _ in range(3):
        await asyncio.gather(*(turns.wait() for _ in range(5)))

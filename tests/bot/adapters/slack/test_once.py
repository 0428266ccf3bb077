"""Acknowledged at once, done once: the three seconds, retries, restarts, and the end."""

from __future__ import annotations

import asyncio

import pytest

from bot.adapters.slack.work import REMEMBERED, Work
from bot.model import Invocation
from bot.reply import Choice, Listing, Paragraph, Reply
from knowledge.desk import Desk
from tests.bot.adapters.slack.bench import Bench, commands
from tests.bot.adapters.slack.fake import Status
from tests.bot.adapters.slack.rules import words_of
from tests.bot.fakes import a_command

ITEMS = tuple((f"Item {n} " + "of many words " * 12,) for n in range(200))


def long(desk: Desk, invocation: Invocation) -> Reply:
    return Reply(headline="Long.", blocks=(Listing(ITEMS),))


def wordy(desk: Desk, invocation: Invocation) -> Reply:
    choice = Choice("Ask it", "ask", (("question", "why " * 700),))
    return Reply(headline="Wordy.", blocks=(Paragraph(("Wordy.",)),), actions=(choice,))


@pytest.mark.parametrize("how", ["slash", "check", "mention", "direct", "press"])
async def test_what_takes_long_is_acknowledged_before_it_is_done(bench: Bench, how: str) -> None:
    await bench.slash("who vega 5.1")
    before = len(bench.slack.timeline)
    bench.reader.open.clear()
    match how:
        case "slash":
            assert await bench.slash("who vega 5.1")
        case "check":
            assert await bench.check("Vega 5.1 is free.")
        case "mention":
            await bench.mention("who vega 5.1")
        case "direct":
            await bench.message("who vega 5.1", "D1")
        case "press":
            assert await bench.press("Sources", bench.slack.whispers[0])
    assert bench.slack.timeline[before:] == ["ack"]
    bench.reader.open.set()
    await bench.settle()
    assert len(bench.slack.timeline) == before + 2


async def test_many_at_once_are_all_acknowledged_before_one_is_answered(bench: Bench) -> None:
    bench.reader.open.clear()
    people = [f"U{number}" for number in range(20)]
    asked = (bench.slash("who vega 5.1", user=user) for user in people)
    assert await asyncio.gather(*asked) == [True] * len(people)
    assert bench.slack.timeline.count("ack") == len(people)
    assert bench.slack.whispers == []
    bench.reader.open.set()
    await bench.settle()
    assert sorted(whisper["user"] for whisper in bench.slack.whispers) == sorted(people)


async def test_a_message_that_slack_tells_of_again_is_answered_once(bench: Bench) -> None:
    asked = await bench.mention("who vega 5.1")
    for retry in (1, 2, 3):
        assert await bench.event(asked, retry=retry)
    assert len(bench.slack.said("C1")) == 1


async def test_a_retry_while_the_first_try_is_in_hand_is_answered_once(bench: Bench) -> None:
    bench.reader.open.clear()
    asked = await bench.mention("who vega 5.1")
    assert await bench.event(asked, retry=1)
    bench.reader.open.set()
    await bench.settle()
    assert len(bench.slack.said("C1")) == 1


async def test_a_retry_whose_first_try_failed_is_answered(bench: Bench) -> None:
    bench.slack.trouble["chat.postMessage"] += [Status(500)]
    bench.slack.trouble["chat.postEphemeral"] += [Status(500)]  # not even the fault can be told
    asked = await bench.mention("who vega 5.1")
    assert bench.slack.said("C1") == bench.slack.whispers == []
    await bench.event(asked, retry=1)
    assert len(bench.slack.said("C1")) == 1


async def test_a_retry_whose_first_try_never_came_is_answered(bench: Bench) -> None:
    await bench.message("who vega 5.1", "D1", retry=2)
    assert len(bench.slack.said("D1")) == 1


async def test_a_command_that_comes_twice_is_answered_once(bench: Bench) -> None:
    for _ in range(2):
        await bench.slash("who vega 5.1", trigger_id="t-same")
    assert len(bench.slack.whispers) == 1


async def test_buttons_work_after_a_restart(bench: Bench) -> None:
    await bench.slash("who vega 5.1")
    await bench.mention("who vega 5.1")
    await bench.start(commands())
    await bench.press("Timeline", bench.slack.whispers[0])
    await bench.press("Sources", bench.slack.said("C1")[0])
    assert [w["text"] for w in bench.slack.whispers[1:]] == [
        "Timeline of Vega 5.1",
        "Sources of Vega 5.1",
    ]


async def test_a_button_that_carries_much_works_after_a_restart(one: Bench) -> None:
    wide = {**commands(), "wordy": a_command("wordy", wordy)}
    await one.start(wide)
    await one.slash("wordy")
    await one.start(wide)
    await one.press("Ask it", one.slack.whispers[0])
    assert one.slack.whispers[1]["text"].startswith("Asked: why why")


async def test_a_long_reply_is_paged_and_its_pages_survive_a_restart(bench: Bench) -> None:
    wide = {**commands(), "long": a_command("long", long)}
    await bench.start(wide)
    await bench.slash("long")
    shown = [words_of(bench.slack.whispers[0]["blocks"])]
    await bench.start(wide)
    page = 2
    while f"More ({page} of" in shown[-1]:
        total = shown[-1].partition(f"More ({page} of ")[2].partition(")")[0]
        await bench.press(f"More ({page} of {total})", bench.slack.whispers[-1])
        shown.append(words_of(bench.slack.whispers[-1]["blocks"]))
        page += 1
    assert len(shown) > 2
    assert all(sum(f"Item {n} " in one for one in shown) == 1 for n in range(200))


@pytest.mark.parametrize(
    ("action", "value"),
    [
        ("press-1", "air0|o|who|model=vega"),
        ("press-1", ""),
        ("press-1", "kept|" + "0" * 20),
        ("more", "nonsense"),
        ("more", "0" * 20 + "|2"),
        ("of-an-earlier-version", "air1|o|who|model=vega"),
    ],
)
async def test_a_button_of_another_time_says_that_it_is_too_old(
    one: Bench, action: str, value: str
) -> None:
    await one.slash("who vega 5.1")
    button = {"type": "button", "action_id": action, "value": value}
    assert await one.push(button, one.slack.whispers[0])
    assert "too old" in one.slack.whispers[1]["text"]


async def test_what_nobody_listens_to_is_acknowledged_all_the_same(bench: Bench) -> None:
    assert await bench.event({"type": "reaction_added", "user": "U1"})
    assert await bench.event({"type": "message", "subtype": "message_deleted", "channel": "C1"})


async def test_stopping_finishes_what_is_in_hand(bench: Bench) -> None:
    bench.reader.open.clear()
    await bench.slash("who vega 5.1")
    ending = asyncio.create_task(bench.stop())
    await asyncio.sleep(0)
    assert bench.slack.whispers == []
    bench.reader.open.set()
    await ending
    assert len(bench.slack.whispers) == 1


async def test_only_so_much_is_remembered() -> None:
    work = Work()
    done: list[str] = []

    async def do(key: str) -> bool:
        done.append(key)
        return True

    for number in range(REMEMBERED + 1):
        await work.once(str(number), lambda number=number: do(str(number)))  # type: ignore[misc]
    await work.once("1", lambda: do("again"))
    await work.once("0", lambda: do("forgotten"))
    assert done[-1] == "forgotten"
    assert "again" not in done


async def test_what_does_not_end_is_given_up() -> None:
    work = Work()
    forever = asyncio.create_task(work.once("k", asyncio.Event().wait))
    await asyncio.sleep(0)
    assert not await work.finish(0)
    forever.cancel()

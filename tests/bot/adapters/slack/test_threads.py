"""Mentions, the threads they begin, and direct messages."""

from __future__ import annotations

from typing import Any

import pytest

from bot.model import Invocation
from tests.bot.adapters.slack.bench import Bench, commands
from tests.bot.adapters.slack.rules import buttons, words_of
from tests.bot.adapters.slack.test_talk import labels, managing
from tests.bot.fakes import said


async def test_a_mention_is_answered_to_everyone_in_its_thread(bench: Bench) -> None:
    asked = await bench.mention("who may use vega 5.1?")
    (answer,) = bench.slack.said("C1")
    assert answer["thread_ts"] == asked["ts"]
    assert answer["text"] == "Asked: who may use vega 5.1?"
    assert "Share" not in labels(answer)  # everyone sees it already
    assert bench.slack.whispers == []


async def test_nothing_unfolds_and_nobody_is_called(one: Bench) -> None:
    await one.mention("who may use vega 5.1?")
    (given,) = one.slack.called("chat.postMessage")
    assert given["unfurl_links"] is given["unfurl_media"] is given["link_names"] is False
    assert given["parse"] == "none"


async def test_a_refusal_of_a_mention_is_for_who_asked_alone(bench: Bench) -> None:
    asked = await bench.mention("who vega 7")
    assert bench.slack.said("C1") == []
    (whisper,) = bench.slack.whispers
    assert (whisper["user"], whisper["channel"]) == ("U1", "C1")
    assert "thread_ts" not in whisper  # Slack shows nothing in a thread that has no replies
    await bench.mention("who vega 7", thread_ts=asked["ts"])
    assert bench.slack.whispers[1]["thread_ts"] == asked["ts"]


async def test_a_mention_without_words_gets_help_alone(one: Bench) -> None:
    await one.mention("")
    assert one.slack.whispers[0]["text"] == "What I can do"


async def test_who_asks_on_in_a_thread_of_ours_need_not_name_the_bot(bench: Bench) -> None:
    asked = await bench.mention("who may use vega 5.1?")
    await bench.message("and vega 5?", thread_ts=asked["ts"])
    first, second = bench.slack.said("C1")
    assert second["thread_ts"] == asked["ts"]
    assert (first["text"], second["text"]) == ("Asked: who may use vega 5.1?", "Asked: and vega 5?")


async def test_a_thread_of_ours_is_ours_after_a_restart(bench: Bench) -> None:
    asked = await bench.mention("who may use vega 5.1?")
    await bench.start(commands())
    await bench.message("when was vega 5 released?", thread_ts=asked["ts"], user="U2")
    assert len(bench.slack.said("C1")) == 2


async def test_a_thread_of_people_is_never_taken_over(bench: Bench) -> None:
    asked = await bench.mention("who may use vega 5.1?", thread_ts="1700000000.000100")
    assert len(bench.slack.said("C1")) == 1
    await bench.message("who may use vega 5?", thread_ts=asked["thread_ts"])
    await bench.message("who may use vega 5?")
    assert len(bench.slack.said("C1")) == 1


async def test_a_refused_mention_begins_no_thread_of_ours(one: Bench) -> None:
    asked = await one.mention("who vega 7")
    await one.message("who may use vega 5?", thread_ts=asked["ts"])
    assert one.slack.said("C1") == []


async def test_who_speaks_to_another_is_left_alone(one: Bench) -> None:
    asked = await one.mention("who may use vega 5.1?")
    await one.message("<@U2> what do you think?", thread_ts=asked["ts"])
    assert len(one.slack.said("C1")) == 1


async def test_a_mention_in_a_thread_of_ours_is_answered_once(bench: Bench) -> None:
    asked = await bench.mention("who may use vega 5.1?")
    again = await bench.mention("who may use vega 5?", thread_ts=asked["ts"])
    twin = {**again, "type": "message", "channel_type": "channel"}
    await bench.event(twin)  # Slack tells of it as a message too
    assert len(bench.slack.said("C1")) == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"bot_id": "B9"},
        {"subtype": "message_changed"},
        {"subtype": "channel_join"},
        {"user": "U0BOT"},
        {"user": None},
        {"bot_profile": {"id": "B9"}, "subtype": "bot_message"},
    ],
)
async def test_bots_and_changes_are_not_answered(one: Bench, changes: dict[str, Any]) -> None:
    await one.message("who may use vega 5.1?", "D1", **changes)
    await one.mention("who may use vega 5.1?", **changes)
    assert one.slack.said("D1") == one.slack.said("C1") == one.slack.whispers == []


async def test_a_direct_message_is_answered_plainly_below_it(bench: Bench) -> None:
    asked = await bench.message("who may use vega 5.1?", "D1")
    (answer,) = bench.slack.said("D1")
    assert answer["thread_ts"] == asked["ts"]
    assert "Share" not in labels(answer)
    await bench.message("and vega 5?", "D1", thread_ts=asked["ts"])
    assert bench.slack.said("D1")[1]["text"] == "Asked: and vega 5?"


async def test_help_and_refusals_are_plain_in_a_direct_message(one: Bench) -> None:
    await one.message("help", "D1")
    await one.message("who vega 7", "D1")
    assert one.slack.whispers == []
    assert len(one.slack.said("D1")) == 2


async def test_a_picture_sent_with_a_question_does_not_hide_it(one: Bench) -> None:
    await one.message("who may use vega 5.1?", "D1", subtype="file_share")
    assert len(one.slack.said("D1")) == 1


async def test_everybody_manages_their_own_chat_and_no_notice_doubles_the_answer(
    one: Bench,
) -> None:
    await one.start({"do": managing("do", said("Done."))}, "admins")
    await one.message("do", "D1", user="U1")
    assert [message["text"] for message in one.slack.said("D1")] == ["Done."]


async def test_a_mention_tells_everyone_in_its_thread_what_was_changed(one: Bench) -> None:
    await one.start({"do": managing("do", said("Done."))})
    asked = await one.mention("do", user="U2")
    assert [m["text"] for m in one.slack.said("C1")] == ["Done.", "Ben did it."]
    assert {m["thread_ts"] for m in one.slack.said("C1")} == {asked["ts"]}


async def test_a_button_in_public_answers_who_pressed_alone_in_the_thread(bench: Bench) -> None:
    asked = await bench.mention("who vega 5.1")
    await bench.press("Sources", bench.slack.said("C1")[0], user="U2")
    (whisper,) = bench.slack.whispers
    assert (whisper["user"], whisper["thread_ts"]) == ("U2", asked["ts"])
    assert len(bench.slack.said("C1")) == 1


async def test_a_button_in_a_direct_message_is_answered_plainly_there(bench: Bench) -> None:
    asked = await bench.message("who vega 5.1", "D1")
    await bench.press("Timeline", bench.slack.said("D1")[0])
    assert bench.slack.whispers == []
    assert bench.slack.said("D1")[1]["thread_ts"] == asked["ts"]


async def test_the_conversation_is_that_of_the_thread_and_the_person(one: Bench) -> None:
    seen: list[Invocation] = []
    counter = one.chat.counter
    real = counter.router.answer

    async def watch(office: object, invocation: Invocation) -> object:
        seen.append(invocation)
        return await real(one.office, invocation)

    counter.router.answer = watch  # type: ignore[assignment,method-assign]
    asked = await one.mention("who vega 5.1")
    await one.slash("who vega 5.1")
    assert [each.conversation for each in seen] == [
        f"slack:T0TEAM:{asked['ts']}:U1",
        "slack:T0TEAM:C1:U1",
    ]
    assert {each.channel.tenant for each in seen if each.channel} == {"T0TEAM"}


async def test_words_of_a_table_and_its_sources_are_all_there(one: Bench) -> None:
    await one.mention("who vega 5.1")
    shown = words_of(one.slack.said("C1")[0]["blocks"])
    for words in ("Before", "Sources", "Not legal advice", "As of", "us persons"):
        assert words in shown
    assert buttons(one.slack.said("C1")[0]["blocks"])

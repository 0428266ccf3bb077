"""What is typed, chosen and shared, and who sees the answer; in Socket Mode and over HTTP."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.cooldown import Cooldown
from bot.model import Command, Invocation, Office, Option
from bot.reply import Choice, Paragraph, Reply
from bot.router import load_commands
from knowledge.desk import Desk
from tests.bot.adapters.slack.bench import Bench, commands
from tests.bot.adapters.slack.fake import Limited, Status
from tests.bot.adapters.slack.rules import buttons, mentions, words_of
from tests.bot.fakes import a_command, asking_on, breaking, said

VERBS = {
    "ask": "who may use vega 5.1?",
    "changes": "changes since:2026-10-15",
    "compare": "compare vega 5 vs vega 5.1",
    "deadlines": "deadlines",
    "directive": "directive eo 15001",
    "feedback": "feedback who may use vega? remark:wrong",
    "help": "help who",
    "model": "model vega 5.1",
    "quote": "quote mara voss",
    "search": "search leak",
    "sources": "sources vega 5.1",
    "timeline": "timeline vega 5.1",
    "who": "who vega 5.1",
}


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"]["text"] for button in buttons(message["blocks"])]


def managing(name: str, reply: Reply) -> Command:
    """A command that changes something, for those who manage alerts."""

    async def act(office: Office, invocation: Invocation) -> Reply:
        assert invocation.person is not None
        return replace(reply, notice=said(f"{invocation.person.name} did it."))

    return Command(name=name, summary="Does it", act=act, manages=True, shared=False)


@pytest.mark.parametrize("verb", VERBS)
async def test_a_verb_is_answered_to_who_typed_it_alone(bench: Bench, verb: str) -> None:
    if verb in {"ask", "feedback"}:  # these are not to be repeated but answered
        await bench.start(load_commands())
    assert await bench.slash(VERBS[verb])
    (whisper,) = bench.slack.whispers
    assert (whisper["channel"], whisper["user"]) == ("C1", "U1")
    assert f"/airules {VERBS[verb]}" in words_of(whisper["blocks"])  # Slack shows nobody that
    assert "Something broke" not in whisper["text"]
    assert bench.slack.said("C1") == []


async def test_every_command_of_the_folder_is_tried_above(bench: Bench) -> None:
    ungrouped = {name for name, each in load_commands().items() if each.group is None}
    assert ungrouped <= set(VERBS)


@pytest.mark.parametrize("line", ["", "   ", "help", "frobnicate", "/help"])
async def test_nothing_and_an_unknown_verb_get_help(one: Bench, line: str) -> None:
    await one.slash(line)
    assert one.slack.whispers[0]["text"] == "What I can do"


async def test_one_word_that_names_something_is_a_question(one: Bench) -> None:
    await one.slash("heron-2")
    assert one.slack.whispers[0]["text"] == "Asked: heron-2"


async def test_a_group_may_stand_before_its_verb(one: Bench) -> None:
    grouped = replace(a_command("list", lambda desk, invocation: said("Listed.")), group="alerts")
    await one.start({**commands(), "list": grouped})
    await one.slash("alerts list")
    assert one.slack.whispers[0]["text"] == "Listed."


async def test_quotation_marks_of_a_telephone_hold_an_option(one: Bench) -> None:
    await one.start({"echo": a_command("echo", None, Option(name="words", summary="words"))})
    await one.slash("echo words:“two words”")
    assert one.slack.whispers[0]["text"] == "words=two words"


async def test_an_answer_offers_share_and_a_refusal_does_not(bench: Bench) -> None:
    await bench.slash("who vega 5.1")
    await bench.slash("who vega 7")
    answer, refusal = bench.slack.whispers
    assert labels(answer) == ["Share", "Sources", "Timeline", "Wrong or missing?"]
    assert "Share" not in labels(refusal)


async def test_share_shows_the_answer_to_everyone_and_says_who_shared_it(bench: Bench) -> None:
    await bench.slash("who vega 5.1", channel="C9")  # where the bot is not, too
    await bench.press("Share", bench.slack.whispers[0])
    (shared,) = bench.slack.said("C9")
    assert "ada shared this: who vega 5.1" in words_of(shared["blocks"])
    assert "Who may use Vega 5.1" in words_of(shared["blocks"])
    assert "Share" not in labels(shared)
    assert mentions(shared["blocks"], shared["text"]) == []


async def test_a_follow_up_is_shared_as_it_was_answered(bench: Bench) -> None:
    await bench.start({"ask": asking_on()})
    await bench.slash("ask who may use vega 5.1?")
    await bench.slash("ask and vega 5?")
    await bench.start({"ask": asking_on()})
    await bench.press("Share", bench.slack.whispers[1])
    (shared,) = bench.slack.said("C1")
    assert "ada shared this: ask and vega 5?" in words_of(shared["blocks"])
    answer = "To “and vega 5?” after “who may use vega 5.1?”: yes."
    assert answer in words_of(shared["blocks"])
    assert shared["text"] == bench.slack.whispers[1]["text"] == answer


async def test_what_is_no_longer_kept_is_not_shared(one: Bench) -> None:
    await one.slash("who vega 5.1")
    share = {"action_id": "press-1", "type": "button", "value": "air1|s|who|kept=" + "0" * 20}
    await one.push(share, one.slack.whispers[0])
    assert one.slack.said("C1") == []
    assert "no longer kept" in one.slack.whispers[1]["text"]


async def test_share_is_posted_where_its_address_is_used_up(one: Bench) -> None:
    await one.slash("who vega 5.1")
    one.slack.trouble["hook"].append(Status(404))
    await one.press("Share", one.slack.whispers[0])
    assert len(one.slack.said("C1")) == 1


async def test_a_share_that_nobody_takes_is_told_to_who_pressed(one: Bench) -> None:
    await one.slash("who vega 5.1", channel="C9")
    one.slack.trouble["hook"].append(Status(404))
    await one.press("Share", one.slack.whispers[0])
    assert one.slack.said("C9") == []
    assert "Type `/invite @airules`" in one.slack.whispers[1]["text"]


async def test_a_hostile_name_calls_nobody_when_it_shares(one: Bench) -> None:
    await one.slash("who vega 5.1")
    hostile = {"id": "U1", "name": "<!channel> @here <@U2> *ada*"}
    await one.press("Share", one.slack.whispers[0], whole={"user": hostile})
    (shared,) = one.slack.said("C1")
    assert "<!channel> @here <@U2> *ada* shared this" in words_of(shared["blocks"])
    assert mentions(shared["blocks"], shared["text"]) == []


async def test_what_was_changed_is_told_to_everyone(bench: Bench) -> None:
    await bench.start({"do": managing("do", said("Done."))})
    await bench.slash("do")
    assert [whisper["text"] for whisper in bench.slack.whispers] == ["Done."]
    assert [message["text"] for message in bench.slack.said("C1")] == ["ada did it."]


@pytest.mark.parametrize(
    ("managers", "user", "allowed"),
    [
        ("anyone", "U2", True),
        ("admins", "U1", True),
        ("admins", "U2", False),
        ("U2,U7", "U2", True),
        ("U2,U7", "U1", False),
        ("admins", "U-nobody-knows", False),
    ],
)
async def test_who_may_change_alerts_is_a_setting(
    one: Bench, managers: str, user: str, allowed: bool
) -> None:
    await one.start({"do": managing("do", said("Done."))}, managers)
    await one.slash("do", user=user)
    assert (one.slack.whispers[0]["text"] == "Done.") is allowed


@pytest.mark.parametrize(("channel", "allowed"), [("D1", True), ("D9", False)])
async def test_everybody_manages_in_their_chat_with_the_bot_only(
    one: Bench, channel: str, allowed: bool
) -> None:
    await one.start({"do": managing("do", said("Done."))}, "U7")
    await one.slash("do", channel=channel)
    assert (one.slack.whispers[0]["text"] == "Done.") is allowed


async def test_who_manages_is_asked_of_slack_only_where_it_matters(one: Bench) -> None:
    await one.start(commands(), "admins")
    await one.slash("who vega 5.1")
    assert one.slack.called("users.info") == []


@pytest.mark.parametrize("how", ["slash", "mention", "direct", "check", "press"])
async def test_a_fault_of_ours_is_one_sentence_with_a_reference(
    bench: Bench, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    broken = {
        **load_commands(),
        "ask": a_command("ask", breaking, Option(name="question", summary="?")),
    }
    await bench.start(broken)
    await do(bench, how)
    told = [*bench.slack.whispers, *bench.slack.said("D1")][-1]["text"]
    reference = told.partition("reference ")[2][:4]
    assert told.startswith("Something broke on my side")
    assert f"reference {reference}" in caplog.text
    assert "inner secret" not in told


async def do(bench: Bench, how: str) -> None:
    match how:
        case "slash":
            await bench.slash("what is that?")
        case "mention":
            await bench.mention("what is that?")
        case "direct":
            await bench.message("what is that?", "D1")
        case "check":
            await bench.check("It is so.")
        case "press":
            await bench.start(
                {**bench.chat.counter.router.commands, "offer": a_command("offer", offering)}
            )
            await bench.slash("offer")
            await bench.press("Ask", bench.slack.whispers[0])


def offering(desk: Desk, invocation: Invocation) -> Reply:
    choice = Choice("Ask", "ask", (("question", "what?"),))
    return Reply(headline="Offered.", blocks=(Paragraph(("Offered.",)),), actions=(choice,))


async def test_a_fault_while_speaking_is_told_too(
    one: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    one.slack.trouble["hook"].append(Status(500))
    await one.slash("who vega 5.1")
    assert "Something broke" in one.slack.whispers[0]["text"]
    assert "Unsaid" in caplog.text


@pytest.mark.parametrize("method", ["hook", "chat.postMessage"])
async def test_where_slack_asks_for_patience_there_is_some(one: Bench, method: str) -> None:
    one.slack.trouble[method] += [Limited(), Limited()]
    await one.slash("who vega 5.1")
    await one.message("who vega 5.1", "D1")
    assert len(one.slack.whispers) == len(one.slack.said("D1")) == 1
    assert one.slack.whispers[0]["text"] == "Who may use Vega 5.1"


async def test_a_sixth_question_at_once_is_answered_with_when_to_ask_again(
    one: Bench,
) -> None:
    await one.start(commands(), cooldown=Cooldown(lambda: 0.0))
    for _ in range(6):
        await one.slash("who vega 5.1")
    assert "Ask again in" in one.slack.whispers[5]["text"]
    assert "Ask again in" not in one.slack.whispers[4]["text"]


async def test_the_shortcut_checks_what_a_message_says(bench: Bench) -> None:
    claim = "Everyone may use &lt;Vega 5.1&gt;, says <https://lyra.example|Lyra> to <@U2|ben>"
    assert await bench.check(claim)
    (whisper,) = bench.slack.whispers
    shown = words_of(whisper["blocks"])
    assert "Everyone may use <Vega 5.1>, says Lyra to @ben" in shown
    assert "Asked: Everyone may use <Vega 5.1>, says Lyra to @ben" in shown
    assert bench.slack.said("C1") == []


async def test_the_shortcut_on_a_picture_says_that_there_is_nothing_to_check(
    one: Bench,
) -> None:
    await one.check("")
    assert "nothing to check" in one.slack.whispers[0]["text"]


async def test_the_shortcut_in_a_thread_answers_there(one: Bench) -> None:
    await one.check("Vega 5.1 is free.", thread_ts="1.5")
    assert one.slack.whispers[0]["thread_ts"] == "1.5"

"""From an invocation to a reply: which options pass, and how errors become words."""

from __future__ import annotations

import logging
import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cooldown import Cooldown
from bot.errors import UserError
from bot.model import ChannelRef, Command, Invocation, Office, Option, Person
from bot.plain import plain_text
from bot.reply import Choice, Choices, Reply
from bot.router import Router, load_commands
from knowledge.desk import Desk
from tests.bot.fakes import a_command, breaking, said

WORDS = Option(name="words", summary="the words to repeat", required=True)
TONE = Option(name="tone", summary="how loud", choices=("loud", "quiet"))
ECHO = a_command("echo", None, WORDS, TONE)


def refusing(desk: Desk, invocation: Invocation) -> Reply:
    raise UserError("That cannot be.", (Choice("Try this", "echo", (("words", "this"),)),))


ROUTER = Router(
    {
        "echo": ECHO,
        "break": a_command("break", breaking),
        "refuse": a_command("refuse", refusing),
        "bare": a_command("bare", None, WORDS, examples=()),
    }
)


def told(desk: Desk, command: str, **arguments: str) -> str:
    return plain_text(ROUTER.dispatch(desk, Invocation(command=command, arguments=arguments)))


def test_a_command_gets_its_arguments(desk: Desk) -> None:
    assert told(desk, "echo", words="a b", tone="loud") == "words=a b tone=loud"


def test_blanks_in_an_option_are_made_single(desk: Desk) -> None:
    assert told(desk, "echo", words=" a\n\n  b ") == "words=a b"


def test_a_blank_option_counts_as_not_given(desk: Desk) -> None:
    assert told(desk, "echo", words="a", tone="  ") == "words=a"
    assert told(desk, "echo", words=" \t ") == (
        "`echo` needs the words to repeat. For example: `echo something`."
    )


def test_a_choice_may_be_written_in_capitals(desk: Desk) -> None:
    assert told(desk, "echo", words="a", tone="LOUD") == "words=a tone=loud"


def test_the_conversation_reaches_the_command(desk: Desk) -> None:
    seen: list[Invocation] = []

    def keep(desk: Desk, invocation: Invocation) -> Reply:
        seen.append(invocation)
        return Reply(headline="", blocks=())

    router = Router({"keep": a_command("keep", keep, WORDS)})
    router.dispatch(desk, Invocation(command="keep", arguments={"words": "a"}, conversation="t1"))
    assert seen == [Invocation(command="keep", arguments={"words": "a"}, conversation="t1")]


def test_a_missing_option_is_asked_for_with_an_example(desk: Desk) -> None:
    assert told(desk, "echo") == "`echo` needs the words to repeat. For example: `echo something`."
    assert told(desk, "bare") == "`bare` needs the words to repeat."


def test_an_unknown_option_is_answered_with_those_there_are(desk: Desk) -> None:
    assert told(desk, "echo", words="a", volume="9") == (
        "`echo` has no option “volume”. It takes: words, tone."
    )


def test_a_command_without_options_says_that_it_takes_none(desk: Desk) -> None:
    assert told(desk, "refuse", volume="9") == "`refuse` has no option “volume”. It takes: none."


def test_a_choice_that_is_nearly_right_is_offered(desk: Desk) -> None:
    assert told(desk, "echo", words="a", tone="qiet") == (
        "“qiet” is not a tone I know. Did you mean `quiet`? One of: loud, quiet."
    )


def test_a_choice_that_is_nothing_like_any_is_answered_with_all(desk: Desk) -> None:
    assert told(desk, "echo", words="a", tone="7") == (
        "“7” is not a tone I know. One of: loud, quiet."
    )


def test_a_command_that_is_nearly_right_is_offered(desk: Desk) -> None:
    assert told(desk, "ehco") == "I don't know the command “ehco”. Did you mean `echo`?"


def test_a_command_that_is_nothing_like_any_leads_to_help(desk: Desk) -> None:
    assert told(desk, "zzzz") == "I don't know the command “zzzz”. `help` lists the commands."


def test_a_refusal_is_told_with_its_choices(desk: Desk) -> None:
    reply = ROUTER.dispatch(desk, Invocation(command="refuse"))
    assert reply.headline == "That cannot be."
    assert reply.blocks[-1] == Choices((Choice("Try this", "echo", (("words", "this"),)),))


def test_a_fault_of_ours_is_one_sentence_with_a_reference_that_the_log_explains(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        text = told(desk, "break")
    found = re.fullmatch(
        r"Something broke on my side \(reference ([0-9A-F]{4})\)\. Nothing was changed\.", text
    )
    assert found is not None
    (record,) = caplog.records
    assert found[1] in record.getMessage()
    assert record.exc_info is not None
    assert "inner secret" in caplog.text
    assert "inner secret" not in text


def test_two_faults_have_two_references(desk: Desk) -> None:
    assert len({told(desk, "break") for _ in range(8)}) > 1


HOSTILE = "\x1b[31m\u202eevil\u2066\x00 `code` @everyone " + "x" * 500


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        (HOSTILE, {}),
        ("echo", {"words": "a", HOSTILE: "b"}),
        ("echo", {"words": "a", "tone": HOSTILE}),
    ],
)
def test_typed_text_in_an_error_is_cleaned_and_cut(
    desk: Desk, command: str, arguments: dict[str, str]
) -> None:
    text = told(desk, command, **arguments)
    repeated = text.partition("“")[2].partition("”")[0]
    assert "evil" in repeated
    assert len(repeated) <= 60
    assert not {unicodedata.category(c) for c in text} & {"Cc", "Cf", "Cs"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.one_of(st.sampled_from(["echo", "refuse", "bare"]), st.text()),
    st.dictionaries(st.one_of(st.sampled_from(["words", "tone"]), st.text()), st.text()),
)
def test_any_invocation_gets_a_reply_that_a_fault_did_not_write(
    desk: Desk, command: str, arguments: dict[str, str]
) -> None:
    reply = ROUTER.dispatch(desk, Invocation(command=command, arguments=arguments))
    assert "Something broke" not in reply.headline
    assert reply.blocks


def test_every_file_of_the_folder_is_a_command_named_after_it() -> None:
    commands = load_commands()
    assert all(isinstance(command, Command) for command in commands.values())
    assert list(commands) == sorted(command.name for command in commands.values())


# -- commands that act, and who may


ANN = Person(id="ann", name="Ann")
PLACE = ChannelRef("discord", "server", "rules")


async def act(office: Office, invocation: Invocation) -> Reply:
    """Says what it did; breaks where it is told to."""
    if "words" in invocation.arguments:
        raise RuntimeError("inner secret")
    return said("Done.")


ACTING = Router(
    {
        "act": Command(
            name="act",
            summary="Acts",
            act=act,
            options=(replace(WORDS, required=False),),
            shared=False,
        ),
        "tend": Command(name="tend", summary="Tends", act=act, manages=True, shared=False),
        "tell": Command(name="tell", summary="Tells", run=lambda desk, _: said(str(desk.today))),
    },
    Cooldown(lambda: 0.0),
)


def by(person: Person | None, command: str, **arguments: str) -> Invocation:
    return Invocation(command=command, arguments=arguments, person=person, channel=PLACE)


async def test_a_command_that_acts_is_given_the_office(office: Office) -> None:
    assert ACTING.acts(by(ANN, "act"))
    assert (await ACTING.answer(office, by(ANN, "act"))).headline == "Done."


async def test_a_command_that_looks_up_is_left_to_the_reader(office: Office) -> None:
    assert not ACTING.acts(by(ANN, "tell"))
    assert (await ACTING.answer(office, by(ANN, "tell"))).headline == "2026-11-21"


async def test_a_fault_in_acting_is_told_by_a_reference_alone(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    reply = await ACTING.answer(office, by(ANN, "act", words="break"))
    assert re.fullmatch(r"Something broke on my side \(reference [0-9A-F]{4}\).*", reply.headline)
    assert reply.private
    assert "inner secret" in caplog.text


@pytest.mark.parametrize(
    ("person", "answer"),
    [
        (None, "Only people who manage alerts here"),
        (ANN, "Only people who manage alerts here"),
        (replace(ANN, manages=True), "Done."),
    ],
)
async def test_what_changes_alerts_is_for_those_who_manage_them(
    office: Office, person: Person | None, answer: str
) -> None:
    assert (await ACTING.answer(office, by(person, "tend"))).headline.startswith(answer)


async def test_who_asks_too_often_is_told_when_to_ask_again(office: Office) -> None:
    router = Router(ACTING.commands, Cooldown(lambda: 0.0))
    replies = [await router.answer(office, by(ANN, "tell")) for _ in range(6)]
    assert "Ask again in 10 seconds." in replies[-1].headline
    assert replies[-1].private
    assert not any("Ask again" in reply.headline for reply in replies[:-1])


async def test_only_answers_worth_it_can_be_shared(office: Office) -> None:
    told, done = [await ACTING.answer(office, by(None, name)) for name in ("tell", "act")]
    assert [choice.label for choice in told.actions] == ["Share", "Wrong or missing?"]
    assert done.actions == ()

"""What a question asks for and the best statement leaves unsaid."""

from __future__ import annotations

import pytest

from knowledge.answers import Closest
from knowledge.desk import Desk
from knowledge.questions.asking.demands import DEMANDS
from knowledge.questions.base.index import Index
from knowledge.questions.language.normalise import normalise
from knowledge.questions.ranking.unsaid import EVEN_OF_SILENCE, as_written, unsaid
from tests.knowledge.questions.answered import strange
from tests.knowledge.questions.rows import row_of

MOST_STOPPED = 0.004  # share of the kept questions; most ask why some source errs


@pytest.mark.parametrize(
    ("asking", "start", "missing"),
    [
        (
            "what did the supreme court say about ai",
            "Punter1965, user of Reddit",
            "what they said",
        ),
        ("what did the redditor say about trump", "Punter1965, user of Reddit", None),
        ("what did they say about it", "Punter1965, user of Reddit", None),
        ("who signed ab 853", "AB 853, which delayed the California AI Transparency", "who it was"),
        ("who tabled bill c-34", "Bill C-34 was tabled in Canada", "who it was"),
        (
            "who checks that apps in china show the name",
            "Generative AI apps online in China must show the name of the model",
            "who it was",
        ),
        (
            "18 days of export controls: whose idea were they",
            "Claude Fable 5 was generally available from 9 to 12 June 2026",
            "who it was",
        ),
        (
            "which outlet counted the days of the export controls",
            "Claude Fable 5 was generally available from 9 to 12 June 2026",
            "who it was",
        ),
        (
            "who was the one senator against it",
            "On 1 July 2025 the Senate voted 99-1 to strip",
            "who it was",
        ),
        (
            "name of the judge in the 3252 suit",
            "On 26 March 2026 Judge Rita Lin issued a preliminary injunction",
            None,
        ),
        (
            "did microsoft comment on the fable ban",
            "Mayer Brown (June 2026, client alert)",
            "it of microsoft",
        ),
        (
            "whats the fine for not telling the super intelligence force",
            "No formal instrument that turns the incident-reporting",
            "what the fine is",
        ),
        ("what is the end of the fine deferral", "No official end date of the grace period", None),
        ("does nsa use mythos", "Only approved Project Glasswing customers may", "it of nsa"),
        (
            "did california react to the june letter",
            "Anthropic said on X on 26 June 2026 that Claude Mythos 5",
            "it of california",
        ),
        ("did california pass sb 53", "California SB 53 was signed on", None),
        ("is llama banned", "Claude Fable 5 is not banned", "it of llama"),
        ("is llama-style publishing covered", "Published, open weights are outside", None),
        ("did apple sign the accord", "Google, Anthropic, Meta, OpenAI, xAI and", None),
        ("did apple lose access", "Only approved Project Glasswing customers may", "it of apple"),
        ("did anthropic comment", "Anthropic said on 12 June 2026 that the Commerce letter", None),
        ("did openai publish the weights", "GPT-5.6 is closed and proprietary", None),
        (
            "which axios reporter got the statement",
            "On 9 October 2026 the Super Intelligence Force said",
            "who it was",
        ),
        (
            "what will an auditor pay to get onto the register",
            "AI auditors in California get a registry and independence standards",
            "what sum it is",
        ),
        (
            "who spoke at the hearing, which person",
            "OpenAI, Anthropic, Google and Meta testified under oath",
            "who it was",
        ),
        ("who signed sb 315 in illinois", "Governor JB Pritzker signed Illinois SB 315", None),
        (
            "who signs the audit report in illinois",
            "The lead auditor signs the audit report that Illinois SB 315 requires",
            None,
        ),
        (
            "who at meta decides on a deployment",
            "Meta's Chief AI Officer oversees evaluation",
            None,
        ),
        (
            "who at meta issued the framework",
            "Meta issues the Advanced AI Scaling Framework",
            "who it was",
        ),
        (
            "who may use gpt-5.5-cyber",
            "GPT-5.5-Cyber was never opened to everyone",
            None,
        ),
        (
            "why has the commission not fined anyone",
            "No fine under the EU AI Act's rules for general-purpose AI models was found",
            "why",
        ),
        (
            "why did only 26 companies sign the code",
            "The General-Purpose AI Code of Practice had 26 listed signatories",
            "why",
        ),
        (
            "why was gpt-5.6 held back",
            "The White House asked to limit GPT-5.6 because of",
            None,
        ),
        (
            "what counts as a high-risk service in utah",
            "In high-risk services of regulated occupations Utah demands",
            "what the words mean",
        ),
        (
            "how does connecticut define a frontier developer",
            "A frontier developer under Connecticut SB 5 trains",
            None,
        ),
        (
            "will gpt-5.5 be offered next year",
            "OpenAI released GPT-5.5 on 23 April 2026",
            "what is to come",
        ),
        (
            "who is going to chair the body google, openai and anthropic want",
            "Google, OpenAI and Anthropic are the companies behind the planned",
            "who it will be",
        ),
        (
            "what sum of money did commerce threaten per violation",
            "Commerce threatened criminal and civil penalties",
            "what sum it is",
        ),
        (
            "what amount does a violation cost under SB 53",
            "A breach of California SB 53 can cost",
            None,
        ),
        (
            "what did amodei and trump talk about at the g7",
            "Dario Amodei, chief executive of Anthropic, met President Donald Trump at the G7",
            "what was talked about",
        ),
        ("when was gpt-5.5 released", "OpenAI released GPT-5.5 on 23 April 2026", None),
        (
            "which attorney general organised the letter of the 36",
            "Thirty-six state attorneys general wrote to Congress",
            "who it was",
        ),
        (
            "which attorney general looks into openai",
            "California Attorney General Rob Bonta runs the investigation",
            None,
        ),
        (
            "price of gpt-5.6 luna",
            "OpenAI announced GPT-5.6 Sol at 5 US dollars",
            "it of luna",
        ),
        ("price of gpt-5.6 terra", "OpenAI announced GPT-5.6 Sol at 5 US dollars", None),
        (
            "which meta model got the first report",
            "Meta commits to publish a preparedness report",
            "which model it is",
        ),
        ("which model is ahead of gpt-5.5", "By Z.ai's own figures GLM-5.2", None),
        (
            "who was national cyber director before sean cairncross",
            "Sean Cairncross is the National Cyber Director",
            "who came before",
        ),
        (
            "how many keywords were in a filing in china",
            "The sources read up to 10 October 2026 give no count",
            "how many",
        ),
        (
            "who spoke for anthropic at the hearing",
            "OpenAI, Anthropic, Google and Meta testified under oath",
            "who it was",
        ),
        (
            "who approved gpt-5.6's release",
            "The approved customers of the GPT-5.6 preview are not named",
            "who it was",
        ),
        (
            "what's the name of the amazon researcher who found it",
            "Andy Jassy of Amazon is reported to have passed",
            "who it was",
        ),
        (
            "what's the name of meta's chief ai officer",
            "Meta's Chief AI Officer oversees evaluation",
            "who it was",
        ),
        ("which officer decides at meta", "Meta's Chief AI Officer oversees evaluation", None),
        (
            "what fines can the commission impose on model providers",
            "No fine under the EU AI Act's rules",
            "what can be imposed",
        ),
        (
            "what fines can the commission impose on model providers",
            "The fine for breaching the EU AI Act's duties",
            None,
        ),
        ("which fines did it impose so far", "No fine under the EU AI Act's rules", None),
        (
            "docket number of the petition",
            "No source read up to 10 October 2026 shows that Anthropic asked",
            "under which number",
        ),
        (
            "who signed n-9-26",
            "California Executive Order N-9-26 sets no penalty",
            "who it was",
        ),
    ],
)
def test_a_statement_that_leaves_unsaid_what_is_asked(
    real_index: Index, asking: str, start: str, missing: str | None
) -> None:
    statement = real_index.statements[row_of(real_index, start)]
    assert unsaid(real_index, asking, statement) == missing


def test_what_silence_is_held_against_is_a_demand() -> None:
    assert {demand.name for demand in DEMANDS} >= EVEN_OF_SILENCE


def test_questions_that_are_kept_with_a_statement_are_let_pass(
    real: Desk, real_index: Index
) -> None:
    asked = real.store.asked()
    pairs = [
        (statement, question)
        for number, statement in zip(real.store.statement_ids(), real_index.statements, strict=True)
        for question in asked.get(number, ())
    ]
    stopped = [
        question
        for statement, question in pairs
        if unsaid(real_index, normalise(question).text.casefold(), statement)
    ]
    assert len(stopped) <= MOST_STOPPED * len(pairs)


def test_the_reply_says_what_no_statement_tells(real: Desk) -> None:
    answer, trace = real.questions.explain(real, "why has the Commission not fined anyone yet?")
    assert isinstance(answer, Closest)
    assert answer.reason == (
        "I have statements on this, but none that says why. The closest entries:"
    )
    assert answer.entries
    assert trace.decision == "veto: what is asked for is not told"
    assert strange(real, answer) == []


@pytest.mark.parametrize(
    ("missing", "written"),
    [
        ("it of openai", "it of OpenAI"),
        ("it of nsa", "it of NSA"),
        ("it of llama", "it of Llama"),  # which the base has not
        ("who it was", "who it was"),
    ],
)
def test_a_name_is_written_as_the_base_does(real_index: Index, missing: str, written: str) -> None:
    assert as_written(real_index, missing) == written

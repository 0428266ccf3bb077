"""What an answer may show: statements of the base, and templates' words with names of entries."""

from __future__ import annotations

import re

from knowledge.answers import Answer, Answered, Closest, Evidence, Nothing, evidence_in
from knowledge.desk import Desk
from knowledge.questions.asking.demands import DEMANDS
from knowledge.questions.language.languages import _NOTES
from knowledge.vocabulary import Property

_UNKNOWN = re.compile(
    r"I have no entry for “([^“”]+)”; a number is never guessed\. "
    r"Not being listed does not mean that there is no rule\."
)
_MEANINGS = "|".join(re.escape(of.meaning) for of in Property)
_DAY = r"(?:about )?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}"
_PERIOD = rf"(?:(?:on|up to|from {_DAY} to) {_DAY}|from {_DAY} on)"
_UNSAID = "|".join(
    (
        *(re.escape(demand.name) for demand in DEMANDS),
        "who it (?:was|will be)|why|how many|which model it is|what they said|what the fine is",
        r"it of [^\n]+",
    )
)
_REASONS = re.compile(
    r"(?:I have no record on that\. |You are welcome\. )?"
    r"I answer questions about AI release rules: [a-z ,]+\."
    r" The command `help` lists what else there is\."
    r"|That is outside what I cover: AI release rules, and who said what about them\."
    r"|I can't confirm an answer to that from my sources\. The closest entries:"
    r"|No statement on [^\n]+ names [^\n]+\. The closest entries:"
    rf"|I have statements on this, but none that says (?:{_UNSAID})\. The closest entries:"
    rf"|A statement that answered this, or a question much like it, was withdrawn on {_DAY}\."
    r" The closest entries:"
    r"|I can't tell which day you mean\. Name one, as in “on 20 June 2026”\. The closest entries:"
    r"|I can't tell what that is about\. Name a model, a rule, a person or a company; the command"
    r" `help` lists what else there is\."
    rf"|No model that is asked for is [a-z]+ on {_DAY}, or was before, as far as the base tells\."
    rf"|The base was checked against its sources up to {_DAY}; [^\n]+ in it\."
    r"|Each sentence that I tell names its sources; [^\n]+ a model or a rule\."
    r"|I am a bot, and no language model writes what I tell: [^\n]+"
    r"|The command `(?:subscribe|feedback)` [^\n]+\."
    rf"|The base has nothing that is due {_PERIOD}\."
    r"|The base has no date still to come of [^\n]+\."
    rf"|The base has nothing that happened {_PERIOD}\."
    rf"(?: The newest event that it has is of {_DAY}\.)?"
)
_REMARKS = re.compile(
    r"\d+ more(?: dates)?: the command `(?:timeline|deadlines)` shows all\."
    r"|The base has \d+ more of these\."
    r"|Taken as: the same question as before\."
    rf"|Taken as: what (?:happened|is due) {_PERIOD}\."
    rf"|Taken as: on {_DAY}, (?:before the status became “[a-z ]+” on {_DAY}"
    r"|when the status was no longer “[a-z ]+”"
    rf"|when the status was “[a-z ]+”, from {_DAY} (?:on|until {_DAY}))\."
    r"|The newest events on that\."
    r"|The newest first, of the models that the base has\."
    rf"|No model that is asked for is [a-z]+ on {_DAY}; these were once\."
    r"|The base tells no (?:price|penalty|licence|compute threshold) of [^\n]+\."
    r"|One statement a side; the command `compare` shows more\."
    rf"|The base has no date on that {_PERIOD}; these are of other times\."
)


def shown(answer: Answer) -> tuple[Evidence, ...]:
    """The evidence of an answer; none where there is none."""
    return evidence_in(answer) if isinstance(answer, Answered) else ()


def texts(answer: Answer) -> list[str]:
    """The statements that an answer shows."""
    return [evidence.statement.text for evidence in shown(answer)]


def refused(answer: Answer) -> str | None:
    """The version that an answer says is not in the base, if it does."""
    match = _UNKNOWN.fullmatch(answer.reason) if isinstance(answer, Nothing) else None
    return match[1] if match else None


def strange(desk: Desk, answer: Answer) -> list[str]:
    """What an answer shows that is of neither the base nor a template; empty where all is well."""
    known = _texts(desk) if shown(answer) else frozenset()
    found = [e.statement.text for e in shown(answer) if e.statement.text not in known]
    found += [f"{e.statement.text}: no source" for e in shown(answer) if not e.cited]
    match answer:
        case Answered():
            named = answer.entries
            found += [answer.title] if answer.title and not _is_title(desk, answer) else []
            found += [one for one in answer.remarks if not _is_remark(desk, one)]
        case Closest():
            named = answer.entries
            found += [] if _REASONS.fullmatch(answer.reason) else [answer.reason]
        case Nothing():
            named = answer.nearest
            version = refused(answer)
            plain = version is None or re.fullmatch(r"[^\W_]+ [^\W_]+(?:\.[^\W_]+)*", version)
            told = _REASONS.fullmatch(answer.reason) or version
            found += [] if plain and told else [answer.reason]
    return found + [one.title for one in named if one != desk.names.named(one.id)]


def _is_title(desk: Desk, answer: Answered) -> bool:
    title = re.sub(rf": (?:{_MEANINGS})$", "", answer.title)
    title = title.removeprefix("Where sources differ on ").removeprefix("Sources of ")
    title = title.removeprefix("What the sources do not tell on ")
    titles = {*desk.store.titles(desk.store.ids()).values()}
    return title in titles or {*title.split(" and ")} <= titles


def _is_remark(desk: Desk, remark: str) -> bool:
    if remark in _NOTES.values() or _REMARKS.fullmatch(remark):
        return True
    ids = desk.store.ids()
    titles = desk.store.titles(ids)
    if remark.startswith("Taken as: about "):
        about = remark.removeprefix("Taken as: about ").removesuffix(".").split("; ")
        return set(about) <= {*titles.values()}
    wrong = re.fullmatch(r"No statement says that it was (.+)\.", remark)
    return wrong is not None and wrong[1] in titles.values()


def _texts(desk: Desk) -> frozenset[str]:
    """The text of every statement of the base."""
    return frozenset(s.text for s in desk.questions.base(desk)[0].statements)

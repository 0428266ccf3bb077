"""All that one entry states of a kind, its duties or its members, where no more is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from knowledge.model import Statement, Unknown
from knowledge.questions.asking.asks import START
from knowledge.questions.base.index import Index
from knowledge.questions.language.normalise import normalise
from knowledge.questions.queries.leftover import is_negated, left_over, only_names
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import THINGS, Kind, Property
from knowledge.weigh import standing
from knowledge.words import words

_WHAT = (
    rf"{START}(?:what|which)(?: \w+){{0,2}}? "
    r"(?:do|does|did|must|should|will|would|is|are)\b.*"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A kind of thing that an entry has several of, by how it is asked for and told."""

    property: Property
    asked: re.Pattern[str]
    told: re.Pattern[str] = re.compile("")


_ASKS_ELSE = re.compile(
    r"\b(?:why|how|when|where|whose|who(?!(?: is|'s| are| sits?)? (?:on|in)\b"
    r"|(?: all| else)?(?: has| have)? (?:signed|joined)\b))\b"
)
_PARTS = (
    _Part(
        Property.REQUIREMENT,
        re.compile(
            rf"\b(?:prohibitions|bans|prohibited uses)\b|{_WHAT}\b(?:prohibit|forbid|ban)s?\b"
        ),
        re.compile(
            r"\bban|\bforbid|\bprohibit|\bmay not\b|\bnobody\b|\bno (?:one|large|developer)\b"
        ),
    ),
    _Part(Property.REQUIREMENT, re.compile(r"\blayers\b"), re.compile(r"\blayer\b")),
    _Part(
        Property.REQUIREMENT,
        re.compile(
            r"\b(?:duties|obligations|requirements)\b"
            rf"|{_WHAT}\b(?:requires?|demands?|mandates?|asks? for|do under|comply with|owe)\b"
        ),
    ),
    _Part(Property.EXEMPTION, re.compile(r"\b(?:exemptions|exceptions|exclusions|carve-?outs)\b")),
    _Part(
        Property.PARTICIPANTS,
        re.compile(
            r"\b(?:members|participants|signatories)\b|\bwho(?:'s| is| are| sits?) (?:on|in)\b"
        ),
    ),
)
_SIGNERS = _Part(
    Property.PARTICIPANTS,
    re.compile(
        rf"{START}who(?:'s| all| else)?(?: has| have)? (?:signed|joined)\b"
        r"|\b(?:signers|signatories)\b"
    ),
    re.compile(r"\bsign|\bjoin|\bagreements?\b", re.IGNORECASE),
)
_DID_SIGN = re.compile(
    rf"{START}(?:did|has|have|is|are)\b.*\b(?:sign(?:ed)?|join(?:ed)?|signers?|signator(?:y|ies))\b"
)
_PROMISED = re.compile(
    rf"{START}(?:what|when|why|how)(?: exactly)? (?:did|has|have|had) (?:[\w.-]+ ){{1,3}}?"
    r"(?:promise|pledge|commit|agree|undertake|vow|sign|join)(?:d|ed|s)?\b"
    rf"|{START}(?:which|what|who) (?:\w+ )?(?:signed|joined|promised|pledged|committed)\b.*\bfor\b"
    rf"|{START}what (?:does|do|is|are) [\w.-]+(?:['’]s)? (?:commitment|promise|pledge)s?\b"
)
_SIGNED = re.compile(r"\b(?:sign|join)(?:ed)? (?:up (?:to|for) )?(?:(?:the|an?|any|some) )?(\S+)")
_SIGNABLE = frozenset({"it", "that", "this", "accord", "code", "letter", "pledge", "agreement"})
_ASKING = frozenset(
    {"prohibition", "prohibitions", "ban", "bans", "prohibited", "prohibit", "prohibits"}
    | {"forbid", "forbids", "layer", "layers", "duty", "duties", "obligation", "obligations"}
    | {"requirement", "requirements", "require", "requires", "demand", "demands", "mandate"}
    | {"mandates", "ask", "asks", "comply", "exemption", "exemptions", "exception", "exceptions"}
    | {"exclusions", "carve", "outs", "members", "participants", "signatories", "sits", "sit"}
    | {"list", "name", "show", "give", "tell", "uses", "main", "key", "exactly"}
    | {"two", "three", "four", "five", "six", "seven", "eight", "exist", "exists", "law", "act"}
    | {
        "signed",
        "signers",
        "joined",
        "has",
        "have",
        "developers",
        "developer",
        "companies",
        "providers",
        "labs",
        "owe",
    }
    | {"impose", "imposes", "contain", "contains", "provide", "provides", "put", "puts", "full"}
)


def all_of_a_part(index: Index, analysis: Analysis, day: date) -> tuple[Statement, ...] | None:
    """Every statement of the kind that is asked for; None where more is asked or none is there."""
    links = analysis.links
    entries = [entry for entry in links.entries or links.hinted if index.kinds[entry] in THINGS]
    if len(entries) != 1 or len(links.entries) > 1:
        return None
    if _ASKS_ELSE.search(analysis.asking) or is_negated(analysis):
        return None
    if analysis.is_dated:  # it is of another time
        return None
    part = next((p for p in (_SIGNERS, *_PARTS) if p.asked.search(analysis.asking)), None)
    if part is None:
        return None
    if not only_names(index, left_over(analysis, _ASKING, day), entries):
        return None
    told = _told(index, entries[0], part, day)
    return told if len(told) > 1 else None


def signers(index: Index, analysis: Analysis, day: date) -> tuple[Statement, ...]:
    """Who signed or joined the one thing named, where it is asked whether somebody did."""
    links = analysis.links
    things = [entry for entry in links.entries or links.hinted if index.kinds[entry] in THINGS]
    if len(things) != 1 or is_negated(analysis) or not _DID_SIGN.search(analysis.asking):
        return ()
    signed = _SIGNED.search(analysis.asking)
    if signed and signed[1] not in _SIGNABLE and links.used.isdisjoint(normalise(signed[1]).words):
        return ()  # what was signed is another thing: "did they sign NDAs for the accord?"
    return _told(index, things[0], _SIGNERS, day)


def signers_without(index: Index, analysis: Analysis, day: date) -> tuple[Statement, ...]:
    """Who signed the one thing named, where what another company promised by it is asked for."""
    links = analysis.links
    parties = [entry for entry in links.entries if index.kinds[entry] not in THINGS]
    things = [entry for entry in links.entries if entry not in parties] or [*links.hinted[:1]]
    if len(things) != 1 or [index.kinds[entry] for entry in parties] != [Kind.ORGANISATION]:
        return ()
    if not _PROMISED.search(analysis.asking) or is_negated(analysis):
        return ()
    lexicon, party = index.lexicon, parties[0]
    names = {
        word
        for word in links.used
        if party in (*lexicon.names.get(word, ()), *lexicon.holders.get(word, ()))
    }
    texts = (statement.text for statement in index.told_of(things[0]))
    if any(names & {*words(text)} for text in texts):
        return ()
    return _told(index, things[0], _SIGNERS, day)


def _told(index: Index, entry: str, part: _Part, day: date) -> tuple[Statement, ...]:
    return tuple(
        statement
        for statement in standing(index.told_of(entry), day)
        if statement.property is part.property
        and part.told.search(statement.text)
        and not isinstance(statement.value, Unknown)
    )

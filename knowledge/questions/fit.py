"""Whether a statement lacks what is plainly asked for: names, a version, somebody's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.model import Absent, Statement, Unknown
from knowledge.questions.analyse import Analysis
from knowledge.questions.index import Index
from knowledge.questions.normalise import stem
from knowledge.questions.operations import Operation
from knowledge.vocabulary import Jurisdiction, Kind, Property
from knowledge.words import folded_name

_SAID = frozenset({Property.QUOTE, Property.RESPONSE, Property.OUTLOOK, Property.POLICY})
_COUNTED_BY = frozenset(
    {Property.QUANTITY, Property.PARTICIPANTS, Property.EVENT, Property.ENFORCEMENT}
)
_WORDS = re.compile(
    r"\bwhat (?:did|does|has) .{2,60} (?:say|said|think|write|comment)\b|\bcomment(?:s|ed)?\b"
    r"|\breaction\b|\bopinion\b|\bverbatim\b|\bquote\b"
)
_NAMES = re.compile(
    r"\bnames? of\b|\bby name\b|\bnames\b|\bwho sits\b|\bwho are the\b"
    r"|\bwhich (?:\S+ ){0,2}?(?:countries|companies|firms|organi[sz]ations|researchers|senators"
    r"|members?|member states|people|officials?|company|country|firm)\b"
    r"|\bname (?:two|three|four|five|some|any|them|\d+)\b|\blist (?:them|their names)\b"
)
_HOW_MANY_DONE = re.compile(
    r"\bhow many (?!(?:\w+ )?(?:hours?|days?|weeks?|months?|years?)\b)(?:\S+ ){1,4}?"
    r"(?:has|have|had|did|were|was)\b|\bhow many\b.*\b(?:so far|(?:last|this) year)\b"
)
_LEADS = re.compile(r"\bwho (?:heads?|leads?|runs?|chairs?|directs?|is in charge)\b")
_LED_BY = frozenset({Property.ROLE, Property.PARTICIPANTS, Property.ISSUER})
_ORDER = re.compile(r"\bexec(?:utive|\.)? order\b|\beo\b")
_VERSION = re.compile(r"\b(?:version|v) ?(\d+(?:\.\d+)*)\b")
_NAME = re.compile(r"(?<=[\w,;:] )[A-Z][\w&'.-]*\w")
_NO_NAMES = """
january february march april may june july august september october november december
act order executive project law bill governor president secretary commission rule
us eu uk ai american chinese european federal state states united office chief officer no
"""
_ELSEWHERE = re.compile(
    r"\b(?:brazil(?:ian)?|mexic(?:o|an)|argentin(?:a|ian)|chile(?:an)?|colombian?|peru(?:vian)?"
    r"|german(?:y|s)?|france|french|ital(?:y|ian)|spain|spanish|netherlands|dutch|belgi(?:um|an)"
    r"|poland|polish|sweden|swedish|norw(?:ay|egian)|denmark|danish|finland|finnish|ireland|irish"
    r"|austrian?|swiss|switzerland|portug(?:al|uese)|greece|greek|czech|hungar(?:y|ian)|romanian?"
    r"|ukrain(?:e|ian)|russian?|turk(?:ey|ish)|israeli?|saudi|emirat(?:es|i)|uae|qatar|egypt(?:ian)?"
    r"|nigerian?|kenyan?|south african?|pakistani?|bangladesh|sri lanka|indonesian?|malaysian?"
    r"|singapore|thai(?:land)?|vietnam(?:ese)?|philippine|taiwan(?:ese)?|hong kong|new zealand"
    r"|kazakhstan|alabama|alaska|arizona|arkansas|delaware|florida|georgia|hawaii|idaho|indiana"
    r"|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi"
    r"|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|carolina|dakota|ohio"
    r"|oklahoma|oregon|pennsylvania|rhode island|tennessee|vermont|virginia|wisconsin|wyoming)\b"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question plainly asks for, whatever statement it is held against."""

    words: bool  # what somebody said
    who_said: bool
    names: bool
    leader: bool
    order: bool  # an executive order
    how_many_done: bool
    versions: tuple[str, ...]
    elsewhere: tuple[str, ...]  # places that no rule of the base is of


@lru_cache(maxsize=256)
def _asked(typed: str) -> _Asked:
    text = typed.casefold()
    return _Asked(
        words=bool(_WORDS.search(text)),
        who_said="who said" in text,
        names=bool(_NAMES.search(text)),
        leader=bool(_LEADS.search(text)),
        order=bool(_ORDER.search(text)),
        how_many_done=bool(_HOW_MANY_DONE.search(text)),
        versions=tuple(_VERSION.findall(text)),
        elsewhere=tuple(_ELSEWHERE.findall(text)),
    )


def lacks(index: Index, analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement cannot answer, however near it is to the question.

    One that says that sources do not tell, or that there is none, may if its subject is right.
    """
    asked = _asked(analysis.text)
    if isinstance(statement.value, Unknown | Absent):
        elsewhere = _lacks_place(index, analysis, asked, statement)
        return elsewhere or _lacks_order(analysis, asked, statement)
    return (
        _lacks_words(index, analysis, asked, statement)
        or (asked.names and _lacks_names(index, analysis, statement))
        or (asked.leader and _lacks_leader(index, statement))
        or (bool(asked.versions) and _lacks_version(asked, statement))
        or _lacks_order(analysis, asked, statement)
        or _lacks_place(index, analysis, asked, statement)
        or (asked.how_many_done and statement.property not in _COUNTED_BY)
    )


def _lacks_words(index: Index, analysis: Analysis, asked: _Asked, statement: Statement) -> bool:
    """What a named person said is asked for, and it is no word of theirs on the subject."""
    if asked.who_said or not (asked.words or analysis.operation is Operation.QUOTE):
        return False
    named = set(analysis.links.entries)
    people = {entry for entry in named if index.kinds[entry] is Kind.PERSON}
    if not people:
        return False
    concerned = {statement.subject, *statement.about}
    things = {e for e in named if index.kinds[e] in (Kind.MODEL, Kind.DIRECTIVE)}
    if not people & concerned or statement.property not in _SAID:
        return True
    return bool(things) and not things & concerned


def _lacks_names(index: Index, analysis: Analysis, statement: Statement) -> bool:
    if statement.property is Property.PARTICIPANTS:
        return False
    known = {stem(word) for word in analysis.words} | set(_NO_NAMES.split())
    known |= {stem(word) for word in statement.subject.replace("-", " ").split()}
    names = (w for match in _NAME.findall(statement.text) for w in folded_name(match).split())
    return not any(
        stem(word) not in known and statement.subject not in index.lexicon.holders.get(word, ())
        for word in names
        if not word[0].isdigit()
    )


def _lacks_place(index: Index, analysis: Analysis, asked: _Asked, statement: Statement) -> bool:
    """It is asked of one place, and the statement holds in another; or in a place without rules."""
    if asked.elsewhere:
        told = statement.text.casefold()
        if any(place not in told for place in asked.elsewhere):
            return True
    places = analysis.links.places
    if not places or any(index.kinds[entry] is Kind.DIRECTIVE for entry in analysis.links.entries):
        return False
    where = {index.places.get(entry) for entry in (statement.subject, *statement.about)}
    held = {place for place in (*where, statement.jurisdiction) if place is not None}
    return bool(held) and not any(_overlap(one, place) for one in held for place in places)


def _overlap(one: Jurisdiction, other: Jurisdiction) -> bool:
    """Whether what holds in one place may hold in another: in a state, and in its country."""
    return (
        Jurisdiction.WORLD in (one, other)
        or one.startswith(other)
        or other.startswith(one)
        or (
            {one.partition("-")[0], other.partition("-")[0]} == {"us"}
            and Jurisdiction.US_STATES in (one, other)
        )
    )


def _lacks_leader(index: Index, statement: Statement) -> bool:
    """Who leads something is asked for, and nobody of the base is named."""
    if statement.property in _LED_BY:
        return False
    told = set(folded_name(statement.text).split())
    people = (entry for entry, kind in index.kinds.items() if kind is Kind.PERSON)
    return not any(person.rpartition("-")[2] in told for person in people)


def _lacks_order(analysis: Analysis, asked: _Asked, statement: Statement) -> bool:
    """An executive order is asked about, none by name, and it is about no such order."""
    if analysis.links.entries or not asked.order:
        return False
    return not any("-eo-" in entry for entry in (statement.subject, *statement.about))


def _lacks_version(asked: _Asked, statement: Statement) -> bool:
    told = statement.text.casefold()
    return any(
        not re.search(rf"(?:version|v|versions [\d., and]*) ?{re.escape(number)}(?![\d.]\d)", told)
        for number in asked.versions
    )

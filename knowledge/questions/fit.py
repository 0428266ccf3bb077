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
from knowledge.questions.synonyms import related
from knowledge.questions.time import MONTHS
from knowledge.vocabulary import THINGS, Jurisdiction, Kind, Property
from knowledge.words import COMMON, folded_name

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
_SEVERAL = re.compile(
    r"\b(?:which|names? of|name|list) (?:\S+ ){0,4}?(?:departments|agencies|commissioners"
    r"|experts|auditors|orgs|organi[sz]ations|companies|firms|labs|countries|states|senators"
    r"|researchers|members|people|officials|authors|signatories|partners|customers|bodies"
    r"|lawmakers|judges|engineers)\b|\bby name\b|\bnames(?: please)?\W*$|^names,"
)
_ENUMERATED = re.compile(
    r"[A-Z][\w.'’)-]*(?: [\w(][\w.'’)-]*){0,3}(?:, | and |, and )(?:the )?[A-Z]"
    r"|\btogether with [A-Z]|: [^.]+, [^.]+ and "
)
_DENIED = re.compile(r"\b(?:no|not|none|nobody|never)\b", re.IGNORECASE)
_HOW_MANY_DONE = re.compile(
    r"\bhow many (?!(?:\w+ )?(?:hours?|days?|weeks?|months?|years?)\b)(?:\S+ ){1,4}?"
    r"(?:has|have|had|did|were|was)\b|\bhow many\b.*\b(?:so far|(?:last|this) year)\b"
)
_CONTENT = re.compile(
    r"\bwhat (?:did|does|do) .{2,80} (?:say|recommend|conclude|find|contain|propose|found)\b"
    r"(?! about (?:the )?(?:date|deadline|when))|\b(?:conclusions|findings|contents?) of\b"
)
_OUTWARD = frozenset(
    {Property.DEADLINE, Property.DATE, Property.QUANTITY, Property.CITATION, Property.ISSUER}
)
_LEADS = re.compile(
    r"\bwho (?:heads?|leads?|runs?|chairs?|directs?|is in charge)\b"
    r"|\bwho(?:'s|s| is| was) (?:the )?(?:current )?(?:director|head|chief|boss|chair\w*|ceo)\b"
)
_OWN_WORDS = re.compile(r"\b(?:own|exact) words\b|\bin (?:its|their) words\b")
_SPEAKER = re.compile(
    r"\bwhat (?:did|does|has) .{0,40}\b(?:director|ceo|chief|boss|head|senator|governor|judge"
    r"|minister|commissioner|spokes\w+|president|analyst|researcher)\b.{0,40}\b(?:say|said)\b"
)
_WHICH_ORDER = re.compile(r"\b(?:which|what) (?:executive order|eo)\b")
_ORDER_NUMBER = re.compile(r"\b1\d{4}\b")
_WHAT_IS = re.compile(
    r"^(?:so |ok |hey )?(?:what(?:'?s| is| are)|who(?:'?s| is)|wtf is|define|explain) "
    r"(?:the |a |an )?((?:[\w.-]+ ){0,3}[\w.-]+)\W*$"
)
_LED_BY = frozenset({Property.ROLE, Property.PARTICIPANTS, Property.ISSUER})
_ORDER = re.compile(r"\bexec(?:utive|\.)? order\b|\beo\b")
_VERSION = re.compile(r"\b(?:version|v) ?(\d+(?:\.\d+)*)\b")
_NAME = re.compile(r"(?<=[\w,;:] )[A-Z][\w&'.-]*\w")
_CAPITALISED = """
act order executive project law bill governor president secretary commission rule
us eu uk ai american chinese european federal state states united office chief officer no
"""
_NO_NAMES = frozenset(stem(word) for word in (*_CAPITALISED.split(), *MONTHS) if word)
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
    own_words: bool  # verbatim, of an organisation too
    speaker: bool  # what the holder of some office said
    who_said: bool
    names: bool
    several: bool  # names, and more than one
    leader: bool
    order: bool  # an executive order
    other_order: bool  # its number is asked for, and is none of `order_numbers`
    order_numbers: tuple[str, ...]
    content: bool  # what a document says
    subject: frozenset[str]  # stems of what the question asks to be explained, if nothing more
    how_many_done: bool
    versions: tuple[str, ...]
    elsewhere: tuple[str, ...]  # places that no rule of the base is of


@lru_cache(maxsize=256)
def _asked(typed: str) -> _Asked:
    text = typed.casefold()
    explained = _WHAT_IS.search(text)
    subject = folded_name(explained[1]).split() if explained else []
    return _Asked(
        words=bool(_WORDS.search(text)),
        own_words=bool(_OWN_WORDS.search(text)),
        speaker=bool(_SPEAKER.search(text)),
        who_said="who said" in text,
        names=bool(_NAMES.search(text)),
        several=bool(_SEVERAL.search(text)),
        leader=bool(_LEADS.search(text)),
        order=bool(_ORDER.search(text)),
        other_order=bool(_WHICH_ORDER.search(text)),
        order_numbers=tuple(_ORDER_NUMBER.findall(text)),
        content=bool(_CONTENT.search(text)),
        subject=frozenset(stem(word) for word in subject if word not in COMMON),
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
        or (asked.several and _lacks_several(statement))
        or (asked.leader and _lacks_leader(index, analysis, statement))
        or (asked.content and statement.property in _OUTWARD)
        or (asked.speaker and statement.property not in _SAID)
        or _lacks_subject(analysis, asked, statement)
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
    if asked.own_words:
        people |= {entry for entry in named if index.kinds[entry] is Kind.ORGANISATION}
    if not people:
        return False
    concerned = {statement.subject, *statement.about}
    things = {e for e in named if index.kinds[e] in THINGS}
    if not people & concerned or statement.property not in _SAID:
        return True
    return bool(things) and not things & concerned


def _lacks_names(index: Index, analysis: Analysis, statement: Statement) -> bool:
    if statement.property is Property.PARTICIPANTS:
        return False
    if statement.property is Property.QUANTITY:
        return True
    known = {stem(word) for word in analysis.words} | _NO_NAMES
    known |= {stem(word) for word in statement.subject.replace("-", " ").split()}
    names = (w for match in _NAME.findall(statement.text) for w in folded_name(match).split())
    return not any(
        stem(word) not in known and statement.subject not in index.lexicon.holders.get(word, ())
        for word in names
        if not word[0].isdigit()
    )


def _lacks_several(statement: Statement) -> bool:
    """It speaks of several, at most by their number, and neither lists nor denies them."""
    if statement.property is Property.PARTICIPANTS or _DENIED.search(statement.text):
        return False
    return not _ENUMERATED.search(statement.text)


def _lacks_place(index: Index, analysis: Analysis, asked: _Asked, statement: Statement) -> bool:
    """It is asked of one place, and the statement holds in another; or in a place without rules."""
    models = {entry for entry in analysis.links.entries if index.kinds[entry] is Kind.MODEL}
    # Where the users of a model are is not whose rule is asked for.
    if asked.elsewhere and not models & {statement.subject, *statement.about}:
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


def _lacks_leader(index: Index, analysis: Analysis, statement: Statement) -> bool:
    """Who leads something is asked for, and nobody is named, or it is about something else."""
    concerned = {statement.subject, *statement.about}
    told = set(folded_name(statement.text).split())
    led = [e for e in analysis.links.entries if index.kinds[e] is Kind.ORGANISATION]
    if led and not {*led, *(part for e in led for part in e.split("-"))} & {*concerned, *told}:
        return True
    people = (entry for entry, kind in index.kinds.items() if kind is Kind.PERSON)
    named = any(person.rpartition("-")[2] in told for person in people)
    return not named and statement.property not in _LED_BY


def _lacks_subject(analysis: Analysis, asked: _Asked, statement: Statement) -> bool:
    """It is asked what something is that the base does not name, nor the statement."""
    if not asked.subject or analysis.links.entries:
        return False
    told = folded_name(f"{statement.text} {statement.subject} {statement.topic}").split()
    stems = {stem(word) for word in told}
    return not asked.subject <= {other for one in stems for other in (one, *related(one))}


def _lacks_order(analysis: Analysis, asked: _Asked, statement: Statement) -> bool:
    """An executive order is asked for or about, none by name, and it tells of none."""
    if asked.other_order:
        return not {*_ORDER_NUMBER.findall(statement.text)} - {*asked.order_numbers}
    if analysis.links.entries or not asked.order:
        return False
    return not any("-eo-" in entry for entry in (statement.subject, *statement.about))


def _lacks_version(asked: _Asked, statement: Statement) -> bool:
    told = statement.text.casefold()
    return any(
        not re.search(rf"(?:version|v|versions [\d., and]*) ?{re.escape(number)}(?![\d.]\d)", told)
        for number in asked.versions
    )

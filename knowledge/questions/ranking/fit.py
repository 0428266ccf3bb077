"""Whether a statement lacks what is plainly asked for: names, a version, somebody's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.model import Absent, Statement, Unknown
from knowledge.questions.asking.acts import is_another_act
from knowledge.questions.asking.expect import expected
from knowledge.questions.asking.operations import Operation
from knowledge.questions.base.index import Index
from knowledge.questions.language.normalise import stem
from knowledge.questions.language.synonyms import related
from knowledge.questions.ranking.mismatch import is_on_another
from knowledge.questions.ranking.naming import names_known_person, names_person
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.times.moment import MONTHS
from knowledge.vocabulary import THINGS, Audience, Kind, Property
from knowledge.words import COMMON, folded_name

_SAID = frozenset({Property.QUOTE, Property.RESPONSE, Property.OUTLOOK, Property.POLICY})
_COUNTED_BY = frozenset(
    {Property.QUANTITY, Property.PARTICIPANTS, Property.EVENT, Property.ENFORCEMENT}
)
_WORDS = re.compile(
    r"\bwhat (?:did|does|has) .{2,60} (?:say|said|think|write|comment)\b|\bcomment(?:s|ed)?\b"
    r"|\breaction\b|\bopinion\b|\bverbatim\b|\bquote\b"
)
_SAYS = re.compile(
    r"\b(?:said|says|told|wrote|writes|called|calls|asked|accused|argued|warned|denied|found"
    r"|thinks|hopes?d?|words|answer(?:ed)?)\b"
)
_NAMES = re.compile(
    r"\bnames of\b|\bby name\b|\bnames\b|\bwho sits\b|\bwho are the\b"
    r"|\bwhich (?:\S+ ){0,2}?(?:countries|companies|firms|organi[sz]ations|researchers|senators"
    r"|members?|member states|people|officials?|company|country|firm)\b"
    r"|\bname (?:two|three|four|five|some|any|them|\d+)\b|\blist their names\b"
)
_SEVERAL = re.compile(
    r"\b(?:which|names? of|name|list) (?!date|day|year|month|law|rule|article)"
    r"(?:(?!(?:must|may|can|could|do|does|did|is|are|was|were|has|have|had|to|by)\b)\S+ ){0,4}?"
    r"(?:departments|agencies|commissioners|experts|auditors|orgs|organi[sz]ations|companies|firms|labs|countries|states|senators"
    r"|researchers|members|people|officials|authors|signatories|partners|customers|bodies"
    r"|lawmakers|judges|engineers)\b|\bby name\b|\bnames(?: please)?\W*$|^names,"
)
_ENUMERATED = re.compile(
    r"[A-Z][\w.'’)-]*(?: [\w(][\w.'’)-]*){0,3}(?:, | and |, and )(?:the )?[A-Z]"
    r"|\btogether with [A-Z]|: [^.]+, [^.]+ and "
)
_DENIED = re.compile(
    r"\b(?:no|none|nobody|never)\b|\bnot (?:named|public|published|told|known|listed)\b",
    re.IGNORECASE,
)
_OFFICES = (
    r"(?:lawmaker|legislator|senator|assembly ?(?:member|man|woman)|congress ?(?:member|man|woman)"
    r"|council ?(?:member|man|woman)|lawyer|counsel|staffer|aide|author|sponsor|judge)"
)
_PERSON = re.compile(
    rf"\b(?:which|what|name of(?: the)?|whose) (?:\w+ ){{0,2}}?{_OFFICES}\b"
    rf"|^(?:the )?(?:\w+ )?{_OFFICES} (?:who|that|behind)\b"
    r"|\bmember of congress\b|\b(?:his|her) name\b|\bwho (?:chairs?|heads?|authored|sponsored"
    r"|drafted|penned)\b"
)
_HOW_MANY_DONE = re.compile(
    r"\bhow many (?!(?:\w+ )?(?:minutes?|hours?|days?|weeks?|months?|years?)\b)(?:\S+ ){1,4}?"
    r"(?:has|have|had|did|were|was)\b(?! (?:an?|the)\b|.*\bgot\b)"
    r"|\b(?:how many|number of)\b.*\b(?:so far|(?:last|this) year)\b"
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
_OWN_STAFF = re.compile(
    r"\b(?:my|our) (?:\w+ ){0,2}(?:employees?|staff|team|colleagues?|workers?|engineers?|devs?"
    r"|developers?|interns?|hires?|coworkers?)\b"
)
_OWN_WORDS = re.compile(r"\b(?:own|exact) words\b|\bin (?:its|their) words\b")
_SPEAKER = re.compile(
    r"\bwhat (?:did|does|has) .{0,40}\b(?:director|ceo|chief|boss|head|senator|governor|judge"
    r"|minister|commissioner|spokes\w+|president|analyst|researcher)\b.{0,40}\b(?:say|said)\b"
)
_WHAT_IS = re.compile(
    r"^(?:so |ok |hey )?(?:what(?:'?s| is| are)|who(?:'?s| is)|wtf is|define|explain) "
    r"(?:the |a |an )?((?:[\w.-]+ ){0,3}[\w.-]+)\W*$"
)
_PLACE = 2  # letters of a place that an id begins with: "us", "eu"
_WHOM_FOR = re.compile(r" (?:to|for) ")  # "explain BEAD to a layman"
_LED_BY = frozenset({Property.ROLE, Property.PARTICIPANTS, Property.ISSUER})
_NAME = re.compile(r"(?<=[\w,;:] )[A-Z][\w&'.-]*\w")
_CAPITALISED = """
act order executive project law bill governor president secretary commission rule
us eu uk ai american chinese european federal state states united office chief officer no
"""
_NO_NAMES = frozenset(stem(word) for word in (*_CAPITALISED.split(), *MONTHS) if word)


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
    person: bool
    date: bool
    content: bool  # what a document says
    subject: frozenset[str]  # stems of what the question asks to be explained, if nothing more
    how_many_done: bool
    own_staff: bool  # people who work for whoever asks


@lru_cache(maxsize=256)
def _asked(typed: str) -> _Asked:
    text = typed.casefold()
    explained = _WHAT_IS.search(text)
    subject = folded_name(_WHOM_FOR.split(explained[1])[0]).split() if explained else []
    return _Asked(
        words=bool(_WORDS.search(text)),
        own_words=bool(_OWN_WORDS.search(text)),
        speaker=bool(_SPEAKER.search(text)),
        who_said="who said" in text,
        names=bool(_NAMES.search(text)),
        several=bool(_SEVERAL.search(text)),
        leader=bool(_LEADS.search(text)),
        person=bool(_PERSON.search(text)),
        date="when" in expected(typed).kinds,
        content=bool(_CONTENT.search(text)),
        subject=frozenset(stem(word) for word in subject if word not in COMMON),
        how_many_done=bool(_HOW_MANY_DONE.search(text)),
        own_staff=bool(_OWN_STAFF.search(text)),
    )


def lacks(index: Index, analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement cannot answer, however near it is to the question.

    One that says that sources do not tell, or that there is none, may if its subject is right.
    """
    asked = _asked(analysis.text)
    if is_on_another(index, analysis, statement):
        return True
    if isinstance(statement.value, Unknown | Absent):
        return False
    return (
        _lacks_words(index, analysis, asked, statement)
        or (asked.names and _lacks_names(index, analysis, statement))
        or (asked.several and _lacks_several(statement))
        or (asked.leader and _lacks_leader(index, analysis, statement))
        or (asked.person and not names_person(index, statement, _stems(analysis)))
        or (asked.date and is_another_act(analysis.asking, statement.text))
        or (asked.content and statement.property in _OUTWARD)
        or (asked.speaker and statement.property not in _SAID and not _SAYS.search(statement.text))
        or _lacks_subject(analysis, asked, statement)
        or (asked.how_many_done and statement.property not in _COUNTED_BY)
        or (asked.own_staff and _is_of_developers_staff(statement))
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
    if not people & concerned:
        return True
    if statement.property not in _SAID and not _SAYS.search(statement.text):
        return True
    return bool(things) and not things & concerned


def _lacks_names(index: Index, analysis: Analysis, statement: Statement) -> bool:
    if statement.property is Property.PARTICIPANTS:
        return False
    if statement.property is Property.QUANTITY:
        return True
    if statement.property is Property.QUOTE:  # it begins with who spoke
        return False
    known = _stems(analysis) | _NO_NAMES
    known |= {stem(word) for word in statement.subject.replace("-", " ").split()}
    names = (w for match in _NAME.findall(statement.text) for w in folded_name(match).split())
    return not any(
        stem(word) not in known and statement.subject not in index.lexicon.holders.get(word, ())
        for word in names
        if not word[0].isdigit()
    )


def _stems(analysis: Analysis) -> set[str]:
    return {stem(word) for word in analysis.words}


def _lacks_several(statement: Statement) -> bool:
    """It speaks of several, at most by their number, and neither lists nor denies them."""
    if statement.property is Property.PARTICIPANTS or _DENIED.search(statement.text):
        return False
    return not _ENUMERATED.search(statement.text)


def _lacks_leader(index: Index, analysis: Analysis, statement: Statement) -> bool:
    """Who leads something is asked for, and nobody is named, or it is about something else."""
    concerned = {statement.subject, *statement.about}
    told = set(folded_name(statement.text).split())
    led = [e for e in analysis.links.entries if index.kinds[e] is Kind.ORGANISATION]
    of_theirs = (e for e in led for one in concerned if one == e or one.startswith(f"{e}-"))
    if led and not any(of_theirs) and not any(_parts(e) <= told for e in led):
        return True
    return not names_known_person(index, statement) and statement.property not in _LED_BY


def _parts(organisation: str) -> set[str]:
    """The words of its id without the place: "ai" and "office" of `eu-ai-office`."""
    words = organisation.split("-")
    return {*(words[1:] if len(words[0]) == _PLACE else words)}


def _is_of_developers_staff(statement: Statement) -> bool:
    access = statement.access
    return access is not None and access.audience is Audience.DEVELOPER_STAFF


def _lacks_subject(analysis: Analysis, asked: _Asked, statement: Statement) -> bool:
    """It is asked what something is that the base does not name, nor the statement."""
    if not asked.subject or analysis.links.entries:
        return False
    told = folded_name(f"{statement.text} {statement.subject} {statement.topic}").split()
    stems = {stem(word) for word in told}
    return not asked.subject <= {other for one in stems for other in (one, *related(one))}

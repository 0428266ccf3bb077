"""What a question asks for and a statement on the very thing leaves unsaid: who, why, what next.

Hardly any question that is kept with a statement may be stopped by it: a test counts them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.model import Absent, Statement, Unknown
from knowledge.questions.asking.asks import START
from knowledge.questions.asking.demand import Demand
from knowledge.questions.asking.demands import DEMANDS
from knowledge.questions.base.index import Index
from knowledge.questions.language.normalise import normalise, stem
from knowledge.questions.ranking.counted import counts_another
from knowledge.questions.ranking.naming import names_model, names_party, names_person
from knowledge.questions.ranking.others import other_told
from knowledge.vocabulary import REASONS, Property
from knowledge.words import COMMON

_WHO = re.compile(
    # whom a rule covers or what somebody is like is another question than who did it
    rf"(?:{START}|[:;,.-] (?:and |so |but )?)(?:(?:to|by|from|with) )?who(?:m|se)?(?: else)? "
    r"(?!(?:all |exactly )?(?:may|can|could|must|has to|have to|had to|needs?|counts?|falls?|gets?"
    r"|got|qualifies|should|carries|bears|uses?|owes|does|do|did|charges|is|are|was|were"
    r"|ha(?:s|d|ve) access)\b)"
)
_WHICH_STAFF = re.compile(rf"{START}who(?: else)? (?:at|from|inside) (?:the )?\w")
_WHICH_PARTY = re.compile(
    rf"{START}(?:which|what) (?:(?:other|outside|external|us|american|european|chinese|ai|private"
    r"|foreign) ){0,2}(?:lab|company|firm|auditor|evaluator|agency|vendor|start-?up|outlet"
    r"|newspaper|court|university|institute|organi[sz]ation|body|nonprofit|ngo|think tank|union"
    r"|bank|investor|contractor|customer|partner|group|companie|agencie|bodie|universitie)s?\b"
    r"(?!-| (?:of|law|act|bill|rule)s?\b)"
)
_SOMEONE = (
    r"(?:member|senator|representative|congress(?:man|woman)|lawmaker|legislator|judge|researcher"
    r"|scientist|engineer|employee|staffer|author|sponsor|spokes(?:man|woman|person)|governor"
    r"|attorney general|deput(?:y|ie)|delegate|minister|commissioner|critic|founder|mep|reporter"
    r"|journalist|aide|advis[eo]r|lobbyist)"
)
_WHICH_PERSON = re.compile(
    rf"\bnames? of (?:[\w'’-]+ ){{0,4}}?(?:{_SOMEONE}s?|officer|director|head|chief|ceo|chair)\b"
    rf"|\bwho (?:was|is|were|are) the (?:one|only|lone|sole|single) (?:[\w'’-]+ )?{_SOMEONE}\b"
    rf"|{START}(?:which|what) (?!(?:ha(?:s|ve|d)|do(?:es)?|did|are|will|would|must|should)\b)"
    rf"(?:[\w-]+ )?{_SOMEONE}s?\b|\bwhich person\W*$"
    rf"|{START}who (?:spoke|testified|appeared|argued|answered|negotiated) (?:up )?"
    r"(?:for|on behalf of)\b"
    rf"|{START}who (?:has been|was|is) (?:appointed|chosen|hired|picked|put in charge)\b"
)
_WHICH_DID = re.compile(  # whoever "has to" do it need not be named
    rf"{START}which (?:[\w-]+ ){{0,2}}(?:developer|platform|business|provider|reviewer|service"
    r"|operator|vendor|lab|firm|compan(?:y|ie))(?:e?s)? ha(?:s|ve) (?:so far |already |ever |now )?"
    r"(?:\w+(?:ed|en)\b|(?:been|the) )"
)
_WHICH_MODEL = re.compile(
    rf"{START}(?:which|what) (?:\w+ )?model (?:is|was|did|does|has|had|got|gets|came|can|could"
    r"|will)\b"
)
_DOES = re.compile(r"\bwho (?:has |had |have |will |would )?([a-z]{3,}(?:ed|s))\b")
_WHY = re.compile(
    rf"{START}(?:why|how come)\b|\bon (?:what|which) (?:\w+ )?grounds?\b"
    r"|\bwhat (?:were|was|are|is) the (?:\w+ )?(?:grounds?|motives?) (?:of|for)\b"
)
_WHAT_SAID = re.compile(
    r"\bwhat (?:did|does|do|has|have) (?:the )?(?P<who>.{3,60}?) "
    r"(?:say|said|write|written|tell|told|post|tweet)\b"
)
_FINE = re.compile(r"\b(?:fines?|fined|penalt(?:y|ies)|sanctions?)\b", re.IGNORECASE)
_WHICH_FINE = re.compile(
    r"\b(?:what(?:['’]?s| is| are| was)? (?:the |a )?|how (?:much|big|high|large) (?:\w+ ){0,2})"
    r"(?:\w+ ){0,2}(?:fines?|penalt(?:y|ies))\b"
)
EVEN_OF_SILENCE = frozenset(
    {"under which number", "its citation", "where it is", "what can be imposed"}
)
"""Demands that what sources do not tell answers only where it speaks of what is asked for."""
_STAFF_NOUNS = r"(?:researcher|scientist|engineer|employee|staffer)"
_WHICH_STAFFER = re.compile(rf"\bnames? of (?:[\w'’-]+ ){{0,3}}?{_STAFF_NOUNS}s?\b")
_STAFFER_NAMED = re.compile(
    rf"\b(?i:{_STAFF_NOUNS})s? (?:[a-z]+ )?[A-Z][a-z]+ [A-Z]"
    rf"|[A-Z][a-z]+ [A-Z][\w-]+,? (?:[a-z-]+ ){{0,4}}(?i:{_STAFF_NOUNS})\b"
)
_OF = "it of "
_ALIKE = 5  # letters from which the beginning tells a word: a Redditor is of Reddit
_GOING = re.compile(r"\bwho(?:'s|s| is| are| was| were) (?:going|likely|expected|slated) to\b")

_SOMEBODY = re.compile(
    r"\b(?:courts?|judges?|governments?|ministr\w+|authorit\w+|agenc\w+|regulators?|auditors?"
    r"|verifiers?|evaluators?|experts?|officials?|parliament|council|congress|legislat\w+"
    r"|assembly|compan\w+|labs?|developers?|providers?|deployers?|operators?|users?|employees"
    r"|nobody|no one|none|itself|themselves|departments?|police|president|secretar\w+|governors?"
    r"|members?|signator\w+|vendors?|part(?:y|ies)|people|persons?|customers?|partners?"
    r"|organi[sz]ations?|scientists|researchers|bod(?:y|ies)|institutes?|offices?|lawyers?"
    r"|attorneys?|outlets?|press|media|reports?|sources?|trackers?|accounts?|sites?"
    r"|websites?|wiki|digests?|tables?|repositor\w+|some|says?|said|platforms?|makers?|owners?"
    r"|chiefs?|firms?|authors?|own|nations?|countries|industry|defenders|session|enforcement)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:officers?|officials?|directors?|boards?|committees?|teams?|leadership|staff|chiefs?"
    r"|heads?|counsel|groups?|employees|engineers?|lawyers?|offices|presidents?)\b",
    re.IGNORECASE,
)
_BY = r"(?:\s\S+){0,6} by (?!\d)"
_REASON = re.compile(
    r"\bbecause\b|\breasons?\b|\bcit(?:ed?|ing)\b|\bdue to\b|\bin order to\b|\bso that\b|\bover\b"
    r"|\bconcern|\bfear|\bworr|\brisk|\bthreat|\btrigger|\bled to\b|\bgrounds?\b|(?<!-)\bpurpose"
    r"|\bmotiv|\baims?\b|\barg|\b(?:so|as|since) (?:it|they|he|she|the)\b|\bcould not\b"
    r"|\bcannot\b|\bto (?:keep|stop|prevent|protect|avoid|give|let|make|limit|be sure)\b"
    r"|\btherefore\b|\bthus\b|\bhence\b|\bafter\b|: (?![A-Z]\w+, )"
    r"|\bthat is\b|\bsome\b|\bpages?\b|\bunlike\b"
    r"|\bby .{2,20} choice\b|\bcame first\b|\bmistak|\bordinary\b|\bmodelled on\b"
    r"|, for (?:it|they|he|she|the|[A-Z]\w+) (?:is|was|were|has|had)\b",
    re.IGNORECASE,
)
_TELLS_WHO = frozenset(
    {Property.ISSUER, Property.MAKER, Property.ENFORCEMENT, Property.PARTICIPANTS, Property.QUOTE}
    | {Property.SCOPE, Property.DEFINITION}
)


def unsaid(index: Index, asking: str, statement: Statement, foreign: bool = False) -> str | None:
    """What a question asks for that a statement plainly does not tell, in words for a reply.

    `asking` is in lower case; of a `foreign` one the nouns may not be in English. That sources do
    not tell of a thing is no reason for it either.
    """
    if _WHY.search(asking):
        return None if _tells_why(statement) else "why"
    if not foreign and counts_another(asking, statement):
        return "how many"
    if isinstance(statement.value, Unknown):
        if _WHO.search(asking) and _is_done_by_nobody(asking, statement.text):
            return "who it was"
        for one in _demanded(asking):
            if one.name in EVEN_OF_SILENCE and not one.is_told(statement):
                return one.name
        fine = _WHICH_FINE.search(asking) and statement.property is not Property.PENALTY
        return "what the fine is" if fine and not _FINE.search(statement.text) else None
    unnamed = _unnamed(index, asking, statement)
    if unnamed is not None:
        return unnamed
    said = _WHAT_SAID.search(asking)
    if said and statement.property is Property.QUOTE and not _is_by(statement, said["who"]):
        return "what they said"
    other = other_told(index, asking, statement)
    if other is not None:
        return f"{_OF}{other}"
    return next((one.name for one in _demanded(asking) if not one.is_told(statement)), None)


@lru_cache(maxsize=64)
def _demanded(asking: str) -> tuple[Demand, ...]:
    """What a question demands, which is held against a dozen statements one after the other."""
    return tuple(one for one in DEMANDS if one.asked.search(asking))


def as_written(index: Index, missing: str) -> str:
    """What is missing, with a name in it as the base writes it: OpenAI, NSA."""
    if not missing.startswith(_OF):
        return missing
    name = missing.removeprefix(_OF)
    written = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    found = (written.search(statement.text) for statement in index.statements)
    return _OF + next((match[0] for match in found if match), name.capitalize())


def _unnamed(index: Index, asking: str, statement: Statement) -> str | None:
    """Whom, or which model, a question asks for and a statement does not name."""
    who = _WHO.search(asking) or _WHICH_PARTY.search(asking)
    if who and not _tells_who(index, asking, statement):
        return "who it was"
    if _WHICH_STAFFER.search(asking) and not _STAFFER_NAMED.search(statement.text):
        return "who it was"
    if _WHICH_PERSON.search(asking) and not names_person(index, statement, _stems(asking)):
        return "who it was"
    if _WHICH_DID.search(asking) and not names_party(index, statement, _stems(asking)):
        return "who it was"
    if _GOING.search(asking) and not names_party(index, statement, _stems(asking)):
        return "who it will be"
    if _WHICH_MODEL.search(asking) and not names_model(index, statement, _stems(asking)):
        return "which model it is"
    return None


def _is_by(statement: Statement, who: str) -> bool:
    """Whether words are said by whom a question names; "they" may be anybody."""
    speaker = statement.text.partition("“")[0]
    told = {word[:_ALIKE] for word in normalise(speaker).words}
    asked = {word[:_ALIKE] for word in normalise(who).words if word not in COMMON}
    return not asked or not told.isdisjoint(asked)


def _tells_why(statement: Statement) -> bool:
    if statement.property in REASONS:
        return True
    if isinstance(statement.value, Unknown | Absent):
        return False
    return bool(_REASON.search(statement.text))


def _tells_who(index: Index, asking: str, statement: Statement) -> bool:
    """Whether it names or describes somebody whom the question does not."""
    if _is_done_by_nobody(asking, statement.text):
        return False
    asked = _stems(asking)
    if _WHICH_STAFF.search(asking):
        described = bool(_STAFF.search(statement.text))
    else:
        told = {stem(word.casefold()) for word in _SOMEBODY.findall(statement.text)}
        described = statement.property in _TELLS_WHO or not told <= asked
    return described or names_party(index, statement, asked)


def _stems(asking: str) -> set[str]:
    return {stem(word) for word in normalise(asking).words}


def _is_done_by_nobody(asking: str, told: str) -> bool:
    """Whether it is asked who does something that a text says was done, and by nobody."""
    return any(_is_only_done(verb, told) for verb in _DOES.findall(asking))


def _is_only_done(verb: str, told: str) -> bool:
    """Whether a text has a verb only as what was done, without by whom."""
    forms = {w for w in re.findall(r"[a-z]+", told.casefold()) if stem(w) == stem(verb)}
    done = "|".join(sorted(form for form in forms if form.endswith("ed")))
    if not done:
        return False
    passive = rf"\b(?:was|were|is|are|be|been|being)(?: \w+){{0,2}}? (?:{done})\b(?!{_BY})"
    passive += rf"|\b(?:the|an?|of|its|their|only) (?:{done}) (?!by\b)"  # "the approved customers"
    every = rf"\b(?:{'|'.join(sorted(forms))})\b"
    return len(re.findall(passive, told, re.IGNORECASE)) == len(
        re.findall(every, told, re.IGNORECASE)
    )

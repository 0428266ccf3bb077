"""What a question takes for granted, and statements that say otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from knowledge.model import Absent, Statement, Unknown
from knowledge.names import Names
from knowledge.questions.asking.asks import ASKS
from knowledge.questions.base.index import Index
from knowledge.questions.ranking.concern import is_on, mentions
from knowledge.questions.ranking.rank import Ranked
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import THINGS, Kind, Property, Rank
from knowledge.weigh import standing

_NOT = re.compile(
    r"\b(?:no|not|never|none|nobody|neither|nor|only|rather than|instead|different|until|wrong)\b"
    r"|\bvoluntar|\brequest\b|\bproposal\b|\bproposed\b|\bdraft\b|\bupheld\b|\bstands\b|\bcannot\b",
    re.IGNORECASE,
)
_OPPOSITE = tuple(
    (re.compile(asked), re.compile(told, re.IGNORECASE))
    for asked, told in (
        (
            (
                r"\bmandat|\boblig|\bforced?\b|\bcompel|\border(?:ed|s)?\b|\brequire|\bmust\b"
                r"|\bhave to\b|\bimpose"
            ),
            (
                r"\bvoluntar|\brequest\b|\basked OpenAI\b"
                r"|\bnot (?:an )?(?:order|mandatory|required)"
                r"|\bno (?:\w+ ){0,3}(?:order|requirement|dut|legal act)"
            ),
        ),
        (
            r"\blicen[cs]|\bban(?:ned|s)?\b",
            r"\bnot banned\b|\bno (?:\w+ ){0,3}(?:licen[cs]e|limit)",
        ),
        (r"\bpenalt", r"\bno (?:\w+ ){0,3}penalt"),
        (r"\bveto|\breject|\brefus|\bdeclin|\bblocked\b", r"\bsigned\b|\bapproved\b"),
        (
            r"\b(?:repeal|revo[kc]|expire|scrap|withdr[ae]w|abolish)",
            r"\bin force\b|\bstill stands\b",
        ),
        (
            r"\bban(?:ned|s)?\b|\bblocked\b|\bsuspended\b|\billegal\b|\bshut down\b|\bpulled\b",
            r"\bnot banned\b|\bopen to everyone\b|\bgenerally available\b|\bno government limit",
        ),
        (
            r"\bsign(?:ed|s)?\b|\bjoin",
            r"\bdid not sign\b|\bnot (?:among|a) the signator|\bnot a signatory",
        ),
        (r"\breleas|\blaunch|\bship", r"\bnot (?:been )?released\b|\bshelved\b|\bwithheld\b"),
        (r"\bopen(?:ed|-| )?(?:source|weight)", r"\bclosed\b|\bnot public\b"),
        (
            r"\boverturn|\bstr(?:ike|uck)|\breverse|\bvacat|\bkill(?:ed)?\b",
            r"\bupheld\b|\bstill stands\b|\bstanding\b|\bin force\b",
        ),
        (
            r"\bfin(?:e|es|ed)\b|\bsanction|\bentity list",
            r"\bno (?:\w+ ){0,3}(?:fine|sanction|entity)",
        ),
        (
            r"\b(?:final|law|pass(?:ed)?|assent|enact\w*|adopted)\b",
            (
                r"\bproposal\b|\bdraft\b|\bnot law\b|\bintroduced\b|\bdied\b"
                r"|\bno (?:\w+ ){0,3}bill\b|\bnot (?:been )?enacted\b|\bno (?:\w+ ){0,3}law\b"
            ),
        ),
    )
)
_ACTS = (
    "sign|issue|veto|pick|adopt|enact|choose|chose|write|wrote|author|draft|introduce"
    "|sponsor|pass|make|made|create|launch|impose|revoke"
)
_ACTED = re.compile(
    rf"\b(?:{_ACTS})(?:s|es|d|ed|ned|ted|ting|ning|ing)?\b|\b(?:written|chosen|writing|choosing"
    r"|making|issuing|creating|introducing|imposing|revoking)\b"
)
_NOT_ACTED = re.compile(r"\bnot\b|n['’]t\b|\bnever\b|\byet to\b")
_PRESUMES = re.compile(
    r"\b(?:when|why|who|which|what)\b.{0,40}\b(?:did|was|were|has|had)\b|\bsince when\b"
    r"|^(?:did|has|have|was|were)\b|\bwho (?:\w+ed)\b"
)
_CAUSE = re.compile(r"\bbecause\b|\bdue to\b|\bthanks to\b|\bin response to\b")
_SIGNS = re.compile(r"\bsign(?:ed|s)?\b|\bjoin")
_MAY_COME = re.compile(r"\b(?:will|would|could|might|should|going to|plans?|next|if|how many)\b")
_CORRECTING = frozenset(
    {Property.STATUS, Property.BINDINGNESS, Property.PARTICIPANTS, Property.ROLE, Property.EVENT}
    | {Property.ISSUER, Property.ACCESS, Property.PENALTY}
)
_TELLERS = (Property.ISSUER, Property.PARTICIPANTS, Property.ROLE, Property.EVENT)


def corrects(text: str, statement: Statement) -> float:
    """How far a statement says that something is not so: 1 where it is the opposite of the text."""
    if any(asked.search(text) and told.search(statement.text) for asked, told in _OPPOSITE):
        return 1.0
    denies = isinstance(statement.value, Unknown | Absent) or _NOT.search(statement.text)
    return 0.5 if denies else 0.0


def other_doer(
    index: Index,
    names: Names,
    analysis: Analysis,
    ranked: Sequence[Ranked],
) -> tuple[str, str, list[Statement]] | None:
    """Who a question says did it, to what, and the statements that name somebody else.

    Only where the base tells who did, and that is not who the question names.
    """
    links = analysis.links
    people = [e for e in links.entries if index.kinds[e] is Kind.PERSON]
    meant = [e for e in links.hinted[:1] if e == ranked[0].statement.subject]
    things = [e for e in (*links.entries, *meant) if index.kinds[e] is Kind.DIRECTIVE]
    text = analysis.text.casefold()
    if len(people) != 1 or not things or not _ACTED.search(text) or _NOT_ACTED.search(text):
        return None
    if ASKS["words"].search(text):  # what they said is asked, and not what they did
        return None
    thing = things[0]
    doers = [
        s
        for s in index.told_of(thing)
        if s.property is Property.ISSUER and s.rank is not Rank.DEPRECATED
    ]
    tellers = [
        s
        for s in (*(one.statement for one in ranked), *doers)
        if s.property in _TELLERS and thing in (s.subject, *s.about)
    ]
    acts = [s for s in tellers if _ACTED.search(s.text)]
    told = [*doers, *acts]
    if not doers or any(mentions(names, s, people[0]) for s in told):
        return None
    organisations = {e for e in links.entries if index.kinds[e] is Kind.ORGANISATION}
    near = [s for s in acts if organisations & {s.subject, *s.about}]
    return people[0], thing, list(dict.fromkeys([*near[:1], *doers[:1]]))


def contradiction(
    index: Index, names: Names, analysis: Analysis, ranked: Sequence[Ranked], day: date
) -> Statement | None:
    """A statement on all that a question names which says the opposite of what it presumes."""
    text, named = analysis.text.casefold(), analysis.links.entries
    things = [entry for entry in named if index.kinds[entry] in THINGS]
    if _SIGNS.search(text) and len(named) == len(things):
        return None  # who did not sign contradicts only that they did
    if not things or not _PRESUMES.search(text) or _MAY_COME.search(text):
        return None
    if _CAUSE.search(text):  # the cause is asked, and not the thing
        return None
    ranked_first = (one.statement for one in ranked)
    own = (s for entry in named for s in index.told_of(entry))
    plain = " ".join(word for word in analysis.words if word not in analysis.links.used)
    asked = [told for cue, told in _OPPOSITE if cue.search(plain)]

    def opposite(statement: Statement) -> bool:
        return any(told.search(statement.text) for told in asked)

    others = [
        statement
        for statement in standing(dict.fromkeys((*ranked_first, *own)), day)
        if statement.property in _CORRECTING
        and opposite(statement)
        and all(is_on(names, index, statement, [entry]) for entry in named)
    ]
    return min(
        others,
        key=lambda s: (s.subject not in things, s.property is not Property.STATUS),
        default=None,
    )

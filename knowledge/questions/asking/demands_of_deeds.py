"""Demands of what somebody did, or what was done to somebody: signed, found, filed, turned down."""

from __future__ import annotations

from knowledge.questions.asking.asks import START
from knowledge.questions.asking.demand import demand
from knowledge.vocabulary import Property

DEMANDS_OF_DEEDS = (
    demand(
        "what was talked about",
        r"\bwhat (?:did|do|have|has|was) .{3,60} (?:talk(?:ed)? about|discuss(?:ed)?)\b",
        r"\babout\b|\bdiscuss|\bsaid\b|\bagreed\b|“|\bon (?:the|how|what|whether|AI|a)\b|\basked\b"
        r"|\btold\b|\bover\b|\bpresented\b",
    ),
    demand(
        "whether it was signed",
        r"\b(?:signed|vetoed) or\b|\bor (?:signed|vetoed)\b"
        rf"|{START}(?:is|was|has|did) .{{3,60}} (?:signed|sign|vetoed|veto)\b(?! (?:up|on|off))",
        r"\bsign|\bveto|\blaw\b|\benact|\bforce\b|\bapprov|\bpending\b|\bissued\b|\bjoined\b"
        r"|\bno action\b",
        Property.DATE,
        Property.ROLE,
    ),
    demand(
        "who signed it",
        r"\bwho (?:has |had |have )?sign(?:ed|s)\b(?! off)",
        r"\bsign|\bwrote\b|\bissued by\b|\bletter of\b",
        Property.ISSUER,
        Property.PARTICIPANTS,
    ),
    demand(
        "who was turned down",
        rf"{START}(?:how many|which|who|has any|was any)\b.{{2,60}}"
        r"\b(?:turn(?:ed)? (?:down|away)|reject(?:ed)?|refused|denied)\b"
        rf"|{START}(?:did|has|have) any(?:one|body)?\b.{{2,60}}"
        r"\b(?:refused?|declined?|reject(?:ed)?)\b",
        r"\bturn|\breject|\brefus|\bden[iy]|\bdeclin|\bwithh|\bveto|\bdismiss|\bnot?\b|\bnone\b"
        r"|\bwithout\b|\boppos|\bcritici|\bbar|\bban|\bdisput",
    ),
    demand(
        "whether it was filed",
        rf"{START}(?:did|has|have) .{{2,50}}\b(?:filed? (?:for|an?|against)|appl(?:y|ied) for"
        r"|appeal(?:ed)?)\b",
        r"\bfil(?:e|ing)|\bappl(?:y|ied|ication)|\bappeal|\bsu(?:e|it)|\bchalleng|\bpetition"
        r"|\bcomplain|\bcourt\b|\bCircuit\b|\bcase\b|\binterven",
    ),
    demand(
        "who found it",
        rf"{START}who (?:first )?(?:found|discovered|spotted|noticed|came across|stumbled)\b",
        r"\bf(?:ind|ound)|\bdiscover|\bspott|\bnotice|\breport|\buncover|\breveal|\bby [A-Z]",
        Property.ISSUER,
        Property.PARTICIPANTS,
    ),
    demand(
        "who was against it",
        r"\bvot(?:e|ed|es) against\b|\bone (?:vote )?against\b|\bdissent",
        r"\bagainst\b|\bdissent|\bmajority\b|\boppos|\bobject|\bvoted? (?:no|nay)\b"
        r"|\bto one\b|\d-\d|\bvotes to\b",
    ),
    demand(
        "that it happened to anybody",
        r"\b(?:who|which \w+|any(?:one|body)|somebody|someone)(?: was| were| has been| have been"
        r"| got| ever)+ (?:fined|sued|punished|sanctioned|charged|penali[sz]ed|prosecuted)\b"
        rf"|{START}(?:what|how much|why) (?:was|were|has|have|did) .{{2,40}} fined\b",
        r"\b(?:fined|sued|punished|sanctioned|charged|penali[sz]ed|prosecuted|subpoena|settle"
        r"|suits?|case|enforcement action|investigat)"
        r"|\bno (?:\w+ ){0,2}(?:fine|penalt|action)(?!\w* of its own)",
    ),
    demand(
        "what can be imposed",
        r"\b(?:what|which|how (?:high|large|big|heavy)) .{0,20}\b(?:fines?|penalt\w+|sanctions?)"
        r" (?:can|could|may|might)\b",
        r"^(?!No (?:\w+ ){0,2}(?:fine|penalt|sanction).* found\b)",
        Property.PENALTY,
    ),
    demand(
        "for whom somebody works",
        r"(?<!our )(?<!my )\b(?:who|whom|company|firm|outlet|employer|lab) (?:\w+ ){0,4}"
        r"works? for\b"
        r"|\bwho(?:'s| is| was) .{2,40} employer\b|\b(?:who|which company) employs\b",
        r"\b(?:of|at|for|with|by) (?:the )?[A-Z]|\w's\b",
    ),
    demand(
        "who came before",
        r"\bwho (?:was|were|held|headed|led|ran|served) .*\bbefore (?!\d|the|it|they|that|this|20)"
        r"|\bwho did .* (?:replace|succeed)\b",
        r"\bformer|\bpredecess|\bsucceed|\breplac|\bprevious|\bearlier\b|\bbefore\b|\buntil\b"
        r"|\btook over\b|\bfollow",
    ),
)

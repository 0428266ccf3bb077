"""What kind of thing a question asks for, and what kinds a statement has.

"How many" wants a count of what is named, "who" a name, "why" a reason; a statement on the right
subject that lacks it is no answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.dates import MONTH_NAMES
from knowledge.model import Statement
from knowledge.questions.language.normalise import normalise, stem
from knowledge.vocabulary import REASONS, Property

_MONTHS = "|".join(MONTH_NAMES)
NOT_COUNTS = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?|\b(?:{_MONTHS}) \d{{4}}"
    r"|\b(?:19|20)\d\d(?:-\d\d){0,2}\b|\b(?:GPT|Fable|Mythos|Opus|GLM|Kimi|Gemini|Qwen"
    r"|DeepSeek|SB|AB|HB|EO|Order|H\.R\.|S\.|Act No\.|Section|section|sections|Article|Articles"
    r"|Art\.|Annex|chapter|version|Version"
    r"|RSP|BOD|ECCN|No\.|title|Title|LB|Public Act|Regulation|P\.A\.|FR|U\.S\.C\.|CFR"
    r"|part)[ -]?(?:\(EU\) )?[A-Z]?\d[\w./-]*"
)
_NUMBER_WORDS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "hundred",
    "hundreds",
    "thousand",
    "million",
    "billion",
    "dozen",
    "dozens",
    "half",
    "third",
    "quarter",
    "nobody",
    "no",
    "none",
    "zero",
)
_NUMBER_STEMS = frozenset(_NUMBER_WORDS)
_DIGIT = re.compile(r"\d")
_LARGE = re.compile(r"\b(?:million|billion|trillion)\b")
_MONEY = re.compile(
    r"[$€£¥]|\b(?:USD|EUR|KRW|RMB|INR|dollars?|euros?|won|yuan|fee|free of charge)\b"
)
_DURATION = re.compile(
    r"\b(?:\d+|"
    + "|".join(_NUMBER_WORDS)
    + r")[- ](?:calendar |working |business )?(?:hours?|days?|weeks?|months?|years?|minutes?)\b",
    re.IGNORECASE,
)
_PENALTY = re.compile(
    r"\bfine[sd]?\b|\bpenal|\bsanction|\bpunish|\bliab|\bdamages\b|\bprison\b|\bimprison"
    r"|\benforce|\bconsequence|\brevoke|\bsued?\b|\bvoluntary\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\bday\b")
_REASON = re.compile(
    r"\bbecause\b|\breasons?\b|\bcited?\b|\bciting\b|\bdue to\b|\bin order to\b|\bso that\b"
    r"|\bafter\b|\bover\b"
    r"|\bconcern|\bto (?:keep|stop|prevent|protect|avoid|give|let|make|limit)\b|\bsince it\b"
    r"|\bfear|\btrigger|\bled to\b|\bon the ground|\bpurpose|\bas it\b|\bcould not\b",
    re.IGNORECASE,
)
_VOTE = re.compile(r"\bvot|\b\d+ ?(?:-|–|to) ?\d+\b|\bunanim|\bin favour\b|\bmajority\b")
_CASE_NUMBER = re.compile(r"\bNo\. ?\d|\d-cv-|\b\d{2}-\d{3,}")
_PAGE = re.compile(r"\bpages?\b|\bp\. ?\d")
_RESPONSE = re.compile(
    r"\b(?:said|says|called|told|wrote|sued|argued|denied|welcomed|criticis\w+|rejected|answered"
    r"|replied|responded|objected|warned|disputes?d?|refused|complied|agreed)\b"
)
_QUOTED = re.compile(r"[“\"]")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w&.-]*[a-zA-Z](?:[A-Z]|\b)")

_NUMBER_OF = (  # not of a chapter, a file or a bill: that is a name
    r"(?<!case )(?<!page )(?<!chapter )(?<!file )(?<!document )(?<!section )(?<!docket )(?<!bill )"
    r"(?<!filing )(?<!order )\bnumber of"
)
_ASKS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "full text",
            (
                r"\b(?:full|whole|complete|entire) (?:text|transcript|letter|document"
                r"|wording|memo)\b|\bpaste\b|\bscreenshot\b|\bpdf\b|\bdownload (?:link|the)"
            ),
        ),
        ("vote", r"\bvotes?\b(?! count)|\broll call\b|\bmargin\b|\bhow did .* vote"),
        (
            "money",
            (
                r"\bhow much (?:does|do|did|is|are|was|were|will|would|money|revenue)\b|\bprice\b"
                r"|\bpric(?:ing|ed)\b|\bcosts?\b|\bper (?:million )?tokens?\b|\bmarket cap"
                r"|\bvaluation\b|\bsalary\b|\bhow (?:big|high|large|steep) (?:a |is |are |can "
                r"|could )?(?:the )?(?:\w+ )?(?:fine|penalt)|\bwhat (?:is |are )?(?:the )?fines?\b"
            ),
        ),
        (
            "penalty",
            (
                r"\bfines?\b(?![- ]tun| (?:to|with|if|by|for me|now)\b)|\bfined\b"
                r"|\bpenal(?:ty|ties)\b|\bpenali[sz]ed\b|\bpunish(?:ed|ment|able)?\b|\bsanction(?:s|ed)\b"
            ),
        ),
        (
            "how many",
            (
                rf"\bhow many\b|{_NUMBER_OF}\b|\bhow much (?:compute|training)"
                r"|\bhead ?count\b"
            ),
        ),
        (
            "how long",
            (
                r"\bhow long\b|\bhow (?:many )?(?:days|hours|weeks|months)\b|\bwithin (?:what"
                r"|how)\b"
                r"|\bhow (?:soon|fast|quickly)\b"
            ),
        ),
        (
            "when",
            (
                r"^when\b|\bwhen(?: exactly)?(?:'s|'ll| (?:did|do|does|was|were|is|are|will|would"
                r"|can|could|has|have|had|should|must|may))\b|\bwhen\W*$"
                r"|\b(?:what|which) (?:date|day|time|year|month)\b"
                r"|\bsince when\b|\bby when\b|\bfrom when\b|\bhow soon\b"
            ),
        ),
        (
            "names",
            (
                r"\b(?:names? of|name the|name all|list (?:of )?(?:the|all)|who are the"
                r"|which (?:\d+ "
                r"|\w+ ){0,2}?(?:companies|countries|labs|firms|partners|organi[sz]ations|states"
                r"|customers|people|senators|agencies))\b|\bi need (?:the )?names\b|\bby name\b"
            ),
        ),
        (
            "why",
            (
                r"\bwhy\b|\bwhat (?:was |is )?(?:the |his |her |their )?(?:reason|motive"
                r"|rationale)\b|\bmotiv(?:e|es|ation)\b|\bwhat made\b"
                r"|\bfor (?:what|which) reasons?\b"
                r"|\bexcuse\b|\breason .{2,40} (?:gave|given|offered|stated)\b"
                r"|\bhow come\b|\bwhat (?:triggered|prompted|caused|led)\b"
            ),
        ),
        ("case number", r"\bcase (?:number|no)\b|\bdocket\b"),
        ("page", r"\b(?:what|which) pages?\b|\bpage (?:number|for|of)\b"),
        (
            "response",
            (
                r"\b(?:response|reaction|reply|answer) (?:of|from|by)\b"
                r"|\w's (?:response|reaction|reply|answer)\b"
                r"|\bhow did .{2,40} (?:react|respond|answer|reply)\b"
            ),
        ),
        (
            "words",
            (
                r"\bword for word\b|\bexact (?:words|quote|wording|line|sentence)\b|\bverbatim\b"
                r"|\bin (?:his|her|their) own words\b|\bquote\b|\bwhat(?:'s| is| was) the wording\b"
                r"|\bwording of\b|\bhow (?:did|does|do) .{2,60} (?:word|phrase)\b"
                r"|\bsentence (?:with|on|about|that|where)\b"
            ),
        ),
        (
            "score",
            (
                r"\bscores?\b|\bbenchmark (?:score|result|number)s?\b|\bpercent(?:age)?\b"
                r"|\b(?:what|which|how)\b.*\baccuracy\b"
                r"|\bparam(?:eter)?s\b|\bcut-?off\b|\bcontext (?:window|length)\b"
            ),
        ),
    )
)
_COUNTED = re.compile(
    r"\bhow many (?:of )?((?:[\w'-]+ ){0,5}[\w'-]+)"
    rf"|{_NUMBER_OF} ((?:[\w'-]+ ){{0,3}}[\w'-]+)"
)
_VERSION = re.compile(
    r"\b(?:version|v|ver|article|art|section|sec|annex|phase|level|tier) ?(\d+(?:\.\d+)*)\b"
)
_DONE = re.compile(r"^(?:so |ok |and |but )?(?:has|have|did|was anyone|were any|is anyone)\b")
_NOT = re.compile(r"\b(?:no|not|never|nor|nobody)\b")
_RESPONSES = frozenset({Property.RESPONSE, Property.QUOTE, Property.OUTLOOK})
RULES = frozenset({Property.REQUIREMENT, Property.PENALTY, Property.DEFINITION, Property.SCOPE})


@dataclass(frozen=True, slots=True)
class Expected:
    """What an answer must have: kinds of things, the noun counted, versions that are named."""

    kinds: frozenset[str]
    counted: frozenset[str]  # stems of the nouns after "how many"
    versions: tuple[str, ...]
    done: bool  # asks whether something has been done


@lru_cache(maxsize=1024)
def expected(text: str) -> Expected:
    """What a question asks for."""
    lowered = text.casefold()
    kinds = frozenset(name for name, pattern in _ASKS if pattern.search(lowered))
    nouns: set[str] = set()
    for match in _COUNTED.finditer(lowered):
        words = normalise(match[1] or match[2]).words
        nouns.update(stem(word) for word in words[:4] if len(word) > 2)
    return Expected(
        kinds,
        frozenset(nouns),
        tuple(_VERSION.findall(lowered)),
        bool(_DONE.search(lowered)),
    )


def tells_of_a_case(statement: Statement) -> bool:
    """Whether a rule's statement says what was done or not, or whom the rule covers."""
    return statement.property is Property.SCOPE or bool(_NOT.search(statement.text))


def kinds_had(text: str, of: Property) -> frozenset[str]:
    """The kinds of things that a statement has, whatever is asked."""
    money = _MONEY.search(text)
    had = {
        "money": money,
        "how long": _DURATION.search(text) or _DATED.search(text),
        "when": _DATED.search(text) or _DURATION.search(text),
        "vote": _VOTE.search(text),
        "names": of is Property.PARTICIPANTS or len(_NAME.findall(text)) > 1,
        "why": of in REASONS or _REASON.search(text),
        "words": of is Property.QUOTE or _QUOTED.search(text),
        "score": _DIGIT.search(NOT_COUNTS.sub(" ", text)) or _LARGE.search(text),
        "penalty": of is Property.PENALTY or money or _PENALTY.search(text),
        "case number": _CASE_NUMBER.search(text),
        "page": _PAGE.search(text),
        "response": of in _RESPONSES or _RESPONSE.search(text),
        "how many": True,  # depends on what is counted
    }
    return frozenset(kind for kind, there in had.items() if there)


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a text, each whole: 5.6 is not 5."""
    return frozenset(re.findall(r"\d+(?:\.\d+)*", text.replace(",", "")))


def near_numbers(text: str) -> frozenset[str]:
    """Stems that stand within a few words of a number."""
    words = [stem(word) for word in normalise(NOT_COUNTS.sub(" ", text)).words]
    at = [n for n, word in enumerate(words) if word[0].isdigit() or word in _NUMBER_STEMS]
    return frozenset(word for n in at for word in words[max(0, n - 3) : n + 7])

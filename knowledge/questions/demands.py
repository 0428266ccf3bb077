"""What a question asks for in so many words, and by what a statement that tells it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.model import Statement
from knowledge.questions.asks import START
from knowledge.vocabulary import Property

_KEPT_OUT = (  # where makers, or sanctions, are known to keep models out
    r"(?:iran|cuba|russia|north korea|syria|belarus|venezuela|china|hong kong|macau|afghanistan"
    r"|beijing|shanghai|shenzhen|moscow|tehran|minsk)"
)
_KEPT_OUT_PEOPLE = r"(?:iranian|cuban|russian|north korean|syrian|venezuelan|chinese|afghan)s?"
_COUNTRIES = (
    r"\b(?:japan|india|south korea|korea|germany|france|italy|spain|poland|canada|australia|brazil"
    r"|mexico|israel|taiwan|singapore|turkey|ukraine|switzerland|norway|sweden|denmark|finland"
    r"|ireland|netherlands|belgium|austria|vietnam|indonesia|nigeria|kenya|egypt|argentina|chile"
    r"|the uk|uk|britain|the uae|uae|saudi arabia|qatar|new zealand|europe|the eu|eu)"
)
_STARTS = (
    r"(?:starts?|begins?|appl(?:y|ies)|takes? effect|(?:come|go|enter)s? into (?:force|effect)"
    r"|be in force|kicks? in|bind|bite|go live)"
)


@dataclass(frozen=True, slots=True)
class Demand:
    """Something that is asked for; `name` is what an answer without it does not say."""

    name: str
    asked: re.Pattern[str]
    told: re.Pattern[str]
    properties: frozenset[Property] = frozenset()

    def is_told(self, statement: Statement) -> bool:
        """Whether the statement is of a property that tells it, or has words that do."""
        return statement.property in self.properties or bool(self.told.search(statement.text))


def _demand(name: str, asked: str, told: str, *properties: Property) -> Demand:
    return Demand(name, re.compile(asked), re.compile(told, re.IGNORECASE), frozenset(properties))


DEMANDS = (
    _demand(
        "what sum it is",
        r"\b(?:sum|amount)s? of money\b|\bwhat sums?\b|\bdollar (?:amount|figure|value)s?\b"
        r"|\bwhat amounts?\b(?! of)|\bhow (?:much money|many (?:dollars|euros|yuan))\b"
        r"|\b(?:what|how (?:big|large)) (?:is |was )?(?:the |a )?(?:\w+ )?budget\b"
        r"|\b(?:what|how much) (?:does|do|did|will|would|must|should) .{2,60} (?:pay|charge)\b",
        r"[$€£¥]\s?\d|\b(?:USD|EUR|KRW|RMB|INR|dollars?|euros?|won|yuan|cents?|million|billion)\b"
        r"|\bfree of charge\b|\bamounts\b",
    ),
    _demand(
        "what it costs",
        rf"{START}(?:is|are|was|were) .{{2,40}} free\b(?! (?:to|of|from|for|speech|again))\W*$"
        r"|\bwhat(?:['’]?s| is| are| was| were) the (?:\w+ ){0,2}(?:fee|price|cost)s?\b",
        r"\bfree (?:of charge|plan|tier|users?)\b|[$€£¥]\s?\d|\b(?:USD|EUR|euros?|million)\b"
        r"|\b(?:cost|pric|dollar|paid|pay|credit|subscri|fee)",
        Property.PRICE,
    ),
    _demand(
        "it of the letter",
        r"\b(?:on|of|about|behind) the letter\b",
        r"\bletter|\bdirective\b|\border|\bexport control|\bcomplaint\b",
    ),
    _demand(
        "what was talked about",
        r"\bwhat (?:did|do|have|has|was) .{3,60} (?:talk(?:ed)? about|discuss(?:ed)?)\b",
        r"\babout\b|\bdiscuss|\bsaid\b|\bagreed\b|“|\bon (?:the|how|what|whether|AI|a)\b|\basked\b"
        r"|\btold\b|\bover\b|\bpresented\b",
    ),
    _demand(
        "what the words mean",
        r"\bwhat (?:\w+ ){0,2}?counts? as\b|\bhow (?:does|do|did|is|are) .{2,60} defined?\b"
        r"|\bwhat (?:is|are) .{2,60} meant by\b"
        r"|\bwhat (?:does|do) .{2,60} mean(?:$| (?:by|in|under)\b)",
        r"(?!)",
        Property.DEFINITION,
        Property.SCOPE,
        Property.QUANTITY,
    ),
    _demand(
        "what it is",
        rf"{START}(?:define|explain) |= ?\?|\bmeaning what\W*$|\bis what\W*$"
        r"|\bin (?:one|a) (?:sentence|word)\b",
        r"\bmeans?\b|\b(?:is|are) (?:an?|the)\b|\bdefine|\bcalls?\b|\bcalled\b|\bstands? for\b|: ",
        Property.DEFINITION,
        Property.SCOPE,
        Property.QUANTITY,
    ),
    _demand(
        "what is to come",
        rf"{START}(?:when )?will\b",
        r"\bwill\b|\bwould\b|\bplan|\bdue\b|\bexpect|\bnext\b|(?-i:\bmay\b)"
        r"|\b(?:is|are|has|have) to\b"
        r"|\bto be\b|\b20(?:2[7-9]|[34]\d)\b|\bfrom \d|\bby \d|\bpropos|\bsoon\b|\bsched"
        r"|\bforeseen|\bto (?:start|begin)\b|\bpromise|\bmust\b|\bshould\b|\bcommits?\b|\bundert"
        r"|\bonly if\b|\benforce|\blist the\b",
    ),
    _demand(
        "it word for word",
        r"\bverbatim\b|\bword[- ]for[- ]word\b|\bin \w+ own words\W*$"
        r"|\b(?:exact|precise|actual|literal) (?:wording|words?|quote|sentence|phrase|line|answer)"
        r"|\bwhat(?:'s| is| was) (?:the |his |her |their )?(?:quote|sentence|phrase|line|wording)\b"
        r"|(?<!whose )\bquote\W*$|[,:;-] wording\W*$|\bquote (?:of|by|about)\b"
        r"|'s (?:line|sentence) (?:on|about)\b|\bsentence (?:on|about)\b"
        r"|\bthe (?:sentence|line|phrase|quote)\W*$"
        r"|\bhow (?:does|did|do) .{3,60} put (?:it|the)\b",
        r"[“\"]|\bwords?\b|\bcall|\bnamed?\b|\btitle|\bspeaks? of\b|\bwrote\b",
        Property.QUOTE,
    ),
    _demand(
        "whether it is in force",
        r"\b(?:is|are|was|were|been|be|already|yet|still) (?:\w+ )?(?:in force|in effect|live"
        r"|applicable|up and running|biting|enforced)\b"
        r"|\b(?:in force|in effect)\W*$|\b(?:enter(?:ed)?|c[ao]me) (?:\w+ )?into force\b",
        r"\bforce\b|\beffect|\bappl|\benforce|\bsince\b|\bin use\b|\brepeal|\brevok|\bexpire"
        r"|\blapse|\bbeg[ai]n|\bstart|\bpropos|\bpending|\blaw\b|\bbill\b|\badopted|\buntil\b"
        r"|\bstay|\bwithdr|\bvacat|\brescind|\breplac|\bdraft|\bplanned|\blift|\bswitched\b|\bdied\b",
        Property.STATUS,
        Property.DATE,
        Property.DEADLINE,
    ),
    _demand(
        "whether it was signed",
        r"\b(?:signed|vetoed) or\b|\bor (?:signed|vetoed)\b"
        rf"|{START}(?:is|was|has|did) .{{3,60}} (?:signed|sign|vetoed|veto)\b(?! (?:up|on|off))",
        r"\bsign|\bveto|\blaw\b|\benact|\bforce\b|\bapprov|\bpending\b|\bissued\b|\bjoined\b"
        r"|\bno action\b",
        Property.DATE,
        Property.ROLE,
    ),
    _demand(
        "when it begins",
        rf"{START}(?:when(?:'s)?|from when|since when|from what date|which day|what date)\b.*"
        rf"\b{_STARTS}\b",
        r"\bstart|\bbeg[iau]n|\bappl|\beffect|\bforce\b|\bfrom\b|\bsince\b|\bdue\b|\bby \d|\buntil"
        r"|\bopen|\bin use\b|\breplac|\bon \d|\bnot\b",
        Property.DATE,
        Property.DEADLINE,
        Property.STATUS,
    ),
    _demand(
        "who signed it",
        r"\bwho (?:has |had |have )?sign(?:ed|s)\b(?! off)",
        r"\bsign|\bwrote\b|\bissued by\b|\bletter of\b",
        Property.ISSUER,
        Property.PARTICIPANTS,
    ),
    _demand(
        "how often",
        r"\bhow (?:often|frequently)\b",
        r"\bevery\b|\bper\b|\bannual|\byear|\bquarter|\beach\b|\bonce\b|\bdaily\b|\bmonth|\bweek"
        r"|\bregular|\bcontinu|\bperiodic|\btwice|\btimes?\b|\bhour|\bdays?\b|\btries\b|\btwo\b|percent|%|\brate\b|\bshare\b",
    ),
    _demand(
        "under which number",
        r"\b(?:which|what) (?:section|article|paragraph|clause|subsection|annex|chapter|docket"
        r"|case number|bill number)\b(?! (?:give|call|say|said|on|about))"
        r"|\bfederal register (?:cite|citation)\b|\bsection number\b"
        r"|\bcase (?:no|number)\b|\bdocket\b",
        r"\b(?:sections?|articles?|paragraphs?|annex|chapter|part|title|clause|docket|number)\b"
        r"|\b(?:No\.|CFR\b|U\.S\.C|FR\b)|§|\b\d+[(:-]"
        r"|\b(?:[A-Z]{1,3}|Bill|Orders?|Act|Rule|Law) \d|\bnot?\b|\bnone\b",
        Property.CITATION,
    ),
    _demand(
        "an average",
        r"\bon average\b|\b(?:average|median|typical)(?:ly)?\b",
        r"\baverage|\bmedian|\btypical|\busual|\bmean\b|\bmost\b",
    ),
    _demand(
        "which office it is",
        r"\b(?:which|what) (?:\w+ )?(?:bureau|division|branch|team|desk|directorate|panel"
        r"|(?:sub)?committee)\b",
        r"\b(?:bureau|division|unit|office|branch|team|desk|directorate|panel|committee"
        r"|subcommittee|group|cent(?:er|re)|board|task force|agency|institute)s?\b",
    ),
    _demand(
        "of which it is not so",
        rf"{START}(?:which|what|who)\b(?! if|.*\b(?:sa(?:y|id)|that|claim|penalt|fine))"
        r".{1,60}\b(?:(?:is|are|was|were|do|does|did|has|have|had|may|must|can|could|will|would)"
        r"(?: \w+){0,3} (?:not|never)|\w+n['’]t)\b",
        r"\b(?:not?|none|never|nobody|nothing|neither|nor|cannot|without|only|except|unless|but"
        r"|outside|beyond|rather)\b|\b(?:exclu|exempt|excepti|refus|declin|reject|fail|veto|closed"
        r"|bar|den[iy]|lack|un(?!der|til|i)|lift|oppos|against|vot|forbid|prohibit|stay|volunt|disput)",
    ),
    _demand(
        "that it happened to anybody",
        r"\b(?:who|which \w+|any(?:one|body)|somebody|someone)(?: was| were| has been| have been"
        r"| got| ever)+ (?:fined|sued|punished|sanctioned|charged|penali[sz]ed|prosecuted)\b",
        r"\b(?:fined|sued|punished|sanctioned|charged|penali[sz]ed|prosecuted|subpoena|settle"
        r"|suits?|case|enforcement action|investigat)|\bno (?:\w+ ){0,2}(?:fine|penalt|action)",
    ),
    _demand(
        "which one it is",
        rf"{START}(?:which|what) (?:\w+ ){{0,2}}(?:banks?|hospitals?|insurers?|airlines?|schools?"
        r"|universit(?:y|ies)|unions?|utilit(?:y|ies)|telecoms?)\b",
        r"\b(?:bank|hospital|insur|airline|school|universit|union|utilit|telecom)",
    ),
    _demand(
        "for whom somebody works",
        r"\b(?:who|whom|company|firm|outlet|employer|lab) (?:\w+ ){0,4}works? for\b"
        r"|\bwho(?:'s| is| was) .{2,40} employer\b|\b(?:who|which company) employs\b",
        r"\b(?:of|at|for|with|by) (?:the )?[A-Z]|\w's\b",
    ),
    _demand(
        "in which year",
        r"\bin (?:which|what) years?\b",
        r"\b(?:19|20)\d\d\b",
    ),
    _demand(
        "who came before",
        r"\bwho (?:was|were|held|headed|led|ran|served) .*\bbefore (?!\d|the|it|they|that|this|20)"
        r"|\bwho did .* (?:replace|succeed)\b",
        r"\bformer|\bpredecess|\bsucceed|\breplac|\bprevious|\bearlier\b|\bbefore\b|\buntil\b"
        r"|\btook over\b|\bfollow",
    ),
    _demand(
        "when it comes back",
        r"\bwhen (?:is|are|was|were|will|does|do|did|can)\b.*\b(?:back(?! a\b| the\b| on\b)"
        r"|return(?:s|ed|ing)?|restored|reinstated)\b(?! from)",
        r"\bback\b|\breturn|\bagain\b|\brestor|\blift|\breopen|\breinstat|\bended\b|\bno date\b"
        r"|\buntil\b|\bresum|\brenew|\brehear|\bstayed\b|\b to \d",
        Property.NEXT,
    ),
    _demand(
        "on which day",
        r"\b(?:exact|precise|specific|very) (?:day|date)\b|\b(?:which|what) day\b",
        r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b(?:Mon|Tues|Wednes|Thurs"
        r"|Fri|Satur|Sun)days?\b|\bwithin \d|\bsame day\b|\bnot? .{0,30}\b(?:day|date)\b"
        r"|\b(?:day|date)\b.{0,20} not\b",
    ),
    _demand(
        "what the rate is",
        r"\b(?:what|which) (?:\w+ )?(?:rate|percentage|accuracy)\b",
        r"%|\bpercent|\brate\b|\bout of\b|\bof (?:ten|every)\b|\bshare\b|\bhalf\b",
    ),
    _demand(
        "what holds there",
        rf"\b(?:available|access\w*|use[ds]?|using|get|open|allowed|blocked|offered|sold|reach)\b"
        rf".*\b(?:in|from|inside|within|to) (?:the )?(?:mainland )?{_KEPT_OUT}\b"
        rf"|\b(?:in|from|inside) {_KEPT_OUT}\b.*\b(?:available|access|use|get|allowed)\b"
        rf"|\b(?:can|could|may)\b.*\b{_KEPT_OUT_PEOPLE}(?: \w+)? (?:use|get|access|buy)\b"
        rf"|\b(?:can|could|may)\b.* in {_KEPT_OUT} (?:use|get|access|buy)\b",
        r"\b(?:Iran|Cuba|Russia|Korea|Syria|Belarus|Venezuela|Chin|Hong Kong|Macau|sanction)"
        r"|\bembargo",
    ),
    _demand(
        "what holds in that country",
        rf"{START}(?:did|does|do|has|have|can|could|will|may) (?:the )?{_COUNTRIES}\b.*"
        r"\b(?:get|got|receive[ds]?|use(?! its)|access|have access|obtain(?:ed)?)\b"
        rf"|{START}(?:is|was|will) .{{2,50}} (?:available|out|open|accessible) (?:in|to) "
        rf"{_COUNTRIES}\b",
        rf"\bforeign|\bworldwide\b|\bevery(?:one|body)\b|\bnobody\b|\bcountr|{_COUNTRIES}\b",
    ),
    _demand(
        "whether it is allowed",
        rf"{START}(?:is|are|was|were) "
        r"(?!.*\b(?:reason|blame|fault|cause|because)\b).{3,80} (?:banned|prohibited|forbidden"
        r"|illegal|unlawful|outlawed|allowed|legal|permitted)\b(?! (?:force|dut|basis|act|text))"
        rf"|{START}(?:do|does|did) (?:[\w.'’-]+ ){{1,4}}?(?:ban|prohibit|forbid"
        r"|outlaw)\b",
        r"\bban|\bprohibit|\bforb[ia]d|\bbar(?:s|red)?\b|\b(?:il)?legal\b|\b(?:un)?lawful|\boutlaw"
        r"|\bmay not\b|\bnobody\b|\bnot to\b|\bsuspend|\bswitched\b|\ballow|\bpermit|\bopen\b"
        r"|\bavailable\b|\b(?:can|could) (?:not )?(?:use|get|be)\b|\blimit|\bcontrol|\blicen[cs]"
        r"|\blift|\brestrict|\boffen[cs]e|\bcrime|\bable to\b|\bblock|\bstop|\bvoluntar|\bpull"
        r"|\bneeds? no\b|\bapprov",
        Property.ACCESS,
        Property.STATUS,
    ),
    _demand(
        "it of ChatGPT",
        rf"{START}(?:is|was) chatgpt\b",
        r"ChatGPT|OpenAI|GPT|\bchat ?bot",
    ),
    _demand(
        "where it is to be had",
        r"\b(?:on|via|through|in) (?:amazon |google |microsoft |github )?(?:aws|bedrock|azure"
        r"|vertex|google cloud|foundry|openrouter|copilot|cursor|perplexity)\b",
        r"\b(?:AWS|Amazon|Bedrock|Azure|Vertex|Cloud|Foundry|OpenRouter|Copilot|Cursor)\b"
        r"|\bplatform",
    ),
)

"""What a question asks for in so many words, and by what a statement that tells it is known."""

from __future__ import annotations

from knowledge.questions.asking.asks import START
from knowledge.questions.asking.demand import demand
from knowledge.questions.asking.demands_abroad import DEMANDS_ABROAD
from knowledge.questions.asking.demands_of_deeds import DEMANDS_OF_DEEDS
from knowledge.vocabulary import Property

_STARTS = (
    r"(?:starts?|begins?|appl(?:y|ies)|takes? effect|(?:come|go|enter)s? into (?:force|effect)"
    r"|be in force|kicks? in|bind|bite|go live)"
)


DEMANDS = (
    demand(
        "what sum it is",
        r"\b(?:sum|amount)s? of money\b|\bwhat sums?\b|\bdollar (?:amount|figure|value)s?\b"
        r"|\bwhat amounts?\b(?! of)|\bhow (?:much money|many (?:dollars|euros|yuan))\b"
        r"|\b(?:what|how (?:big|large)) (?:is |was )?(?:the |a )?(?:\w+ )?budget\b"
        r"|\b(?:what|how much) (?:does|do|did|will|would|must|should) .{2,60}"
        r" (?<!the )(?:pay|charge)\b",
        r"[$€£¥]\s?\d|\b(?:USD|EUR|KRW|RMB|INR|dollars?|euros?|won|yuan|cents?|million|billion)\b"
        r"|\bfree of charge\b|\bamounts\b",
    ),
    demand(
        "what it costs",
        rf"{START}(?:is|are|was|were) .{{2,40}} free\b(?! (?:to|of|from|for|speech|again))\W*$"
        r"|\bwhat(?:['’]?s| is| are| was| were) the (?:\w+ ){0,2}(?:fee|price|cost)s?\b"
        r"|\bhow much (?:does|do|did|will|would) (?!.*\b(?:violat|break|breach|fine))"
        r".{2,60} cost\b",
        r"\bfree (?:of charge|plan|tier|users?)\b|\bper million\b"
        r"|\b(?:cost|pric|paid|pay|credit|subscri|fee)",
        Property.PRICE,
    ),
    demand(
        "it of the letter",
        r"\b(?:on|of|about|behind) the letter\b",
        r"\bletter|\bdirective\b|\border|\bexport control|\bcomplaint\b",
    ),
    demand(
        "what the words mean",
        r"\bwhat (?:\w+ ){0,2}?counts? as\b|\bhow (?:does|do|did|is|are) .{2,60} defined?\b"
        r"|\bwhat (?:is|are) .{2,60} meant by\b"
        r"|\bwhat (?:does|do) .{2,60} mean(?:$| (?:by|in|under)\b)",
        r"(?!)",
        Property.DEFINITION,
        Property.SCOPE,
        Property.QUANTITY,
    ),
    demand(
        "what it is",
        rf"{START}(?:define|explain) |= ?\?|\bmeaning what\W*$|\b(?:is|means) what\W*$"
        r"|\bwhat['’]?s meant by\b"
        r"|\bin (?:one|a) (?:sentence|word)\b",
        r"\bmeans?\b|\b(?:is|are) (?:an?|the)\b|\bdefine|\bcalls?\b|\bcalled\b|\bstands? for\b|: ",
        Property.DEFINITION,
        Property.SCOPE,
        Property.QUANTITY,
    ),
    demand(
        "what is to come",
        rf"{START}(?:when )?will\b",
        r"\bwill\b|\bwould\b|\bplan|\bdue\b|\bexpect|\bnext\b|(?-i:\bmay\b)"
        r"|\b(?:is|are|has|have) to\b"
        r"|\bto be\b|\b20(?:2[7-9]|[34]\d)\b|\bfrom \d|\bby \d|\bpropos|\bsoon\b|\bsched"
        r"|\bforeseen|\bto (?:start|begin)\b|\bpromise|\bmust\b|\bshould\b|\bcommits?\b|\bundert"
        r"|\bonly if\b|\benforce|\blist the\b",
    ),
    demand(
        "it word for word",
        r"\bverbatim\b|\bword[- ]for[- ]word\b|\bin \w+ own words\W*$"
        r"|\b(?:exact|precise|actual|literal) (?:wording|words?|quote|sentence|phrase|line|answer)"
        r"|\bwhat(?:'s| is| was) (?:the |his |her |their )?(?:quote|sentence|phrase|line|wording)\b"
        r"|(?<!whose )\bquote\W*$|[,:;-] wording\W*$|\bquote (?:of|by|about)\b"
        r"|'s (?:line|sentence) (?:on|about)\b|\bsentence (?:on|about)\b"
        r"|\bthe (?:sentence|line|phrase|quote)\W*$"
        r"|\bhow (?:does|did|do) .{3,60} put (?:it|the)\b(?!.* into )",
        r"[“\"]|\bwords?\b|\bcall|\bnamed?\b|\btitle|\bspeaks? of\b|\bwrote\b",
        Property.QUOTE,
    ),
    demand(
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
    demand(
        "when it begins",
        rf"{START}(?:when(?:'s)?|from when|since when|from what date|which day|what date)\b.*"
        rf"\b{_STARTS}\b",
        r"\bstart|\bbeg[iau]n|\bappl|\beffect|\bforce\b|\bfrom\b|\bsince\b|\bdue\b|\bby \d|\buntil"
        r"|\bopen|\bin use\b|\breplac|\bon \d|\bnot\b",
        Property.DATE,
        Property.DEADLINE,
        Property.STATUS,
    ),
    demand(
        "how often",
        r"\bhow (?:often|frequently)\b",
        r"\bevery\b|\bper\b|\bannual|\byear|\bquarter|\beach\b|\bonce\b|\bdaily\b|\bmonth|\bweek"
        r"|\bregular|\bcontinu|\bperiodic|\btwice|\brepeat|\btimes?\b|\bhour|\bdays?\b|\btries\b|\btwo\b|percent|%|\brate\b",
    ),
    demand(
        "how long it took",
        r"\bhow long\b.*\b(?:last(?:ed|s)?|took|go on|went on)\W*$"
        r"|\bhow (?:long|many minutes) (?:is|are|was|were) (?:the|their|his|her|its)\b"
        r"(?!.*\blist\b)",
        r"\b(?:minute|hour|day|week|month|year)s?\b|\blasted\b|\bfrom .{3,40} (?:to|until)\b"
        r"|\bshort\b|\blong\b|\bsame day\b|\buntil\b|\b(?:page|word)s?\b",
    ),
    demand(
        "by when",
        r"\bby (?:what|which) (?:date|day|time)\b|\bby when\b|\buntil when\b",
        r"\b(?:by|until|before|within|from|since|after|no later than|at least) \S|\bdue\b"
        r"|\bdeadline|\bend|\bno (?:\w+ )?(?:date|day|time)|\bto (?:\d|begin)|\brepeal"
        r"|\bexpire",
        Property.DEADLINE,
        Property.NEXT,
    ),
    demand(
        "under which number",
        r"\b(?:which|what) (?:section|article|paragraph|clause|subsection|annex|chapter|docket"
        r"|case number|bill number)\b(?!['’]s\b| (?:give|call|say|said|on|about))"
        r"|\bfederal register (?:cite|citation)\b|\bsection number\b"
        r"|\bcase (?:no|number)\b|\b(?:decree|file|filing|law|order|registration|memo) number\b"
        r"|\bdocket\b",
        r"\b(?:sections?|articles?|paragraphs?|annex|chapter|part|title|clause|docket|number)\b"
        r"|\b(?:No\.|CFR\b|U\.S\.C|FR\b)|§|\b\d+[(:-]"
        r"|\b(?:(?-i:[A-Z]{1,3})|Bill|Orders?|Act|Rule|Law) \d|\bno (?:citation|number|docket)",
        Property.CITATION,
    ),
    demand(
        "an average",
        r"\bon average\b|\b(?:average|median|typical)(?:ly)?\b",
        r"\baverage|\bmedian|\btypical|\busual|\bmean\b|\bmost\b",
    ),
    demand(
        "which office it is",
        r"\b(?:which|what) (?:\w+ )?(?:bureau|division|branch|team|desk|directorate|panel"
        r"|(?:sub)?committee)\b",
        r"\b(?:bureau|division|unit|office|branch|team|desk|directorate|panel|committee"
        r"|subcommittee|group|cent(?:er|re)|board|task force|agency|institute)s?\b",
    ),
    demand(
        "at what time of the day",
        r"\bat what (?:time|hour)\b|\bwhat time (?:of (?:the )?day|did|was|is)\b",
        r"\b\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m|p\.m)\b"
        r"|\b(?:morning|noon|evening|midnight|minutes?)\b",
    ),
    demand(
        "its citation",
        r"\bfederal register (?:cite|citation|number|page)s?\b|\bfr cit",
        r"\bFR\b|\bcitation",
    ),
    demand(
        "of which it is not so",
        rf"{START}(?:which|what|who)\b(?! if|.*\b(?:sa(?:y|id)|that|claim|penalt|fine))"
        r".{1,60}\b(?:(?:is|are|was|were|do|does|did|has|have|had|may|must|can|could|will|would)"
        r"(?: \w+){0,3} (?:not|never)|\w+n['’]t)\b",
        r"\b(?:not?|none|never|nobody|nothing|neither|nor|cannot|without|only|except|unless|but"
        r"|outside|beyond|rather)\b|\b(?:exclu|exempt|excepti|refus|declin|reject|fail|veto|closed"
        r"|bar|den[iy]|lack|un(?!der|til|i)|lift|oppos|against|vot|forbid|prohibit|stay|volunt|disput)",
    ),
    demand(
        "which one it is",
        rf"{START}(?:which|what) (?:\w+ ){{0,2}}(?:banks?|hospitals?|insurers?|airlines?|schools?"
        r"|universit(?:y|ies)|unions?|utilit(?:y|ies)|telecoms?)\b",
        r"\b(?:bank|hospital|insur|airline|school|universit|union|utilit|telecom)",
    ),
    demand(
        "in which year",
        r"\bin (?:which|what) years?\b",
        r"\b(?:19|20)\d\d\b",
    ),
    demand(
        "when it comes back",
        r"\bwhen (?:is|are|was|were|will|does|do|did|can)\b.*\b"
        r"(?:(?<!held )back(?! a\b| the\b| on\b)|return(?:s|ed|ing)?|restored|reinstated)\b"
        r"(?! from)",
        r"\bback\b|\breturn|\bagain\b|\brestor|\blift|\breopen|\breinstat|\bended\b|\bno date\b"
        r"|\buntil\b|\bresum|\brenew|\brehear|\bstayed\b|\b to \d",
        Property.NEXT,
    ),
    demand(
        "on which day",
        r"\b(?:exact|precise|specific|very) (?:day|date)\b|\b(?:which|what) day\b",
        r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b(?:Mon|Tues|Wednes|Thurs"
        r"|Fri|Satur|Sun)days?\b|\bwithin \d|\bsame day\b|\bnot? .{0,30}\b(?:day|date)\b"
        r"|\b(?:day|date)\b.{0,20} not\b",
    ),
    demand(
        "what the rate is",
        r"\b(?:what|which) (?:\w+ )?(?:rate|percentage|accuracy)\b",
        r"%|\bpercent|\brate\b|\bout of\b|\bof (?:ten|every)\b|\bshare\b|\bhalf\b",
    ),
    demand(
        "whether it is allowed",
        rf"{START}(?:is|are|was|were) "
        r"(?!.*\b(?:reason|blame|fault|cause|because)\b).{3,80} (?:banned|prohibited|forbidden"
        r"|illegal|unlawful|outlawed|allowed|legal|permitted)\b(?!-| (?:force|dut|basis|act|text))"
        rf"|{START}(?:do|does|did) (?:[\w.'’-]+ ){{1,4}}?(?:ban|prohibit|forbid"
        r"|outlaw)\b",
        r"\bban|\bprohibit|\bforb[ia]d|\bbar(?:s|red)?\b|\b(?:il)?legal\b|\b(?:un)?lawful|\boutlaw"
        r"|\bmay not\b|\bnobody\b|\bnot to\b|\bsuspend|\bswitched\b|\ballow|\bpermit|\bopen\b"
        r"|\bavailable\b|\b(?:can|could) (?:not )?(?:use|get|be)\b|\blimit|\bcontrol|\blicen[cs]"
        r"|\blift|\brestrict|\boffen[cs]e|\bcrime|\bable to\b|\bblock|\bstop|\bvoluntar|\bpull"
        r"|\bneeds? no\b|\bapprov|\bclosed\b",
        Property.ACCESS,
        Property.STATUS,
    ),
    demand(
        "who was first",
        r"\b(?:who|which \w+|what \w+) (?:was|were|is|got|came|became|signed)(?: the)?"
        r"(?: very)? first\b(?! (?:edition|version|draft)\b)"
        r"|\bfirst (?:\w+ )?(?:company|firm|lab|country|state|one)s? to\b",
        r"\bfirst\b|\bfound(?:er|ing)|\bbefore (?:any|all|every)\b|\bearliest\b|\bahead of\b",
    ),
    demand(
        "where it is",
        r"\bwhere (?:is|are|was|were) .{2,40} (?:based|located|headquartered|situated)\b"
        r"|\b(?:address|headquarters) of\b",
        r"\b(?:based|located) (?:in|at)\b|\bheadquarter|\b(?:place|seat|address)\b"
        r"|\bin (?-i:[A-Z])[a-z]+\b",
    ),
    demand(
        "it of deployers",
        r"\bdeployers?\b",
        r"\bdeploy",
    ),
    demand(
        "it of ChatGPT",
        rf"{START}(?:is|was) chatgpt\b",
        r"ChatGPT|OpenAI|GPT|\bchat ?bot",
    ),
    *DEMANDS_OF_DEEDS,
    *DEMANDS_ABROAD,
)

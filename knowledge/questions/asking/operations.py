"""What a question wants done: a look-up, a timeline, a comparison, deadlines, words."""

from __future__ import annotations

import re
from enum import StrEnum


class Operation(StrEnum):
    """What a question wants done."""

    GET = "get"
    TIMELINE = "timeline"
    COMPARE = "compare"
    DEADLINES = "deadlines"
    QUOTE = "quote"
    HELP = "help"


_DEGREES = "stricter|tougher|shorter|higher|lower|bigger|faster|cheaper|dearer|stronger|weaker"
_CUES = (
    (
        Operation.HELP,
        (
            r"^(?:help|what can you do|what do you (?:do|know)|who are you"
            r"|how do(?:es)? (?:i use )?"
            r"(?:you|this(?: bot)?) work)\W*$"
        ),
    ),
    (
        Operation.TIMELINE,
        (
            r"\btime ?line\b|\bchronolog|\bhistory\b|\bin (?:date )?order\b|\bsaga\b"
            r"|\bwalk me through\b"
            r"|\bhow did .* (?:unfold|play out)|\bkey dates\b(?! (?:ahead|to come|coming))"
            r"|\bdates,? please|\bstep by step\b"
            r"|\bsequence of events\b|\bwhat happened (?:to|with|around|between|after)\b"
            r"|\bkey (?:steps|stages|events)\b|\bwhen was what\b|\b(?:day|month) by (?:day|month)\b"
            r"|\bmilestones\b|\bwhat happened when\b|\bone after the other\b|\bkey moments\b"
        ),
    ),
    (
        Operation.DEADLINES,
        (
            r"\b(?:upcoming|coming|next|future) (?:\w+ )?(?:deadline|date|due)"
            r"|\bwhat(?:'s| is) (?:due"
            r"|coming up|next)\b|\bwhat(?:['’]?s| is) (?:coming|ahead|in the pipeline)\W*$"
            r"|\bdates? (?:are )?(?:still )?(?:ahead|to come|coming)\b|\bstill ahead\b"
            r"|\bdeadlines? (?:in|for|this|next)\b"
            r"|\bdeadlines (?:before|until|by|between|after|from|on)\b"
            r"|\b(?:any(?:thing)?|something|what else) (?:is |else )?due\b|\bany deadlines?\b"
            r"|\bwhat deadlines\b|\bwhich deadlines\b|\bwhat (?:do|should) (?:we|i) (?:watch"
            r"|prepare) for\b"
        ),
    ),
    (
        Operation.COMPARE,
        (
            r"\bcompare[ds]?\b|\bwhat (?:separates|distinguishes)\b|\bapart\b"
            r"|\bcomparison\b|\bvs\b\.?|\bversus\b|\bdifferences?\b|\bdiffers? from\b"
            rf"|\b(?:{_DEGREES}|longer|sooner|earlier|pricier|(?:more|less) \w+) than\b"
            r"|\bside by side\b"
        ),
    ),
    (
        Operation.QUOTE,
        (
            r"\bquote[ds]?\b|\bexact words\b|\bverbatim\b|\bwhat (?:did|does|has) .{2,60} (?:say"
            r"|said"
            r"|write|tell|answer|tweet|post)"
            r"|\bwho (?:said|says|wrote|warned|called|tweeted|posted|told|complained|argued)\b"
            r"|\bwhose (?:line|words|quote)\b"
            r"|\bwording\b|\bin (?:his|her|their) (?:own )?words\b|\b(?:his|her|their|'s) words\b"
            r"|\ba line about\b|\bwords on\b"
        ),
    ),
)
_PAIR = re.compile(r"\bsame as\b|\bboth\b|\beach one\b|\bwhich (?:of the two|one)\b")
_MORE = re.compile(
    rf"\bdiffer(?:s|ent|ently)?\b|\b(?:{_DEGREES}|harder|larger|broader|(?<!no )longer)\b"
)
_OPERATIONS = tuple((name, re.compile(pattern)) for name, pattern in _CUES)


def operation_of(text: str, named: int) -> Operation:
    """What a text in lower case wants done, which names so many things; else a look-up.

    "Both" compares no parts of one thing, and "higher" compares nothing unless two are named.
    """
    found = next((name for name, cue in _OPERATIONS if cue.search(text)), Operation.GET)
    paired = (named != 1 and _PAIR.search(text)) or (named > 1 and _MORE.search(text))
    return Operation.COMPARE if found is Operation.GET and paired else found

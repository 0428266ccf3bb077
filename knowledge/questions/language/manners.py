"""What people say around a question that is not the question: greetings, thanks, excuses."""

from __future__ import annotations

import re

_ANYWHERE = re.compile(
    r"\b(?:please|pls|plz|thanks|thank you|thx|hi|hey|hello|kindly)\b[,:!. ]*", re.IGNORECASE
)
_ASKS = (
    "who|whom|whose|what|whats|when|where|which|why|how|is|are|was|were|do|does|did|can|could|may"
    "|has|have|will|would|should|must"
)
_BEFORE_A_QUESTION = rf"(?=\s*(?:[:,;.!?–—-]|$)|\s+(?:{_ASKS})\b)"
_SOMEBODY = "(?:you|u|i|we|one|anyone|anybody|someone|somebody)"
_KIND = (
    "quick|simple|dumb|stupid|silly|noob|newbie|random|small|short|serious|honest|genuine|basic"
    "|weird|last|real|legit|general|follow-?up"
)
_WORK = (
    "memo|note|brief|briefing|piece|article|story|report|table|chart|timeline|calendar|footnote"
    "|slides?|deck|newsletter|testimony|board|client|paper|thesis|class|talk|post|column"
    "|presentation|filing|summary|overview|profile|dossier|speech"
)
_MINE = "(?:a|an|my|our)"
# What a work is on may be what is asked about.
_FOR_WORK = (
    rf"{_MINE} (?![^:;,]*\b(?:on|about|of|regarding)\b)(?:[a-z-]+ ){{0,2}}(?:{_WORK})\b"
    r"[^:;,.?!\d]{0,60}[:;,]"
)
_LEADS = (
    rf"for {_FOR_WORK}",
    rf"(?:i'm|i am|we're|we are) (?:drafting|writing|preparing|compiling|filing) {_FOR_WORK}",
    rf"(?:in|while|when) (?:preparing|drafting|writing) (?:{_MINE} )?(?:{_WORK})[:;,]",
    r"(?:i|we) (?:need|have|want) to brief (?:the|my|our|a) [a-z]+[:;,]",
    (
        r"(?:i|we) need (?:a|an|the) (?:figure|date|number|quote|citation|reference|fact)"
        rf"(?: for (?:{_MINE}|the) [a-z]+)?[:;,]"
    ),
    r"(?:yo|hiya|dear|greetings|good (?:morning|evening|afternoon|day))\b(?: there)?",
    rf"@[\w.-]+{_BEFORE_A_QUESTION}",
    rf"(?:there|bot|team|folks|guys|mate)\b{_BEFORE_A_QUESTION}",
    # "everyone who ships a chatbot" greets nobody
    rf"(?:all|everyone|everybody)\b(?!\s+who){_BEFORE_A_QUESTION}",
    (
        r"(?:sorry|apologies|excuse me|pardon|forgive me)\b(?: to (?:ask|bother)(?: again| you)?"
        r"| for (?:asking|bothering you|the (?:\w+ )?question))?"
        r"(?: if (?:this|it|that)\b(?:'s| is| was| has)?(?:(?: already| a| been| too)\b)*"
        r"(?: asked| answered| covered| obvious| dumb| stupid| basic| silly)?(?: question)?"
        r"(?: before| already| elsewhere)*)?(?:,? but\b)?"
    ),
    (
        rf"(?:just )?(?:(?:a|one|another|my) )?(?:(?:{_KIND}) )*(?:question|q)\b"
        rf"(?: for (?:you|the bot|everyone|all))?{_BEFORE_A_QUESTION}"
    ),
    (
        rf"(?:can|could|would|will|may) {_SOMEBODY}(?: quickly| maybe| possibly| just)*"
        r" (?:tell|remind|inform|enlighten|explain to|ask|clarify for)\b(?: me| us| you)?"
        r"(?: out| understand| find out| figure out)?(?! about\b)"
    ),
    (
        rf"(?:do|does|did|would) {_SOMEBODY}"
        r"(?: guys| all| here| by any chance| perhaps| happen to)* know\b"
    ),
    r"(?:anyone|anybody|someone|somebody)(?: here)? knows?\b",
    (
        r"(?:(?:i|we)(?:'m| am| was| were| are|'ve been| have been)? )?(?:just |also |really )*"
        r"(?:wondering|curious|trying to (?:find out|understand|figure out|remember))\b(?: about)?"
    ),
    (
        r"(?:i|we)(?:'d| would)?(?: just| also| really)* (?:want|need|like|love|wanted) to"
        r" (?:know|find out|understand|ask|check)\b(?: about)?"
    ),
    r"(?:just )?asking(?: for a friend)?\b(?! about\b)",
    r"out of curiosity\b",
    r"(?:tell|remind) (?:me|us)\b(?! about\b)",
    r"any (?:idea|clue)\b",
    r"help(?: me)?(?: out)?\b" + _BEFORE_A_QUESTION,
    (
        r"(?:my|our|a) (?:boss|editor|manager|team|colleague|client|lawyer|professor|teacher|friend"
        r"|cto|ceo|board|reader|customer|partner)(?: just| now)*"
        r" (?:(?:wants|needs|wanted|would like) to know|asks|is asking|wonders)\b(?: me| us)?"
    ),
)
_LEADING = re.compile(rf"[\s,:;.!–—-]*(?:{'|'.join(_LEADS)})[\s,:;.!–—-]*", re.IGNORECASE)
# Looked for only where a run of marks begins: from each of a thousand it would take its time.
_TRAILING = re.compile(
    r"(?<![\s,;.!?–—-])[\s,;.!?–—-]+"
    r"(?:ty|tia|cheers|asap|much appreciated|in advance|asking for a friend"
    r"|do you know|any ideas?|just (?:curious|wondering|asking)|i need to know|so much)[\s.!?]*$",
    re.IGNORECASE,
)
_MOST = 4  # of them that are taken off one after the other


def without_manners(text: str) -> str:
    """The question itself."""
    found = " ".join(_ANYWHERE.sub(" ", text).split())
    for _ in range(_MOST):
        match = _LEADING.match(found)
        if match is None or match.end() == len(found):
            break
        found = found[match.end() :]
    for _ in range(_MOST):
        shorter = _TRAILING.sub("", found)
        if not shorter or shorter == found:
            break
        found = shorter
    return found

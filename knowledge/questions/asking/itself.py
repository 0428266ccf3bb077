"""What is said to the bot, or asked about it, and is no question to the base."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import Nothing

if TYPE_CHECKING:
    from knowledge.desk import Desk

HELP = (
    "I answer questions about AI release rules: who may use which model, under which rule, since "
    "when, who said what, and what is due. The command `help` lists what else there is."
)
_ME = r"(?:you|u|(?:this|the|your) (?:bot|base|data(?:base)?|info(?:rmation)?|knowledge))"
_HOW = r"(?:how (?:do|can|could) (?:i|we|you)|(?:can|could) (?:i|we)|where (?:do|can) (?:i|we)) "
_NAME = r"(?: (?:there|bot|all|everyone|folks|airules|again))?"


def _cue(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern}){_NAME}\W*", re.IGNORECASE)


_GREETS = _cue(r"hi|hello|hey|hiya|yo|howdy|greetings|good (?:morning|afternoon|evening|day)")
_THANKS = _cue(
    r"(?:(?:ok|great|perfect|cool|nice|good|many)[,!.]? )?"
    r"(?:thanks|thank you|thx|ty|cheers|much appreciated)(?: (?:a lot|so much|very much))?"
)
_CURRENT = _cue(
    rf"(?:is|are) {_ME} (?:still )?(?:up[- ]to[- ]date|current|recent)"
    rf"|how (?:current|old|fresh|recent|up[- ]to[- ]date) (?:is|are) {_ME}"
    rf"|when (?:was|were) {_ME} last (?:updated|checked|changed)"
    r"|what(?:['’]s| is) (?:your|the) (?:cut-?off|knowledge cut-?off)(?: date)?"
    r"|(?:your )?knowledge cut-?off"
)
_SOURCES = _cue(
    r"(?:what|which)(?: are| sources do)?(?: your sources| you use| you have)"
    r"|where do you (?:get|have|take) (?:this|that|it)(?: from)?"
    r"|where do you get (?:your|the) (?:info|news|information|data|facts)(?: from)?"
    r"|can i trust you|how do you know(?: (?:this|that|it))?"
)
_MACHINE = _cue(
    r"are you (?:an? )?(?:ai|bot|human|llm|chat ?bot|robot|real|person|language model|chatgpt"
    r"|claude|gpt)|do you use (?:an? )?(?:ai|llm|chatgpt|claude|gpt|language models?)"
    r"|who (?:made|built|wrote|runs|maintains) you|what are you"
)
_ALERTS = _cue(
    rf"(?:{_HOW})?(?:please )?(?:subscribe|unsubscribe|get (?:alerts|notified|updates|"
    r"notifications)|set up alerts|turn (?:on|off) (?:the )?alerts|stop (?:the )?alerts|alert me"
    r"|notify (?:me|us)|keep (?:me|us) posted)(?: (?:to |from )?(?:this|a|the|our|my)"
    r" (?:channel|bot|alerts))?(?: to (?:alerts|updates))?|alerts"
)
_WRONG = _cue(
    rf"(?:{_HOW})?(?:report|flag|correct) (?:an? |the )?(?:wrong |bad |false )?(?:answer|error"
    r"|mistake)s?|(?:that|this|it)(?:['’]s| is| was) (?:wrong|false|incorrect|not (?:right|true))"
    r"|(?:you are|you['’]re) wrong|wrong(?: answer)?|(?:how (?:do|can) i )?(?:give|send) feedback"
)


def said_to_it(desk: Desk, typed: str, day: date) -> Nothing | None:
    """The reply to a greeting, thanks, or a question on the bot; None to any other text."""
    said = " ".join(typed.split())
    reason = next((reply for cue, reply in _replies(desk) if cue.fullmatch(said)), None)
    if reason is None:
        return None
    return Nothing(reason=reason, nearest=(), as_of=day, checked_to=desk.checked_to)


def _replies(desk: Desk) -> tuple[tuple[re.Pattern[str], str], ...]:
    upto = desk.checked_to
    reach = f" up to {upto.day} {upto:%B %Y}" if upto else ""
    checked = f"The base was checked against its sources{reach}; what came later may be missing."
    looked_up = "each sentence stands in the base with its sources, and I look it up."
    both = "Each sentence that I tell names its sources; where they differ, I tell both sides."
    starts = "The command `subscribe` sends alerts on what is new to a channel,"
    return (
        (_GREETS, HELP),
        (_THANKS, f"You are welcome. {HELP}"),
        (_CURRENT, f"{checked} The command `changes` tells what is new in it."),
        (_SOURCES, f"{both} The command `sources` lists those of a model or a rule."),
        (_MACHINE, f"I am a bot, and no language model writes what I tell: {looked_up} {HELP}"),
        (_ALERTS, f"{starts} `unsubscribe` ends them, and `pause` lets them rest."),
        (_WRONG, "The command `feedback` tells the curators that an answer was wrong or missing."),
    )

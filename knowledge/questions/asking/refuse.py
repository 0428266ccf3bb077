"""Requests that ask for no fact: jokes, poems, the weather, code, opinions, sums."""

from __future__ import annotations

import re

_TOLD = (
    r"jokes?|poems?|haikus?|limericks?|sonnets?|songs?|raps?|riddles?|puns?|recipes?|lyrics"
    r"|bedtime stor(?:y|ies)|fairy tales?"
)
_MADE = (
    rf"{_TOLD}|stor(?:y|ies)|essays?|tweets?|blog posts?|cover letters?|e-?mails?|memes?|slogans?"
    r"|scripts?|programs?|functions?|regex(?:es)?|code|quer(?:y|ies)|translations?|images?|logos?"
)
_NO_FACT = re.compile(
    "|".join(
        (
            # to make something
            (
                r"^(?:tell|give|show|sing|read)\b(?: me| us)?(?: an?| another)?(?: \w+)?"
                rf" (?:{_TOLD})\b"
            ),
            (
                r"^(?:make|create|generate|draft|code|build)\b(?: me| us)? (?:an?|some|the)"
                rf"(?: \w+){{0,2}} (?:{_MADE})\b(?! of)"
            ),
            (
                r"^(?:(?:can|could) you )?(?:write|compose|sing|translate|rewrite"
                r"|paraphrase|proofread|debug|refactor)\b"
            ),
            r"\bin the style of\b|\b(?:role-?play|pretend (?:to be|you))\b",
            r"\b(?:know|got|have) (?:any|a|some)(?: good)? (?:jokes?|recipes?|riddles?)\b",
            rf"^(?:an?|another|some|one)(?: \w+)? (?:{_TOLD})\b",  # "tell me" is off by then
            # what the day is like, what to buy, eat, watch
            r"\bweather\b|\bforecast for (?:today|tomorrow)\b|\bhow (?:hot|cold|warm) is it\b",
            (
                r"\b(?:recipe|cook|bake|restaurants?|pizza|horoscope|lottery|football"
                r"|soccer|nba|nfl"
                r"|world cup|super bowl|bitcoin|crypto price|movie|movies|netflix|song lyrics)\b"
            ),
            r"\bstock (?:price|tips?)\b|\b(?:should|would) (?:i|we) (?:buy|invest|sell|short)\b",
            (
                r"\b(?:sales|income|property) tax\b|\b(?:my|do) taxes\b|\bminimum wage\b"
                r"|\bparking ticket\b|\bchampions league\b|^(?:who|which team) won the\b"
                r"|\bbest (?:\w+ )?(?:ramen|beach|hotels?|resorts?|bars?|cafes?|laptops?|phones?)\b"
            ),
            # opinions and how the asked one feels
            (
                r"\bwhat do you (?:think|feel|believe)\b|\b(?:your|ur) (?:opinion|view"
                r"|take|favou?rite"
                r"|thoughts?)\b|\bdo you (?:like|love|hate|prefer|agree|want|dream)\b"
                r"|\bare you (?:sentient|conscious|human|alive|happy|real)\b|\bhow are you\b"
            ),
            # sums and general knowledge
            (
                r"^(?:what(?:'s| is) |calculate |compute |solve )?\d+(?:\.\d+)?"
                r" (?:[-+x×÷/^]|plus|minus|times|divided by) \d+\W*$"
            ),
            (
                r"\bcapital (?:city )?of\b|\btallest (?:mountain|building)\b|\bmeaning of life\b"
                r"|\bhow do i (?:sort|reverse|center|fix|reset|train a dog|lose weight|cook|tie)\b"
                r"|\bwhat time is it\b|\bset (?:a|an) (?:timer|alarm|reminder)\b"
            ),
        ),
    ),
    re.IGNORECASE,
)


def asks_no_fact(text: str) -> bool:
    """Whether a text asks for something else than what a source can tell."""
    return bool(_NO_FACT.search(text.strip()))

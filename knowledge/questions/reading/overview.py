"""A request to be told about one thing, read as the question what it is: people ask for both."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import dropwhile

from knowledge.model import Statement
from knowledge.names import Names
from knowledge.questions.base.index import Index
from knowledge.questions.language.languages import note_in
from knowledge.questions.language.normalise import normalise
from knowledge.questions.reading.analyse import Analysis, analyse
from knowledge.vocabulary import Kind, Property
from knowledge.weigh import standing
from knowledge.words import folded_name

_FOR = r"(?:for (?:an?|my|our|the) [\w -]{2,40}[:,] ?)?"  # "for a student essay:"
_ASKS_WHAT = frozenset(
    {"what", "whats", "who", "whos", "is", "are", "was", "were", "the", "a", "an"}
)
_TELLS_WHAT = frozenset({Property.DEFINITION, Property.ROLE, Property.QUOTE})
_MOST = 2  # statements that say what one thing is
_LONGEST = 200  # characters of such a request; no name is so long
_KIND = (
    r"(?:overview|summary|rundown|recap|primer|intro(?:duction)?|explainer|briefing|description"
    r"|definition|background|basics|gist|essentials|(?:key )?facts|info(?:rmation)?|details"
    r"|tl;?dr|eli5)"
)
_HOW = (
    r"(?:briefly|quickly|simply|shortly|in (?:a nutshell|brief|short|a few words|(?:one|a) sentence"
    r"|one line|simple (?:words|terms)|plain (?:english|words)|general)|for (?:me|us|dummies"
    r"|beginners)|to (?:me|us)|like i['’]?m (?:five|5)|eli5|tl;?dr|explained|overview|summary|recap"
    r"|basics|primer)"
)
_FORMS = tuple(
    re.compile(rf"{_FOR}{form}(?:,? {_HOW}){{0,3}}", re.IGNORECASE)
    for form in (
        r"(?:describe|summari[sz]e|outline|explain|sum up|introduce)(?: (?:me|us|to me))? (.+?)",
        (
            r"(?:(?:tell|brief|teach|inform) (?:me|us) )?(?:(?:more|something|everything|all|a bit"
            r"|a little) )?(?:about|on) (.+?)"
        ),
        (
            r"(?:(?:give|get|send|write) (?:me|us) |(?:i|we)(?:['’]d like| need| want) )?"
            rf"(?:an? |the |some )?(?:(?:quick|short|brief|general|basic|one-line) )?{_KIND}"
            r" (?:of|on|about|for) (.+?)"
        ),
        (
            r"(?:what|anything)(?:(?: should| must| do| can)? (?:i|we|you|one))? know"
            r" (?:about|on) (.+?)"
        ),
        r"(?:(?:i|we)(?:['’]ve| have)? )?never heard (?:of|about) (.+?)(?:, what.*)?",
    )
)
_NAMED_FIRST = re.compile(
    rf"{_FOR}(.+?)(?:,? (?:{_HOW}|what(?:['’]s| is) (?:it|that)))(?:,? {_HOW}){{0,2}}",
    re.IGNORECASE,
)
_ENGLISH = tuple((None, form) for form in (*_FORMS, _NAMED_FIRST))
_ELSEWHERE = tuple(
    (language, re.compile(rf"(?:{form}) ?(.+)", re.IGNORECASE))
    for language, form in (
        (
            "de",
            (
                r"(?:erzähle?|sage?) (?:mir|uns)(?: bitte)?(?: etwas| mehr| was)? (?:über|von|zu)"
                r"(?: (?:den|die|das|dem|der))?|(?:erkläre?|beschreibe?)(?: (?:mir|uns))?"
                r"(?: (?:den|die|das))?|was ist(?: (?:der|die|das))?"
            ),
        ),
        (
            "fr",
            (
                r"parle[sz]?[- ](?:moi|nous) (?:du|de la|de l['’]|des|de)"
                r"|(?:explique|décris|résume)[sz]?(?:[- ]moi)?(?: (?:le|la|les)| l['’])?"
                r"|(?:c['’]est quoi|qu['’]est[- ]ce que(?: c['’]est que)?)"
                r"(?: (?:le|la|les)| l['’])?"
            ),
        ),
        (
            "es",
            (
                r"(?:h[áa]blame|cu[ée]ntame)(?: algo| más)?"
                r" (?:del|(?:de|sobre)(?: (?:la|el|los|las))?)"
                r"|(?:expl[íi]came|desc[ríi]beme)(?: (?:la|el))?|qu[ée] es(?: (?:la|el))?"
            ),
        ),
        (
            "it",
            (
                r"(?:parlami|dimmi|raccontami)(?: di più| qualcosa)?"
                r" (?:d[ei]l?(?:la|lo)?|sul?(?:la)?)"
                r"|(?:spiegami|descrivimi)(?: (?:il|la))?|(?:che )?cos['’]?è(?: (?:il|la))?"
            ),
        ),
        (
            "pt",
            (
                r"(?:fal[ea]|cont[ea])(?:[- ]me)? (?:sobre(?: (?:o|a))?|d[oae])"
                r"|(?:explique|descreva)(?: (?:o|a))?|o que é(?: (?:o|a))?"
            ),
        ),
        (
            "nl",
            (
                r"vertel (?:me|mij|ons)(?: meer| iets)? over(?: (?:de|het))?"
                r"|(?:beschrijf|omschrijf)(?: (?:de|het))?|wat is(?: (?:de|het))?"
            ),
        ),
        ("pl", r"opowiedz(?: mi)? o|(?:opisz|wyjaśnij)|(?:czym|co to) jest"),
    )
)


def analysed(index: Index, names: Names, question: str, today: date) -> Analysis:
    """A question taken apart; a request to be told about one named thing as what, or who, it is."""
    text = normalise(question).text
    if len(text) > _LONGEST:
        return analyse(index, question, today)
    thing, language = _thing_of(text)
    entry = _exactly(index, thing or text)
    if entry is None and thing:
        entry = entry_of(index, analyse(index, thing, today))
    if entry is None:
        return analyse(index, question, today)
    asks = "who is" if index.kinds[entry] is Kind.PERSON else "what is"
    found = analyse(index, f"{asks} {thing}" if thing else question, today)
    if entry_of(index, found) != entry:  # words of a foreign name are cues too
        found = analyse(index, f"{asks} {names.named(entry).title}", today)
    return replace(found, language_note=note_in(language) or found.language_note)


def _thing_of(text: str) -> tuple[str, str | None]:
    """What a text asks to be told about, if it does no more than that, and in which language."""
    for language, form in (*_ENGLISH, *_ELSEWHERE):
        match = form.fullmatch(text)
        if match is not None:
            return match[1], language
    return "", None


def entry_of(index: Index, analysis: Analysis) -> str | None:
    """The one thing that a question names, if it asks no more than what that is."""
    exactly, named = _exactly(index, analysis.text), analysis.links.entries
    if exactly is not None:
        return exactly
    said = set(analysis.words) - _ASKS_WHAT
    return named[0] if len(named) == 1 and said <= analysis.links.used else None


def _exactly(index: Index, text: str) -> str | None:
    """The one entry that has a text for a name, but for the words that ask what it is."""
    for words in (normalise(text).words, folded_name(text).split()):
        name = " ".join(dropwhile(_ASKS_WHAT.__contains__, words))
        found = index.lexicon.names.get(name, ())
        if len(found) == 1:
            return found[0]
    return None


def told(index: Index, entry: str, day: date) -> tuple[Statement, ...]:
    """What an entry is, as far as that can be told of a day: a quote's words, a person's roles.

    The definition of one of its terms is not that of the thing.
    """
    current = standing(index.told_of(entry), day)
    return tuple(s for s in current if s.property in _TELLS_WHAT and not s.topic)[:_MOST]

"""Of whom or what it is asked, where a statement tells of others only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from knowledge.model import Statement
from knowledge.questions.asking.asks import START
from knowledge.questions.base.index import Index
from knowledge.questions.language.link import places_in
from knowledge.questions.language.normalise import stem
from knowledge.questions.language.proper_names import MODELS, PARTIES_AND_MODELS
from knowledge.vocabulary import Kind, Property
from knowledge.words import words

_WHETHER = re.compile(
    rf"{START}(did|has|have|had|is|was|does|can|may|must|will) ([a-z]+)\b(?!['’-]| or\b| style)"
)
_SPOKE = re.compile(  # of a name of several words
    rf"{START}(did|has|have|had) (?:the )?([a-z]+(?: [a-z]+){{1,2}}) (?:ever |publicly )?"
    r"(?:comment|respond|react|repl|answer|object|agree|support|oppose|critici|protest|interven"
    r"|condemn|welcome|warn|endorse|complain|sue)"
)
_WHAT = re.compile(rf"{START}what (?:else )?(did|has|have|had) ([a-z]+)\b(?!['’-]| and\b| or\b)")
_HABIT = re.compile(rf"{START}does [a-z]+ (?:use|have|get|run|own|test|support|want|employ)\b")
_BY_THE_WAY = re.compile(r"\b[\w-]+[ -](?:style|like)\b|\bfine[ -]tun\w+ [\w-]+")
_SENTENCES = re.compile(r"[.;:!?]\s+|\s[-–—]\s")
_ACTED = frozenset({"did", "has", "have", "had"})
_STRANGERS = frozenset(  # companies and outlets that are no entries, and so known to do nothing
    {"reuters", "bloomberg", "politico", "mistral", "cohere", "ibm"}
)
_TELLS_OF_ALL = frozenset({Property.PARTICIPANTS, Property.STATUS, Property.BINDINGNESS})


def other_told(index: Index, asking: str, statement: Statement) -> str | None:
    """The word for what a question is of and a statement is not; None where there is none."""
    return (
        _variant(index, asking, statement)
        or _product(asking, statement)
        or _doer(index, asking, statement)
    )


def _variant(index: Index, asking: str, statement: Statement) -> str | None:
    """The one of a family that a question names, where a statement tells only of others."""
    variants = index.lexicon.variants
    asked = [word for word in words(asking) if word in variants]
    told = {*words(statement.text)} if asked else set()
    only_others = (word for word in asked if word not in told and variants[word] & told)
    return next(only_others, None)


def _product(asking: str, statement: Statement) -> str | None:
    """The model without an entry that a question is of, where a statement does not name it.

    Without a number it may stand for its maker; what is said before the question is no part of it.
    """
    *_, question = _SENTENCES.split(_BY_THE_WAY.sub("", asking.strip(" ?!.")))
    told, asked = {*words(statement.text)}, words(question)
    lists = statement.property is Property.PARTICIPANTS  # who is not among them is not one
    for word, after in zip_longest(asked, asked[1:], fillvalue=""):
        numbered = after[:1].isdigit()
        by_maker = {word} if numbered else {word, MODELS.get(word)}
        if word in MODELS and not lists and told.isdisjoint(by_maker):
            return f"{word} {after}" if numbered else word
    return None


def _doer(index: Index, asking: str, statement: Statement) -> str | None:
    """The company or body of which it is asked whether it did something, and no word is told.

    So is whatever has a name that no statement has.
    """
    found = _SPOKE.match(asking) or _WHETHER.match(asking) or _WHAT.match(asking)
    if found is None:
        return None
    word, bodies = _named(index, found[2].split())
    if word in PARTIES_AND_MODELS and stem(word) not in index.rarity:
        return None if statement.property is Property.PARTICIPANTS else word
    full = _full_name(index, asking[found.start(2) :]) if found[1] in _ACTED else None
    if full is not None:
        return None if statement.property in _TELLS_OF_ALL else full
    places = places_in(word)
    if places and found[1] in _ACTED:
        here = {index.places.get(statement.subject), *places_in(statement.text)}
        return None if places & here else word
    acts = any(index.kinds[entry] is Kind.ORGANISATION for entry in bodies)
    habit = bool(_HABIT.match(asking))
    if not (found[1] in _ACTED or habit) or not (acts or word in _STRANGERS):
        return None
    if statement.property in _TELLS_OF_ALL or {*word.split()} & {*words(statement.text)}:
        return None
    if bodies and not habit and index.kinds[statement.subject] is Kind.MODEL:  # it may be its maker
        return None
    return None if {statement.subject, *statement.about} & {*bodies} else word


def _named(index: Index, asked: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The longest name that stands first, with its entries; the first word where none does."""
    names = index.lexicon.names
    firsts = (" ".join(asked[:size]) for size in range(len(asked), 0, -1))
    name = next((first for first in firsts if first in names), asked[0])
    return name, names.get(name, ())


def _full_name(index: Index, rest: str) -> str | None:
    """The name of a stranger: two words that the base has not, no English, nor slips of its own."""
    name = words(rest)[:2]
    strange = all(
        not (word in index.lexicon.vocabulary or index.lexicon.english(word))
        and index.lexicon.repaired(word) == word
        for word in name
    )
    return " ".join(name) if strange and len(name) > 1 else None

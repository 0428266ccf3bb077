"""Whether a statement is on another place, company, bill, court or version than a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.model import Absent, Statement, Unknown
from knowledge.questions.base.index import Index
from knowledge.questions.language.link import places_in
from knowledge.questions.ranking.elsewhere import ELSEWHERE, is_told
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import THINGS, Jurisdiction, Kind
from knowledge.words import words

_BILL = re.compile(
    r"\b(?:hb|sb|ab|lb|h\.? ?r\.?|h\.? ?b\.?|s\.? ?b\.?|a\. ?b\.)[ .-]?(\d[\d-]*)", re.IGNORECASE
)
_COUNTERPARTS = tuple(
    (re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE))
    for one, other in (
        (r"\bsenate\b", r"(?<!white )\bhouse\b"),
        (r"\bninth circuit\b", r"\bdistrict\b"),
        (r"\bsupreme court\b", r"\bdistrict\b|\bcircuit\b|\bjudge\b"),
        (r"\bdeployers?\b", r"\bproviders?\b"),
    )
)
_SUED = re.compile(
    r"\b(?:(?:law)?suits?|cases?|complaints?|litigation|proceedings|sue[ds]?|suing)"
    r"(?: against)? (?:the )?((?:[\w.-]+ ?){1,3})"
)
_WHICH_ORDER = re.compile(r"\b(?:which|what) (?:executive order|eo)\b")
_ORDER_NUMBER = re.compile(r"\b1\d{4}\b")
_ORDER = re.compile(r"\bexec(?:utive|\.)? order\b|\beo\b")
_VERSION = re.compile(r"\b(?:version|v) ?(\d+(?:\.\d+)*)\b")
_TRADED = re.compile(r"\b(?:chips?|gpus?|h200s?|export\w*|sell|ship)\b")  # from one to another
_COUNTRIES = frozenset(place.value for place in Jurisdiction)
_IN_THE_US = re.compile(
    r"(?<!and )(?<!or )\bin (?:the (?:us|u\.s\.|usa|united states)|america)"
    r"(?!\w|,| (?:and|or|vs)\b)"
)


@dataclass(frozen=True, slots=True)
class _Named:
    """What a question names that a statement may be on another one of."""

    bills: frozenset[str]  # their numbers
    order: bool  # an executive order
    other_order: bool  # its number is asked for, and is none of `order_numbers`
    order_numbers: tuple[str, ...]
    versions: tuple[str, ...]
    elsewhere: tuple[str, ...]  # places that no rule of the base is of
    in_the_us: bool


@lru_cache(maxsize=256)
def _named(typed: str) -> _Named:
    text = typed.casefold()
    return _Named(
        bills=frozenset(_BILL.findall(text)),
        order=bool(_ORDER.search(text)),
        other_order=bool(_WHICH_ORDER.search(text)),
        order_numbers=tuple(_ORDER_NUMBER.findall(text)),
        versions=tuple(_VERSION.findall(text)),
        elsewhere=tuple(ELSEWHERE.findall(text)),
        in_the_us=bool(_IN_THE_US.search(text)),
    )


def is_on_another(index: Index, analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement is plainly not on what the question names.

    Where it says that sources do not tell, or that there is none, its place, its order and its
    suit count only.
    """
    named = _named(analysis.text)
    if _in_another_place(index, analysis, named, statement):
        return True
    if _on_another_order(index, analysis, named, statement):
        return True
    if _in_another_suit(index, analysis.asking, statement):
        return True
    if isinstance(statement.value, Unknown | Absent):
        return False
    return (
        _on_another_bill(named, statement)
        or _of_another_company(index, analysis, statement)
        or _in_counterpart(analysis.asking, statement)
        or _on_another_version(named, statement)
    )


def _in_another_place(
    index: Index, analysis: Analysis, named: _Named, statement: Statement
) -> bool:
    """It is asked of one place, and the statement holds in another; or in a place without rules."""
    models = {entry for entry in analysis.links.entries if index.kinds[entry] is Kind.MODEL}
    # Where the users of a model are is not whose rule is asked for.
    if named.elsewhere and not models & {statement.subject, *statement.about}:
        told = statement.text.casefold()
        if not all(is_told(place, told, statement.jurisdiction) for place in named.elsewhere):
            return True
    places = (Jurisdiction.US,) if named.in_the_us else analysis.links.places
    places = places or _of_bodies(index, analysis, statement)
    rules = any(index.kinds[entry] is Kind.DIRECTIVE for entry in analysis.links.entries)
    if not places or rules or _TRADED.search(analysis.asking):
        return False
    where = {index.places.get(entry) for entry in (statement.subject, *statement.about)}
    held = {place for place in (*where, statement.jurisdiction) if place is not None}
    if "-" in (index.places.get(statement.subject) or ""):
        held = {place for place in held if "-" in place}  # a state's rule, whoever else it is on
    if not held or any(_overlap(one, place) for one in held for place in places):
        return False
    return places_in(statement.text).isdisjoint(places)


def _of_bodies(index: Index, analysis: Analysis, statement: Statement) -> tuple[Jurisdiction, ...]:
    """The countries of the bodies that are named, where a statement concerns none of them."""
    bodies = [e for e in analysis.links.entries if index.kinds[e] is Kind.ORGANISATION]
    if len(bodies) < len(analysis.links.entries) or {*bodies} & {
        statement.subject,
        *statement.about,
    }:
        return ()
    countries = [entry.partition("-")[0] for entry in bodies]
    found = tuple(Jurisdiction(country) for country in countries if country in _COUNTRIES)
    return found if len(found) == len(bodies) else ()


def _overlap(one: Jurisdiction, other: Jurisdiction) -> bool:
    """Whether what holds in one place may hold in another: in a state, and in its country."""
    return (
        Jurisdiction.WORLD in (one, other)
        or one.startswith(other)
        or other.startswith(one)
        or (
            {one.partition("-")[0], other.partition("-")[0]} == {"us"}
            and Jurisdiction.US_STATES in (one, other)
        )
    )


def _in_another_suit(index: Index, asking: str, statement: Statement) -> bool:
    """Who is sued is named, and the statement concerns and names somebody else only."""
    sued = _SUED.search(asking)
    after = words(sued[1]) if sued else []
    names = (" ".join(after[:size]) for size in range(len(after), 0, -1))
    name = next((one for one in names if one in index.lexicon.names), None)
    if name is None or name in " ".join(words(statement.text)):
        return False
    parties = index.lexicon.names[name]
    concerned = (statement.subject, *statement.about)
    return not any(
        one == party or one.startswith(f"{party}-") for one in concerned for party in parties
    )


def _on_another_bill(named: _Named, statement: Statement) -> bool:
    """It tells of other bills only, and its entry is not that of the one that is named."""
    if not named.bills or any(bill in statement.subject for bill in named.bills):
        return False
    told = {*_BILL.findall(statement.text)}
    return bool(told) and not named.bills & told


def _of_another_company(index: Index, analysis: Analysis, statement: Statement) -> bool:
    """It is of one company's own policy, words or model, and only another company is named."""
    entries = analysis.links.entries
    if any(index.kinds[entry] in THINGS for entry in entries):
        return False
    own = _company(index.makers.get(statement.subject, statement.subject))
    companies = {_company(maker) for maker in index.makers.values()}
    named = {
        _company(entry)
        for entry in entries
        if index.kinds[entry] is Kind.ORGANISATION
        and ("-" not in entry or _company(entry) in companies)
    }
    if not named or own in named:
        return False
    if own not in companies and index.kinds.get(own) is not Kind.ORGANISATION:
        return False
    return named.isdisjoint((*map(_company, statement.about), *words(statement.text)))


def _company(entry: str) -> str:
    """The word by which a company is known: "moonshot" of `moonshot-ai`."""
    return entry.partition("-")[0]


def _in_counterpart(asking: str, statement: Statement) -> bool:
    """It tells of the other chamber or court, and the question of the one."""
    return any(
        bool(one.search(asking) and other.search(statement.text))
        and not (other.search(asking) or one.search(statement.text))
        for one, other in _COUNTERPARTS
    )


def _on_another_order(
    index: Index, analysis: Analysis, named: _Named, statement: Statement
) -> bool:
    """An executive order is asked for or about, none by name, and it tells of none."""
    if named.other_order:
        return not {*_ORDER_NUMBER.findall(statement.text)} - {*named.order_numbers}
    things = [entry for entry in analysis.links.entries if index.kinds[entry] in THINGS]
    if things or not named.order:
        return False
    return not any("-eo-" in entry for entry in (statement.subject, *statement.about))


def _on_another_version(named: _Named, statement: Statement) -> bool:
    told = statement.text.casefold()
    return any(
        not re.search(rf"(?:version|v|versions [\d., and]*) ?{re.escape(number)}(?![\d.]\d)", told)
        for number in named.versions
    )

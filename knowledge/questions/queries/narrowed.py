"""Models and rules narrowed to those of the place, the developer or the family that is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from knowledge.questions.base.index import Index
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import Jurisdiction, Kind, Property, Rank
from knowledge.words import folded_name

if TYPE_CHECKING:
    from knowledge.desk import Desk

_STATES = re.compile(r"\bstates?\b(?! department)")
_FEDERAL = re.compile(r"\bfederal\b|\bcongress\b|\bnational\b")
_BESIDES = re.compile(
    r"\b(?:besides|except|other than|apart from|aside from|outside(?: of)?)\b|\ball \w+ but\b"
)
_THE_US = re.compile(r"\bthe (?:us|usa|u\.s\.)(?!\w)|\b(?:usa|america)\b")
SIGNS = re.compile(r"\bsigne?[ds]?\b|\bissue[ds]?\b")
"""Where it is asked who put a name to a rule."""
_DONE_BY = frozenset({Property.ISSUER, Property.EVENT})


def models_of(
    desk: Desk, index: Index, analysis: Analysis, family: AbstractSet[str]
) -> Sequence[str]:
    """The models with these words in their names, of the place and the developer that are named."""
    models = [
        entry
        for entry, kind in index.kinds.items()
        if kind is Kind.MODEL and family <= {*folded_name(desk.names.named(entry).title).split()}
    ]
    return narrowed(index, analysis, models)


def names_of_models(desk: Desk, index: Index) -> frozenset[str]:
    """The words of the titles of all models."""
    models = (entry for entry, kind in index.kinds.items() if kind is Kind.MODEL)
    titles = (desk.names.named(entry).title for entry in models)
    return frozenset(word for title in titles for word in folded_name(title).split())


def narrowed(index: Index, analysis: Analysis, entries: Sequence[str]) -> Sequence[str]:
    """Those of the places and the parties that are named, or of all others where these are not
    meant; none where it is not plain whose are not."""
    besides = bool(_BESIDES.search(analysis.asking))
    places = analysis.links.places
    if besides and _THE_US.search(analysis.asking):
        places = (*places, Jurisdiction.US)
    parties = [e for e in analysis.links.entries if e != "us-congress"]
    if besides and not (places or parties):
        return ()
    there = _in_places(index, analysis.asking, entries, places, besides)
    if besides:
        return [e for e in there if index.makers.get(e) not in parties]
    signs = bool(SIGNS.search(analysis.asking))
    for party in parties:
        there = [e for e in there if _has_part(index, e, party, index.makers.get(e), signs)]
    return there


def _in_places(
    index: Index, text: str, entries: Sequence[str], places: Sequence[Jurisdiction], besides: bool
) -> Sequence[str]:
    """Those of the places, or of all others: where a rule holds, or a model's maker sits."""
    if _STATES.search(text) and (besides or not places):
        entries = [e for e in entries if index.places.get(e, "").startswith("us-")]
    elif _FEDERAL.search(text):
        return [e for e in entries if index.places.get(e) is Jurisdiction.US]
    if not places:
        return entries
    return [e for e in entries if _is_in(index, e, places) is not besides]


def _is_in(index: Index, entry: str, places: Sequence[Jurisdiction]) -> bool:
    """Whether a rule holds in one of the places, or in a part of it, or a model is made there."""
    where = index.places.get(entry)
    if where in places or (where and any(where.startswith(f"{place}-") for place in places)):
        return True
    makers = {place for place in places if place in (Jurisdiction.CN, Jurisdiction.US)}
    return index.kinds[entry] is Kind.MODEL and _made_in(index, entry) in makers


def _made_in(index: Index, model: str) -> Jurisdiction:
    """Where the maker of a model sits, as its statement says."""
    makers = (s.text for s in index.told_of(model) if s.property is Property.MAKER)
    chinese = any(re.search(r"\bChin|\bBeijing|\bHangzhou", text) for text in makers)
    return Jurisdiction.CN if chinese or _is_chinese(index, model) else Jurisdiction.US


def _is_chinese(index: Index, model: str) -> bool:
    told = (s.text for s in index.told_of(model) if s.property is Property.DEFINITION)
    return any("Chinese" in text or "China" in text for text in told)


def _has_part(index: Index, entry: str, party: str, maker: str | None, signs: bool) -> bool:
    """Whether it is a party's: its maker's, or theirs who had a part in it, or signed it."""
    if maker is not None:
        return maker == party or maker.startswith(f"{party}-")
    last = folded_name(party.replace("-", " ")).split()[-1]
    signed = re.compile(rf"\b{last}(?: \w+){{0,2}} (?:sign|issu)ed\b|ed by(?: \w+){{0,3}} {last}\b")
    told = [
        s for s in index.told_of(entry) if s.property in _DONE_BY and s.rank is not Rank.DEPRECATED
    ]
    if signs:
        return any(signed.search(folded_name(s.text)) for s in told)
    return any(party in (s.subject, *s.about) or last in folded_name(s.text).split() for s in told)

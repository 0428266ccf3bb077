"""Places of which the base has no rules of their own, by their names and their seats."""

from __future__ import annotations

import re

from knowledge.vocabulary import Jurisdiction

_OF_THE_EU = (
    r"german(?:y|s)?|france|french|ital(?:y|ian)|spain|spanish|netherlands|dutch|belgi(?:um|an)"
    r"|poland|polish|sweden|swedish|denmark|danish|finland|finnish|ireland|irish|austrian?"
    r"|portug(?:al|uese)|greece|greek|czech|hungar(?:y|ian)|romanian?"
)
_SEATS_BY_PLACE = """
berlin in germany, paris in france, rome in italy, madrid in spain, warsaw in poland,
vienna in austria, dublin in ireland, amsterdam in netherlands, stockholm in sweden,
copenhagen in denmark, helsinki in finland, lisbon in portugal, athens in greece,
prague in czech, budapest in hungary, bucharest in romania, oslo in norway, bern in switzerland,
kyiv in ukraine, moscow in russia, ankara in turkey, jerusalem in israel, riyadh in saudi,
cairo in egypt, abuja in nigeria, nairobi in kenya, pretoria in south africa,
brasilia in brazil, islamabad in pakistan, dhaka in bangladesh, jakarta in indonesia,
manila in philip, kuala lumpur in malaysia, bangkok in thailand, hanoi in vietnam,
taipei in taiwan, wellington in new zealand, abu dhabi in emirates, santiago in chile,
lima in peru, juneau in alaska, little rock in arkansas, tallahassee in florida,
atlanta in georgia, honolulu in hawaii, boise in idaho, indianapolis in indiana,
des moines in iowa, topeka in kansas, frankfort in kentucky, augusta in maine,
baton rouge in louisiana, annapolis in maryland, boston in massachusetts, lansing in michigan,
saint paul in minnesota, st. paul in minnesota, jefferson city in missouri, lincoln in nebraska,
carson city in nevada, trenton in new jersey, santa fe in new mexico, raleigh in carolina,
bismarck in dakota, columbus in ohio, oklahoma city in oklahoma, salem in oregon,
harrisburg in pennsylvania, nashville in tennessee, montpelier in vermont, richmond in virginia,
cheyenne in wyoming
"""
_SEATS = {  # those that mean nothing else
    seat: place
    for seat, _, place in (
        each.partition(" in ") for each in re.split(r",\s", _SEATS_BY_PLACE.strip())
    )
}
_PLACE_OF = _SEATS | {
    "polish": "poland",
    "irish": "ireland",
    "dutch": "netherlands",
    "french": "france",
}
_IN_EU = re.compile(_OF_THE_EU)

ELSEWHERE = re.compile(
    r"\b(?:brazil(?:ian)?|mexic(?:o|an)|argentin(?:a|ian)|chile(?:an)?|colombian?|peru(?:vian)?"
    rf"|{_OF_THE_EU}|norw(?:ay|egian)|swiss|switzerland"
    r"|ukrain(?:e|ian)|russian?|turk(?:ey|ish)|israeli?|saudi|emirat(?:es|i)|uae|qatar|egypt(?:ian)?"
    r"|nigerian?|kenyan?|south african?|pakistani?|bangladesh|sri lanka|indonesian?|malaysian?"
    r"|singapore|thai(?:land)?|vietnam(?:ese)?|philippine|taiwan(?:ese)?|hong kong|new zealand"
    r"|kazakhstan|alabama|alaska|arizona|arkansas|delaware|florida|georgia|hawaii|idaho|indiana"
    r"|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi"
    r"|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|carolina|dakota|ohio"
    r"|oklahoma|oregon|pennsylvania|rhode island|tennessee|vermont|virginia|wisconsin|wyoming"
    rf"|{'|'.join(map(re.escape, _SEATS))})\b"
)
"""A country, a US state or its seat."""


def is_told(place: str, told: str, where: Jurisdiction | None) -> bool:
    """Whether a text names a place, by its country too, or tells what holds in all of the EU.

    `place` is one that `ELSEWHERE` found, `told` in lower case, `where` what the text holds in.
    """
    whole = _PLACE_OF.get(place, place)
    named = place in told or whole in told
    return named or (where is Jurisdiction.EU and bool(_IN_EU.fullmatch(whole)))

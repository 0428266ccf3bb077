"""From ranked statements to what is shown: enough to answer, and no more than a person reads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.model import Statement, Unknown
from knowledge.questions.base.index import Index
from knowledge.questions.base.telling import names_later
from knowledge.questions.composing.sides import all_sides, sides_of
from knowledge.questions.ranking.fit import lacks
from knowledge.questions.ranking.order import STATES
from knowledge.questions.ranking.rank import Ranked
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import Audience, Kind, Property
from knowledge.weigh import Disagreement, disagreements, standing

ROOM = 680  # characters of statements in an answer; what follows them needs some of a chat's 900
_DISPUTE_ROOM = 1_500
WIDE_ROOM = 1_900  # in a list, a comparison or a disagreement
_MOST = 4  # statements of a plain answer
_ALIKE = 3  # statements of one entry and property among the best five, which say what is listed
_NEAR = 3.0  # points below the best that a further statement may lie
_LIST = re.compile(
    r"(?<!entity )\blist\b|\bwhat all\b|\bwho all\b|\bname (?:the|all|its|their)\b"
    r"|\bwhich (?:\w+ ){0,3}(?:models|states|companies|labs|laws|countries|bills|firms|rules"
    r"|developers)\b"
    r"|\bevery (?:\w+ )?(?:model|law|rule|bill|act|state|compan|lab|order|date|quote|dut|fine|step)"
    r"|\benumerate\b|\ball (?:the|of)\b|\ball (?:\w+ ){0,2}(?:models|states"
    r"|laws|bills|rules"
    r"|duties|bans|fines|editions|versions|letters|dates)\b|\bwhat (?:\w+ ){0,2}(?:models|states"
    r"|companies|labs|laws|bills|rules|duties|obligations|requirements|risks|layers|versions"
    r"|editions|uses|practices|powers|conditions|promises|tests|criteria|exemptions|agencies)\b"
    r"|\b(?:two|three|four|five|six|seven|eight) \w+\b.*\b(?:which|who|what (?:are|were) they)\W*$",
)
_KINDS = re.compile(
    r"\b(?:which|what|list|all|every|name)\b(?: \w+){0,4}? (models|states|laws|bills|acts|rules)\b",
)
_DISPUTED = re.compile(
    r"\bdisagree|\bconflict|\bcontradict|\bwhich is it\b|\bsome (?:say|trackers|sites|outlets"
    r"|people)\b|\bdiffer"
    r"|\btrue\b|\bwho is right\b|\bor just\b|\bor was it\b|\bsources? (?:say|split)|\boutlets\b"
    r"|\breports? (?:say|vary)"
    r"|\bi keep (?:seeing|reading)|\bkeep (?:seeing|reading)|\bor (?:not|no)\b|\bactually\b"
    r"|\breally\b",
)
_SOME = re.compile(  # people of whom other things hold than of everyone
    r"\bforeign|\bnational|\bcitizen|\bcontract|\bdefen[cs]e\b|\bpentagon\b|\bmilitary\b"
    r"|\bwar\b|\bgovernment|\bfederal\b|\bagenc|\bemploye|\bstaff\b|\bpartner|\bcustomer"
    r"|\bsubscri|\bpaying\b|\bplus\b|\bpro\b|\bteam\b|\benterprise|\bresearch|\bamerican"
    r"|\bus persons?\b|\bwho\b|\btester|\binstitute\b|\bmaintainer|\binfrastructure\b"
    r"|\bimmigrant|\bgreen card|\bvisa\b|\borgani[sz]ation"
)
_STILL = re.compile(r"\bstill\b|\b(?:any|no) ?(?:more|longer)\b")
_APART = frozenset({Audience.DEFENCE_CONTRACTORS})
_AHEAD = frozenset({Property.NEXT, Property.DEADLINE})
_STANDS = _AHEAD.union(STATES)  # beside what sources do not tell: how it stands and what is due
_STANDS_FOR = {
    Property.BINDINGNESS: re.compile(
        r"\bmandat|\border|\brequir|\bforce|\bvoluntar|\bcompel|\boblig|\bmust\b",
    ),
    Property.STATUS: re.compile(
        r"\bpass|\bassent|\benact|\bin force|\bstill\b|\bsince\b|\brepeal|\bapprov|\bbecame\b"
        r"|\blaw\b",
    ),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The statements to show, best first, and the disagreements to show with them."""

    statements: tuple[Statement, ...]
    disputes: tuple[Disagreement, ...]


def is_list(analysis: Analysis) -> bool:
    """Whether several entries are asked for."""
    return bool(_LIST.search(analysis.asking))


def is_disputed(analysis: Analysis) -> bool:
    """Whether the question itself speaks of differing reports."""
    return bool(_DISPUTED.search(analysis.asking))


def choose(
    index: Index, analysis: Analysis, ranked: Sequence[Ranked], day: date, dated: bool = False
) -> Chosen:
    """What to show of ranked statements; `ranked` is best first and not empty.

    `dated` says that the question is about that day; what is beside the answer names none later.
    """
    sides = sides_of(index, analysis, ranked)
    if sides:
        return Chosen(
            tuple(_fitting(all_sides(index, analysis, sides, ranked, day), WIDE_ROOM)), ()
        )
    if is_list(analysis):
        if _is_not_told(ranked):
            rivals = (r.statement for r in ranked[1:3] if ranked[0].score - r.score <= _NEAR)
            return Chosen(tuple(_fitting([ranked[0].statement, *rivals], ROOM)), ())
        alike = _all_alike(index, analysis, ranked, day)
        spread = [r.statement for r in _spread(_of_kind(index, analysis, ranked))]
        if len(alike) >= _ALIKE:  # they are the list
            spread = [one for one in spread if one.subject == alike[0].subject]
        told = _not_lacking(index, analysis, [*alike, *spread])
        return Chosen(tuple(_fitting(told, WIDE_ROOM)), ())
    best = ranked[0]
    lead = _general_first(index, analysis, best.statement, day)
    disputes = _disputes(index, best.statement)
    if disputes:
        lead += _not_told_beside(ranked)
        shown = sum(map(_length, (best.statement, *lead[1:])))
        room = _DISPUTE_ROOM if is_disputed(analysis) else ROOM - shown
        return Chosen(tuple(lead), tuple(_within(one, room) for one in disputes))
    told = _not_lacking(index, analysis, [*lead, *_beside(index, analysis, ranked, day, dated)])
    return Chosen(tuple(_fitting(told, ROOM)[:_MOST]), ())


def _not_lacking(index: Index, analysis: Analysis, told: Sequence[Statement]) -> list[Statement]:
    """The first, and of the others those that may answer by themselves."""
    return [*told[:1], *(s for s in told[1:] if not lacks(index, analysis, s))]


def _beside(
    index: Index, analysis: Analysis, ranked: Sequence[Ranked], day: date, dated: bool
) -> list[Statement]:
    """What stands beside the best statement: how its entry stands, then what is near to it."""
    best = ranked[0]
    near = [r.statement for r in ranked[1:8] if best.score - r.score <= _NEAR]
    stands = how_it_stands(index, analysis, best.statement, day)
    same = [s for s in near if s.subject == best.statement.subject]
    named = frozenset(analysis.links.entries)
    others = [
        s
        for s in near
        if s.subject != best.statement.subject
        and (not named or not named.isdisjoint((s.subject, *s.about)))
    ]
    if isinstance(best.statement.value, Unknown):  # other things would look like the answer
        found = [s for s in (*stands, *same) if s.property in _STANDS]
    else:
        found = [*stands, *same, *others]
    if not _SOME.search(analysis.asking):
        found = [s for s in found if not (s.access and s.access.audience in _APART)]
    return [s for s in found if not dated or _is_of_day(s, day)]


def _is_of_day(statement: Statement, day: date) -> bool:
    """Whether it tells nothing of later days, but for what was to come and when it ended."""
    ahead = statement.property in _AHEAD or statement.valid_to is not None
    return ahead or not names_later(statement.text, day)


def _general_first(index: Index, analysis: Analysis, best: Statement, day: date) -> list[Statement]:
    """The best statement, and before it how its entry stands, where "still" asks for that.

    Where it tells of somebody's access, what holds for everyone as well: that comes first unless
    the question speaks of such people.
    """
    current = standing(index.told_of(best.subject), day)
    if _STILL.search(analysis.asking) and best.property not in STATES:
        return [*[s for s in current if s.property is Property.STATUS][:1], best]
    if best.access is None or best.access.audience is Audience.EVERYONE:
        return [best]
    everyone = [s for s in current if s.access and s.access.audience is Audience.EVERYONE][:1]
    return [best, *everyone] if _SOME.search(analysis.asking) else [*everyone, best]


def _within(dispute: Disagreement, room: int) -> Disagreement:
    """The disagreement with as many of its sides as there is room for, at least two."""
    kept = 0
    for side in dispute.sides:
        room -= _length(side)
        kept += room >= 0
    kept = max(kept, 2)
    return replace(dispute, sides=dispute.sides[:kept], left=max(len(dispute.sides) - kept, 0))


def _length(statement: Statement) -> int:
    """What a side takes, with why it is doubted, preferred or not."""
    return len(statement.text) + len(statement.doubt) + len(statement.reason)


def _is_not_told(ranked: Sequence[Ranked]) -> bool:
    """Whether the sources do not tell, and none near says more."""
    best = ranked[0]
    rivals = (r for r in ranked[1:4] if best.score - r.score <= _NEAR / 3)
    return isinstance(best.statement.value, Unknown) and not any(
        r.statement.property is best.statement.property
        and not isinstance(r.statement.value, Unknown)
        for r in rivals
    )


def _not_told_beside(ranked: Sequence[Ranked]) -> list[Statement]:
    """What the sources do not tell of the best one's entry, where the question is near to it."""
    best = ranked[0]
    if isinstance(best.statement.value, Unknown):
        return []
    return [
        one.statement
        for one in ranked[1:3]
        if isinstance(one.statement.value, Unknown)
        and one.statement.subject == best.statement.subject
        and best.score - one.score <= _NEAR / 2
    ][:1]


def _all_alike(
    index: Index,
    analysis: Analysis,
    ranked: Sequence[Ranked],
    day: date,
) -> list[Statement]:
    """Where one entry is named: the best statement and all others of its property."""
    links, top = analysis.links, [r.statement for r in ranked[:5]]
    counts = Counter((one.subject, one.property) for one in top)
    best = max(top, key=lambda one: counts[one.subject, one.property])
    named = best.subject in (*links.entries, *links.hinted[:1])
    if not named and counts[best.subject, best.property] < _ALIKE:
        return []
    first = [r.statement for r in ranked if r.statement.subject == best.subject]
    others = standing(index.told_of(best.subject), day)
    return [s for s in (*first, *others) if s.property is best.property]


def _of_kind(index: Index, analysis: Analysis, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Those on entries of the kind that is to be listed, if there are several."""
    match = _KINDS.search(analysis.text.casefold())
    if match is None:
        return ranked
    kind = Kind.MODEL if match[1] == "models" else Kind.DIRECTIVE
    found = [one for one in ranked if index.kinds[one.statement.subject] is kind]
    return found if len({one.statement.subject for one in found}) > 1 else ranked


def _spread(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The best of each entry, as far as they are near the best of all, then seconds."""
    firsts: dict[str, Ranked] = {}
    for one in ranked:
        firsts.setdefault(one.statement.subject, one)
    near = [one for one in firsts.values() if ranked[0].score - one.score <= 2 * _NEAR]
    seconds = [
        one for one in ranked[:6] if one not in near and ranked[0].score - one.score <= _NEAR
    ]
    return [*near[:7], *seconds[:2]]


def _disputes(index: Index, statement: Statement) -> tuple[Disagreement, ...]:
    """The disagreement that a statement is a side of, if it is one."""
    group = [
        other
        for other in index.told_of(statement.subject)
        if (other.property, other.topic) == (statement.property, statement.topic)
    ]
    return tuple(one for one in disagreements(group) if statement in one.sides)


def how_it_stands(index: Index, analysis: Analysis, best: Statement, day: date) -> list[Statement]:
    """What sets a question's premise right: how the entry stands, where the words touch on it."""
    text = analysis.text.casefold()
    current = standing(index.told_of(best.subject), day)
    found: list[Statement] = []
    for wanted, cue in _STANDS_FOR.items():
        if best.property is wanted or not cue.search(text):
            continue
        found += [s for s in current if s.property is wanted][:1]
    return found


def _fitting(statements: Sequence[Statement], room: int) -> list[Statement]:
    """As many as fit, the first always."""
    kept: list[Statement] = []
    for statement in dict.fromkeys(statements):
        room -= len(statement.text) + len(statement.doubt)
        if kept and room < 0:
            break
        kept.append(statement)
    return kept

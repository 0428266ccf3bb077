"""What the base says of its sources on a thing: where they differ, what they leave open, which
they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import TYPE_CHECKING

from knowledge import queries
from knowledge.answers import Answered, Nothing, Sentences, disputes_of, evidence_of
from knowledge.model import Statement, Unknown
from knowledge.questions.base.index import Index
from knowledge.questions.language.normalise import stem
from knowledge.questions.queries.leftover import has_all, left_over
from knowledge.questions.ranking.order import is_later
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import THINGS
from knowledge.weigh import Disagreement, disagreements, standing

if TYPE_CHECKING:
    from knowledge.desk import Desk

_SOURCES = (
    r"(?:sources?|reports?|reporting|outlets?|accounts|press|media|papers|newspapers|trackers)"
)
_DIFFER = re.compile(
    rf"\b{_SOURCES}\b.*\b(?:disagree|differ|diverge|contradict|conflict|vary|at odds|split)"
    rf"|^(?=.*\b{_SOURCES}\b).*(?:\bnot|n['’]t)\b.* agree"
    rf"|\b(?:disagree|differ|diverge|contradict|conflict)s?\b.*\b{_SOURCES}\b"
    rf"|\b(?:conflicting|contradictory|differing|contradicting|diverging) {_SOURCES}\b"
    r"|\b(?:disagreement|contradiction|discrepanc(?:y|ie)|inconsistenc(?:y|ie))s?\b"
    r"|\bwhat(?:'s| is| are)? (?:still )?(?:disputed|contested)\b"
    r"|\bwhich (?:\w+ )?(?:points|facts|dates|claims) .*\b(?:disputed|contested|disagree)"
    r"|\b(?:is|are) (?:anything|something|there anything) (?:still )?(?:disputed|contested)\b"
)
_OPEN = re.compile(
    r"\bwhat(?:'s| is| are| remains| else is)? (?:still |yet )?(?:unknown|not known|unclear"
    r"|unsettled|unresolved|untold|not told|left open)\b"
    rf"|\bwhat (?:do|does|did) (?:the |your )?{_SOURCES} not (?:tell|say|know|reveal)\b"
    rf"|\bwhat (?:do|does|did)(?:n't| not) (?:the |your )?{_SOURCES} (?:tell|say|know|reveal)\b"
    r"|\b(?:known )?unknowns\b|\bopen questions\b|\bwhat is(?:n't| not) known\b"
    r"|\bwhat (?:don't|do not) (?:we|you) know\b|\bwhat do (?:we|you) not know\b"
)
_CITED = re.compile(
    r"(?<!open )(?<!open-)\b(?:sources?|evidence|citations?|references?)\b"
    r".*\b(?:for|on|about|behind|of|regarding)\b"
    r"|\b(?:what|which) (?:are (?:the|your) )?(?:sources|citations|references)\b"
    r"|\bsources\W*$|^(?:a |the )?(?:links?|url)\b"
)
_ASKING = frozenset(
    {"source", "sources", "report", "reports", "reporting", "outlet", "outlets", "accounts"}
    | {"press", "media", "papers", "newspapers", "trackers", "disagree", "disagrees", "differ"}
    | {"differs", "diverge", "contradict", "contradicts", "conflict", "conflicts", "vary", "odds"}
    | {"split", "agree", "conflicting", "contradictory", "differing", "contradicting", "diverging"}
    | {"disagreement", "disagreements", "contradiction", "contradictions", "discrepancy"}
    | {"discrepancies", "inconsistency", "inconsistencies", "disputed", "contested", "points"}
    | {"point", "facts", "dates", "claims", "anything", "something", "still", "regarding"}
    | {"concerning", "each", "other", "another", "one", "list", "show", "tell", "give", "name"}
    | {"don't", "doesn't", "isn't", "aren't", "don", "doesn", "isn", "aren", "t", "else"}
    | {"unknown", "known", "unclear", "unsettled", "unresolved", "untold", "told", "left", "open"}
    | {"link", "links", "url", "official", "remains", "say", "know", "reveal", "unknowns"}
    | {"questions", "evidence", "citation"}
    | {"citations", "reference", "references", "behind", "between", "exists", "many"}
)


def of_reports(
    desk: Desk, index: Index, analysis: Analysis, day: date
) -> Answered | Nothing | None:
    """Where sources differ on what is named, what they do not tell, or which there are.

    All of it, or what has every further word of the question; None where that is not asked for.
    """
    named = _named(index, analysis)
    if not named:
        return None
    asking = analysis.asking
    more = left_over(analysis, _ASKING, desk.today)
    if analysis.language_note:  # what no cue turned into English can be found nowhere
        more = {word for word in more if stem(word) in index.rarity}
    if _DIFFER.search(asking):
        return _differing(desk, index, named, more, day)
    if _OPEN.search(asking):
        return _untold(desk, index, named, more, day)
    if _CITED.search(asking) and len(named) == 1 and not more:
        return queries.sources(desk, desk.names.named(named[0]), day)
    return None


def _named(index: Index, analysis: Analysis) -> Sequence[str]:
    """The models and rules that are named or meant; where there are none, whoever is named."""
    links = analysis.links
    things = [entry for entry in links.entries if index.kinds[entry] in THINGS]
    return things or links.entries or links.hinted[:1]


def _differing(
    desk: Desk, index: Index, named: Sequence[str], more: AbstractSet[str], day: date
) -> Answered | Nothing | None:
    points = [point for point in _points(index, named, day) if has_all(_told(point), more)]
    if not points and more:
        return None
    entries = desk.named(named)
    titles = " and ".join(entry.title for entry in entries)
    if not points:
        reason = f"The base has no point on {titles} on which its sources differ."
        return Nothing(reason=reason, nearest=entries, as_of=day, checked_to=desk.checked_to)
    return Answered(
        title=f"Where sources differ on {'that of ' if more else ''}{titles}",
        body=Sentences(()),
        disputes=disputes_of(desk.store, points),
        entries=entries,
        as_of=day,
        checked_to=desk.checked_to,
    )


def _points(index: Index, named: Sequence[str], day: date) -> list[Disagreement]:
    """The disagreements on these, those of their own entries first."""
    subjects = dict.fromkeys(
        [*named, *(s.subject for s in index.statements if not {*named}.isdisjoint(s.about))]
    )
    every = (s for subject in subjects for s in index.told_of(subject) if not is_later(s, day))
    return [
        point
        for point in disagreements(every)
        if point.subject in named or any(not {*named}.isdisjoint(s.about) for s in point.sides)
    ]


def _told(point: Disagreement) -> str:
    return " ".join((point.topic, *(side.text for side in point.sides)))


def _untold(
    desk: Desk, index: Index, named: Sequence[str], more: AbstractSet[str], day: date
) -> Answered | Nothing | None:
    told = [
        statement
        for statement in standing(index.statements, day)
        if _is_untold(statement) and not {*named}.isdisjoint((statement.subject, *statement.about))
        if has_all(statement.text, more)
    ]
    if not told and more:
        return None
    entries = desk.named(named)
    titles = " and ".join(entry.title for entry in entries)
    if not told:
        reason = f"The base notes nothing on {titles} that its sources leave open."
        return Nothing(reason=reason, nearest=entries, as_of=day, checked_to=desk.checked_to)
    return Answered(
        title=f"What the sources do not tell on {titles}",
        body=Sentences(tuple(evidence_of(desk.store, told))),
        entries=entries,
        as_of=day,
        checked_to=desk.checked_to,
    )


def _is_untold(statement: Statement) -> bool:
    return isinstance(statement.value, Unknown)

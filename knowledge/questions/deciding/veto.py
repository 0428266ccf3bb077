"""What must not be answered as asked, whatever the ranking says; each with words of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import Answer, Answered, Closest, Nothing, Sentences, evidence_of
from knowledge.model import Statement
from knowledge.questions.asking.operations import Operation
from knowledge.questions.asking.refuse import asks_no_fact
from knowledge.questions.base.index import Index
from knowledge.questions.composing import compose
from knowledge.questions.deciding.premise import other_doer
from knowledge.questions.language.normalise import stem
from knowledge.questions.ranking.concern import mentions
from knowledge.questions.ranking.rank import Ranked
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import PARTIES, THINGS, Kind, Property

if TYPE_CHECKING:
    from knowledge.desk import Desk

_FEW = 4  # words, beyond which a question in another language may be about something after all
_SELDOM = 4  # statements that have a word, up to which it may tell what is meant
_POINTS = re.compile(
    r"\b(?:it|this|that|they|them|these|those|he|she|him|her)\b(?! (?:week|month|year))"
    r"|\bwhich (?:one|of (?:them|the two))\b"
)
_WHO_DID = re.compile(r"(?:and |so |but )?who (?:else )?(?:(?:has|have|had|did|will) )?[a-z]+$")
_ASKS = frozenset(
    stem(word)
    for word in (
        *("since", "mean", "means", "long", "one", "many", "much", "big", "old", "date", "day"),
        *("days", "time", "year", "month", "country", "place", "person", "number", "exactly"),
        *("fine", "penalty", "price", "cost", "status", "scope", "exception", "exemption"),
        *("requirement", "duty", "obligation", "threshold", "reason", "basis", "list"),
        *("kind", "sort", "thing", "often", "test", "hello", "thanks", "ok", "yes", "please"),
    )
)
_NAMED_BY = (Property.ISSUER, Property.QUOTE, Property.MAKER)
_VIEW = re.compile(
    r"\b(?:say|says|said|thinks?|comment\w*|react\w*|respon[ds]\w*|repl(?:y|ied)|position|opinion"
    r"|views?|stance|statement|take on|support\w*|oppos\w*|back(?:s|ed)?|endors\w*)\b"
)


def unknown_version(desk: Desk, analysis: Analysis, day: date) -> Nothing | None:
    """A version that is not in the base is not its neighbour: GPT-5.7 is not GPT-5.6."""
    if not analysis.links.unknown:
        return None
    asked = analysis.links.unknown[0]
    family = asked.split()[0]
    siblings = [
        entry for name, ids in desk.names.all().items() if family in name.split() for entry in ids
    ]
    reason = (
        f"I have no entry for “{asked}”; a number is never guessed. "
        "Not being listed does not mean that there is no rule."
    )
    nearest = tuple(n for n in desk.named(siblings) if n.kind in THINGS)[:5]
    return Nothing(reason=reason, nearest=nearest, as_of=day, checked_to=desk.checked_to)


def nothing_named(desk: Desk, index: Index, analysis: Analysis, day: date) -> Nothing | None:
    """A few words of which none tells what they are about: "since when?", "who may use it"."""
    links = analysis.links
    named = links.entries or links.places or links.used or analysis.days.mentioned
    if named or len(analysis.words) > _FEW:
        return None
    telling = [word for word in analysis.content if word not in _ASKS]
    if _WHO_DID.match(analysis.asking):  # "who dissented?" is of one case, "who joined?" of many
        telling = [word for word in telling if len(index.postings.get(word, ())) <= _SELDOM]
    if not _POINTS.search(analysis.asking) and any(word in index.rarity for word in telling):
        return None
    if analysis.operation not in {Operation.GET, Operation.COMPARE}:
        return None
    reason = (
        "I can't tell what that is about. Name a model, a rule, a person or a company; "
        "the command `help` lists what else there is."
    )
    return Nothing(reason=reason, nearest=(), as_of=day, checked_to=desk.checked_to)


def wrong_name(
    desk: Desk,
    index: Index,
    analysis: Analysis,
    ranked: Sequence[Ranked],
    day: date,
) -> Answer | None:
    """A person in the question whom no statement of the named entry knows: the premise is off.

    So is an organisation whose view on it is asked for. Where the question says that a person did
    it, the answer is who did, with the statement that tells so. Otherwise there is none: what
    else is told of the entry is not what was asked.
    """
    if analysis.operation is Operation.COMPARE:
        return None
    other = other_doer(index, desk.names, analysis, ranked)
    if other is not None:
        person, thing, doers = other
        stands = compose.how_it_stands(index, analysis, doers[0], day)
        return _not_by(desk, person, thing, [*doers, *stands], day)
    doubted = PARTIES if _VIEW.search(analysis.asking) else (Kind.PERSON,)
    parties = [e for e in analysis.links.entries if index.kinds[e] in doubted]
    things = [e for e in analysis.links.entries if index.kinds[e] in THINGS]
    if len(parties) != 1 or not things:
        return None
    concerned = (
        index.statements[row]
        for thing in things
        for rows in (index.of_entry, index.about_entry)
        for row in rows.get(thing, ())
    )
    if any(mentions(desk.names, one, parties[0]) for one in concerned):
        return None
    own = (one for thing in things for one in index.told_of(thing))
    if not any(one.property in _NAMED_BY for one in own):
        return None  # it may only be that the sources name nobody
    thing, party = (desk.names.named(one).title for one in (things[0], parties[0]))
    reason = f"No statement on {thing} names {party}. The closest entries:"
    entries = desk.named([*things, parties[0]])
    return Closest(reason=reason, entries=entries, as_of=day, checked_to=desk.checked_to)


def _not_by(desk: Desk, person: str, thing: str, shown: Sequence[Statement], day: date) -> Answered:
    return Answered(
        title="",
        body=Sentences(tuple(evidence_of(desk.store, dict.fromkeys(shown)))),
        entries=desk.named([thing]),
        remarks=(f"No statement says that it was {desk.names.named(person).title}.",),
        as_of=day,
        checked_to=desk.checked_to,
    )


def no_fact(desk: Desk, analysis: Analysis, day: date) -> Nothing | None:
    """A joke, a poem, the weather: nothing that sources tell."""
    if not asks_no_fact(analysis.text):
        return None
    reason = "That is outside what I cover: AI release rules, and who said what about them."
    return Nothing(reason=reason, nearest=(), as_of=day, checked_to=desk.checked_to)

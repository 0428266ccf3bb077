"""Lists of models and rules that a question asks for by what they have in common: a query."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import TYPE_CHECKING

from knowledge.model import Known, Statement
from knowledge.questions.base.index import Index
from knowledge.questions.language.normalise import stem
from knowledge.questions.queries.dated import done_in
from knowledge.questions.queries.leftover import says_not
from knowledge.questions.queries.narrowed import SIGNS, models_of, names_of_models, narrowed
from knowledge.questions.reading.analyse import Analysis
from knowledge.vocabulary import (
    THINGS,
    AccessState,
    Audience,
    Instrument,
    Property,
)
from knowledge.weigh import standing

if TYPE_CHECKING:
    from knowledge.desk import Desk

_RULES = frozenset(Instrument) - {
    Instrument.COMPANY_POLICY,
    Instrument.INVESTIGATION,
    Instrument.BILL,
    Instrument.POLICY_PLAN,
    Instrument.REQUEST,
    Instrument.COMMITMENT,
}
_LAWS = frozenset({Instrument.STATUTE, Instrument.REGULATION})
_NOUNS: tuple[tuple[re.Pattern[str], frozenset[Instrument] | None], ...] = tuple(
    (re.compile(rf"\b(?:{noun})\b"), forms)
    for noun, forms in (
        (r"models|prices|every (?:\w+ )?model", None),  # no legal form: models
        (r"(?:executive )?orders|eos", frozenset({Instrument.EXECUTIVE_ORDER})),
        (
            r"(?:company|companies|lab|labs|developers?|own)\b.{0,30}\b(?:frameworks|policies)",
            frozenset({Instrument.COMPANY_POLICY}),
        ),
        (r"investigations|probes|inquiries", frozenset({Instrument.INVESTIGATION})),
        (r"bills", frozenset({Instrument.BILL})),
        (r"laws|statutes|acts", _LAWS),
        (
            (
                r"rules|regulations|measures|directives"
                r"|^what (?:took|takes|came|comes|entered|enters|went|goes|became|becomes|starts?"
                r"|started|begins?|began|appl(?:y|ies|ied))"
            ),
            _RULES,
        ),
    )
)
_ASKS = re.compile(
    r"^(?:which|what|whats|list|name|all|every|any|show|give|tell|are there|is there)\b"
    r"|^(?:[\w-]+ ){0,4}?(?:models|bills|laws|statutes|acts|rules|regulations|orders|frameworks"
    r"|policies|investigations|probes|prices)\b"
    r"|\blist\b|\ball\b|\bdo you (?:have|know|track|cover)\b|\byou (?:track|have|cover)\b"
)
_I_HAVE = re.compile(r"\byou (?:track|have|cover)\b")
_AHEAD = ("upcoming", "adopted", "deferred")
_ENDED = ("enjoined", "stayed", "repealed", "rescinded", "superseded", "ended", "never-issued")
_IN_FORCE = r"(?:in force|in effect|active|in place)"
_STATUS = (
    (re.compile(rf"\bnot yet {_IN_FORCE}\b|\bupcoming\b"), _AHEAD),
    (re.compile(rf"(?:\bnot|n['’]t) {_IN_FORCE}\b"), (*_AHEAD, *_ENDED)),
    (re.compile(r"\benjoined\b|\bblocked\b|\bstayed\b|\bon hold\b"), ("enjoined", "stayed")),
    (re.compile(r"\bdeferred\b|\bdelayed\b|\bpostponed\b"), ("deferred",)),
    (re.compile(rf"\b{_IN_FORCE}\b"), ("in-force",)),
    (re.compile(r"\bpending\b|\bproposed\b|\bintroduced\b"), ("proposed",)),
    (re.compile(r"\brepealed\b|\brevoked\b|\brescinded\b"), ("repealed", "rescinded")),
    (re.compile(r"\bopen\b(?!.{0,3}(?:weight|source))|\bongoing\b|\brunning\b"), ("in-force",)),
)
_NEGATED = re.compile(  # what is told as well as its contrary: "not in force", "not open source"
    rf"(?:\bnot|n['’]t) (?:yet )?(?:{_IN_FORCE}|open|public|(?:generally |publicly )?available)\b"
)
_OF_RULES = re.compile(
    r"\b(?:enjoined|blocked|stayed|on hold|repealed|revoked|rescinded|deferred|adopted|in force)\b"
)  # models are not so, or it means another thing of them
_OPEN = re.compile(r"\bopen.?(?:weights?|sourced?)\b|\bdownload")
_PUBLIC = re.compile(
    r"\b(?:can|may) (?:i|we|you|people) (?:still )?(?:use|get|access)\b|\bfree to use\b"
    r"|\b(?:every|any)(?:one|body)\b|\b(?:generally|publicly) available\b|\b(?:are|is) out\W*$"
)
_FREELY = re.compile(  # what is no negation of what is listed
    r"\b(?:without|no) (?:\w+ )?(?:approval|permission)\b"
    r"|(?:\bnot|n['’]t) (?:need|require) (?:\w+ )?(?:approval|permission)\b"
)
_NOT_FREELY = re.compile(  # two negations: what may be used with an approval only
    r"\b(?:can(?:not|['’]t)|(?:can|may)(?: (?:i|we|you|people))? not)\b.*"
    r"\bwithout (?:\w+ )?(?:approval|permission)\b"
)
_KEPT = re.compile(
    r"\blimited\b|\brestricted\b|\bgated\b|\btrusted\b"
    r"|\b(?:needs?|requires?|asks? for) (?!no\b)(?:\w+ )?(?:approval|permission)\b"
)
_SHOWN = (
    (re.compile(r"\bpric|\bcosts?\b"), Property.PRICE),
    (re.compile(r"\bpenalt|\bfines?\b"), Property.PENALTY),
    (re.compile(r"\blicen[cs]e"), Property.LICENCE),
    (re.compile(r"\bwho makes\b|\bmakers?\b"), Property.MAKER),
)
_SAID = """
list name names all every any each show give tell know have track cover file base database number
numbers ai artificial intelligence current currently version versions date dates exist now today
so far please right just model models law laws statute statutes act acts rule rules regulation
regulations measure measures directive directives executive order orders eo eos bill bills policy
policies framework frameworks company companies lab labs developer developers own safety
investigation investigations probe probes inquiry inquiries state states federal congress national
besides except other apart aside force effect active place pending proposed introduced repealed
revoked rescinded open ongoing running sign signed pass passed adopt adopted take took takes enter
entered issue issued publish published release released releases launch launched start started
begin began come came out weight weights source sourced download everyone everybody anyone anybody
generally publicly available limited restricted gated trusted public price prices pricing cost
costs penalty penalties fine fines licence license maker makers make makes api use used list what
else there still only enjoined blocked stayed hold court courts deferred delayed postponed yet
upcoming whose access accessible type kind one ones went go goes become becomes became
applicable apply applies applied from since comes takes enters begins starts outside free without
prior approval permission need needs require requires ask asks moment available
"""
_PLAIN = frozenset(stem(word) for word in _SAID.split())
_FEWEST = 2  # of what is told apart by its place or its maker only


def in_common(
    desk: Desk, index: Index, analysis: Analysis, day: date
) -> tuple[Statement, ...] | None:
    """One statement of each entry that has all that is asked for, in order of their ids.

    Only where every word of the question is understood as a part of the query.
    """
    text = _NOT_FREELY.sub("restricted", analysis.asking)
    noun = next((one for one in _NOUNS if one[0].search(text)), None)
    if noun is None or not _ASKS.search(text):
        return None
    left = _left_over(index, analysis, text)
    family = _family(desk, index, analysis) if noun[1] is None else frozenset[str]()
    if left is None or not left <= {stem(word) for word in family}:
        return None
    if noun[1] is None and _OF_RULES.search(text):
        return None
    if says_not(_FREELY.sub(" ", text)) and not _NEGATED.search(text):
        return None
    if noun[1] is None and _is_of_state_of_rules(text):
        return None
    forms = desk.store.forms()
    if noun[1] is None:
        entries = models_of(desk, index, analysis, family)
    else:
        signed = noun[1] == {Instrument.BILL} and re.search(r"\bsign|\bpass", text)
        wanted = noun[1] | _LAWS if signed else noun[1]
        of_form = [entry for entry, (form, _) in forms.items() if form in wanted]
        entries = narrowed(index, analysis, of_form)
    choose = _chooser(analysis, text, noun[1] is None, desk.today)
    day = desk.today if analysis.days.mentioned else day  # the days are those of what is listed
    found = [choose(standing(index.told_of(entry), day)) for entry in sorted(entries)]
    told = tuple(one for one in found if one is not None)
    told_apart = any(cue.search(text) for cue in (*(cue for cue, _ in _STATUS), SIGNS))
    told_apart = told_apart or bool(analysis.days.mentioned)
    return told if len(told) >= (1 if told_apart else _FEWEST) else None


def _is_of_state_of_rules(text: str) -> bool:
    """Whether a state is asked for that models do not have as rules do: pending, upcoming, open."""
    of_access = (_PUBLIC, _FREELY, _KEPT, _OPEN, _NEGATED)
    stated = any(cue.search(text) for cue, _ in _STATUS)
    return stated and not any(cue.search(text) for cue in of_access)


def _left_over(index: Index, analysis: Analysis, text: str) -> AbstractSet[str] | None:
    """The words that say neither what is listed nor what it has; None where a thing is named."""
    links = analysis.links
    if any(index.kinds[e] in THINGS for e in links.entries):
        return None
    plain = _PLAIN | {stem("frontier")} if re.search(r"\bframeworks|\bpolicies", text) else _PLAIN
    plain = plain if _I_HAVE.search(text) else plain - {stem("cover")}  # others cover things, too
    rest = [w for w in analysis.content if w not in plain and not w.isdigit()]
    months = {stem(f"{day:%B}".casefold()) for day in analysis.days.mentioned}
    return set(rest) - months


def _family(desk: Desk, index: Index, analysis: Analysis) -> AbstractSet[str]:
    """The words that name a family of models, with the number that follows them: "gpt 6"."""
    names = names_of_models(desk, index)
    named = [word in names and not word[0].isdigit() for word in analysis.words]
    after = zip(analysis.words, [False, *named], strict=False)
    numbers = {word for word, follows in after if follows and word[0].isdigit()}
    return numbers.union(w for w, is_name in zip(analysis.words, named, strict=True) if is_name)


def _chooser(
    analysis: Analysis, text: str, models: bool, today: date
) -> Callable[[Sequence[Statement]], Statement | None]:
    """What picks the statement of an entry to show; None for an entry that is not asked for."""
    values = next((values for cue, values in _STATUS if cue.search(text)), ())
    negated = bool(_NEGATED.search(text))
    public = bool(_PUBLIC.search(text) or _FREELY.search(text))
    done = done_in(analysis, text, today)
    of = next((of for cue, of in _SHOWN if cue.search(text)), Property.DEFINITION)

    def choose(told: Sequence[Statement]) -> Statement | None:
        if done is not None:
            return _first(told, done.is_told)
        if models and _OPEN.search(text):
            licence = ("closed",) if negated else ("open",)
            return _first(told, lambda s: _has_value(s, Property.LICENCE, licence))
        if models and (negated or public or _KEPT.search(text)):
            return _by_access(told, public and not negated)
        if values and not models:
            return _first(told, lambda s: _has_value(s, Property.STATUS, values))
        alike = [statement for statement in told if statement.property is of]
        plain = _first(alike, lambda s: s.doubt == "") or _first(alike, bool)
        return plain or (_first(told, bool) if of is Property.DEFINITION else None)

    return choose


def _first(told: Iterable[Statement], fits: Callable[[Statement], bool]) -> Statement | None:
    return next((statement for statement in told if fits(statement)), None)


def _has_value(statement: Statement, of: Property, values: Sequence[str]) -> bool:
    told = statement.value.text if isinstance(statement.value, Known) else ""
    return statement.property is of and any(value in told for value in values)


def _by_access(told: Sequence[Statement], public: bool) -> Statement | None:
    """What says that everyone may use a model, or why only some may."""
    access = [s for s in told if s.access is not None]
    everyone = _first(access, _is_open)
    return everyone if public else (access[0] if access and everyone is None else None)


def _is_open(statement: Statement) -> bool:
    access = statement.access
    return (
        access is not None
        and access.audience is Audience.EVERYONE
        and access.state is AccessState.ALLOWED
    )

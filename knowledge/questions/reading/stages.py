"""A time that a question names by what became of a model: "before the ban", "at launch"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.dates import MONTH_NAMES
from knowledge.model import Known
from knowledge.questions.base.index import Index
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.times.moment import day_after, day_before, middle, written
from knowledge.vocabulary import Kind, Property, Rank
from knowledge.words import words

_STATE = re.compile(  # only of access and of where it stood is it asked by a day
    r"\b(?:access(?:ible)?|availab\w+|usable|status|allowed|permitted|eligible|barred|banned"
    r"|suspended|offline|online|off-limits|open (?:to|for))\b|\bopen\W*$"
    r"|\b(?:can|could|may|might|able to|free to|used to|did|still) (?:[\w'’.-]+ ){0,8}?"
    r"(?:us(?:e|ing)|reach|try|run|deploy)\b"
    r"|\bwho(?: else)?(?: still)? (?:had|has|got|gets|uses|used)\b"
)
_OTHER = re.compile(
    r"\bhow (?:long|many|much|soon|often)\b|\bwhy\b"
    r"|\bwhen (?:did|was|were|is|will)\b|^when\b(?!.*\bwho\b)|\bwhat happened\b"
    r"|\b(?:said|say|says|tells?|told|wrote|signed?|asked|ordered|wanted|announced?)\b"
)
_NOW = re.compile(
    r"^(?:and |so |but |ok )*(?:is|are|can|may|do|does|has|have)\b|\b(?:now|again)\b"
    r"|\bsince (?:[\w'’.-]+ ){0,6}?(?:lifted|restored|reinstated|return|lifting|back)\b"
)
_THE = r"(?P<of>(?:[\w'’.-]+ ){0,5}?)"
_BESIDE = frozenset(  # the names of the model too, but not "second" or another's name
    {"the", "its", "that", "their", "us", "u.s", "s", "american", "federal", "government", "june"}
    | {"export", "control", "first", "initial", "commerce", "department", "lutnick", "washington"}
    | {"very", "full", "brief", "it", "they", "access", "model", "models", "to"}
)
_BAN = (
    r"(?:ban|suspension|shut-?down|blackout|outage|pause|freeze|takedown|(?:export )?controls?"
    r"|restrictions?|curbs?|block)"
)
_ACT = r"(?:order|letter|directive)"
_BANNED = (
    r"(?:banned|suspended|blocked|barred|pulled|restricted|controlled|shut (?:down|off)"
    r"|switched off|turned off|taken (?:down|offline)|disabled)"
)
_DOWN = rf"(?:{_BANNED}|off|down|offline|in (?:force|place))"
_RETURN = r"(?:lifting|return|restoration|reinstatement|unban|comeback)"
_RETURNED = r"(?:lifted|restored|reinstated|dropped|rescinded|removed|unbanned|back)"
_WENT = r"(?:was|were|got|had been|came|went)"
_LAUNCH = r"(?:launch|release|debut|rollout)"
_LAUNCHED = r"(?:launched|(?:first )?came out|was (?:first )?(?:released|launched)|debuted)"
_PREVIEW = r"(?:limited |staged |gated |closed |private )?preview"
_OPENING = r"(?:general availability|ga|(?:public|general|wide|full|broad(?:er)?) release)"
_AT_FIRST = (
    r"\b(?:at first|originally|initially|to begin with"
    r"|(?:at|in|from) the (?:start|beginning|outset)(?! of))\b"
)
_BEFORE = r"\b(?:(?:just |right |shortly )?before|prior to|ahead of|until|up to)"
_AFTER = r"\b(?:(?:just |right |shortly )?after|following|once)"
_DURING = r"\b(?:during|amid|throughout|over the course of)"
_ENDS = (
    r"(?: (?:of|on|for) (?P<whose>[\w'’.-]+(?: [\w'’.-]+){0,5}?))?"
    r"(?= (?:came|hit|went|was issued|began|started|took)\b|[ ]*(?:$|[,;:?!)]|\.(?!\d)))"
)
_MONTH = "|".join(MONTH_NAMES).casefold()
_IN_MONTH = re.compile(rf"\b(?:in|during) (?:{_MONTH})(?: 20\d\d)?\b(?! \d)")
_VAGUE = re.compile(  # what is a day that no calendar has, too
    r"\b(?:back then|at (?:the|that) time|in those days|in the past|formerly|previously|used to"
    r"|earlier this year|the \d{1,2}(?:st|nd|rd|th)|the other day|some time ago"
    r"|a while (?:ago|back)|in the old days"
    r"|[\w.]+ (?:hours?|days?|weeks?|months?|years?) (?:ago|earlier|later|before|after)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})"
    rf"|(?:{_MONTH}) (?:the )?\d{{1,2}}(?:st|nd|rd|th)?)\b"
)
_OFFSET = re.compile(  # "two days" after the ban; the day before it is one
    r"\b(?:(?:hour|day|week|fortnight|month|year)s?(?<!the day)|the day(?= after))"
    r" (?:before|after)\b"
)
_RELATIVE = re.compile(r"\b(?:before|after|during)\b")
_UNREAD = re.compile(  # some stage, whether it is one of the forms below or not
    r"\b(?:before|after|during|while|when|since|until|till|at|upon|following|once|amid|prior to"
    r"|throughout|on the day of) (?:[\w'’.-]+ ){0,6}?"
    rf"(?:{_BAN}|{_ACT}|{_BANNED}|{_RETURN}|{_RETURNED}|{_LAUNCH}|{_LAUNCHED}|{_PREVIEW}|{_OPENING})"
    r"s?\b"
)
_NOT_YET = frozenset({"reported", "announced", "withheld"})
_SUSPENDED = frozenset({"suspended"})
_PREVIEWED = frozenset({"preview"})
_GENERAL = frozenset({"generally-available"})


@dataclass(frozen=True, slots=True)
class Span:
    """A time in which a model had one status, up to the day from which it was otherwise."""

    status: str
    first: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Stage:
    """`text` is the question with the day in place of the words for it; `remark` tells so."""

    text: str
    remark: str


_Day = Callable[[Span], date | None]


def in_days(index: Index, typed: Analysis, taken: Analysis) -> Stage | None:
    """A question whose time is a stage of the models it is about, with the day instead.

    `taken` is the question with what it takes over. The day is one only where all models agree.
    """
    text = typed.text
    asking = text.casefold()
    models = _models(index, taken.links.entries)
    if len(asking) != len(text) or not models:
        return None
    if taken.days.month is not None:
        return _out_in_month(text, taken, [_span(_spans(index, m), frozenset()) for m in models])
    if not _is_of_state(taken):
        return None
    for pattern, statuses, day_of in _STAGES:
        match = pattern.search(asking)
        if match is None or not _is_of_model(match, taken):
            continue
        if _OFFSET.search(asking):
            return None
        spans = [_span(_spans(index, model), statuses) for model in models]
        days = {day_of(span) if span else None for span in spans}
        if len(days) == 1 and (day := days.pop()) is not None and spans[0] is not None:
            return _stage(text, match, day, spans[0])
        return None
    return None


def _out_in_month(text: str, taken: Analysis, spans: Sequence[Span | None]) -> Stage | None:
    """The day in a month on which the models came out, after the one that stands for the month."""
    match, asked, month = _IN_MONTH.search(text.casefold()), taken.days.asked, taken.days.month
    span = spans[0]
    if match is None or asked is None or month is None or not _asks_how_it_stood(taken.asking):
        return None
    if span is None or any(other is None or other.first != span.first for other in spans):
        return None
    first = span.first
    if first <= asked or (first.year, first.month) != (month.year, month.month):
        return None
    return _stage(text, match, first, span)


def _stage(text: str, match: re.Match[str], day: date, span: Span) -> Stage:
    said = f"on {written(day)}"
    return Stage(f"{text[: match.start()]}{said}{text[match.end() :]}", _remark(day, span))


def names_no_day(index: Index, analysis: Analysis) -> bool:
    """Whether a question of how things stood names a time that is no day of the calendar."""
    if not _models(index, analysis.links.entries) or not _is_of_state(analysis):
        return False
    asking = analysis.timed
    foreign = analysis.language_note and _RELATIVE.search(asking)  # its stages are not read
    return bool(foreign or _VAGUE.search(asking) or _UNREAD.search(asking))


def _models(index: Index, entries: Sequence[str]) -> list[str]:
    return [entry for entry in entries if index.kinds[entry] is Kind.MODEL]


def _is_of_state(analysis: Analysis) -> bool:
    """Whether a question without a day asks who could use something, or how it stood."""
    if analysis.days.asked or analysis.days.mentioned:
        return False
    return _asks_how_it_stood(analysis.asking)


def _asks_how_it_stood(asking: str) -> bool:
    stands = bool(_STATE.search(asking)) and not _NOW.search(asking)
    return stands and not _OTHER.search(asking)


def _is_of_model(match: re.Match[str], analysis: Analysis) -> bool:
    """Whether nothing beside "ban" or "launch" makes it one of something else."""
    beside = match.groupdict()
    named = f"{beside.get('of') or ''} {beside.get('whose') or ''}"
    return {*words(named)} <= _BESIDE | analysis.links.used


def _spans(index: Index, model: str) -> list[Span]:
    """The statuses of a model in order of time."""
    told = [s for s in index.told_of(model) if s.property is Property.STATUS]
    return sorted(
        (
            Span(s.value.text, s.valid_from.earliest, s.valid_to.latest if s.valid_to else None)
            for s in told
            if isinstance(s.value, Known) and s.valid_from and s.rank is not Rank.DEPRECATED
        ),
        key=lambda span: span.first,
    )


def _span(spans: Sequence[Span], statuses: frozenset[str]) -> Span | None:
    """The first of such a status; without any, the first in which there was something to use."""
    if statuses:
        return next((span for span in spans if span.status in statuses), None)
    return next((span for span in spans if span.status not in _NOT_YET), None)


def _remark(day: date, span: Span) -> str:
    status = f"“{span.status.replace('-', ' ')}”"
    if day < span.first:
        why = f"before the status became {status} on {written(span.first)}"
    elif span.until and day >= span.until:
        why = f"when the status was no longer {status}"
    else:
        until = f"until {written(span.until)}" if span.until else "on"
        why = f"when the status was {status}, from {written(span.first)} {until}"
    return f"Taken as: on {written(day)}, {why}."


def _before(span: Span) -> date | None:
    return day_before(span.first)


def _begun(span: Span) -> date | None:
    return span.first


def _after(span: Span) -> date | None:
    return day_after(span.first)


def _within(span: Span) -> date | None:
    return middle(span.first, span.until) if span.until else None


def _last(span: Span) -> date | None:
    return day_before(span.until) if span.until else None


def _over(span: Span) -> date | None:
    return span.until


_FORMS: tuple[tuple[str, frozenset[str], _Day], ...] = (
    (rf"{_BEFORE} {_THE}{_RETURN}{_ENDS}", _SUSPENDED, _last),
    (rf"{_BEFORE} {_THE}(?:{_BAN} )?{_WENT} {_RETURNED}{_ENDS}", _SUSPENDED, _last),
    (rf"{_AFTER} {_THE}{_RETURN}{_ENDS}", _SUSPENDED, _over),
    (rf"{_AFTER} {_THE}(?:{_BAN} )?{_WENT} {_RETURNED}{_ENDS}", _SUSPENDED, _over),
    (rf"{_BEFORE} {_THE}(?:{_BAN}|{_ACT}){_ENDS}", _SUSPENDED, _before),
    (rf"{_BEFORE} {_THE}{_WENT} {_BANNED}{_ENDS}", _SUSPENDED, _before),
    (rf"{_AFTER} {_THE}{_ACT}{_ENDS}", _SUSPENDED, _after),
    (rf"{_AFTER} {_THE}{_WENT} {_BANNED}{_ENDS}", _SUSPENDED, _after),
    (rf"\bwhen {_THE}(?:{_BAN}|{_ACT}) (?:came|arrived|hit|began|started)\b", _SUSPENDED, _after),
    (rf"{_AFTER} {_THE}{_BAN}{_ENDS}", _SUSPENDED, _over),
    (rf"{_DURING} {_THE}{_BAN}{_ENDS}", _SUSPENDED, _within),
    (rf"\bwhile {_THE}(?:{_BAN} )?(?:{_WENT} )?{_DOWN}{_ENDS}", _SUSPENDED, _within),
    (rf"{_BEFORE} {_THE}{_PREVIEW}{_ENDS}", _PREVIEWED, _before),
    (rf"{_AFTER} {_THE}{_PREVIEW}{_ENDS}", _PREVIEWED, _over),
    (rf"(?:{_DURING}|\bin) {_THE}{_PREVIEW}{_ENDS}", _PREVIEWED, _within),
    (rf"{_BEFORE} {_THE}{_OPENING}{_ENDS}", _GENERAL, _before),
    (rf"{_AFTER} {_THE}{_OPENING}{_ENDS}", _GENERAL, _begun),
    (rf"{_BEFORE} {_THE}{_WENT} (?:generally available|public){_ENDS}", _GENERAL, _before),
    (rf"{_BEFORE} {_THE}{_LAUNCH}{_ENDS}", frozenset(), _before),
    (rf"{_BEFORE} (?:it|they) {_LAUNCHED}{_ENDS}", frozenset(), _before),
    (rf"(?:\b(?:at|upon|on)|{_AFTER}) {_THE}{_LAUNCH}(?: day)?{_ENDS}", frozenset(), _begun),
    (rf"\b(?:when|once|after) (?:it|they) {_LAUNCHED}{_ENDS}", frozenset(), _begun),
    (_AT_FIRST, frozenset(), _begun),
)
_STAGES = tuple((re.compile(pattern), statuses, day) for pattern, statuses, day in _FORMS)

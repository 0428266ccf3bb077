"""What a question says was done in a time: signed in June, in force since August."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.model import Known, Statement
from knowledge.questions.reading.analyse import Analysis
from knowledge.questions.times.moment import MONTHS
from knowledge.questions.times.period import period_ahead
from knowledge.vocabulary import Property
from knowledge.weigh import date_of

_ACT = re.compile(
    r"\b(sign|pass|adopt|take effect|took effect|takes effect|enter|issue|publish|release|launch"
    r"|start|began|begin|introduce|come out|came out|(?:came?|comes?|go|goes|went) into"
    r"|(?:became|becomes?) (?:law|applicable)|appl(?:y|ies|ied) (?:from|since|on))\w*"
)
_BEGINNING = (
    *("take", "took", "enter", "start", "beg", "come into", "comes into", "came into", "go"),
    *("went", "became applicable", "become applicable", "becomes applicable", "appl"),
)
_OVER = re.compile(r"(?:took|entered|started|began|came|went|became|applied)\b")
_DATED = frozenset({Property.EVENT, Property.DATE})
_BEGINNINGS = _DATED | {Property.STATUS, Property.DEADLINE}
_BEGINS = re.compile(r"\beffect\b|\bin(?:to)? force\b|\bappl(?:y|ies|ied)\b|\bstart", re.IGNORECASE)
_ANNOUNCED = re.compile(r"\bannounced\b|\bproposed\b|\bplan(?:s|ned)?\b")
_CAME_OUT = re.compile(r"\breleas|\bavailab|\blaunch|\bcame out\b|\bopened\b", re.IGNORECASE)
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_EXACT = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|\b{_MONTH} \d{{1,2}}\b(?!\d)")
_YEAR = re.compile(r"\b(20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Done:
    """An act, and the days, or else the years, in which it was done."""

    act: str
    days: Sequence[date]
    years: Sequence[int]
    exact: bool  # a day is meant, and not its month
    latest: date  # it was done by that day

    def is_told(self, statement: Statement) -> bool:
        """Whether a statement tells that it was done on the day, in the month or in the year."""
        moment = statement.on or date_of(statement) or statement.valid_from
        begins = self.act.startswith(_BEGINNING)
        if moment is None or statement.property not in (_BEGINNINGS if begins else _DATED):
            return False
        told = _tells_beginning(statement) if begins else _tells_act(self.act, statement)
        if not told or moment.earliest > self.latest:
            return False
        if not self.days:
            return moment.earliest.year in self.years and moment.latest.year in self.years
        return any(
            (moment.earliest.year, moment.earliest.month) == (day.year, day.month)
            and (not self.exact or moment.earliest == day)
            for day in self.days
        )


def done_in(analysis: Analysis, text: str, today: date) -> Done | None:
    """What was done, or is to be, in the time that a question names; None where it names none."""
    act = _ACT.search(text)
    years = [int(year) for year in _YEAR.findall(text)]
    if act is None or not (analysis.days.mentioned or years):
        return None
    over = bool(_OVER.match(act[0]))
    days = analysis.days.mentioned
    if act[1].startswith(_BEGINNING) and not (over or years):
        ahead = period_ahead(analysis.timed, today, analysis.links.used)
        if ahead is not None and ahead.first is not None and ahead.first > today:
            days = (ahead.first,)  # "take effect in January" is of the coming one
    latest = today if over else date.max
    return Done(act[1], days, years, bool(_EXACT.search(text)), latest)


def _tells_act(act: str, statement: Statement) -> bool:
    """Whether it tells of the act by a form of its word; models come out as they are released."""
    if act.startswith(("come out", "came out")):
        return bool(_CAME_OUT.search(statement.text))
    return bool(
        re.search(rf"\b{act.rstrip('e')}(?:e|s|ed|es|ing)?\b", statement.text, re.IGNORECASE)
    )


def _tells_beginning(statement: Statement) -> bool:
    """Whether it tells that something began to apply, and not that it is planned, or not yet."""
    value = statement.value.text if isinstance(statement.value, Known) else ""
    if statement.property is Property.STATUS and value != "in-force":
        return False
    return bool(_BEGINS.search(statement.text)) and not _ANNOUNCED.search(statement.text)

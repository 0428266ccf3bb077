"""How an alert reads: what is new or changed, whom it concerns, from when, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.alerts.facts import status_of
from bot.cards import choices_for
from bot.citations import Numbering
from bot.days import when, when_day
from bot.reply import (
    Block,
    Choice,
    Heading,
    Listing,
    Note,
    Paragraph,
    Quiet,
    Reply,
    Spans,
    Strong,
    spans_text,
)
from knowledge.answers import Evidence, evidence_of
from knowledge.changes import Change, ChangeKind, Difference
from knowledge.desk import Desk
from knowledge.model import Entry, Statement
from knowledge.names import Named
from knowledge.vocabulary import Confidence, Property
from knowledge.weigh import by_rank, standing

_WHOM = (Property.ACCESS, Property.SCOPE)
_ELSE_WHOM = (Property.REQUIREMENT,)  # where no statement tells it by itself
_GIST = (Property.STATUS, Property.QUOTE, Property.ROLE)  # after what it is
_SHOWN = 6  # differences of a change that are told one by one
_STANDS = 3  # statements of where a new entry stands
_PEOPLE = 3  # statements on whom it concerns
_HEADS = {
    ChangeKind.ADDED: "New",
    ChangeKind.AMENDED: "Changed",
    ChangeKind.WITHDRAWN: "Withdrawn",
}
_CAUTION = "Not being listed does not mean that there is no rule. Not legal advice."


def change_card(desk: Desk, change: Change) -> Reply:
    """The post for a change."""
    entry = desk.store.entry(change.entry)
    if entry is None:
        return _gone(desk, change)
    numbering = Numbering()
    current = standing(entry.statements, desk.today)
    if change.kind is ChangeKind.ADDED:
        what = [entry.summary] if entry.summary else []
        told = [s for of in _GIST for s in by_rank(current) if s.property is of]
        lead = evidence_of(desk.store, (*what, *told[:_STANDS]))
        changed: list[Block] = [Paragraph(numbering.sentence(item)) for item in lead]
    else:
        lead = evidence_of(desk.store, _touched(entry, change.differences))
        changed = _changed(change.differences, lead, numbering)
    concerned = _concerned(desk, current, lead)
    blocks = [
        *changed,
        *_labelled("Who is concerned", [numbering.sentence(item) for item in concerned]),
        *_labelled("From when", _from_when(entry, lead, desk.today)),
    ]
    headline = f"{_HEADS[change.kind]}: {_headline(entry, change)}"
    return _alert(desk, entry, headline, blocks, (numbering, (*lead, *concerned)))


def change_line(change: Change) -> Reply:
    """The line under an earlier post: what changed since."""
    if change.kind is ChangeKind.WITHDRAWN:
        words = f"{change.title} was taken out of the base. The post above says so now."
        return Reply(headline=words, blocks=(Paragraph((words,)),))
    head = f"{change.title} changed: {_parts(change.differences)}"
    items = tuple(_difference(one, ()) for one in _worth_telling(change.differences)[:_SHOWN])
    words = "The post above is up to date."
    blocks: tuple[Block, ...] = (Paragraph((Strong(head),)), Listing(items), Note((words,)))
    return Reply(headline=head, blocks=blocks)


def reminder_card(
    desk: Desk, entry: Entry, statements: Sequence[Statement], due: date, today: date
) -> Reply:
    """The post some days before something is due."""
    numbering = Numbering()
    left = (due - today).days
    days = "today" if left <= 0 else "tomorrow" if left == 1 else f"in {left} days"
    lead = evidence_of(desk.store, statements)
    concerned = _concerned(desk, standing(entry.statements, today), lead)
    blocks: list[Block] = [
        Paragraph((Strong("Due "), *when_day(due), f" ({days})")),
        *[Paragraph(numbering.sentence(item)) for item in lead],
        *_labelled("Who is concerned", [numbering.sentence(item) for item in concerned]),
    ]
    reckoned = [s.computed_from for s in statements if s.computed_from]
    blocks += [Note((Quiet(f"The day is computed: {how}"),)) for how in reckoned]
    headline = f"Due {days}: {entry.title}"
    return _alert(desk, entry, headline, blocks, (numbering, (*lead, *concerned)))


def _alert(
    desk: Desk,
    entry: Entry,
    headline: str,
    blocks: Iterable[Block],
    support: tuple[Numbering, Sequence[Evidence]],
) -> Reply:
    numbering, evidence = support
    notes = numbering.notes()
    footer = Note(("As of ", *when_day(desk.today), f". {_confidence(evidence)}{_CAUTION}"))
    sources: tuple[Block, ...] = (notes,) if notes.items else ()
    (about,) = choices_for((Named(entry.id, entry.title, entry.kind),))
    name = (("entry", entry.id),)
    return Reply(
        headline=headline,
        blocks=(Heading(headline), *blocks, *sources, footer),
        actions=(
            Choice("Ask about this", about.command, about.arguments),
            Choice("Why did I get this", "why", name),
            Choice("Manage", "list"),
            Choice(f"Mute this {entry.kind}", "mute", name),
        ),
    )


def _gone(desk: Desk, change: Change) -> Reply:
    headline = f"{_HEADS[ChangeKind.WITHDRAWN]}: {change.title}"
    words = (
        f"The base no longer holds the {change.entry_kind} {change.title}; what was said of it "
        "here should not be relied on any more. Taken out on "
    )
    return Reply(
        headline=headline,
        blocks=(
            Heading(headline),
            Paragraph((words, *when_day(change.at.date()), ".")),
            Note(("As of ", *when_day(desk.today), f". {_CAUTION}")),
        ),
        actions=(
            Choice("Why did I get this", "why", (("entry", change.entry),)),
            Choice("Manage", "list"),
        ),
    )


def _headline(entry: Entry, change: Change) -> str:
    """The title; of an amended entry with what changed, in a word or two."""
    if change.kind is ChangeKind.ADDED:
        return entry.title
    return f"{entry.title} ({_parts(change.differences)})"


def _parts(differences: Iterable[Difference]) -> str:
    told = _worth_telling(differences)
    return ", ".join(dict.fromkeys(one.part for one in told)) or "wording"


def _worth_telling(differences: Iterable[Difference]) -> list[Difference]:
    """What says something else than before; where nothing does, all."""
    all_of_them = list(differences)
    weighty = [one for one in all_of_them if not one.wording and one.part != "header"]
    return weighty or all_of_them


def _touched(entry: Entry, differences: Sequence[Difference]) -> list[Statement]:
    after = {(one.part, one.after) for one in _worth_telling(differences)}
    return [s for s in entry.statements if (s.property, s.text) in after]


def _changed(
    differences: Sequence[Difference], lead: Sequence[Evidence], numbering: Numbering
) -> list[Block]:
    """Each difference with its sources; many at once are told by their number."""
    support = {item.statement.text: numbering.support(item) for item in lead}
    told = _worth_telling(differences)
    items = [_difference(one, support.get(one.after or "", ())) for one in told[:_SHOWN]]
    if len(told) > _SHOWN:
        items.append((Quiet(f"and {len(told) - _SHOWN} more: the command `changes` has all"),))
    return [Paragraph((Strong("What changed"),)), Listing(tuple(items))]


def _difference(one: Difference, support: Spans) -> Spans:
    head = Strong(f"{one.part}: ")
    match one.before, one.after:
        case None, str(after):
            return (head, after, *support, Quiet(" (new)"))
        case str(before), None:
            return (head, Quiet("no longer said: "), before)
        case str(before), str(after) if before != after:
            return (head, after, *support, Quiet(f" (before: {before})"))
        case _:
            return (head, one.after or "", *support, Quiet(" (its value or sources changed)"))


def _concerned(
    desk: Desk, current: Sequence[Statement], told: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Whom it concerns, where that is not told already."""
    said = {item.statement for item in told}
    known = {s.property for s in current}
    wanted = _WHOM if known & set(_WHOM) else _ELSE_WHOM
    found = [s for of in wanted for s in by_rank(current) if s.property is of and s not in said]
    return tuple(evidence_of(desk.store, found[:_PEOPLE]))


def _from_when(entry: Entry, lead: Iterable[Evidence], today: date) -> list[Spans]:
    """The days of what is told: when it begins to hold, or happened, or is due."""
    days = [item.statement.valid_from or item.statement.on for item in lead]
    found = list(dict.fromkeys(day for day in days if day is not None))
    if found:
        return [when(day) for day in found[:_PEOPLE]]
    status = status_of(entry, today)
    return [(f"not dated in the base; status today: {', '.join(status)}",)] if status else []


def _labelled(label: str, items: Sequence[Spans]) -> list[Block]:
    """A label with what belongs to it, on one line where it is one thing."""
    if not items:
        return []
    if len(items) == 1:
        return [Paragraph((Strong(f"{label}: "), *items[0]))]
    if sum(len(spans_text(item)) for item in items) < 80:
        parts = [span for item in items for span in (", ", *item)][1:]
        return [Paragraph((Strong(f"{label}: "), *parts))]
    return [Paragraph((Strong(label),)), Listing(tuple(items))]


def _confidence(evidence: Iterable[Evidence]) -> str:
    order = list(Confidence)
    least = max((item.confidence for item in evidence), key=order.index, default=None)
    return f"Confidence: {least} ({least.meaning}). " if least else ""

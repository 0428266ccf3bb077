"""How an answer reads: from evidence to a reply, the same on every platform."""

from __future__ import annotations

from collections.abc import Mapping

from bot.changelog import change_log
from bot.citations import Numbering, dated, source_spans
from bot.days import when, when_day
from bot.reply import (
    Block,
    Choice,
    Choices,
    Heading,
    Listing,
    Note,
    Paragraph,
    Quiet,
    Reply,
    Span,
    Spans,
    Strong,
    Table,
    spans_text,
)
from knowledge.answers import (
    AccessTable,
    Answer,
    Answered,
    ChangeLog,
    Closest,
    Comparison,
    Deadlines,
    Evidence,
    Nothing,
    Profile,
    Sentences,
    Side,
    SourceList,
    Timeline,
)
from knowledge.model import Source, Statement
from knowledge.names import Named
from knowledge.vocabulary import AccessState, Audience, Kind, Property, Rank

_ASKED_BY_KIND = {
    Kind.MODEL: "model",
    Kind.DIRECTIVE: "directive",
    Kind.QUOTE: "quote",
    Kind.PERSON: "quote",
    Kind.ORGANISATION: "timeline",
}


def card(answer: Answer) -> Reply:
    """The reply for an answer: what holds, where sources disagree, the sources, the dates."""
    match answer:
        case Answered():
            return _answered(answer)
        case Closest(reason=reason, entries=entries):
            blocks: tuple[Block, ...] = (Paragraph((reason,)), Choices(choices_for(entries)))
        case Nothing(reason=reason, nearest=entries):
            blocks = (Paragraph((reason,)),)
            if entries:
                blocks = (*blocks, Choices(choices_for(entries)))
    return Reply(headline=answer.reason, blocks=(*blocks, _footer(answer)))


def choices_for(entries: tuple[Named, ...]) -> tuple[Choice, ...]:
    """A choice for each entry, which opens its card."""
    return tuple(
        Choice(named.title, _ASKED_BY_KIND[named.kind], (("name", named.id),)) for named in entries
    )


def _answered(answer: Answered) -> Reply:
    numbering = Numbering()
    blocks: list[Block] = [Heading(answer.title)] if answer.title else []
    blocks += [Note((remark,)) for remark in answer.remarks]
    blocks += _body(answer, numbering)
    blocks += _disputes(answer, numbering)
    notes = numbering.notes()
    if notes.items:
        blocks.append(notes)
    first = next((spans_text(b.spans) for b in blocks if isinstance(b, Paragraph)), "")
    return Reply(
        headline=answer.title or first,
        blocks=(*blocks, _footer(answer)),
        actions=_actions(answer),
    )


def _actions(answer: Answered) -> tuple[Choice, ...]:
    """What the answer rests on, and what happened around it, for the entry that it is about."""
    if not answer.entries:
        return ()
    name = (("name", answer.entries[0].id),)
    found = []
    if not isinstance(answer.body, SourceList):
        found.append(Choice("Sources", "sources", name))
    if not isinstance(answer.body, Timeline):
        found.append(Choice("Timeline", "timeline", name))
    return tuple(found)


def _body(answer: Answered, numbering: Numbering) -> list[Block]:
    match answer.body:
        case Sentences(items):
            return [Paragraph(numbering.sentence(item)) for item in items]
        case AccessTable() as body:
            return _access(body, numbering)
        case Timeline(items):
            return [Listing(tuple(dated(item, numbering) for item in items))]
        case Deadlines() as body:
            return _deadlines(body, numbering)
        case Profile() as body:
            return _profile(body, answer, numbering)
        case Comparison() as body:
            return [_comparison(body, numbering)]
        case SourceList(items):
            return [_sources(items)]
        case ChangeLog() as body:
            return change_log(body, numbering)


def _access(body: AccessTable, numbering: Numbering) -> list[Block]:
    """What holds for everyone in a sentence, then who may and might, then what else bears on it."""
    lead = [item for item in body.current if _audience(item) is Audience.EVERYONE]
    lead = lead or [item for item in body.current if _state(item) is AccessState.BARRED]
    blocks: list[Block] = [Paragraph(numbering.sentence(item)) for item in lead or body.current[:1]]
    if body.current:
        blocks.append(_access_table(body.current, body.titles, numbering))
    blocks += [Paragraph(numbering.sentence(item)) for item in body.notes]
    if body.past:
        blocks += [
            Paragraph((Strong("Before"),)),
            _access_table(body.past, body.titles, numbering),
        ]
    return blocks


def _access_table(
    items: tuple[Evidence, ...], titles: Mapping[str, str], numbering: Numbering
) -> Table:
    rows = []
    for item in items:
        access = item.statement.access
        assert access is not None
        under = "; ".join(titles.get(i, i) for i in access.under) or "–"
        state = (Strong(access.state.label), *numbering.support(item))
        since, until = when(item.statement.valid_from), when(item.statement.valid_to)
        rows.append(((access.audience.label,), state, since, until, (under,)))
    return Table(("who", "state", "since", "until", "under"), tuple(rows))


def _state(item: Evidence) -> AccessState | None:
    return item.statement.access.state if item.statement.access else None


def _audience(item: Evidence) -> Audience | None:
    return item.statement.access.audience if item.statement.access else None


def _deadlines(body: Deadlines, numbering: Numbering) -> list[Block]:
    rows = []
    for item in body.items:
        due = item.statement.on
        assert due is not None
        left = (due.earliest - body.today).days
        days = f"{left} day{'s' * (left != 1)}"
        if due.latest < body.today:
            days = "past"
        elif left <= 0:
            days = "today" if due.exact else "now"  # "November 2026", in November
        how = (
            f"computed: {item.statement.computed_from}" if item.statement.computed_from else "fixed"
        )
        rows.append((when(due), (days,), numbering.sentence(item), (Quiet(how),)))
    if not rows:
        return [Paragraph(("The base holds no deadline in that time.",))]
    return [Table(("due", "left", "what", "date"), tuple(rows))]


def _profile(body: Profile, answer: Answered, numbering: Numbering) -> list[Block]:
    blocks: list[Block] = [Paragraph(numbering.sentence(item)) for item in body.main]
    if body.more:
        named = answer.entries[0]
        command = _ASKED_BY_KIND[named.kind]
        blocks.append(
            Choices(
                tuple(
                    Choice(
                        f"{Property(name).label} ({count})",
                        command,
                        (("name", named.id), ("part", name)),
                    )
                    for name, count in body.more.items()
                )
            )
        )
    return blocks


def _comparison(body: Comparison, numbering: Numbering) -> Table:
    def cell(items: tuple[Evidence, ...]) -> Spans:
        spans: list[Span] = []
        for item in items:
            spans += [*([" "] if spans else []), *numbering.sentence(item)]
        return tuple(spans) or (Quiet("nothing in the base"),)

    rows = tuple(((line.label,), cell(line.left), cell(line.right)) for line in body.lines)
    return Table(("", body.left.title, body.right.title), rows)


def _sources(items: tuple[tuple[Source, tuple[Statement, ...]], ...]) -> Listing:
    listed = []
    for source, statements in items:
        said: list[Span] = [*source_spans(source)]
        said += [f" · {statement.text}" for statement in statements]
        listed.append(tuple(said))
    return Listing(tuple(listed))


def _disputes(answer: Answered, numbering: Numbering) -> list[Block]:
    """Each disagreement with its sides; one that is told above already is not told again."""
    told = answer.body.items if isinstance(answer.body, Sentences) else ()
    blocks: list[Block] = []
    for dispute in answer.disputes:
        sides = [side for side in dispute.sides if side.evidence not in told]
        blocks.append(Paragraph((Strong(f"Sources disagree on: {dispute.topic}"),)))
        blocks.append(Listing(tuple(_side(side, numbering) for side in sides)))
        preferred = dispute.sides[0].evidence.statement
        if preferred.rank is Rank.PREFERRED and preferred.reason:
            above = " the version above is preferred" if len(sides) < len(dispute.sides) else ""
            blocks.append(Note((f"Why{above}: {preferred.reason}",)))
        if dispute.left:
            more = f"{dispute.left} more: the command `sources` shows all."
            blocks.append(Note((more,)))
    return blocks


def _side(side: Side, numbering: Numbering) -> Spans:
    said = numbering.sentence(side.evidence)
    if side.preferred:
        return (Strong("Preferred: "), *said)
    if side.evidence.statement.rank is Rank.DEPRECATED:
        return (Strong("Not supported: "), *said, Quiet(f" {side.evidence.statement.reason}"))
    return said


def _footer(answer: Answer) -> Note:
    spans: list[Span] = ["As of ", *when_day(answer.as_of)]
    if answer.checked_to is not None:
        spans += ["; checked up to ", *when_day(answer.checked_to)]
    whole = isinstance(answer, Answered) and not isinstance(answer.body, Sentences)
    caution = " Not being listed does not mean that there is no rule." if whole else ""
    spans.append(f".{caution} Not legal advice.")
    return Note(tuple(spans))

"""The plan as rows: actions, what to find out, strengths, and the onboarding checklist."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec.structs import replace

from readiness.domain.checklist import Checklist, Entry
from readiness.domain.content import Sources
from readiness.domain.evaluation import Evaluation
from readiness.domain.log import PlanMark
from readiness.domain.marks import is_find_out, is_own, is_placed
from readiness.domain.plan import SOON, FindOut, PlannedAction, Strength
from readiness.reports import counting, phrases, verdicts
from readiness.reports.fields import BY, WHEN, Field, decided, fields
from readiness.reports.sources import label
from readiness.reports.view import (
    ActionGroup,
    ActionRow,
    EntryRow,
    FindOutRow,
    LeftOutGroup,
    PhaseRows,
    StrengthRow,
)
from readiness.reports.words import closed, counted, day, number, opened

STRENGTHS_ON_PAGE_ONE = 5


def action_row(planned: PlannedAction, sources: Sources) -> ActionRow:
    """An action with everything a person needs to do it."""
    action = planned.action
    if is_own(action.id):
        return _own_row(planned)
    return ActionRow(
        id=action.id,
        topic=topic(planned),
        do=closed(action.do),
        first_step=closed(action.first_step),
        done_when=closed(action.done_when),
        owner=planned.owner,
        due=due_of(planned),
        why=_why(planned),
        retired=_retired(planned),
        source=label(action.source, sources, ours=bool(planned.item and planned.item.derived)),
        state=phrases.DOING if planned.mark.state == "doing" else "",
        fields=_fields(planned, due_of(planned)),
        done=planned.mark.state == "done",
    )


def takes_longer(actions: Sequence[PlannedAction]) -> str:
    """That some of the next 30 days' actions take longer than these; empty where none does."""
    long = sum(1 for planned in actions if planned.action.within > SOON)
    if not long:
        return ""
    if long == len(actions):
        return phrases.TAKES_LONGER_ALL[min(long, 2)]
    return phrases.TAKES_LONGER[min(long, 2)].format(count=number(long))


def _own_row(planned: PlannedAction) -> ActionRow:
    """An action that somebody added: all that is known of it is what they said."""
    do = closed(planned.action.do)
    return ActionRow(
        id=planned.action.id,
        topic=phrases.GROUP_OWN.lower(),
        do=do,
        first_step="",
        done_when="",
        owner=planned.owner or phrases.NOBODY,
        due=due_of(planned),
        why="",
        retired="",
        source="",
        state=phrases.DOING if planned.mark.state == "doing" else "",
        fields=_fields(planned, due_of(planned)),
        done=planned.mark.state == "done",
        own=True,
        wording=planned.action.do,
    )


def topic(planned: PlannedAction) -> str:
    """What an action is about."""
    if planned.item is None:
        return planned.section.short or planned.section.title
    return planned.item.name


def _fields(planned: PlannedAction, due: str) -> tuple[Field, ...]:
    """The lines of an action; `due` is what is said where it has no day."""
    if planned.due is None or due != due_of(planned):
        return fields(planned.mark, planned.owner, WHEN, due)
    return fields(planned.mark, planned.owner, BY, day(planned.due))


def later(actions: Sequence[PlannedAction], sources: Sources) -> tuple[ActionGroup, ...]:
    """The list for later in its order, under one title for each time."""
    return tuple(
        ActionGroup(title, tuple(_later_row(planned, sources) for planned in group))
        for title, group in groupby(actions, _time)
    )


def _later_row(planned: PlannedAction, sources: Sources) -> ActionRow:
    """An action of the list for later.

    One of at most 30 days has no date before there is room for it, unless somebody gave it one.
    """
    row = action_row(planned, sources)
    days = planned.action.within
    if days > SOON or planned.mark.due is not None:
        return row
    due = phrases.WHEN_ROOM.format(days=days)
    if planned.gate and verdicts.opens_gate(planned):
        moment = phrases.NEEDED_BY[planned.gate]
        due = phrases.BEFORE_MOMENT.format(moment=moment, days=days)
    return replace(row, due=due, fields=_fields(planned, due))


def find_out(evaluation: Evaluation) -> tuple[FindOutRow, ...]:
    """What nobody here knew, gates first."""
    return tuple(_find_out(task) for task in evaluation.plan.find_out)


def _find_out(task: FindOut) -> FindOutRow:
    mark = task.planned.mark
    return FindOutRow(
        id=task.id,
        topic=opened(task.item.name),
        ask=task.item.ask,
        whom=closed(task.whom or phrases.ASK),
        done=mark.state == "done",
        fields=decided(mark, task.planned.owner),
    )


def find_out_note(evaluation: Evaluation) -> str:
    """That there is nothing to find out, and how many questions are still open; empty where nothing is to say."""
    unanswered = evaluation.counts.unknown - counting.dont_knows(evaluation)
    said = []
    if not evaluation.plan.find_out:
        dropped = evaluation.proposal.find_out
        said = [phrases.NOTHING_LEFT_TO_FIND_OUT if dropped else phrases.NOTHING_TO_FIND_OUT]
    if unanswered:
        still = counted(unanswered, "question is", "questions are")
        said.append(phrases.STILL_OPEN.format(open=opened(still)))
    return " ".join(said)


def strengths(found: Sequence[Strength]) -> tuple[StrengthRow, ...]:
    """Every strength, in the order of asking."""
    return tuple(StrengthRow(opened(s.item.name), closed(s.words)) for s in found)


def first_strengths(found: Sequence[Strength]) -> tuple[StrengthRow, ...]:
    """A few strengths for page one, from as many sections as can be."""
    turns: dict[str, int] = {}
    order = []
    for place, strength in enumerate(found):
        turn = turns.get(strength.section.id, 0)
        turns[strength.section.id] = turn + 1
        order.append((turn, place, strength))
    chosen = sorted(order, key=lambda each: each[:2])[:STRENGTHS_ON_PAGE_ONE]
    return strengths([strength for _, _, strength in chosen])


def phases(checklist: Checklist, marks: Mapping[str, PlanMark]) -> tuple[PhaseRows, ...]:
    """The onboarding entries that hold, phase by phase; a phase without any is left out."""
    return tuple(
        PhaseRows(
            phase.section.title,
            phase.section.why,
            tuple(_entry(entry, marks) for entry in phase.entries),
        )
        for phase in checklist.phases
        if phase.entries
    )


def left_out(checklist: Checklist) -> tuple[LeftOutGroup, ...]:
    """The entries that were left out, those with one reason together."""
    groups: dict[str, list[str]] = {}
    for entry in checklist.left_out:
        groups.setdefault(entry.needs, []).append(closed(entry.item.ask))
    return tuple(LeftOutGroup(needs, tuple(entries)) for needs, entries in groups.items())


def _entry(entry: Entry, marks: Mapping[str, PlanMark]) -> EntryRow:
    item = entry.item
    text = " ".join(
        phrases.FOR.format(who=who.lower(), text=_lowered(wording)) if who else wording
        for who, wording in entry.wordings
    )
    if entry.only_if:
        text = phrases.IF.format(condition=entry.only_if, text=_lowered(text))
    return EntryRow(
        id=item.id,
        text=closed(text),
        note=item.note,
        url=item.url,
        depth=entry.depth,
        box=item.kind == "task",
        done=item.kind == "task" and item.id in marks and marks[item.id].state == "done",
        fields=decided(marks.get(item.id)),
    )


def _lowered(text: str) -> str:
    """The text to go on after a colon; an "I" or an abbreviation keeps its capital."""
    return text if text[1:2].isupper() or text[1:2] in "' " else text[:1].lower() + text[1:]


def _why(planned: PlannedAction) -> str:
    if planned.item is None or planned.answer is None:
        return phrases.WHY_STAFF.format(section=planned.section.short or planned.section.title)
    said = closed(phrases.WHY.format(answer=planned.answer.label, ask=planned.item.ask))
    return (
        f"{said} {phrases.WHY_GATE[planned.gate]}"
        if planned.gate and verdicts.opens_gate(planned)
        else said
    )


def _retired(planned: PlannedAction) -> str:
    if planned.item is None or planned.retired_by is None:
        return phrases.RETIRED_STAFF
    top = planned.item.scale is not None and planned.item.scale.ids[-1] == planned.retired_by.id
    pattern = phrases.RETIRED if top else phrases.RETIRED_OR_BETTER
    return pattern.format(option=planned.retired_by.label)


def due_of(planned: PlannedAction) -> str:
    """By when, in words."""
    if planned.due is None:
        own = is_own(planned.action.id) and planned.action.within > SOON
        if own or is_find_out(planned.action.id):
            return phrases.NO_DATE
        return phrases.WITHIN.format(days=planned.action.within)
    return phrases.BY.format(day=day(planned.due))


def _time(planned: PlannedAction) -> str:
    if is_placed(planned):
        return phrases.GROUP_PLACED
    if is_own(planned.action.id):
        return phrases.GROUP_OWN
    if planned.gate is not None:
        return phrases.GROUP_GATES[planned.gate]
    days = planned.action.within
    if days <= SOON:
        return phrases.GROUP_SOON
    if planned.due is None:
        return phrases.GROUP_WITHIN.format(days=days)
    return phrases.GROUP_WITHIN_BY.format(days=days, day=day(planned.due))

"""How the plan is set in lines: one for each action under its time, and all of one action below."""

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from readiness.domain.marks import by_when, is_find_out, is_live
from readiness.domain.plan import Plan, PlannedAction
from readiness.domain.status import is_overdue
from readiness.tui import words
from readiness.tui.wrapping import fit

SIGNS = {"open": "[ ]", "doing": "[~]", "done": "[x]", "dropped": "[-]"}
OWNER, DAY = 20, 14  # cells of the columns beside what is to be done
AROUND = 8


def rows(plan: Plan, width: int, today: date) -> list[tuple[str, Content]]:
    """Every line of the list: an action's id, or an empty one for a title, and what it reads.

    Args:
        plan: as people have made it their own.
        width: of the window, in cells.
        today: the day it is, where the person is.
    """
    week = {planned.action.id for planned in plan.moves}
    groups = (
        (words.THIS_WEEK, plan.moves),
        (words.NEXT_30, tuple(p for p in plan.next_30 if p.action.id not in week)),
        (words.TO_FIND_OUT, tuple(task.planned for task in plan.find_out)),
        (words.LATER, plan.later),
        (words.DROPPED, plan.dropped),
    )
    found: list[tuple[str, Content]] = []
    for title, group in groups:
        if group:
            gap = [("", Content(""))] if found else []
            found += [*gap, ("", Content.styled(title, "bold"))]
            found += [(p.action.id, _row(p, width, _day(plan, p, today))) for p in group]
    return found


def far(plan: Plan) -> str:
    """How far what was chosen is."""
    done = sum(not is_live(planned) for planned in plan.next_30)
    return words.PLAN_FAR.format(done=done, total=len(plan.next_30))


def detail(plan: Plan, planned: PlannedAction, today: date) -> Content:
    """All of one action, or of one thing to find out."""
    lines = [Content.styled(words.shown(planned.action.do), "bold")]
    lines += [
        Content.assemble((f"{label} ", "$said-older"), words.shown(text))
        for label, text in _details(planned, _when(plan, planned, today))
        if text
    ]
    return Content("\n").join(lines)


def short_day(day: date) -> str:
    """A day where there is little room: 3 Dec 2026."""
    return f"{day.day} {day:%b %Y}"


def _day(plan: Plan, planned: PlannedAction, today: date) -> str:
    """By when, where there is little room; what is overdue says so."""
    due = by_when(plan, planned)
    if due is None:
        return ""
    if is_overdue(planned, due, today):
        return words.OVERDUE.format(day=f"{due.day} {due:%b}")
    return short_day(due)


def _when(plan: Plan, planned: PlannedAction, today: date) -> str:
    """By when, in words; empty where there is no date."""
    due = by_when(plan, planned)
    if due is None:
        return ""
    late = is_overdue(planned, due, today)
    return words.OVERDUE_SINCE.format(by=_by(due)) if late else _by(due)


def _row(planned: PlannedAction, width: int, when: str) -> Content:
    room = max(20, width - OWNER - DAY - AROUND - 4)
    do = fit(words.shown(planned.action.do).replace("\n", " "), room)
    # The role behind a name stands below, where there is room for it.
    owner = fit(words.shown(planned.name or planned.owner or words.NOBODY), OWNER)
    day = fit(when, DAY)
    sign = SIGNS[planned.mark.state]
    style = "" if is_live(planned) else "$said-oldest"
    return Content.styled(f"{sign} {do}  {owner}  {day}", style)


def _details(planned: PlannedAction, when: str) -> Iterator[tuple[str, str]]:
    mark, action = planned.mark, planned.action
    if mark.state == "dropped":
        yield words.LABEL_DROPPED, mark.reason
    who = [planned.owner or words.NOBODY, *([when] if when else [])]
    yield words.LABEL_WHO, ", ".join([*who, words.STATES[mark.state]])
    finds_out = is_find_out(action.id)
    yield words.LABEL_ASK if finds_out else words.LABEL_FIRST, action.first_step
    yield words.LABEL_DONE, action.done_when
    if mark.causes:
        causes = ", ".join(mark.causes)
        yield words.LABEL_WAY, f"{causes}: {mark.why}" if mark.why else causes
    if planned.item is not None and planned.answer is not None:
        yield (
            words.LABEL_WHY,
            words.YOU_SAID.format(answer=planned.answer.label, ask=planned.item.ask),
        )


def _by(day: date) -> str:
    return words.BY.format(day=f"{day.day} {day:%B} {day.year}")

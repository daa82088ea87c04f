"""How the plan is set in lines: one for each action under its time, and all of one action below."""

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from readiness.domain.marks import is_live
from readiness.domain.plan import Plan, PlannedAction
from readiness.tui import words
from readiness.tui.wrapping import fit

SIGNS = {"open": "[ ]", "doing": "[~]", "done": "[x]", "dropped": "[-]"}
OWNER, DAY = 20, 11  # cells of the columns beside what is to be done
AROUND = 8


def rows(plan: Plan, width: int) -> list[tuple[str, Content]]:
    """Every line of the list: an action's id, or an empty one for a title, and what it reads.

    Args:
        plan: as people have made it their own.
        width: of the window, in cells.
    """
    week = {planned.action.id for planned in plan.moves}
    groups = (
        (words.THIS_WEEK, plan.moves),
        (words.NEXT_30, tuple(p for p in plan.next_30 if p.action.id not in week)),
        (words.LATER, plan.later),
        (words.DROPPED, plan.dropped),
    )
    found: list[tuple[str, Content]] = []
    for title, group in groups:
        if group:
            gap = [("", Content(""))] if found else []
            found += [*gap, ("", Content.styled(title, "bold"))]
            found += [(planned.action.id, _row(planned, width)) for planned in group]
    return found


def far(plan: Plan) -> str:
    """How far what was chosen is."""
    done = sum(not is_live(planned) for planned in plan.next_30)
    return words.PLAN_FAR.format(done=done, total=len(plan.next_30))


def detail(planned: PlannedAction) -> Content:
    """All of one action."""
    lines = [Content.styled(words.shown(planned.action.do), "bold")]
    lines += [
        Content.assemble((f"{label} ", "$said-older"), words.shown(text))
        for label, text in _details(planned)
        if text
    ]
    return Content("\n").join(lines)


def short_day(day: date) -> str:
    """A day where there is little room: 3 Dec 2026."""
    return f"{day.day} {day:%b %Y}"


def _row(planned: PlannedAction, width: int) -> Content:
    room = max(20, width - OWNER - DAY - AROUND - 4)
    do = fit(words.shown(planned.action.do).replace("\n", " "), room)
    owner = fit(words.shown(planned.owner or words.NOBODY), OWNER)
    day = fit(short_day(planned.due) if planned.due else "", DAY)
    sign = SIGNS[planned.mark.state]
    style = "" if is_live(planned) else "$said-oldest"
    return Content.styled(f"{sign} {do}  {owner}  {day}", style)


def _details(planned: PlannedAction) -> Iterator[tuple[str, str]]:
    mark, action = planned.mark, planned.action
    if mark.state == "dropped":
        yield words.LABEL_DROPPED, mark.reason
    who = [planned.owner or words.NOBODY, *([_by(planned.due)] if planned.due else [])]
    yield words.LABEL_WHO, ", ".join([*who, words.STATES[mark.state]])
    yield words.LABEL_FIRST, action.first_step
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

"""What people decide about a plan: chosen, put in order, given to somebody, dropped; and actions of their own.

Everything here is a function of the plan that the answers call for and of the marks. Changes come back as the marks to
store.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from readiness.domain.log import PlanMark
from readiness.domain.owners import Owners, with_names
from readiness.domain.plan import FIND_OUT, MOVES, NEXT_30, SOON, Plan, PlannedAction
from readiness.domain.questionnaire import Action, Section

Marks = Mapping[str, PlanMark]

OWN = "own"
OWN_SECTION = Section(id=OWN, title="Your own", items=())
NO_MARK = PlanMark()


def marked(plan: Plan, marks: Marks, owners: Owners | None = None) -> Plan:
    """The plan as people have made it their own.

    For the next 30 days are those that were chosen, and what the plan itself puts there unless it was put off; these
    give way, from the end, where there would be more than five to do. Whatever was given a place comes first, in that
    order, there and in the list for later. Marks of actions that no answer calls for any more, and of anything else,
    change nothing.

    Args:
        plan: what the answers call for.
        marks: what was decided, by the id of an action or of a task to find something out.
        owners: who holds which role.
    """
    every = [*(_with(planned, marks) for planned in plan.actions), *_own(marks)]
    found = with_names(every, owners or {})
    standing = [planned for planned in found if planned.mark.state != "dropped"]
    soon = _next_30(standing, [planned.action.id for planned in plan.next_30])
    taken = {planned.action.id for planned in soon}
    later = [planned for planned in standing if planned.action.id not in taken]
    asking = with_names([_with(task.planned, marks) for task in plan.find_out], owners or {})
    tasks = [replace(t, planned=p) for t, p in zip(plan.find_out, asking, strict=True)]
    return replace(
        plan,
        moves=tuple(planned for planned in soon if is_live(planned))[:MOVES],
        next_30=tuple(soon),
        later=tuple(sorted(later, key=lambda planned: (not is_placed(planned), _place(planned)))),
        actions=tuple(standing),
        find_out=tuple(task for task in tasks if task.planned.mark.state != "dropped"),
        dropped=tuple(each for each in (*found, *asking) if each.mark.state == "dropped"),
    )


def is_own(action_id: str) -> bool:
    """Whether an id is that of an action that somebody added."""
    section, _, number = action_id.partition(".")
    return section == OWN and number.isdecimal()


def is_find_out(task_id: str) -> bool:
    """Whether an id is that of a task to find something out."""
    return task_id.endswith(FIND_OUT)


def task_of(plan: Plan, task_id: str) -> PlannedAction | None:
    """An action of the plan or a task to find something out, dropped ones too; None where there is none of that id."""
    every = (*plan.actions, *(task.planned for task in plan.find_out), *plan.dropped)
    return next((planned for planned in every if planned.action.id == task_id), None)


def is_placed(planned: PlannedAction) -> bool:
    """Whether somebody gave an action of the list for later its place there."""
    return planned.mark.chosen is False and planned.mark.place is not None


def by_when(plan: Plan, planned: PlannedAction) -> date | None:
    """The day by which an action is to be done; None where it has none.

    What takes at most 30 days and waits on the list for later has no date before there is room for it, unless people
    gave it one.
    """
    waits = planned.action.within <= SOON and planned.mark.due is None
    if waits and any(each.action.id == planned.action.id for each in plan.later):
        return None
    return planned.due


def is_live(planned: PlannedAction) -> bool:
    """Whether there is still something to do for an action."""
    return planned.mark.state in ("open", "doing")


def has_room(plan: Plan) -> bool:
    """Whether the next 30 days can take one more action."""
    return sum(map(is_live, plan.next_30)) < NEXT_30


def choose(plan: Plan, marks: Marks, action_id: str) -> Marks:
    """For the next 30 days; nothing changes where these are full."""
    mark = marks.get(action_id, NO_MARK)
    if not has_room(plan):
        return {}
    return {action_id: replace(brought_back(mark), chosen=True, place=None)}


def put_off(marks: Marks, action_id: str) -> Marks:
    """For later."""
    return {action_id: put_by(marks.get(action_id, NO_MARK))}


def put_by(mark: PlanMark) -> PlanMark:
    """The mark of an action that is for later, where the list itself puts it."""
    return replace(mark, chosen=False, place=None)


def drop(marks: Marks, action_id: str, reason: str) -> Marks:
    """Decide against an action.

    Args:
        marks: all that stand.
        action_id: an action of the plan.
        reason: why; the report prints it.
    """
    return {action_id: replace(marks.get(action_id, NO_MARK), state="dropped", reason=reason)}


def brought_back(mark: PlanMark) -> PlanMark:
    """The mark of an action that is not dropped any more; any other as it is."""
    return replace(mark, state="open", reason="") if mark.state == "dropped" else mark


def move(plan: Plan, marks: Marks, action_id: str, by: int) -> Marks:
    """Earlier (-1) or later (1) among those of the next 30 days, or of the list for later; nothing changes at the ends.

    In the list for later only those down to where it went get a place; what comes after them stays as the plan has it.
    """
    for group, chosen in ((plan.next_30, None), (plan.later, False)):
        order = [planned.action.id for planned in group]
        if action_id in order:
            return _moved(order, marks, order.index(action_id), by, chosen)
    return {}


def _moved(
    order: list[str], marks: Marks, at: int, by: int, chosen: bool | None
) -> dict[str, PlanMark]:
    to = at + by
    if not 0 <= to < len(order):
        return {}
    order.insert(to, order.pop(at))
    last = len(order) if chosen is None else max(at, to) + 1
    placed = {}
    for place, name in enumerate(order[:last], 1):
        mark = marks.get(name, NO_MARK)
        placed[name] = replace(mark, place=place, chosen=mark.chosen if chosen is None else chosen)
    return {name: mark for name, mark in placed.items() if mark != marks.get(name)}


def add_own(plan: Plan, marks: Marks, text: str) -> Marks:
    """An action of one's own: for the next 30 days where there is room, else for later. Its id was never used."""
    used = [int(name.partition(".")[2]) for name in marks if is_own(name)]
    return {f"{OWN}.{max(used, default=0) + 1}": PlanMark(text=text, chosen=has_room(plan))}


def _with(planned: PlannedAction, marks: Marks) -> PlannedAction:
    mark = marks.get(planned.action.id)
    if mark is None:
        return planned
    return replace(planned, mark=mark, due=mark.due or planned.due)


def _own(marks: Marks) -> list[PlannedAction]:
    """The actions that people added, in the order in which they did."""
    names = sorted((name for name in marks if is_own(name)), key=lambda n: int(n.partition(".")[2]))
    return [_own_action(name, marks[name]) for name in names if marks[name].text.strip()]


def _own_action(name: str, mark: PlanMark) -> PlannedAction:
    action = Action(
        id=name,
        do=mark.text,
        first_step="",
        done_when="",
        at_most="",
        within=30 if mark.chosen else 90,
        owner="",
        source=(),
    )
    return PlannedAction(
        action=action,
        section=OWN_SECTION,
        item=None,
        answer=None,
        retired_by=None,
        gate=None,
        due=mark.due,
        mark=mark,
    )


def _place(planned: PlannedAction) -> int:
    return planned.mark.place or 0 if is_placed(planned) else 0


def _next_30(standing: Sequence[PlannedAction], proposed: list[str]) -> list[PlannedAction]:
    chosen = [planned for planned in standing if planned.mark.chosen]
    room = NEXT_30 - sum(map(is_live, chosen))
    by_id = {planned.action.id: planned for planned in standing}
    for name in proposed:
        planned = by_id.get(name)
        if planned is None or planned.mark.chosen is not None:
            continue
        if not is_live(planned):
            chosen.append(planned)
        elif room > 0:
            chosen.append(planned)
            room -= 1
    natural = {planned.action.id: n for n, planned in enumerate(standing)}
    first = {name: n - len(proposed) for n, name in enumerate(proposed)}
    return sorted(chosen, key=lambda planned: _order(planned, {**natural, **first}))


def _order(planned: PlannedAction, natural: Mapping[str, int]) -> tuple[bool, int, int]:
    place = planned.mark.place
    return place is None, place or 0, natural[planned.action.id]

"""What people decide about a plan: chosen, put in order, given to somebody, dropped; and actions of their own.

Everything here is a function of the plan that the answers call for and of the marks. Changes come back as the marks to
store.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from readiness.domain.log import PlanMark
from readiness.domain.plan import MOVES, NEXT_30, Plan, PlannedAction
from readiness.domain.questionnaire import Action, Section

Marks = Mapping[str, PlanMark]

OWN = "own"
OWN_SECTION = Section(id=OWN, title="Your own", items=())
NO_MARK = PlanMark()


def marked(plan: Plan, marks: Marks) -> Plan:
    """The plan as people have made it their own.

    For the next 30 days are those that were chosen, and what the plan itself puts there unless it was put off; these
    give way, from the end, where there would be more than five to do. Whatever was given a place comes first, in that
    order. Marks of actions that no answer calls for any more, and of anything else, change nothing.
    """
    found = [*(_with(planned, marks) for planned in plan.actions), *_own(marks)]
    standing = [planned for planned in found if planned.mark.state != "dropped"]
    soon = _next_30(standing, [planned.action.id for planned in plan.next_30])
    taken = {planned.action.id for planned in soon}
    return replace(
        plan,
        moves=tuple(planned for planned in soon if is_live(planned))[:MOVES],
        next_30=tuple(soon),
        later=tuple(planned for planned in standing if planned.action.id not in taken),
        actions=tuple(standing),
        dropped=tuple(planned for planned in found if planned.mark.state == "dropped"),
    )


def is_own(action_id: str) -> bool:
    """Whether an id is that of an action that somebody added."""
    section, _, number = action_id.partition(".")
    return section == OWN and number.isdecimal()


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
    return {action_id: replace(marks.get(action_id, NO_MARK), chosen=False, place=None)}


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
    """Earlier (-1) or later (1) among those of the next 30 days; nothing changes at the ends and elsewhere."""
    order = [planned.action.id for planned in plan.next_30]
    if action_id not in order:
        return {}
    at = order.index(action_id)
    to = at + by
    if not 0 <= to < len(order):
        return {}
    order.insert(to, order.pop(at))
    placed = {name: replace(marks.get(name, NO_MARK), place=n) for n, name in enumerate(order, 1)}
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


def _next_30(standing: list[PlannedAction], proposed: list[str]) -> list[PlannedAction]:
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

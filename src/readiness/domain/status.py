"""How a plan stands on a day: what is overdue, due, under way, without a date, done and dropped."""

from datetime import date, timedelta
from typing import Literal

import msgspec

from readiness.domain.marks import by_when, is_live
from readiness.domain.plan import Plan, PlannedAction

SOON_DUE = 14  # days

List = Literal["next_30", "later", "find_out", "dropped"]


class Task(msgspec.Struct, frozen=True):
    """An action, or a task to find something out, with the list that it stands on and its date."""

    planned: PlannedAction
    list: List
    due: date | None

    @property
    def live(self) -> bool:
        """Whether there is still something to do."""
        return is_live(self.planned)


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """All tasks of a plan, each in one place.

    Attributes:
        overdue: not done by their day, the longest ago first.
        due: today and in the next 14 days, the next one first.
        under_way: begun, and with a later date or none.
        undated: to do in the next 30 days or to find out, without a date.
        coming: not begun, with a later date, the next one first.
        waiting: on the list for later, without a date.
    """

    overdue: tuple[Task, ...]
    due: tuple[Task, ...]
    under_way: tuple[Task, ...]
    undated: tuple[Task, ...]
    coming: tuple[Task, ...]
    waiting: tuple[Task, ...]
    done: tuple[Task, ...]
    dropped: tuple[Task, ...]


def tasks(plan: Plan) -> tuple[Task, ...]:
    """Everything that there is to do, in the order of the plan; what was dropped comes last."""
    groups: tuple[tuple[List, tuple[PlannedAction, ...]], ...] = (
        ("next_30", plan.next_30),
        ("later", plan.later),
        ("find_out", tuple(task.planned for task in plan.find_out)),
        ("dropped", plan.dropped),
    )
    return tuple(Task(each, name, by_when(plan, each)) for name, group in groups for each in group)


def is_overdue(planned: PlannedAction, due: date | None, today: date) -> bool:
    """Whether something should have been done before today, and is not."""
    return is_live(planned) and due is not None and due < today


def status(plan: Plan, today: date) -> Status:
    """How a plan stands.

    Args:
        plan: as people have made it their own.
        today: the day it is, where the person is.
    """
    found: dict[str, list[Task]] = {name: [] for name in Status.__struct_fields__}
    for task in tasks(plan):
        found[_place(task, today)].append(task)
    for name in ("overdue", "due", "coming"):
        found[name].sort(key=_day)
    return Status(**{name: tuple(group) for name, group in found.items()})


def _place(task: Task, today: date) -> str:
    state, due = task.planned.mark.state, task.due
    if state in ("done", "dropped"):
        return state
    if is_overdue(task.planned, due, today):
        return "overdue"
    if due is not None and due - today <= timedelta(SOON_DUE):
        return "due"
    if state == "doing":
        return "under_way"
    if due is not None:
        return "coming"
    return "waiting" if task.list == "later" else "undated"


def _day(task: Task) -> date:
    return task.due or date.max

"""How a plan stands on a day, as text to read."""

from collections.abc import Iterator
from datetime import date, timedelta

from readiness.domain.evaluation import Evaluation
from readiness.domain.marks import is_find_out
from readiness.domain.status import SOON_DUE, Status, Task, status
from readiness.reports import phrases
from readiness.reports import status_phrases as say
from readiness.reports.words import closed, day, one_line, opened


def as_text(evaluation: Evaluation, today: date) -> str:
    """What is overdue, due, under way, done, dropped and without a date, group by group.

    Args:
        evaluation: with what people decided about its plan.
        today: the day it is, where the person is.
    """
    agency = one_line(evaluation.assessment.agency)
    head = (say.HEAD if agency else say.HEAD_NO_AGENCY).format(agency=agency, day=day(today))
    stands = status(evaluation.plan, today)
    if not any(getattr(stands, name) for name in Status.__struct_fields__):
        return f"{head}\n\n{say.EMPTY}\n"
    return "\n".join([head, "", *_groups(stands), *_rest(stands, today)]) + "\n"


def what(task: Task) -> str:
    """What is to be done or found out, as one line."""
    do = one_line(task.planned.action.do)
    if is_find_out(task.planned.action.id):
        return phrases.TO_FIND_OUT.format(ask=do)
    return closed(do)


def _groups(stands: Status) -> Iterator[str]:
    for name, group in say.GROUPS.items():
        found: tuple[Task, ...] = getattr(stands, name)
        if found:
            yield say.SOME.format(group=group, count=len(found))
            yield from (f"  {_line(task)}" for task in found)
        elif name in say.ALWAYS:
            yield say.NONE.format(group=group)


def _line(task: Task) -> str:
    mark = task.planned.mark
    if mark.state == "dropped":
        reason = one_line(mark.reason)
        return f"{what(task)} {closed(opened(reason))}".rstrip()
    said = f"{what(task)} {_who(task)}"
    if mark.state == "doing":
        said = say.UNDER_WAY.format(task=said)
    return say.DATED.format(day=day(task.due), task=said) if task.due else said


def _who(task: Task) -> str:
    """Who takes it on; or, for what nobody was given to find out, whom to ask."""
    planned = task.planned
    owner = one_line(planned.owner)
    if not owner and is_find_out(planned.action.id):
        return closed(one_line(planned.action.first_step) or phrases.ASK)
    return closed(opened(owner or phrases.NOBODY))


def _rest(stands: Status, today: date) -> Iterator[str]:
    """How many come later; nobody wants to read them all here."""
    if stands.coming:
        last = today + timedelta(min(SOON_DUE, (date.max - today).days))
        yield say.COMING.format(count=len(stands.coming), day=day(last))
    if stands.waiting:
        yield say.WAITING.format(count=len(stands.waiting))

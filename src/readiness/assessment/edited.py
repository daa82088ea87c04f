"""An edited plan, read back into the store: what people decided in a file counts like what they decided on a screen."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from readiness.assessment.session import Session
from readiness.domain.log import PlanMark
from readiness.domain.marks import NO_MARK, has_room, marked
from readiness.domain.plan import Plan
from readiness.domain.problem import Problem
from readiness.reports.living.days import day_of
from readiness.reports.living.reading import Decision, decisions, own_numbers
from readiness.reports.living.telling import Change

DayOf = Callable[[str], date | None]


class Taken(msgspec.Struct, frozen=True):
    """What was read from a plan.

    Attributes:
        changes: all that is stored now, and was not before.
        problems: what could not be read, with its line; it stays in the file.
    """

    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]


def take_decisions(
    session: Session, file: str, mine: str, new: str, base: str | None, read: DayOf
) -> Taken:
    """Store what a person decided in an edited plan, all of it in one step, or nothing.

    Args:
        session: the assessment, with the marks that the store has now.
        file: the plan's name, as the person gave it.
        mine: what is in it.
        new: what is generated now.
        base: what was generated last, where that is known.
        read: the day that a text names, for words such as "Friday".

    Raises:
        StoreError: the store cannot be written. Nothing was stored.
    """
    changes: list[Change] = []
    marks: dict[str, PlanMark] = {}
    problems: list[Problem] = []
    found = decisions(mine, new, base, own_numbers(session.marks))
    # What a person added comes last: whether there is room for it depends on all else.
    for decision in sorted(found, key=lambda each: each.soon is not None):
        before = session.marks.get(decision.id, NO_MARK)
        plan = marked(session.evaluation().proposal, {**session.marks, **marks})
        day, faults = _day(decision, file, read)
        problems += faults
        after = replace(before, **dict(_fields(decision, before, plan, day)))
        if after != before:
            marks[decision.id] = after
            own = decision.soon is not None
            changes.append(Change(title=decision.title, own=own, before=before, after=after))
    session.mark(marks)
    return Taken(tuple(changes), tuple(problems))


def _day(decision: Decision, file: str, read: DayOf) -> tuple[date | None, list[Problem]]:
    """The day that a decision names, and what of it cannot be read."""
    day, problems = None, []
    if decision.due is not None and decision.due.text:
        day = day_of(decision.due.text) or read(decision.due.text)
        if day is None:
            problems.append(_no_day(file, decision.due.line, decision.due.text))
    if decision.stands is not None:
        problems.append(_no_state(file, decision.stands.line, decision.stands.text))
    return day, problems


def _fields(
    decision: Decision, before: PlanMark, plan: Plan, day: date | None
) -> Iterator[tuple[str, Any]]:
    planned = next((p for p in (*plan.actions, *plan.dropped) if p.action.id == decision.id), None)
    if decision.state is not None:
        yield "state", decision.state
        yield "reason", decision.reason or ""
    elif decision.reason is not None:
        yield "reason", decision.reason
    if decision.owner is not None:
        suggested = planned is not None and decision.owner == planned.action.owner
        yield "owner", "" if suggested else decision.owner
    if decision.due is not None and (day is not None or not decision.due.text):
        shown = planned is not None and before.due is None and planned.due == day
        yield "due", before.due if shown else day
    if decision.text is not None:
        yield "text", decision.text
    if decision.soon is not None:
        yield "chosen", decision.soon and has_room(plan)


def _no_day(file: str, line: int, text: str) -> Problem:
    return Problem(
        file=file,
        line=line,
        column=1,
        message=f"“{text}” is no day that can be read",
        hint="It stays in the file; to have it in the plan, write a day such as 3 December 2026.",
    )


def _no_state(file: str, line: int, text: str) -> Problem:
    return Problem(
        file=file,
        line=line,
        column=1,
        message=f"“{text}” does not say how it stands",
        hint="It stays in the file; write “under way”, “done” or “open”, or tick the box.",
    )

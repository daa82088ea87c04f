"""A plan as a calendar (RFC 5545): the days by which things are due, and the check-ins with a new person.

All of them are events of whole days: to-dos, which the standard has too, are dropped by Google Calendar and Outlook
when a file is imported.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

import msgspec
from icalendar import Calendar, Event

from readiness.domain.content import Sources
from readiness.domain.evaluation import Evaluation
from readiness.domain.plan import DATES
from readiness.domain.rhythm import CheckIn, rhythm
from readiness.domain.status import Task, tasks
from readiness.reports import phrases
from readiness.reports import status_phrases as say
from readiness.reports.sources import label
from readiness.reports.status import what
from readiness.reports.words import clean, counted, one_line

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


class Day(msgspec.Struct, frozen=True):
    """One event.

    Attributes:
        name: the same each time the calendar is written, so that a calendar program knows the event again.
    """

    name: str
    day: date
    title: str
    lines: tuple[str, ...]


def planned_start(evaluation: Evaluation) -> date | None:
    """The first day that the profile plans; None where nobody said."""
    name = DATES["day_one"]
    answer = evaluation.answers.get(name) if name in evaluation.asked else None
    return answer.value if answer and isinstance(answer.value, date) else None


def as_calendar(
    evaluation: Evaluation, sources: Sources, *, key: str, now: datetime, start: date | None
) -> str:
    """The calendar of a plan, with CRLF and folded lines.

    Args:
        evaluation: with the onboarding checklist among its questionnaires, for the check-ins.
        sources: where things are from.
        key: what tells this assessment from all others.
        now: when it is written; what is written later takes the place of what was written before.
        start: the new person's first day; None leaves the check-ins out.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Readiness//Plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    agency = one_line(evaluation.assessment.agency)
    title = say.CALENDAR.format(agency=agency) if agency else say.CALENDAR_NO_AGENCY
    calendar.add("x-wr-calname", title)
    days = [*_due(evaluation, sources)]
    if start is not None:
        days += _first_days(evaluation, sources, start)
    for each in days:
        calendar.add_component(_event(each, key, now))
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _event(each: Day, key: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"readiness:{key}:{each.name}")))
    event.add("dtstamp", now.astimezone(UTC))
    # Programs take in an event that they have already only where this number is not lower.
    event.add("sequence", max(0, int((now - _EPOCH).total_seconds())))
    event.add("dtstart", each.day)
    if each.day < date.max:
        event.add("dtend", each.day + timedelta(1))
    event.add("summary", one_line(each.title))
    event.add("description", clean("\n".join(each.lines)))
    event.add("transp", "TRANSPARENT")
    return event


def _due(evaluation: Evaluation, sources: Sources) -> Iterator[Day]:
    """What is still to be done and has a date.

    What nobody has taken on yet is one event for each day: dozens of them would bury everything else.
    """
    waiting: dict[date, list[Task]] = {}
    for task in tasks(evaluation.plan):
        if not task.live or task.due is None:
            continue
        if task.list == "later" and _untouched(task):
            waiting.setdefault(task.due, []).append(task)
        else:
            yield Day(task.planned.action.id, task.due, what(task), tuple(_about(task, sources)))
    for day, group in waiting.items():
        lines = (say.ON_LIST.format(task=what(each), owner=_owner(each)) for each in group)
        title = say.LATER.format(actions=counted(len(group), "action", "actions"))
        yield Day(f"later.{day.isoformat()}", day, title, tuple(lines))


def _untouched(task: Task) -> bool:
    """Whether nobody has begun an action, dated it or given it to anybody."""
    mark = task.planned.mark
    return mark.state == "open" and mark.due is None and not mark.owner


def _owner(task: Task) -> str:
    return one_line(task.planned.owner) or phrases.NOBODY


def _about(task: Task, sources: Sources) -> Iterator[str]:
    planned = task.planned
    yield say.WHO.format(owner=_owner(task))
    for pattern, text in (
        (say.FIRST_STEP, planned.action.first_step),
        (say.DONE_WHEN, planned.action.done_when),
    ):
        if text:
            yield pattern.format(text=one_line(text))
    if planned.action.source:
        ours = bool(planned.item and planned.item.derived)
        yield say.SOURCE.format(source=label(planned.action.source, sources, ours=ours))


def _first_days(evaluation: Evaluation, sources: Sources, start: date) -> Iterator[Day]:
    yield Day("first-day", start, say.FIRST_DAY, ())
    for each in rhythm(evaluation.checklist, start):
        name = f"{each.entry.item.id}.{each.after}"
        title = say.CHECK_IN.format(after=each.after, ask=say.CHECK_INS[each.entry.item.id])
        yield Day(name, each.day, title, tuple(_questions(each, sources)))


def _questions(each: CheckIn, sources: Sources) -> Iterator[str]:
    if each.entry.item.note:
        yield each.entry.item.note
    for question in each.questions:
        yield from (say.ASK.format(question=wording) for _, wording in question.wordings)
    yield say.DAYS_OURS
    yield say.SOURCE.format(source=label(each.entry.item.source, sources, ours=False))

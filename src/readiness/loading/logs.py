"""The log and the plan of an exported assessment."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from readiness.domain.log import Entry, PlanMark
from readiness.loading.answer_files import EntryFile, MarkFile
from readiness.loading.answer_values import logged_answer, read_date
from readiness.loading.numbers import utc
from readiness.loading.place import Path, Report
from readiness.loading.retired import Retired

# Stands in while the file has a problem; never leaves this module.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def read_log(files: Sequence[EntryFile], report: Report) -> tuple[Entry, ...]:
    """The log, oldest entry first; not to be used while the report has problems.

    It is history: nothing in it has to fit the questionnaires as they are now, but it has to be whole.
    """
    _check_numbers(files, report)
    return tuple(_entry(file, report, ("log", n)) for n, file in enumerate(files))


def read_plan(
    files: Mapping[str, MarkFile], retired: Retired, report: Report
) -> dict[str, PlanMark]:
    """What was decided about actions, by full action id; marks of retired actions go to what took their place."""
    plan: dict[str, PlanMark] = {}
    for name, file in files.items():
        mark = _mark(file, report, ("plan", name))
        carried = retired.carried(name) if name in retired else name
        if carried == name or (carried is not None and carried not in files):
            plan[carried] = mark
    return plan


def _entry(file: EntryFile, report: Report, path: Path) -> Entry:
    at = utc(file.at)
    if at is None:
        message = f"a moment such as 2026-11-21T10:00:00Z is needed here, not `{file.at}`"
        report.add((*path, "at"), message)
    answer = None
    if not isinstance(file.answer, msgspec.UnsetType):
        answer = logged_answer(file.answer, report, (*path, "answer"))
    return Entry(
        number=file.number,
        respondent=file.respondent,
        item=file.item,
        answer=answer,
        wording=file.wording,
        at=at or _NEVER,
        undoes=None if isinstance(file.undoes, msgspec.UnsetType) else file.undoes,
    )


def _check_numbers(files: Sequence[EntryFile], report: Report) -> None:
    for n, file in enumerate(files):
        if file.number != n + 1:
            message = f"a log is numbered from 1 on: {n + 1} is next, not {file.number}"
            report.add(("log", n, "number"), message)
            return
        if not isinstance(file.undoes, msgspec.UnsetType) and not 0 < file.undoes < file.number:
            report.add(("log", n, "undoes"), f"there is no earlier entry {file.undoes}")


def _mark(file: MarkFile, report: Report, path: Path) -> PlanMark:
    due = read_date(file.due, report, (*path, "due")) if file.due else None
    return PlanMark(owner=file.owner, due=due, state=file.state, reason=file.reason)
